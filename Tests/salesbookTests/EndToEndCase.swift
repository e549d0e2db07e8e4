import Foundation

/// One folder of `Cases`: a workspace, what is typed there, and what must come of it.
struct EndToEndCase: CustomStringConvertible, Sendable {
  let name: String
  private let folder: URL

  var description: String { name }

  /// Every case, in the order of their names.
  static let all: [EndToEndCase] = {
    let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
    return names.sorted().map { EndToEndCase(name: $0, folder: cases.appending(path: $0)) }
      .filter { FileManager.default.fileExists(atPath: $0.folder.appending(path: "command").path) }
  }()

  /// The cases that are about mistakes: what they print is held in Chinese too.
  static let mistakes = all.filter { $0.name.hasPrefix("bad-") || $0.name.hasSuffix("-mistakes") }

  /// What the folder expects to be printed where the program speaks Chinese.
  var expectedInChinese: String? { text("expected-stderr.zh-Hans") }

  /// What the commands say in Chinese on standard error.
  func runInChinese() throws -> String { try run(in: "zh-Hans").stderr }

  /// Makes what was said in Chinese the expected one.
  func recordChinese(_ text: String) throws { try write(text, "expected-stderr.zh-Hans") }

  /// What a run of the program came to, or is expected to.
  struct Result: Equatable {
    var exit = "0\n"
    var stdout = ""
    var stderr = ""
    /// The files of Output by path; nil where there is none.
    var output: [String: Data]?
  }

  /// What the folder expects.
  var expected: Result {
    Result(
      exit: text("expected-exit") ?? "0\n", stdout: text("expected-stdout") ?? "",
      stderr: text("expected-stderr") ?? "",
      output: files(under: folder.appending(path: "expected-output")))
  }

  /// Runs the commands in a copy of the workspace.
  func run(in language: String = "en") throws -> Result {
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-case-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: copy) }
    let workspace = folder.appending(path: "workspace")
    if FileManager.default.fileExists(atPath: workspace.path) {
      try FileManager.default.copyItem(at: workspace, to: copy)
    } else {
      try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    }
    var result = Result()
    for line in (text("command") ?? "").split(separator: "\n") {
      let run = try Program.run(
        "exec \"$0\" " + line, in: copy, environment: ["SALESBOOK_MESSAGES": language])
      result.exit = "\(run.exit)\n"
      result.stdout += normalised(run.stdout, copy)
      result.stderr += normalised(run.stderr, copy)
    }
    result.output = files(under: copy.appending(path: "Output"))
    return result
  }

  /// Makes a result the expected one.
  func record(_ result: Result) throws {
    try write(result.exit == "0\n" ? "" : result.exit, "expected-exit")
    try write(result.stdout, "expected-stdout")
    try write(result.stderr, "expected-stderr")
    let output = folder.appending(path: "expected-output")
    try? FileManager.default.removeItem(at: output)
    for (path, bytes) in result.output ?? [:] {
      let file = output.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
  }

  /// The text without what differs from run to run: seconds and the place of the copy.
  private func normalised(_ text: String, _ copy: URL) -> String {
    text.replacing(/[0-9]+\.[0-9]{2} (s\b|秒)/) { "0.00 \($0.1)" }
      .replacing(/"seconds": [0-9.]+/, with: "\"seconds\": 0.00")
      .replacingOccurrences(of: copy.path, with: "WORKSPACE")
  }

  private func files(under root: URL) -> [String: Data]? {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: root.path) else {
      return nil
    }
    let ignored = (text("ignored") ?? "").split(separator: "\n").map(String.init)
    var files: [String: Data] = [:]
    for name in names where name != ".salesbook.json" {
      guard !ignored.contains(where: { fnmatch($0, name, 0) == 0 }) else { continue }
      var isFolder: ObjCBool = false
      let path = root.appending(path: name).path
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[name] = FileManager.default.contents(atPath: path)
    }
    return files.isEmpty ? nil : files
  }

  private func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: folder.appending(path: name).path)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func write(_ text: String, _ name: String) throws {
    let file = folder.appending(path: name)
    if text.isEmpty {
      try? FileManager.default.removeItem(at: file)
    } else {
      try Data(text.utf8).write(to: file)
    }
  }
}
