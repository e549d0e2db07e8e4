/// Bytes that are HTML already, made by a renderer that escapes: templates print them as they are.
package struct HTML: Hashable, Sendable {
  /// The UTF-8 bytes.
  package let bytes: [UInt8]

  /// Vouches that the bytes are safe HTML.
  ///
  /// Only what renders Markdown or templates may do so.
  package init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// Vouches for text, as in `HTML(trusted: "<br>")`.
  package init(trusted text: String) { bytes = Array(text.utf8) }

  /// The HTML as text, for tests and messages.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
