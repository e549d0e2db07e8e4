import Foundation

/// The built program, run as a person runs it.
enum Program {
  /// What one run printed and how it ended.
  struct Run {
    let exit: Int32
    let stdout: String
    let stderr: String
  }

  /// Where the build put it: beside the tests.
  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "salesbook").path

  /// Runs a line of shell, in which `$0` is the program, with nothing of this process's environment.
  static func run(
    _ shell: String, in folder: URL, environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", shell, path]
    process.currentDirectoryURL = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": path, "LANG": "C", "TZ": "UTC"].merging(environment) { $1 }
    // Files, since a pipe that fills up would stop the program.
    let prints = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: prints, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: prints) }
    let files = ["stdout", "stderr"].map { prints.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    let exit = process.terminationStatus
    return Run(exit: exit, stdout: texts[0], stderr: texts[1])
  }
}
