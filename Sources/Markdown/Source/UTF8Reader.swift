/// Reads Unicode scalars from bytes at any position.
enum UTF8Reader {
  /// The length of the well-formed sequence at a position, or nil where there is none.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
    let lead = bytes[position]
    let left = bytes.count - position
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      range.contains(bytes[position + offset])
    }
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: return left >= 2 && follows(1) ? 2 : nil
    case 0xE0...0xEF:
      let second: ClosedRange<UInt8> =
        lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
      return left >= 3 && follows(1, second) && follows(2) ? 3 : nil
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> =
        lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      return left >= 4 && follows(1, second) && follows(2) && follows(3) ? 4 : nil
    default: return nil
    }
  }

  /// Behind the blanks that a text begins with, those of full width and invisible ones included.
  static func skipBlanks(_ bytes: ArraySlice<UInt8>) -> Int {
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let rest = bytes[position...]
      if bytes[position] == 32 || bytes[position] == 9 {
        position += 1
      } else if let blank = blanks.first(where: { rest.starts(with: $0) }) {
        position += blank.count
      } else {
        break
      }
    }
    return position
  }

  /// No-break, wide, zero-width and full-width blanks, and the mark of the byte order.
  private static let blanks: [[UInt8]] = [
    "\u{A0}", "\u{2002}", "\u{2003}", "\u{2009}", "\u{200B}", "\u{202F}", "\u{2060}", "\u{3000}",
    "\u{FEFF}",
  ].map { Array($0.utf8) }

  /// The scalar that begins at a position; the bytes must be well-formed UTF-8.
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Unicode.Scalar? {
    guard position < bytes.count, let length = length(bytes, at: position) else { return nil }
    var value = UInt32(bytes[position]) & (length == 1 ? 0x7F : 0xFF >> UInt32(length + 1))
    for offset in 1..<max(1, length) {
      value = value << 6 | UInt32(bytes[position + offset] & 0x3F)
    }
    return Unicode.Scalar(value)
  }

  /// The scalar that ends before a position.
  static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, before position: Int
  ) -> Unicode.Scalar? {
    var start = position - 1
    while start > 0, position - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 ? scalar(bytes, at: start) : nil
  }
}
