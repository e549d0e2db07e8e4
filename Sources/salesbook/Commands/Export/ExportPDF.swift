import ArgumentParser
import Phrases
import Rulebook
import SalesMethod
import Workspace

/// `salesbook export pdf`.
struct ExportPDF: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf",
    abstract: Phrase(
      zh: "把计划或页面打印成 PDF。",
      en: "Prints plans or pages as PDF."
    ).spoken,
    discussion: Phrase(
      zh: """
        用本机安装的 Chromium 打印，与在浏览器里打印的一样，带书签和标签。一个人的计划写成一个文件；\
        --all 给每个人写一个文件，--tree 把一棵树的每一页写成一个文件，都放在 -o 的文件夹里。\
        Output 不会被改动。

        同样的输入、浏览器和字体，得到同样的字节。

        示例：
          salesbook export pdf -o qian.pdf --person qian --month 2026-12
          salesbook export pdf -o plans --all --month 2026-12
          salesbook export pdf -o part-3.pdf --tree participant --page course/part-3
          salesbook export pdf -o slides.pdf --tree facilitator --page course/slides --per-sheet 6
        """,
      en: """
        Prints by the Chromium that is installed, as the browser itself would, with an outline and \
        tags. One person's plan becomes one file; --all writes a file for everybody and --tree one for \
        each page of a tree, into the folder that -o names. Output stays as it is.

        The same input, browser and fonts give the same bytes.

        Examples:
          salesbook export pdf -o qian.pdf --person qian --month 2026-12
          salesbook export pdf -o plans --all --month 2026-12
          salesbook export pdf -o part-3.pdf --tree participant --page course/part-3
          salesbook export pdf -o slides.pdf --tree facilitator --page course/slides --per-sheet 6
        """
    ).spoken)

  @OptionGroup var export: ExportOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      zh: "要写的文件；有 --all，或有 --tree 而没有 --page 时，是文件夹。",
      en: "The file to write; with --all, or --tree without --page, the folder."),
    completion: .file(extensions: ["pdf"]))
  var output: String

  @OptionGroup var options: PlanOptions

  @Flag(
    name: .long,
    help: ArgumentHelp(zh: "每个人的计划，各一个文件。", en: "Everybody's plan, a file each."))
  var all = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "打印这棵树的页面，例如 participant。", en: "Print pages of this tree, as participant."))
  var tree: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "树里的哪一页，不带 .html，例如 course/part-3。",
      en: "The page of the tree, without .html, as course/part-3."))
  var page: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "纸张：a4 或 letter；不写时照设置。", en: "The paper, a4 or letter; else what the settings say."))
  var paper: Paper?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "幻灯片每张纸印几页：2 或 6；不写时每页一张。",
      en: "How many slides to print on a sheet, 2 or 6; else one."))
  var perSheet: SlidesPerSheet?

  @OptionGroup var words: VocabularyOption

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if all && (tree != nil || options.person != nil) {
      throw ValidationError(
        zh: "--all 不能与 --tree 或 --person 一起用。",
        en: "--all cannot be given together with --tree or --person.")
    }
    if page != nil && tree == nil {
      throw ValidationError(
        zh: "--page 要和 --tree 一起用，例如 --tree participant。",
        en: "--page needs --tree, as --tree participant.")
    }
  }

  func run() async throws {
    let shared = export.settled(shared)
    let choice: PageRequest.Choice =
      if all { .everybody } else if let tree { .tree(tree, page: page) } else { .person }
    var request = PageRequest(plan: try options.request(shared), choice: choice)
    request.force = export.force
    request.vocabulary = words.vocabulary
    request.paper = paper
    request.slides = perSheet
    request.progress = shared.progress
    try ExportOptions.say(try await exportPDF(request, to: output), shared)
  }
}

extension Paper: ExpressibleByArgument {}

extension SlidesPerSheet: ExpressibleByArgument {}
