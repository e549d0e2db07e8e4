package import Diagnostics
import SalesMethod
package import Tables

/// What importing one file gives: its report, a clean table, and the settings worth keeping.
package struct ImportedTable: Sendable {
  package let report: ImportReport
  /// The rows kept, under canonical headers and in canonical notation; columns that the table
  /// does not have follow as they were.
  ///
  /// The first row is the header.
  package let rows: [[String]]
  /// The parts of `salesbook.yaml` that say what was found out; empty where nothing needs saying.
  package let settings: String
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
  let read = readTables(file, encoding: settings.encoding(of: file.path))
  let schema = TableSchema.of(name)
  guard let table = chosen(from: read.value, as: schema) else {
    let missing: [Diagnostic] =
      read.value.isEmpty ? [] : [.whichSheet(read.value.map(\.name), at: Place(path: file.path))]
    return Parsed(nil, read.diagnostics + missing)
  }
  let decoded = decode(table, as: schema, settings)
  let imported = ImportedTable(
    report: ImportReport(decoded), rows: decoded.cleanRows, settings: decoded.settingsWorthKeeping)
  return Parsed(imported, read.diagnostics + check(settings) + decoded.findings(settings))
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
