import ArgumentParser
import Phrases
import SalesMethod
import Workspace

/// `salesbook export csv`.
struct ExportCSV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: Phrase(
      zh: "把数据表和计划中的表写成 CSV。",
      en: "Writes the tables, and a plan's, as CSV."
    ).spoken,
    discussion: Phrase(
      zh: """
        数据文件夹的表整理后写出：统一的表头，日期和数字统一写法，不认识的列原样放在后面。写了 --person 或\
         --month，或只有一位成员时，后面还有计划的表：plan-workload、plan-days、plan-classes。写了 --person 时\
        各表只含这位成员的行。

        会被电子表格当作公式的文字前面加上 '；用 Salesbook 再读时会去掉。

        示例：
          salesbook export csv my-plan -o tables
          salesbook export csv -o deals.csv --table deals --excel
        """,
      en: """
        The tables of the data folder come out clean: canonical headers, one notation for days and \
        numbers, columns that Salesbook does not know behind them as they were. With --person or \
        --month, or where there is one member, the plan's tables follow: plan-workload, plan-days, \
        plan-classes. With --person the tables hold that member's rows only.

        A text that a spreadsheet would take for a formula gets a ' in front; reading the table with \
        Salesbook takes it away again.

        Examples:
          salesbook export csv my-plan -o tables
          salesbook export csv -o deals.csv --table deals --excel
        """
    ).spoken)

  @OptionGroup var export: ExportOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      zh: "写到哪个文件夹；只有一个 --table 时，写以 .csv 结尾的文件。",
      en: "The folder to write to; for one --table, a file that ends in .csv."),
    completion: .directory)
  var output: String

  @OptionGroup var options: PlanOptions

  @Option(
    name: .long,
    help: ArgumentHelp(zh: "只导出这张表；可以写多次。", en: "This table only; may be given more than once."))
  var table: [String] = []

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "供 Excel 双击打开：带字节序标记和 CRLF。",
      en: "For opening by a double click in Excel: byte order mark and CRLF."))
  var excel = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if output == "-" {
      throw ValidationError(
        zh: "表写进文件夹或文件，不写到标准输出；写 -o 文件夹，或 --table 和 -o 文件.csv。",
        en:
          "Tables go into a folder or a file, not to standard output: write -o FOLDER, or --table and "
          + "-o FILE.csv.")
    }
  }

  func run() throws {
    let shared = export.settled(shared)
    var request = TablesRequest(plan: try options.request(shared))
    request.tables = table
    request.isForExcel = excel
    request.force = export.force
    try ExportOptions.say(try exportTables(request, to: output), shared)
  }
}
