/// The words, names, numbers and strings of a PDF's source, one behind another.
struct PDFTokens {
  /// One of them.
  enum Token: Hashable {
    /// An operator, `[` or `]`.
    case word(String)
    case name(String)
    case number(Double)
    /// A string, written in `( )` or in hexadecimal digits, as the bytes it stands for.
    case string([UInt8])
  }

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Reads a source from its beginning.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "("): return .string(literal())
      case UInt8(ascii: "<") where peek(1) == UInt8(ascii: "<"): index += 2
      case UInt8(ascii: "<"): return .string(hexadecimal())
      case UInt8(ascii: "["), UInt8(ascii: "]"):
        index += 1
        return .word(byte == UInt8(ascii: "[") ? "[" : "]")
      case UInt8(ascii: "/"):
        index += 1
        return .name(run())
      case UInt8(ascii: "%"):
        while index < bytes.endIndex, bytes[index] != 10, bytes[index] != 13 { index += 1 }
      case _ where Self.isRegular(byte):
        let word = run()
        return Double(word).map(Token.number) ?? .word(word)
      default: index += 1
      }
    }
    return nil
  }

  private func peek(_ distance: Int) -> UInt8? {
    index + distance < bytes.endIndex ? bytes[index + distance] : nil
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    byte > 32 && !"()<>[]{}/%".utf8.contains(byte)
  }

  private mutating func run() -> String {
    let start = index
    while index < bytes.endIndex, Self.isRegular(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func hexadecimal() -> [UInt8] {
    index += 1
    var digits: [UInt8] = []
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: ">") {
      // Capitals as small letters; digits stay as they are.
      if let value = (bytes[index] | 0x20).hexValue { digits.append(UInt8(value)) }
      index += 1
    }
    index += 1
    if !digits.count.isMultiple(of: 2) { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// A string in parentheses, which may hold others in pairs, and signs behind a backslash.
  private mutating func literal() -> [UInt8] {
    index += 1
    var text: [UInt8] = []
    var depth = 1
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"): escape(into: &text)
      case UInt8(ascii: "("):
        depth += 1
        text.append(byte)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return text }
        text.append(byte)
      default: text.append(byte)
      }
    }
    return text
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard index < bytes.endIndex else { return }
    let byte = bytes[index]
    let digits = bytes[index...].prefix(3).prefix { (0x30...0x37).contains($0) }
    if !digits.isEmpty {
      text.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }))
      index = digits.endIndex
      return
    }
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case 10: break
    case 13: if index < bytes.endIndex, bytes[index] == 10 { index += 1 }
    default: text.append(byte)
    }
  }
}
