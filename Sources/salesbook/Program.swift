import ArgumentParser
import Glibc
import Phrases
import Workspace

/// The beginning and the end: runs the command that was typed and says by the exit code how it went.
@main
enum Program {
  static func main() async {
    var language = Spoken.language
    do {
      var command = try Salesbook.parseAsRoot()
      language = self.language(of: command)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      let code = report(error, in: language)
      exit(endOfOutput(in: language) ?? code)
    }
    if let code = endOfOutput(in: language) { exit(code) }
  }

  /// Says that results could not be written, and gives the exit code; nil where they were.
  private static func endOfOutput(in language: Language) -> Int32? {
    StandardStream.outputFailure.map { report($0, in: language) }
  }

  /// The language of the workspace that a command reads, or that of help.
  private static func language(of command: any ParsableCommand) -> Language {
    (command as? any ReadsWorkspace)?.shared.language ?? Spoken.language
  }

  /// Says what went wrong, where the command has not said it yet, and gives the exit code.
  private static func report(_ error: any Error, in language: Language) -> Int32 {
    switch error {
    case let failure as MachineFailure: return report(failure, in: language)
    case PublishFailure.machine(let failure): return report(failure, in: language)
    case PublishFailure.refused(let diagnostics):
      var text = DiagnosticText { _ in nil }
      text.language = language
      StandardStream.error(text.text(of: diagnostics))
      return 1
    default: return reportParserError(error)
    }
  }

  private static func report(_ failure: MachineFailure, in language: Language) -> Int32 {
    let said = Phrase(
      zh: "salesbook：错误：\(failure.phrase)\n", en: "salesbook: error: \(failure.phrase)\n")
    StandardStream.error(said.text(in: language))
    return 3
  }

  /// Help goes to standard output and is a success; every mistake on the command line is exit code 2.
  private static func reportParserError(_ error: any Error) -> Int32 {
    let message = ParserWords.said(Salesbook.fullMessage(for: error), in: Spoken.language)
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
      StandardStream.error(
        Phrase(
          zh: "salesbook：这是程序的缺陷，请告诉我们：\(text)",
          en: "salesbook: this is a bug, please report it: \(text)"
        ).spoken)
      return 70
    }
  }
}
