import ArgumentParser
import Diagnostics
import Glibc
import Tables
import Workspace

/// The options that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "The workspace's folder.", completion: .directory)
  var source = "."

  @Flag(name: .shortAndLong, help: "Say errors only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say notes as well.")
  var verbose = false

  @Flag(name: .long, help: "Print without colours, as NO_COLOR does too.")
  var noColor = false

  func validate() throws {
    if quiet && verbose { throw ValidationError("-q and -v cannot be given together.") }
    guard exists(source + "/.") else {
      throw ValidationError("There is no folder “\(source)” to find a workspace in.")
    }
  }

  /// A writer of diagnostics that shows the lines of this workspace's files.
  var diagnosticText: DiagnosticText {
    let reader = try? WorkspaceReader(source)
    var text = DiagnosticText { path in
      let bytes = try? reader?.bytes(of: path).value
      // A table may be in any encoding; pages and settings are UTF-8, or the error is that they are not.
      let isTable = [".csv", ".tsv", ".txt"].contains(where: path.lowercased().hasSuffix)
      return isTable ? bytes.flatMap { shownText(SourceFile(path: path, bytes: $0)) } : bytes
    }
    text.least = quiet ? .error : verbose ? .note : .warning
    text.hasColours =
      !noColor && StandardStream.errorIsTerminal && (environment("NO_COLOR") ?? "").isEmpty
      && environment("TERM") != "dumb"
    return text
  }

  /// A line of progress, drawn where a person waits for it.
  var progress: ProgressLine {
    ProgressLine(
      isShown: !quiet && StandardStream.errorIsTerminal && environment("TERM") != "dumb")
  }
}

/// Whether there is something under a path that a person typed.
func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// The value of an environment variable; nil where it is not set.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
