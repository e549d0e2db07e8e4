import ArgumentParser
import Diagnostics
import OrderedJSON
import Phrases
import PlanData
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
        并报告每一行的结果。值得保留的设置打印在报告后面。是哪张表按列认，认错时用 --as 写明。\
        导出的计划里填写的实际，以及手机上的计划存下的记录，写成 actual- 开头的文件，和别的数据\
        一起算。课程页上填写后存下的答案，用 --as customers 或 --as goals 变成下个月的数据。

        示例：
          salesbook import 计划-2026-12.xlsx
          salesbook import done-zhang-2026-12.json
          salesbook import export.xlsx --as deals --dry-run
          salesbook import 客户.csv --as customers
          salesbook import answers.json --as customers
          salesbook import answers.json --as goals --person zhang --month 2026-12
        """,
      en: """
        Reads a CSV, TSV, XLSX, YAML or JSON file as one of the tables of a workspace, writes it as a \
        clean CSV file into the data folder and reports what became of every row. The settings worth \
        keeping are printed behind the report. Its columns say which table it is; --as says it where \
        they do not. What was written into an exported plan as done, and the record that a plan on a \
        phone saves, become files that begin with actual-, and count beside the other data. So do answers that the pages \
        of a course save: with --as customers or --as goals they are next month’s data.

        Examples:
          salesbook import plan-2026-12.xlsx
          salesbook import done-zhang-2026-12.json
          salesbook import export.xlsx --as deals --dry-run
          salesbook import 客户.csv --as customers
          salesbook import answers.json --as customers
          salesbook import answers.json --as goals --person zhang --month 2026-12
        """
    ).spoken)

  @Argument(help: ArgumentHelp(zh: "文件。", en: "The file."), completion: .file())
  var file: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      zh: "哪张表：customers、deals、orders……（默认：按列认）",
      en: "The table: customers, deals, orders, … (default: told by its columns)"))
  var table: String?

  @Option(
    help: ArgumentHelp(
      zh: "答案里的哪张表，写成 页#栏目，例如 part-3.html#mine（默认：唯一合适的那张）",
      en:
        "The table among the answers, as PAGE#FIELD: part-3.html#mine (default: the only one that fits)"
    ))
  var field: String?

  @Option(
    help: ArgumentHelp(
      zh: "答案是谁的：成员的 id", en: "Whose answers they are: the member's id."))
  var person: String?

  @OptionGroup var dates: DateOptions

  @Flag(help: ArgumentHelp(zh: "只报告，不写文件。", en: "Report only; write nothing."))
  var dryRun = false

  @Option(help: ArgumentHelp(zh: "怎样报告：text 或 json。", en: "How to report: text, or json."))
  var format = MakingOptions.Format.text

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard let table, TableName(rawValue: table) == nil else { return }
    let known = TableName.allCases.map(\.rawValue)
    throw ValidationError(
      zh: "没有表“\(table)”。\(suggestion(for: table, among: known))",
      en: "There is no table “\(table)”: \(suggestion(for: table, among: known))")
  }

  func run() throws {
    let given = SourceFile(path: file, bytes: try StandardStream.bytes(of: file))
    let readable = OfficeConverter.readable(given)
    var text = shared.diagnosticText
    guard let source = readable.value else {
      StandardStream.error(text.text(of: readable.diagnostics))
      throw nothingWritten()
    }
    let settings = try workspaceSettings(shared)
    let read = try imported(source, settings)
    text.source = { $0 == source.path ? shownText(source) : nil }
    StandardStream.error(text.text(of: read.diagnostics))
    report(read.value)
    if read.value.isEmpty || read.diagnostics.hasErrors { throw nothingWritten() }
    guard !dryRun else { return }
    text.source = { _ in nil }
    let writer = try WorkspaceWriter(shared.source)
    let targets = read.value.map { "\(settings.data)/\($0.fileName(of: file))" }
    let isTaken = try targets.map { target in try writer.refusals(target).hasErrors }
    let taken = try zip(read.value, targets).filter { !$0.0.isActual }
      .flatMap { _, target in try writer.refusals(target) }
    StandardStream.error(text.text(of: taken))
    if taken.hasErrors { throw nothingWritten() }
    for (index, (table, target)) in zip(read.value, targets).enumerated() {
      if isTaken[index] {
        // The plan is imported again: what was written into it is all that counts.
        let kept = try writer.keepAside(target, writing: csv(table.rows))
        if !shared.quiet {
          StandardStream.error(
            shared.said(
              Phrase(
                zh: "上次导入的留存为：\(kept)\n", en: "the import before is kept as: \(kept)\n")))
        }
      } else {
        _ = try writer.create(target, csv(table.rows))
      }
      if shared.quiet { continue }
      StandardStream.error(
        shared.said(Phrase(zh: "已写入：\(target)\n", en: "written: \(target)\n")))
    }
  }

  /// The tables of the file: the one that is asked for, or all that it has.
  private func imported(
    _ source: SourceFile, _ settings: Settings
  ) throws -> Parsed<[ImportedTable]> {
    if AnswerFile.isAnswers(source) { return try answered(source, settings) }
    let settings = settings.dataSettings
    guard let name = table.flatMap(TableName.init) else {
      if DoneRecord.isRecord(source) { return recorded(source, settings) }
      return importTables(source, settings: settings)
    }
    let read = importTable(source, as: name, settings: settings)
    return Parsed(read.value.map { [$0] } ?? [], read.diagnostics)
  }

  /// What was typed into a plan on a phone: visits, orders and new customers.
  private func recorded(
    _ source: SourceFile, _ settings: DataSettings
  ) -> Parsed<[ImportedTable]> {
    let read = DoneRecord.read(source)
    guard let record = read.value else { return Parsed([], read.diagnostics) }
    let parts = record.sheets.compactMap { sheet in
      TableName(rawValue: sheet.name).map { (name: $0, rows: sheet.rows) }
    }
    let tables = importActuals(parts, from: source.path, settings: settings)
    return Parsed(tables.value, read.diagnostics + tables.diagnostics)
  }

  /// Says that a failed import leaves the workspace as it was.
  private func nothingWritten() -> ExitCode {
    StandardStream.error(
      shared.said(
        Phrase(zh: "导入没有完成，什么都没有写入。\n", en: "The import failed; nothing was written.\n")))
    return ExitCode(1)
  }

  private func report(_ imported: [ImportedTable]) {
    switch format {
    case .json:
      let reports = imported.map(\.report.json)
      guard !reports.isEmpty else { return }
      let all = reports.count == 1 ? reports[0] : .object([("tables", .array(reports))])
      StandardStream.output(all.text(indented: true) + "\n")
    case .text:
      let texts = imported.map { table in
        table.report.text(in: shared.language)
          + (table.settings.isEmpty ? "" : "\n" + table.settings)
      }
      StandardStream.output(texts.joined(separator: "\n"))
    }
  }
}

/// The settings of the workspace a command works on, or the standard ones where there is none.
func workspaceSettings(_ shared: SharedOptions) throws -> Settings {
  try WorkspaceInput.settings(WorkspaceReader(shared.source)).value
}
