import Foundation
import Testing
import Workspace

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
    let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let call = ProgramCall(
      "/bin/sh", ["-c", shell, path],
      environment: ["PATH": search, "LANG": "C", "TZ": "UTC", "SALESBOOK_MESSAGES": "en"].merging(
        environment
      ) { $1 },
      in: folder.path, limits: ProgramLimits(time: .seconds(600)))
    let result = try call.run()
    // As a shell tells it: a signal is 128 and its number.
    let exit: Int32? =
      switch result.ending {
      case .exited(let status): status
      case .signal(let number): 128 + number
      case .outOfTime, .tooMuchOutput: nil
      }
    return Run(
      exit: try #require(exit, "\(shell): \(result.ending)"),
      stdout: String(decoding: result.output, as: UTF8.self),
      stderr: String(decoding: result.errors, as: UTF8.self))
  }
}
