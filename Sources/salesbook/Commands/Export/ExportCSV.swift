import ArgumentParser
import SalesMethod
import Workspace

/// `salesbook export csv`.
struct ExportCSV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Writes the tables, and a plan's, as CSV.",
    discussion: """
      The tables of the data folder come out clean: canonical headers, one notation for days and \
      numbers, columns that Salesbook does not know behind them as they were. With --person or \
      --month, or where there is one member, the plan's tables follow: plan-workload, plan-days, \
      plan-classes. With --person the tables hold that member's rows only.

      A text that a spreadsheet would take for a formula gets a ' in front; reading the table with \
      Salesbook takes it away again.

      Examples:
        salesbook export csv my-plan -o tables
        salesbook export csv -o deals.csv --table deals --excel
      """)

  @OptionGroup var export: ExportOptions

  @Option(
    name: .shortAndLong,
    help: "The folder to write to; for one --table, a file that ends in .csv.",
    completion: .directory)
  var output: String

  @OptionGroup var options: PlanOptions

  @Option(name: .long, help: "This table only; may be given more than once.")
  var table: [String] = []

  @Flag(name: .long, help: "For opening by a double click in Excel: byte order mark and CRLF.")
  var excel = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let shared = export.settled(shared)
    var request = TablesRequest(plan: try options.request(shared))
    request.tables = table
    request.isForExcel = excel
    request.force = export.force
    try ExportOptions.say(try exportTables(request, to: output), shared)
  }
}
