import ArgumentParser
import Glibc
import Workspace

/// The beginning and the end: runs the command that was typed and says by the exit code how it went.
@main
enum Program {
  static func main() async {
    do {
      var command = try Salesbook.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(report(error))
    }
  }

  /// Says what went wrong, where the command has not said it yet, and gives the exit code.
  private static func report(_ error: any Error) -> Int32 {
    switch error {
    case let failure as MachineFailure:
      StandardStream.error("salesbook: error: \(failure)\n")
      return 3
    case PublishFailure.machine(let failure):
      StandardStream.error("salesbook: error: \(failure)\n")
      return 3
    case PublishFailure.refused(let diagnostics):
      StandardStream.error(DiagnosticText { _ in nil }.text(of: diagnostics))
      return 1
    default: return reportParserError(error)
    }
  }

  /// Help goes to standard output and is a success; every mistake on the command line is exit code 2.
  private static func reportParserError(_ error: any Error) -> Int32 {
    let message = Salesbook.fullMessage(for: error)
    let text = message.isEmpty ? "" : message + "\n"
    switch Salesbook.exitCode(for: error) {
    case .success:
      StandardStream.output(text)
      return 0
    case .validationFailure:
      StandardStream.error(text)
      return 2
    case let code where error is ExitCode: return code.rawValue
    default:
      StandardStream.error("salesbook: this is a bug, please report it: \(text)")
      return 70
    }
  }
}
