/// One pass over a page before the library sees it: it checks the encoding, counts what could cost
/// the library more than linear time, and finds where marks belong.
struct Preparation {
  /// A mark and the byte before which it belongs.
  struct Insertion {
    let position: Int
    let mark: Mark
  }

  /// Where marks belong, in order.
  private(set) var insertions: [Insertion] = []
  /// Noncharacters of the page that look like marks.
  private(set) var foreignMarks: [Int] = []
  /// Whether a table may be in the page, which costs the library as much time as all the rest.
  private(set) var mayHoldTable = false
  /// The first byte that is not UTF-8.
  private(set) var invalid: Int?
  /// The first place where a limit is passed.
  private(set) var excess: Workload.Excess?

  private let bytes: UnsafeBufferPointer<UInt8>
  private let plain: Bool
  private var workload: Workload
  private var position = 0
  private var protectedUntil = 0

  /// Looks at a page.
  init(_ bytes: UnsafeBufferPointer<UInt8>, plain: Bool) {
    self.bytes = bytes
    self.plain = plain
    workload = Workload(size: bytes.count, plain: plain)
    workload.startLine(bytes, at: 0)
    while position < bytes.count { step() }
    workload.endLine(at: bytes.count)
    excess = workload.finish()
  }

  private mutating func step() {
    let byte = bytes[position]
    guard byte < 0x80 else { return multibyte() }
    switch byte {
    case UInt8(ascii: "\n"): newline(width: 1)
    case UInt8(ascii: "\r"):
      let isPair = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\n")
      newline(width: isPair ? 2 : 1)
    case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "_"): delimiters(byte)
    case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"): tableSign(byte)
    case UInt8(ascii: " "), UInt8(ascii: "\t"): position += 1
    case UInt8(ascii: "w") where position >= protectedUntil:
      workload.sawText()
      protectAddress { $0.www(at: $1) }
      position += 1
    default:
      workload.saw(byte, next: position + 1 < bytes.count ? bytes[position + 1] : 0)
      position += 1
    }
  }

  private mutating func multibyte() {
    workload.sawText()
    guard let length = UTF8Reader.length(bytes, at: position) else {
      invalid = invalid ?? position
      position += 1
      return
    }
    if bytes[position] == 0xEF, bytes[position + 1] == 0xB7, bytes[position + 2] & 0xFE == 0x90 {
      foreignMarks.append(position)
    }
    position += length
  }

  private mutating func newline(width: Int) {
    workload.endLine(at: position)
    position += width
    workload.startLine(bytes, at: position)
  }

  private mutating func tableSign(_ byte: UInt8) {
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    if byte == UInt8(ascii: "|") {
      mayHoldTable = true
    } else if byte != UInt8(ascii: "-") ? next == UInt8(ascii: "-") : next == UInt8(ascii: ":") {
      mayHoldTable = true
    }
    workload.sawTableSign(byte)
    if byte == UInt8(ascii: ":"), position >= protectedUntil, next == UInt8(ascii: "/") {
      workload.sawText()
      protectAddress { $0.url(colon: $1, notBefore: 0) }
    }
    position += 1
  }

  /// Emphasis signs: the end of the run is found and a mark put beside it where one is needed.
  private mutating func delimiters(_ byte: UInt8) {
    var start = position
    while position < bytes.count, bytes[position] == byte { position += 1 }
    workload.sawDelimiters(byte)
    guard !plain, start >= protectedUntil, byte != UInt8(ascii: "_") else { return }
    var backslashes = 0
    while start - backslashes > 0, bytes[start - backslashes - 1] == UInt8(ascii: "\\") {
      backslashes += 1
    }
    start += backslashes % 2
    guard start < position, byte == UInt8(ascii: "*") || position - start == 2 else { return }
    let repair = EmphasisRepair(bytes: bytes)
    if let place = repair.mark(besideRun: start..<position) {
      insertions.append(Insertion(position: place, mark: .letter))
    }
  }

  /// Keeps emphasis signs within a bare address: the library finds emphasis before we find the
  /// address.
  private mutating func protectAddress(_ find: (BareLinkFinder, Int) -> BareLink?) {
    guard let link = find(BareLinkFinder(text: bytes, plain: plain), position) else { return }
    protectedUntil = link.range.upperBound
    for position in link.range {
      switch bytes[position] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        insertions.append(Insertion(position: position, mark: .escape))
      default: continue
      }
    }
  }
}

extension Preparation {
  /// Whether the library must be given another text than the page's own.
  var isChanged: Bool { !insertions.isEmpty || !foreignMarks.isEmpty || invalid != nil }

  /// The page with its marks in, with every byte that is not UTF-8 and every foreign mark replaced
  /// by U+FFFD.
  func marked(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + insertions.count * 4)
    var next = 0
    func copy(to end: Int) {
      guard end > next else { return }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[next..<end]))
      next = end
    }
    var foreign = foreignMarks[...]
    for insertion in insertions {
      while let position = foreign.first, position < insertion.position {
        copy(to: position)
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        next = position + 3
        foreign = foreign.dropFirst()
      }
      copy(to: insertion.position)
      result.append(contentsOf: insertion.mark.bytes)
    }
    for position in foreign {
      copy(to: position)
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      next = position + 3
    }
    copy(to: bytes.count)
    return invalid == nil ? result : Array(String(decoding: result, as: UTF8.self).utf8)
  }

  /// Where the lines of a text start.
  static func lineStarts(in text: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    starts.reserveCapacity(text.count / 32)
    text.withUnsafeBufferPointer { text in
      for position in text.indices {
        let byte = text[position]
        guard byte <= UInt8(ascii: "\r") else { continue }
        let next = position + 1
        if byte == UInt8(ascii: "\n") {
          starts.append(Int32(next))
        } else if byte == UInt8(ascii: "\r"),
          next == text.count || text[next] != UInt8(ascii: "\n")
        {
          starts.append(Int32(next))
        }
      }
    }
    return starts
  }
}
