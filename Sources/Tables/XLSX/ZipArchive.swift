import Diagnostics
import Phrases

/// A machine-readable reason why a workbook cannot be read.
struct WorkbookTrouble: Error {
  let diagnostic: Diagnostic
}

/// The list of files in a ZIP archive, checked before anything is unpacked.
///
/// Refused are archives that are damaged or encrypted, that have names which lead out of a folder or
/// come twice, and those that would unpack to far more than they are. Nothing is ever written to disk.
struct ZipArchive {
  /// A file of the archive.
  struct Entry {
    let name: String
    let isDeflated: Bool
    let checksum: UInt32
    let compressedSize: Int
    let size: Int
    /// Where its header stands; its data stand behind.
    let headerOffset: Int
  }

  /// How much an archive may unpack to, in all.
  static let greatestSize = 2 << 30
  /// How many times larger than itself an archive may be that unpacks to more than `suspiciousSize`.
  static let greatestRatio = 200
  static let suspiciousSize = 100 << 20
  static let mostEntries = 10_000

  let bytes: [UInt8]
  let path: String
  private let entries: [String: Entry]

  /// Reads the list of a file's bytes.
  init(_ file: SourceFile) throws(WorkbookTrouble) {
    bytes = file.bytes
    path = file.path
    let place = Place(path: file.path)
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw WorkbookTrouble(diagnostic: .encryptedWorkbook(at: place))
    }
    guard bytes.starts(with: Array("PK".utf8)) else {
      throw WorkbookTrouble(diagnostic: .notAWorkbook(bytes, at: place))
    }
    guard let (count, start) = Self.directory(of: bytes) else {
      throw WorkbookTrouble(
        diagnostic: .damagedWorkbook(
          Phrase(zh: "缺少部件清单", en: "its list of parts is missing"), at: place))
    }
    var reader = ZipDirectoryReader(bytes: bytes, position: start, place: place)
    entries = try reader.entries(count: count)
  }

  /// The names of the files, sorted.
  var names: [String] { entries.keys.sorted() }

  /// The file of a name; letter case does not count, as Excel has it.
  func entry(_ name: String) -> Entry? { entries[name.lowercased()] }

  /// Where the data of a file stand.
  func data(of entry: Entry) throws(WorkbookTrouble) -> Range<Int> {
    let header = entry.headerOffset
    guard header + 30 <= bytes.count, bytes.unsigned32(at: header) == 0x0403_4B50 else {
      throw damaged(Phrase(zh: "缺少“\(entry.name)”", en: "“\(entry.name)” is missing"))
    }
    let start = header + 30 + bytes.unsigned16(at: header + 26) + bytes.unsigned16(at: header + 28)
    guard start + entry.compressedSize <= bytes.count else {
      throw damaged(Phrase(zh: "“\(entry.name)”不完整", en: "“\(entry.name)” is cut off"))
    }
    return start..<start + entry.compressedSize
  }

  /// The trouble of an archive that is not whole.
  func damaged(_ how: Phrase) -> WorkbookTrouble {
    WorkbookTrouble(diagnostic: .damagedWorkbook(how, at: Place(path: path)))
  }

  /// The number of files and the start of their list, from the record at the end of the archive.
  private static func directory(of bytes: [UInt8]) -> (count: Int, start: Int)? {
    guard bytes.count >= 22 else { return nil }
    var position = bytes.count - 22
    let first = max(0, position - 65_535)
    while position >= first {
      if bytes[position] == 0x50, bytes.unsigned32(at: position) == 0x0605_4B50 {
        let count = bytes.unsigned16(at: position + 10)
        let start = Int(bytes.unsigned32(at: position + 16))
        if count == 0xFFFF || start == 0xFFFF_FFFF,
          let long = longDirectory(before: position, bytes)
        {
          return long
        }
        return start < position ? (count, start) : nil
      }
      position -= 1
    }
    return nil
  }

  /// The same from the record of ZIP64, which stands before the usual one where that is too short for
  /// a number, and where programs that always write it do.
  private static func longDirectory(before end: Int, _ bytes: [UInt8]) -> (count: Int, start: Int)?
  {
    let locator = end - 20
    guard locator >= 0, bytes.unsigned32(at: locator) == 0x0706_4B50,
      let record = bytes.length64(at: locator + 8), record + 56 <= locator,
      bytes.unsigned32(at: record) == 0x0606_4B50,
      let count = bytes.length64(at: record + 32), let start = bytes.length64(at: record + 48),
      start < record
    else { return nil }
    return (count, start)
  }
}

/// Reads the entries of an archive's list and refuses what must not be unpacked.
private struct ZipDirectoryReader {
  let bytes: [UInt8]
  var position: Int
  let place: Place

  mutating func entries(count: Int) throws(WorkbookTrouble) -> [String: ZipArchive.Entry] {
    guard count <= ZipArchive.mostEntries else {
      throw tooLarge(Phrase(zh: "10,000 个部件", en: "10,000 parts"))
    }
    var entries: [String: ZipArchive.Entry] = [:]
    var total = 0
    for _ in 0..<count {
      let entry = try next()
      total += entry.size
      guard total <= ZipArchive.greatestSize else {
        throw tooLarge(Phrase(zh: "解压后 2 GB", en: "2 GB when unpacked"))
      }
      // A folder of its own holds nothing.
      if entry.name.isEmpty || entry.size == 0 && entries[entry.name.lowercased()] != nil {
        continue
      }
      guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw damaged(
          Phrase(zh: "部件“\(entry.name)”出现了两次", en: "it has the part “\(entry.name)” twice"))
      }
    }
    if total > ZipArchive.suspiciousSize, total / ZipArchive.greatestRatio > bytes.count {
      throw tooLarge(Phrase(zh: "原来大小的 200 倍", en: "200 times its size when unpacked"))
    }
    return entries
  }

  private mutating func next() throws(WorkbookTrouble) -> ZipArchive.Entry {
    guard position + 46 <= bytes.count, bytes.unsigned32(at: position) == 0x0201_4B50 else {
      throw damaged(Phrase(zh: "部件清单不完整", en: "its list of parts is cut off"))
    }
    let flags = bytes.unsigned16(at: position + 8)
    let method = bytes.unsigned16(at: position + 10)
    let nameLength = bytes.unsigned16(at: position + 28)
    let rest = bytes.unsigned16(at: position + 30) + bytes.unsigned16(at: position + 32)
    guard position + 46 + nameLength + rest <= bytes.count else {
      throw damaged(Phrase(zh: "部件清单不完整", en: "its list of parts is cut off"))
    }
    let written = String(decoding: bytes[position + 46..<position + 46 + nameLength], as: UTF8.self)
    guard flags & 1 == 0 else {
      throw WorkbookTrouble(diagnostic: .encryptedWorkbook(at: place))
    }
    guard let name = partName(written) else {
      throw WorkbookTrouble(diagnostic: .pathInWorkbook(written, at: place))
    }
    guard method == 0 || method == 8 else {
      throw damaged(Phrase(zh: "“\(name)”的压缩方式不认识", en: "“\(name)” is packed in a way not known"))
    }
    let extra = position + 46 + nameLength
    defer { position = extra + rest }
    let lengths = try lengths(
      extra: extra..<extra + bytes.unsigned16(at: position + 30), of: name)
    return ZipArchive.Entry(
      name: name, isDeflated: method == 8, checksum: bytes.unsigned32(at: position + 16),
      compressedSize: lengths.compressed, size: lengths.size, headerOffset: lengths.offset)
  }

  /// The sizes of an entry and the place of its header; those that the short fields leave open stand in
  /// the field of ZIP64, in this order.
  private func lengths(
    extra: Range<Int>, of name: String
  ) throws(WorkbookTrouble) -> (size: Int, compressed: Int, offset: Int) {
    let short = [24, 20, 42].map { Int(bytes.unsigned32(at: position + $0)) }
    guard short.contains(0xFFFF_FFFF) else { return (short[0], short[1], short[2]) }
    var field = extra.lowerBound
    while field + 4 <= extra.upperBound, bytes.unsigned16(at: field) != 1 {
      field += 4 + bytes.unsigned16(at: field + 2)
    }
    guard field + 4 <= extra.upperBound else {
      throw damaged(Phrase(zh: "部件“\(name)”没有大小", en: "“\(name)” has no size"))
    }
    let end = min(extra.upperBound, field + 4 + bytes.unsigned16(at: field + 2))
    var (next, long) = (field + 4, short)
    for index in short.indices where short[index] == 0xFFFF_FFFF {
      guard next + 8 <= end, let length = bytes.length64(at: next) else {
        throw damaged(Phrase(zh: "部件“\(name)”没有大小", en: "“\(name)” has no size"))
      }
      long[index] = length
      next += 8
    }
    return (long[0], long[1], long[2])
  }

  /// The name of a part as the relations have it: old programs write `\` for `/`, some a `/` in front.
  ///
  /// Nil for names that lead out of a folder, or to a drive.
  private func partName(_ written: String) -> String? {
    let parts = written.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." }
    let isDrive = parts.first.map { $0.dropFirst().first == ":" } ?? false
    guard !isDrive, !parts.contains(".."), !written.contains("\0") else { return nil }
    return parts.joined(separator: "/")
  }

  private func damaged(_ how: Phrase) -> WorkbookTrouble {
    WorkbookTrouble(diagnostic: .damagedWorkbook(how, at: place))
  }

  private func tooLarge(_ limit: Phrase) -> WorkbookTrouble {
    WorkbookTrouble(diagnostic: .tooLarge(limit, at: place))
  }
}

extension [UInt8] {
  /// The little-endian number of two bytes.
  fileprivate func unsigned16(at index: Int) -> Int {
    Int(self[index]) | Int(self[index + 1]) << 8
  }

  /// The little-endian number of four bytes.
  fileprivate func unsigned32(at index: Int) -> UInt32 {
    UInt32(self[index]) | UInt32(self[index + 1]) << 8 | UInt32(self[index + 2]) << 16
      | UInt32(self[index + 3]) << 24
  }

  /// The little-endian number of eight bytes where it can be a length or a place in the bytes; nil
  /// where it is far too large, or where they end.
  fileprivate func length64(at index: Int) -> Int? {
    guard index + 8 <= count, unsigned32(at: index + 4) < 0x100 else { return nil }
    return Int(unsigned32(at: index)) | Int(unsigned32(at: index + 4)) << 32
  }
}
