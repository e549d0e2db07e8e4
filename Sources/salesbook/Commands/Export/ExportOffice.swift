import ArgumentParser
import Phrases
import Workspace

/// `salesbook export docx`.
struct ExportDOCX: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docx",
    abstract: Phrase(
      zh: "把页面或整本手册写成 Word 文件。", en: "Writes pages or whole workbooks for Word."
    ).spoken,
    discussion: Phrase(
      zh: """
        给必须在 Word 里改的人。由本机安装的 pandoc（apt-get install pandoc）来写：公式还是公式，\
        表格还是表格，脚注还是脚注，讲师的话用样式 Facilitator Note。图表和方格带不过去，会说明。\
        不写 --page 时，写到 .docx 是这棵树的手册，写到文件夹是手册和手册以外的页。Output 不会被改动。

        示例：
          salesbook export docx -o workbook.docx --tree participant
          salesbook export docx -o part-3.docx --tree facilitator --page course/part-3
        """,
      en: """
        For those who must edit in Word. Written by the pandoc that is installed (apt-get install \
        pandoc): formulas stay formulas, tables tables, footnotes footnotes; what is for the facilitator \
        has the style Facilitator Note. Charts and squared paper do not carry over, which is said. Without \
        --page a file takes the tree's workbook, a folder the workbooks and the pages that stand in none. \
        Output stays as it is.

        Examples:
          salesbook export docx -o workbook.docx --tree participant
          salesbook export docx -o part-3.docx --tree facilitator --page course/part-3
        """
    ).spoken)

  @OptionGroup var export: ExportOptions

  @OptionGroup var office: OfficeOptions

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    try await office.write(as: .docx, export, shared)
  }
}

/// `salesbook export pptx`.
struct ExportPPTX: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pptx",
    abstract: Phrase(
      zh: "把一门课的幻灯片写成 PowerPoint 文件。", en: "Writes a course's slides for PowerPoint."
    ).spoken,
    discussion: Phrase(
      zh: """
        给必须在 PowerPoint 里改的人。由本机安装的 pandoc（apt-get install pandoc）来写：每张幻灯片一页，\
        讲师的话是备注，公式和表格是完整的；放不下的表格另起一页。图表带不过去，会说明。\
        树要有幻灯片：facilitator 或 slides 版。Output 不会被改动。

        示例：
          salesbook export pptx -o slides.pptx --tree facilitator
          salesbook export pptx -o slides.pptx --tree facilitator --page course/slides
        """,
      en: """
        For those who must edit in PowerPoint. Written by the pandoc that is installed (apt-get install \
        pandoc): a slide each, what is for the facilitator as its notes, formulas and tables whole; a \
        table that stands behind text gets a slide of its own. Charts do not carry over, which is said. \
        The tree must have slides: the edition facilitator or slides. Output stays as it is.

        Examples:
          salesbook export pptx -o slides.pptx --tree facilitator
          salesbook export pptx -o slides.pptx --tree facilitator --page course/slides
        """
    ).spoken)

  @OptionGroup var export: ExportOptions

  @OptionGroup var office: OfficeOptions

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    try await office.write(as: .pptx, export, shared)
  }
}

/// Which pages are written for an office, and where to.
struct OfficeOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(zh: "要写的文件或文件夹。", en: "The file or the folder to write."),
    completion: .file(extensions: ["docx", "pptx"]))
  var output: String

  @Option(help: ArgumentHelp(zh: "哪棵树，例如 participant。", en: "The tree, as participant."))
  var tree: String

  @Option(
    help: ArgumentHelp(
      zh: "树里的哪一页，不带 .html，例如 course/part-3。",
      en: "The page of the tree, without .html, as course/part-3."))
  var page: String?

  @Option(
    help: ArgumentHelp(zh: "谁的树：成员的 id。", en: "Whose tree: the member's id."))
  var person: String?

  @OptionGroup var dates: DateOptions

  @OptionGroup var words: VocabularyOption

  /// Writes the pages, and says what came of it.
  func write(
    as format: OfficeFormat, _ export: ExportOptions, _ shared: SharedOptions
  ) async throws {
    let shared = export.settled(shared)
    let request = try request(shared, force: export.force)
    try ExportOptions.say(try await exportOffice(request, as: format, to: output), shared)
  }

  /// What is asked for.
  private func request(_ shared: SharedOptions, force: Bool) throws -> PageRequest {
    var plan = PlanRequest(now: try dates.day.requested())
    plan.source = shared.source
    plan.person = person
    plan.period = dates.period
    var request = PageRequest(plan: plan, choice: .tree(tree, page: page))
    request.force = force
    request.vocabulary = words.vocabulary
    request.progress = shared.progress
    return request
  }
}
