import Foundation

/// An empty folder of a test's own, removed when the test lets it go.
final class ScratchFolder: Sendable {
  let url: URL

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-scratch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    url = folder.resolvingSymlinksInPath()
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The absolute path of something in it.
  func callAsFunction(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file and the folders around it.
  func write(_ name: String, _ text: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
