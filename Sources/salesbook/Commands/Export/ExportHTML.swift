import ArgumentParser
import Phrases
import SalesMethod
import Workspace

/// `salesbook export html`.
struct ExportHTML: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "html",
    abstract: Phrase(
      zh: "把计划写成一个自足的网页文件。",
      en: "Writes plans as HTML files that need nothing beside them."
    ).spoken,
    discussion: Phrase(
      zh: """
        样式、脚本、图片和日历都在一个文件里，可以用聊天软件发给人，在手机上打开；不联网，不运行脚本\
        也能读全。一个人的计划写成一个文件；--all 给每个人写一个文件，都放在 -o 的文件夹里。\
        Output 不会被改动。

        同样的输入，得到同样的字节。

        示例：
          salesbook export html -o qian.html --person qian --month 2026-12
          salesbook export html -o plans --all --month 2026-12
        """,
      en: """
        Styles, scripts, pictures and the calendar stand in one file that can be sent through a chat and \
        opened on a phone. It asks for nothing, and reads whole where no scripts run. One person's plan \
        becomes one file; --all writes a file for everybody into the folder that -o names. Output stays as \
        it is.

        The same input gives the same bytes.

        Examples:
          salesbook export html -o qian.html --person qian --month 2026-12
          salesbook export html -o plans --all --month 2026-12
        """
    ).spoken)

  @OptionGroup var export: ExportOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      zh: "要写的文件；有 --all 时是文件夹。", en: "The file to write; with --all the folder."),
    completion: .file(extensions: ["html"]))
  var output: String

  @OptionGroup var options: PlanOptions

  @Flag(
    name: .long,
    help: ArgumentHelp(zh: "每个人的计划，各一个文件。", en: "Everybody's plan, a file each."))
  var all = false

  @OptionGroup var words: VocabularyOption

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if all && options.person != nil {
      throw ValidationError(
        zh: "--all 不能与 --person 一起用。", en: "--all cannot be given together with --person.")
    }
  }

  func run() async throws {
    let shared = export.settled(shared)
    var request = PageRequest(
      plan: try options.request(shared), choice: all ? .everybody : .person)
    request.force = export.force
    request.vocabulary = words.vocabulary
    try ExportOptions.say(try await exportHTML(request, to: output), shared)
  }
}
