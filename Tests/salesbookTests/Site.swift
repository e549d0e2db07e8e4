import Foundation
import Testing

/// A workspace in a folder of its own and what is built from it.
final class Site: Sendable {
  let folder: URL

  /// The repository, which is a workspace itself.
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Copies the repository's workspace into a new folder whose name ends so.
  init(named name: String) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-\(UUID().uuidString)").appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for part in ["salesbook.yaml", "Content", "Templates"] {
      try FileManager.default.copyItem(
        at: Self.repository.appending(path: part), to: folder.appending(path: part))
    }
  }

  /// Makes a workspace by `salesbook init`.
  init(kind: String, language: String, now: String = "2026-11-23") throws {
    let parent = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    folder = parent.appending(path: "mine")
    let run = try Program.run(
      "exec \"$0\" init mine --kind \(kind) --lang \(language) --now \(now)", in: parent)
    try #require(run.exit == 0, "\(run.stderr)")
  }

  deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

  /// Runs a command in the workspace.
  @discardableResult
  func run(_ arguments: String, environment: [String: String] = [:]) throws -> Program.Run {
    try Program.run("exec \"$0\" " + arguments, in: folder, environment: environment)
  }

  /// Builds for the sample's month; it must succeed.
  @discardableResult
  func build(_ arguments: String = "", environment: [String: String] = [:]) throws -> Program.Run {
    let run = try run(
      "build --month 2026-12 --now 2026-11-23 " + arguments, environment: environment)
    try #require(run.exit == 0, "\(run.stdout)\(run.stderr)")
    return run
  }

  /// Every file of Output by path, the manifest too.
  func output() throws -> [String: Data] {
    let root = folder.appending(path: "Output").path
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder: ObjCBool = false
      let path = root + "/" + name
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = FileManager.default.contents(atPath: path)
      }
    }
    return files
  }

  /// The manager of a member of the sample; nobody's name where there is none.
  func manager(of member: String) throws -> String {
    let table = try String(
      contentsOf: folder.appending(path: "Content/data/team.csv"), encoding: .utf8)
    let rows = table.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let manager = rows.first { $0[0] == member }?[4] ?? ""
    // Who manages others stands in their own folder among their people.
    return manager.isEmpty ? member : manager
  }

  /// Changes a file of the workspace.
  func edit(_ path: String, _ change: (inout String) -> Void) throws {
    let file = folder.appending(path: path)
    var text = try String(contentsOf: file, encoding: .utf8)
    change(&text)
    try Data(text.utf8).write(to: file)
  }
}
