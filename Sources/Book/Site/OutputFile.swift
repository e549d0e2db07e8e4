/// A finished file: where it stands below the output folder, and what it holds.
package struct OutputFile: Hashable, Sendable {
  /// The path with `/` between folders: `participant/course/part-3.html`.
  package let path: String
  /// What it holds.
  package let bytes: [UInt8]

  /// Makes a file.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Takes finished files as they come, from several tasks at once and in no order.
package protocol OutputSink: Sendable {
  /// Hears how many pages there will be, before each part of the work.
  func expect(pages: Int)

  /// Takes one file; throws where the machine fails.
  func take(_ file: OutputFile) throws

  /// Takes over files of the build before as they are, all of them or none; false where one is not there any
  /// more as that build left it.
  func keep(_ paths: [String]) throws -> Bool

  /// The bytes of a file of the build before; nil where it is not there.
  func standing(_ path: String) throws -> [UInt8]?
}

extension OutputSink {
  package func expect(pages: Int) {}
  package func keep(_ paths: [String]) throws -> Bool { false }
  package func standing(_ path: String) throws -> [UInt8]? { nil }
}
