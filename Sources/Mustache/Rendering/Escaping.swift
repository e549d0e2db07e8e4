/// The one place where text becomes HTML.
///
/// The same five characters are escaped in text and in attributes, so that there is one rule to
/// trust: `&`, `<`, `>`, `"` and `'`.
enum Escaping {
  /// Adds text to a page, escaped.
  ///
  ///     append("A & <B>", to: &page)  // A &amp; &lt;B&gt;
  static func append(_ text: String, to output: inout [UInt8]) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &output) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { append($0, to: &output) } }
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var written = 0
    for index in bytes.indices {
      guard let entity = entity(for: bytes[index]) else { continue }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written..<index]))
      entity.withUTF8Buffer { output.append(contentsOf: $0) }
      written = index + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written...]))
  }

  @inline(__always)
  private static func entity(for byte: UInt8) -> StaticString? {
    // All five lie below 0x40: one comparison lets nearly every byte pass.
    guard byte < 0x40 else { return nil }
    switch byte {
    case UInt8(ascii: "&"): return "&amp;"
    case UInt8(ascii: "<"): return "&lt;"
    case UInt8(ascii: ">"): return "&gt;"
    case UInt8(ascii: "\""): return "&quot;"
    case UInt8(ascii: "'"): return "&#39;"
    default: return nil
    }
  }
}
