import ArgumentParser
import Diagnostics
import Workspace

/// `salesbook export`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a plan, tables and calculations for other programs.",
    subcommands: [ExportXLSX.self, ExportCSV.self])
}

/// The options of every export.
struct ExportOptions: ParsableArguments {
  @Argument(help: "The workspace's folder, as -s names it.", completion: .directory)
  var place: String?

  @Flag(name: .long, help: "Replace files that are not ours or were changed since.")
  var force = false

  func validate() throws {
    if let place, !exists(place + "/.") {
      throw ValidationError("There is no folder “\(place)” to find a workspace in.")
    }
  }

  /// The shared options with the workspace that was named.
  func settled(_ shared: SharedOptions) -> SharedOptions {
    var shared = shared
    if let place { shared.source = place }
    return shared
  }

  /// Says what came of an export, and ends with exit code 1 where nothing was written.
  static func say(_ report: ExportReport, _ shared: SharedOptions) throws {
    StandardStream.error(shared.diagnosticText.text(of: report.diagnostics))
    if report.diagnostics.hasErrors { throw ExitCode(1) }
    if shared.quiet { return }
    for path in report.written { StandardStream.error("written: \(path)\n") }
    for path in report.unchanged { StandardStream.error("unchanged: \(path)\n") }
    if !report.parts.isEmpty {
      StandardStream.error("  " + report.parts.joined(separator: ", ") + "\n")
    }
  }
}
