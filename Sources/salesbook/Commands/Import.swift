import ArgumentParser
import Diagnostics
import OrderedJSON
import Phrases
import Rulebook
import SalesData
import SalesMethod
import Tables
import Workspace

/// `salesbook import`.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "把导出的文件变成整理好的表，并报告每一行的结果。",
      en: "Turns an export into a clean table, with a report of every row."
    ).spoken,
    discussion: Phrase(
      zh: """
        把 CSV、TSV、XLSX、YAML 或 JSON 文件当作工作区的一张表来读，整理成 CSV 写入数据文件夹，\
        并报告每一行的结果。值得保留的设置打印在报告后面。

        示例：
          salesbook import export.xlsx --as deals --dry-run
          salesbook import 客户.csv --as customers
        """,
      en: """
        Reads a CSV, TSV, XLSX, YAML or JSON file as one of the tables of a workspace, writes it as a \
        clean CSV file into the data folder and reports what became of every row. The settings worth \
        keeping are printed behind the report.

        Examples:
          salesbook import export.xlsx --as deals --dry-run
          salesbook import 客户.csv --as customers
        """
    ).spoken)

  @Argument(help: ArgumentHelp(zh: "文件。", en: "The file."), completion: .file())
  var file: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      zh: "哪张表：customers、deals、orders……", en: "The table: customers, deals, orders, …"))
  var table: String

  @Flag(help: ArgumentHelp(zh: "只报告，不写文件。", en: "Report only; write nothing."))
  var dryRun = false

  @Option(help: ArgumentHelp(zh: "怎样报告：text 或 json。", en: "How to report: text, or json."))
  var format = BuildOptions.Format.text

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard TableName(rawValue: table) == nil else { return }
    let known = TableName.allCases.map(\.rawValue)
    throw ValidationError(
      zh: "没有表“\(table)”。\(suggestion(for: table, among: known))",
      en: "There is no table “\(table)”: \(suggestion(for: table, among: known))")
  }

  func run() throws {
    guard let name = TableName(rawValue: table) else { return }
    let source = SourceFile(path: file, bytes: try StandardStream.bytes(of: file))
    let settings = try workspaceSettings(shared)
    let read = importTable(source, as: name, settings: settings.dataSettings)
    var text = shared.diagnosticText
    text.source = { $0 == source.path ? shownText(source) : nil }
    StandardStream.error(text.text(of: read.diagnostics))
    guard let imported = read.value else { throw nothingWritten() }
    report(imported)
    if read.diagnostics.hasErrors { throw nothingWritten() }
    guard !dryRun else { return }
    let target = "\(settings.data)/\(name.rawValue).csv"
    let refused = try WorkspaceWriter(shared.source).create(target, csv(imported.rows))
    text.source = { _ in nil }
    StandardStream.error(text.text(of: refused))
    if refused.hasErrors { throw nothingWritten() }
    if !shared.quiet {
      StandardStream.error(
        shared.said(Phrase(zh: "已写入：\(target)\n", en: "written: \(target)\n")))
    }
  }

  /// Says that a failed import leaves the workspace as it was.
  private func nothingWritten() -> ExitCode {
    StandardStream.error(
      shared.said(
        Phrase(zh: "导入没有完成，什么都没有写入。\n", en: "The import failed; nothing was written.\n")))
    return ExitCode(1)
  }

  private func report(_ imported: ImportedTable) {
    switch format {
    case .json: StandardStream.output(imported.report.json.text(indented: true) + "\n")
    case .text:
      StandardStream.output(imported.report.text(in: shared.language))
      if !imported.settings.isEmpty { StandardStream.output("\n" + imported.settings) }
    }
  }
}

/// The settings of the workspace a command works on, or the standard ones where there is none.
func workspaceSettings(_ shared: SharedOptions) throws -> Settings {
  try WorkspaceInput.settings(WorkspaceReader(shared.source)).value
}
