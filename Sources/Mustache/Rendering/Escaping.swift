/// The one place where text becomes HTML.
///
/// The same five characters are escaped in text and in attributes, so that there is one rule to
/// trust: `&`, `<`, `>`, `"` and `'`.
enum Escaping {
  /// Adds text to a page, escaped.
  ///
  ///     append("A & <B>", to: &page)  // A &amp; &lt;B&gt;
  @inline(__always)
  static func append(_ text: String, to page: inout PageBuffer) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &page) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { append($0, to: &page) } }
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to page: inout PageBuffer) {
    var written = 0
    for index in bytes.indices where isSpecial(bytes[index]) {
      page.append(UnsafeBufferPointer(rebasing: bytes[written..<index]))
      entity(for: bytes[index]).withUTF8Buffer { page.append($0) }
      written = index + 1
    }
    page.append(UnsafeBufferPointer(rebasing: bytes[written...]))
  }

  /// A bit for each of the five characters, which all lie below 64.
  private static let special: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 64 && special &>> UInt64(byte) & 1 == 1
  }

  private static func entity(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  }
}
