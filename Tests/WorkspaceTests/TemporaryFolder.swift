import Foundation
import Testing

/// A folder of its own for one test, removed when the test lets it go.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The absolute path of something in it.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file and the folders around it.
  func write(_ name: String, _ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: (self(name) as NSString).deletingLastPathComponent,
      withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: self(name)))
  }

  /// The text of a file; nil where there is none.
  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: self(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Everything in it that is no folder, by path; links as `-> target`.
  func files(under folder: String = "") throws -> [String: String] {
    let root = folder.isEmpty ? path : self(folder)
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
      let attributes = try FileManager.default.attributesOfItem(atPath: root + "/" + name)
      switch attributes[.type] as? FileAttributeType {
      case .typeDirectory: continue
      case .typeSymbolicLink:
        files[name] =
          "-> "
          + (try FileManager.default.destinationOfSymbolicLink(atPath: root + "/" + name))
      default:
        let bytes = FileManager.default.contents(atPath: root + "/" + name) ?? Data()
        files[name] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return files
  }

  /// The names directly in a folder, hidden ones too.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? path : self(folder))
      .sorted()
  }
}
