package import Diagnostics
import SalesMethod
package import Tables

/// What importing one file gives: its report, a clean table, and the settings worth keeping.
package struct ImportedTable: Sendable {
  /// Which table it is.
  package let name: TableName
  /// Whether a person wrote it down as done, in a plan.
  package let isActual: Bool
  package let report: ImportReport
  /// The rows kept, under canonical headers and in canonical notation; columns that the table
  /// does not have follow as they were.
  ///
  /// The first row is the header.
  package let rows: [[String]]
  /// The parts of `salesbook.yaml` that say what was found out; empty where nothing needs saying.
  package let settings: String

  init(_ decoded: DecodedTable, isActual: Bool = false) {
    name = decoded.schema.name
    self.isActual = isActual
    report = ImportReport(decoded)
    rows = decoded.cleanRows
    settings = decoded.settingsWorthKeeping
  }

  /// The name of the file that it belongs into: what a plan says is done keeps the name of the plan.
  ///
  ///     imported.fileName(of: "plans/计划-2026-12.xlsx")  // "actual-orders-计划-2026-12.csv"
  package func fileName(of source: String) -> String {
    let sheet = isActual ? ActualSheet.allCases.first { $0.table == name } : nil
    guard let sheet else { return "\(name.rawValue).csv" }
    return "\(sheet.filePrefix)\(nameAndExtension(of: source).name).csv"
  }
}

/// Reads one file as a canonical table, as `salesbook import FILE --as TABLE` does.
///
/// References are left as written: there is no other table to look them up in.
///
/// Where a workbook has several sheets, the one that is named like the table is taken, else the only
/// one that has all its columns.
///
///     let imported = importTable(SourceFile(path: "x.csv", text: "客户名称,金额\n甲,1万\n"), as: .orders, …)
package func importTable(
  _ file: SourceFile, as name: TableName, settings: DataSettings = DataSettings()
) -> Parsed<ImportedTable?> {
  let read = readData(file, encoding: settings.encoding(of: file.path))
  let schema = TableSchema.of(name)
  guard let table = chosen(from: read.value, as: schema) else {
    let missing: [Diagnostic] =
      read.value.isEmpty ? [] : [.whichSheet(read.value.map(\.name), at: Place(path: file.path))]
    return Parsed(nil, read.diagnostics + missing)
  }
  let decoded = decode(table, as: schema, settings)
  return Parsed(
    ImportedTable(decoded), read.diagnostics + check(settings) + decoded.findings(settings))
}

/// Reads every table of one file, each as what it is by the settings, its name or its columns.
///
/// So does `salesbook import FILE`. Of a plan these are the sheets of what was done, without those in
/// which nothing was written.
///
///     importTables(SourceFile(path: "订单导出.csv", bytes: bytes)).value.map(\.name)  // [.orders]
package func importTables(
  _ file: SourceFile, settings: DataSettings = DataSettings()
) -> Parsed<[ImportedTable]> {
  let read = readData(file, encoding: settings.encoding(of: file.path))
  var namer = TableNamer(settings.files)
  let named = namer.tables(read.value, of: file)
  var diagnostics = read.diagnostics + check(settings) + named.diagnostics
  var imported: [ImportedTable] = []
  for table in named.value {
    let decoded =
      table.isActual
      ? Actuals.decoded(table.table, as: table.schema, settings)
      : decode(table.table, as: table.schema, settings)
    diagnostics += decoded.findings(settings)
    if table.isActual, decoded.keptRows.isEmpty { continue }
    imported.append(ImportedTable(decoded, isActual: table.isActual))
  }
  if imported.isEmpty, named.value.contains(where: \.isActual) {
    diagnostics.append(.nothingFilledIn(at: Place(path: file.path)))
  }
  return Parsed(imported, diagnostics)
}

/// Reads what a person recorded as done outside of tables, each part as the table it belongs to.
///
/// The parts come with canonical headers; `path` is the file that they were taken from.
///
///     importActuals([(.orders, [["customer", "date", "amount"], ["C1", "2026-12-01", "900"]])], from: "p.json")
package func importActuals(
  _ parts: [(name: TableName, rows: [[String]])], from path: String,
  settings: DataSettings = DataSettings()
) -> Parsed<[ImportedTable]> {
  var diagnostics = check(settings)
  if parts.isEmpty { diagnostics.append(.nothingFilledIn(at: Place(path: path))) }
  var imported: [ImportedTable] = []
  for part in parts {
    let file = SourceFile(path: "\(part.name.rawValue).csv", bytes: csv(part.rows))
    let read = readTables(file, encoding: nil)
    diagnostics += read.diagnostics
    for table in read.value {
      let decoded = decode(table, as: .of(part.name), settings)
      diagnostics += decoded.findings(settings)
      imported.append(ImportedTable(decoded, isActual: true))
    }
  }
  return Parsed(imported, diagnostics)
}

/// The table that a file is most likely meant for, as `salesbook init` proposes it: the one whose
/// required columns it has and of whose columns it has most.
///
///     likelyTable(of: table)  // .deals
package func likelyTable(of table: Table) -> TableName? {
  if let named = TableSchema.named(table.name) { return named.name }
  switch recogniseTable(table, names: [table.name]) {
  case .one(let name): return name
  case .several(let names): return names.first
  case .none: return nil
  }
}

private func chosen(from tables: [Table], as schema: TableSchema) -> Table? {
  if tables.count == 1 { return tables[0] }
  if let named = tables.first(where: { TableSchema.named($0.name)?.name == schema.name }) {
    return named
  }
  let fitting = tables.filter { !matchHeaders(of: $0, to: schema, by: []).diagnostics.hasErrors }
  return fitting.count == 1 ? fitting[0] : nil
}
