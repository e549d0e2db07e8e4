import ArgumentParser
import Book
import Pages
import Phrases
import SalesMethod
import Workspace

/// `salesbook export xlsx`.
struct ExportXLSX: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xlsx",
    abstract: Phrase(
      zh: "把计划和页面上的计算写成 Excel 工作簿。",
      en: "Writes a plan, and what pages compute, as an Excel workbook."
    ).spoken,
    discussion: Phrase(
      zh: """
        工作簿里有工作量表、本月每日安排、客户分类、80/20 表和漏斗，各带图表；写了 --page 或 --all-pages 时，\
        每个有计算的页各占一张工作表。输入是浅黄色的单元格，结果是随之变化的公式。指定了页而没有写 --person 或\
         --month 时，其中没有计划。版本中留空的，工作簿里也留空。

        已有的文件只有保持上次导出的原样时才会被替换，或者用 --force。

        示例：
          salesbook export xlsx my-plan -o plan.xlsx --month 2026-12
          salesbook export xlsx -o zhang.xlsx --person qian --month 2026-12
          salesbook export xlsx -o answers.xlsx --page course/part-3.md --edition facilitator
        """,
      en: """
        The workbook has the workload sheet, the days of the month, the classes of the customers, the \
        80/20 table and the funnel, each with its charts; with --page or --all-pages a sheet for each \
        page that computes something. Inputs are light yellow cells; results are formulas that follow \
        them. Where pages are named and neither --person nor --month is, there is no plan in it. What \
        the edition leaves blank is blank in the workbook too.

        A file that is there is replaced only if it is as an earlier export wrote it, or by --force.

        Examples:
          salesbook export xlsx my-plan -o plan.xlsx --month 2026-12
          salesbook export xlsx -o zhang.xlsx --person qian --month 2026-12
          salesbook export xlsx -o answers.xlsx --page course/part-3.md --edition facilitator
        """
    ).spoken)

  @OptionGroup var export: ExportOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp(zh: "要写的工作簿。", en: "The workbook to write."),
    completion: .file())
  var output: String

  @OptionGroup var options: PlanOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "为哪一页的计算写工作表，例如 course/part-3.md；可以写多次。",
      en: "A page whose calculations get a sheet, as course/part-3.md; may be given more than once."
    )
  )
  var page: [String] = []

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "为每个有计算的页写一张工作表。", en: "Give every page that computes something a sheet."))
  var allPages = false

  @Option(
    name: .long,
    help: ArgumentHelp(zh: "工作表按哪个版本留空。", en: "The edition whose blanks the pages' sheets keep."))
  var edition = Edition.participant

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if allPages && !page.isEmpty {
      throw ValidationError(
        zh: "--page 和 --all-pages 不能一起用。",
        en: "--page and --all-pages cannot be given together.")
    }
  }

  func run() async throws {
    let shared = export.settled(shared)
    var request = WorkbookRequest(plan: try options.request(shared))
    request.force = export.force
    if allPages || !page.isEmpty {
      request.pages = PageChoice(
        sources: allPages ? nil : page, edition: edition, person: options.person)
    }
    try ExportOptions.say(try await exportWorkbook(request, to: output), shared)
  }
}

extension Edition: ExpressibleByArgument {}
