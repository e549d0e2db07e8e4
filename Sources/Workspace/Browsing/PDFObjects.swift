/// A value of a PDF file.
indirect enum PDFValue {
  case number(Double)
  case name(String)
  case reference(Int)
  case array([PDFValue])
  case dictionary([String: PDFValue])
  case other

  /// The value of a key of a dictionary.
  subscript(key: String) -> PDFValue? {
    if case .dictionary(let members) = self { members[key] } else { nil }
  }
}

/// The objects of a PDF file as Chromium writes it: a table of them at the end, none of them compressed
/// but for the content of pages.
struct PDFObjects {
  private let bytes: [UInt8]
  private let offsets: [Int: Int]
  /// The first object of all.
  let root: PDFValue

  /// Finds the objects; nil where the bytes are no such file.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    let mark = Array("startxref".utf8)
    let tail = max(0, bytes.count - 1024)
    guard let found = bytes[tail...].firstRange(of: mark) else { return nil }
    var reader = PDFReader(bytes, at: found.upperBound)
    guard case .number(let start) = reader.value(), let table = Int(exactly: start),
      bytes.indices.contains(table)
    else { return nil }
    reader = PDFReader(bytes, at: table + "xref".utf8.count)
    var offsets: [Int: Int] = [:]
    while case .number(let first) = reader.value(), case .number(let count) = reader.value() {
      for index in 0..<Int(count) {
        guard case .number(let offset) = reader.value(), case .number = reader.value() else {
          return nil
        }
        if case .name("n") = reader.keyword() { offsets[Int(first) + index] = Int(offset) }
      }
    }
    guard let trailer = bytes[table...].firstRange(of: Array("trailer".utf8)) else { return nil }
    reader = PDFReader(bytes, at: trailer.upperBound)
    self.offsets = offsets
    guard case .reference(let number)? = reader.value()["Root"] else { return nil }
    var object = PDFReader(bytes, at: offsets[number] ?? bytes.count)
    object.skipHeader()
    root = object.value()
  }

  /// A value with the object behind a reference in its place.
  func resolved(_ value: PDFValue?) -> PDFValue? {
    guard case .reference(let number)? = value, let offset = offsets[number] else { return value }
    var reader = PDFReader(bytes, at: offset)
    reader.skipHeader()
    return reader.value()
  }
}

/// Reads values of a PDF file one behind the other.
struct PDFReader {
  private let bytes: [UInt8]
  private var index: Int

  init(_ bytes: [UInt8], at index: Int) {
    self.bytes = bytes
    self.index = index
  }

  /// Goes beyond `12 0 obj`.
  mutating func skipHeader() {
    _ = (keyword(), keyword(), keyword())
  }

  /// The next word between blanks, as a name.
  mutating func keyword() -> PDFValue {
    skipBlanks()
    let start = index
    while index < bytes.count, !Self.isBlank(bytes[index]), !Self.isDelimiter(bytes[index]) {
      index += 1
    }
    return .name(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  /// The next value; `other` for what is none of ours, and at the end.
  mutating func value() -> PDFValue {
    skipBlanks()
    guard index < bytes.count else { return .other }
    switch bytes[index] {
    case 47: return .name(name())
    case 91: return array()
    case 60 where index + 1 < bytes.count && bytes[index + 1] == 60: return dictionary()
    case 60:
      while index < bytes.count, bytes[index] != 62 { index += 1 }
      index += 1
      return .other
    case 40: return text()
    default: return word()
    }
  }

  private mutating func name() -> String {
    index += 1
    var name: [UInt8] = []
    while index < bytes.count, !Self.isBlank(bytes[index]), !Self.isDelimiter(bytes[index]) {
      if bytes[index] == 35, index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        name.append(byte)
        index += 3
      } else {
        name.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func array() -> PDFValue {
    index += 1
    var values: [PDFValue] = []
    while index < bytes.count {
      skipBlanks()
      guard index < bytes.count, bytes[index] != 93 else { break }
      values.append(value())
    }
    index += 1
    return .array(values)
  }

  private mutating func dictionary() -> PDFValue {
    index += 2
    var members: [String: PDFValue] = [:]
    while index < bytes.count {
      skipBlanks()
      guard index < bytes.count, bytes[index] == 47 else { break }
      let key = name()
      members[key] = value()
    }
    index += 2
    return .dictionary(members)
  }

  private mutating func text() -> PDFValue {
    var depth = 0
    repeat {
      switch bytes[index] {
      case 92: index += 1
      case 40: depth += 1
      case 41: depth -= 1
      default: break
      }
      index += 1
    } while depth > 0 && index < bytes.count
    return .other
  }

  /// A number, a reference such as `12 0 R`, or a word.
  private mutating func word() -> PDFValue {
    guard case .name(let word) = keyword() else { return .other }
    if word.isEmpty { index += 1 }
    guard let number = Double(word) else { return .other }
    guard let whole = Int(word) else { return .number(number) }
    let behind = index
    if case .name("0") = keyword(), case .name("R") = keyword() { return .reference(whole) }
    index = behind
    return .number(number)
  }

  private mutating func skipBlanks() {
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0, 9, 10, 12, 13, 32].contains(byte) }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    [40, 41, 47, 60, 62, 91, 93].contains(byte)
  }
}
