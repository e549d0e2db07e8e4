import ArgumentParser
import Diagnostics
import Workspace

/// `salesbook clean`.
struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Removes what earlier builds have written.",
    discussion: """
      Only the files that Output's .salesbook.json lists are removed, and the folders that are \
      empty without them. Anything else in Output stays.
      """)

  @Option(
    name: .shortAndLong, help: "The folder that was published to. (default: as for build)",
    completion: .directory)
  var output: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let folder = try output ?? settingsOutput()
    let cleaning = try cleanOutput(folder)
    if shared.quiet { return }
    let count = cleaning.removed
    StandardStream.output("\(count) file\(count == 1 ? "" : "s") removed from \(folder)\n")
    if !cleaning.kept.isEmpty {
      StandardStream.output("not ours and kept: \(cleaning.kept.joined(separator: ", "))\n")
    }
  }

  /// The folder that the settings name; settings with mistakes are reported and name none.
  private func settingsOutput() throws -> String {
    let folder = try outputFolder(of: shared.source)
    StandardStream.error(shared.diagnosticText.text(of: folder.diagnostics))
    if folder.diagnostics.hasErrors { throw ExitCode(1) }
    return folder.value
  }
}
