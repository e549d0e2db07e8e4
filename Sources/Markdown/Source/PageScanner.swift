/// Passes over a page once: checks the encoding, counts what could cost the library more than
/// linear time, and finds where marks belong.
struct PageScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let plain: Bool
  private var found = Preparation()
  private var workload: Workload
  private var position = 0
  private var protectedUntil = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>, plain: Bool) {
    self.bytes = bytes
    self.plain = plain
    workload = Workload(size: bytes.count, plain: plain)
  }

  /// Passes over a page once.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, plain: Bool) -> Preparation {
    var scanner = PageScanner(bytes, plain: plain)
    scanner.workload.startLine(bytes, at: 0)
    while scanner.position < bytes.count { scanner.step() }
    scanner.workload.endLine(at: bytes.count)
    scanner.found.excess = scanner.workload.finish()
    return scanner.found
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
      found.invalid = found.invalid ?? position
      position += 1
      return
    }
    if bytes[position] == 0xEF, bytes[position + 1] == 0xB7, bytes[position + 2] & 0xFE == 0x90 {
      found.foreignMarks.append(position)
    }
    position += length
  }

  private mutating func newline(width: Int) {
    workload.endLine(at: position)
    position += width
    found.lineStarts.append(Int32(position))
    workload.startLine(bytes, at: position)
  }

  private mutating func tableSign(_ byte: UInt8) {
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    if byte == UInt8(ascii: "|") {
      found.mayHoldTable = true
    } else if byte != UInt8(ascii: "-") ? next == UInt8(ascii: "-") : next == UInt8(ascii: ":") {
      found.mayHoldTable = true
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
      found.insertions.append(Preparation.Insertion(position: place, mark: .letter))
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
        found.insertions.append(Preparation.Insertion(position: position, mark: .escape))
      default: continue
      }
    }
  }
}
