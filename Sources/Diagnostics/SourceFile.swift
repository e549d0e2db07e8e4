/// The bytes of a file and the path by which the user knows it.
package struct SourceFile: Hashable, Sendable {
  /// The path relative to the workspace, with `/` between folders.
  package let path: String
  /// What the file holds, unread and unchecked.
  package let bytes: [UInt8]

  /// Makes a source from bytes.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Makes a source from text, for tests and for text that was never in a file.
  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
