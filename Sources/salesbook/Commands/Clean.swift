import ArgumentParser
import Diagnostics
import Phrases
import Workspace

/// `salesbook clean`.
struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "删除以前生成的文件。",
      en: "Removes what earlier builds have written."
    ).spoken,
    discussion: Phrase(
      zh: """
        只删除 Output 中 .salesbook.json 列出的文件，以及因此变空的文件夹。Output 里的其他内容都保留。
        """,
      en: """
        Only the files that Output's .salesbook.json lists are removed, and the folders that are \
        empty without them. Anything else in Output stays.
        """
    ).spoken)

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      zh: "发布到的文件夹。（默认：与 build 相同）", en: "The folder that was published to. (default: as for build)"
    ),
    completion: .directory)
  var output: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let folder = try output ?? settingsOutput()
    let cleaning = try cleanOutput(folder)
    if shared.quiet { return }
    let count = cleaning.removed
    StandardStream.output(
      shared.said(
        Phrase(
          zh: "已从 \(folder) 删除 \(count: count) 个文件\n",
          en: "\(count: count, "file", "files") removed from \(folder)\n")))
    if !cleaning.kept.isEmpty {
      StandardStream.output(
        shared.said(
          Phrase(
            zh: "不是我们写的，保留：\(list: cleaning.kept)\n",
            en: "not written by Salesbook, kept: \(list: cleaning.kept)\n")))
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
