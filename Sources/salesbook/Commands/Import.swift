import ArgumentParser
import Diagnostics
import OrderedJSON
import Rulebook
import SalesData
import SalesMethod
import Tables
import Workspace

/// `salesbook import`.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turns an export into a clean table, with a report of every row.",
    discussion: """
      Reads a CSV, TSV, XLSX, YAML or JSON file as one of the tables of a workspace, writes it as a \
      clean CSV file into the data folder and reports what became of every row. The settings worth \
      keeping are printed behind the report.

      Examples:
        salesbook import export.xlsx --as deals --dry-run
        salesbook import 客户.csv --as customers
      """)

  @Argument(help: "The file.", completion: .file())
  var file: String

  @Option(name: .customLong("as"), help: "The table: customers, deals, orders, …")
  var table: String

  @Flag(help: "Report only; write nothing.")
  var dryRun = false

  @Option(help: "How to report: text, or json.")
  var format = BuildOptions.Format.text

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard TableName(rawValue: table) == nil else { return }
    let known = TableName.allCases.map(\.rawValue)
    throw ValidationError(
      "There is no table “\(table)”: \(suggestion(for: table, among: known)).")
  }

  func run() throws {
    guard let name = TableName(rawValue: table) else { return }
    let source = SourceFile(path: file, bytes: try StandardStream.bytes(of: file))
    let settings = try workspaceSettings(shared)
    let read = importTable(source, as: name, settings: settings.dataSettings)
    var text = shared.diagnosticText
    text.source = { $0 == source.path ? shownText(source) : nil }
    StandardStream.error(text.text(of: read.diagnostics))
    guard let imported = read.value else { throw ExitCode(1) }
    report(imported, settings)
    if read.diagnostics.hasErrors { throw ExitCode(1) }
    guard !dryRun else { return }
    let target = "\(settings.data)/\(name.rawValue).csv"
    let refused = try WorkspaceWriter(shared.source).create(target, csv(imported.rows))
    StandardStream.error(DiagnosticText { _ in nil }.text(of: refused))
    if refused.hasErrors { throw ExitCode(1) }
    if !shared.quiet { StandardStream.error("written: \(target)\n") }
  }

  private func report(_ imported: ImportedTable, _ settings: Settings) {
    switch format {
    case .json: StandardStream.output(imported.report.json.text(indented: true) + "\n")
    case .text:
      StandardStream.output(imported.report.text(in: settings.language))
      if !imported.settings.isEmpty { StandardStream.output("\n" + imported.settings) }
    }
  }
}

/// The settings of the workspace a command works on, or the standard ones where there is none.
func workspaceSettings(_ shared: SharedOptions) throws -> Settings {
  try WorkspaceInput.settings(WorkspaceReader(shared.source)).value
}
