package import Diagnostics
package import SalesMethod
package import Tables

/// What a workspace's data files came to.
package struct LoadedData: Sendable {
  /// The records, decoded and checked.
  package var records: SalesRecords
  /// A report of each table, in the order of the schema.
  package var reports: [ImportReport]
}

/// Reads, decodes and checks the data files of a workspace: the one way from files to records.
///
/// A file is the table of its base name (`customers.csv`, `客户.xlsx`), a sheet of a workbook with
/// several the table of its own name. Everything that is wrong is reported in one run, each with its
/// place; whatever could be read is in the value.
///
///     let data = loadRecords(
///       files: [SourceFile(path: "customers.csv", text: "name,M\n甲公司,4\n")], settings: DataSettings())
///     data.value.records.customers[0].purchasingPower  // .score(thousandths: 4000)
package func loadRecords(
  files: [SourceFile], tables: [Table] = [], settings: DataSettings
) -> Parsed<LoadedData> {
  let loaded = loadTables(files: files, tables: tables, settings: settings)
  let reports = loaded.value.loadedTables.map(ImportReport.init)
  return Parsed(
    LoadedData(records: loaded.value.records, reports: reports), loaded.diagnostics)
}

/// Reads, decodes and checks the data files: the tables as they were decoded and the records.
func loadTables(
  files: [SourceFile], tables: [Table], settings: DataSettings
) -> Parsed<Loader> {
  var diagnostics = check(settings)
  var chosen: [TableName: Table] = [:]
  for file in files {
    let read = readTables(file)
    diagnostics += read.diagnostics
    for (table, schema) in namedTables(read.value, of: file, &diagnostics) {
      choose(table, as: schema, from: &chosen, &diagnostics)
    }
  }
  for table in tables {
    if let schema = TableSchema.named(table.name) {
      choose(table, as: schema, from: &chosen, &diagnostics)
    } else {
      diagnostics.append(.unknownTable(table.name, at: Place(path: table.origin.placePath)))
    }
  }
  let decoded = chosen.map { name, table in
    (name, decode(table, as: TableSchema.of(name), settings))
  }
  var loader = Loader(Dictionary(uniqueKeysWithValues: decoded), settings)
  loader.load()
  diagnostics += loader.loadedTables.flatMap(\.diagnostics) + loader.diagnostics
  return Parsed(loader, diagnostics)
}

/// The tables of a file that are canonical ones.
///
/// The only sheet of a workbook is named by the file where the file's name is a table's.
private func namedTables(_ tables: [Table], of file: SourceFile, _ diagnostics: inout [Diagnostic])
  -> [(Table, TableSchema)]
{
  let (base, _) = nameAndExtension(of: file.path)
  if tables.count == 1, let schema = TableSchema.named(base) { return [(tables[0], schema)] }
  let named = tables.compactMap { table in TableSchema.named(table.name).map { (table, $0) } }
  for table in tables where TableSchema.named(table.name) == nil {
    diagnostics.append(.unknownTable(table.name, at: Place(path: table.origin.placePath)))
  }
  return named
}

/// Takes a table as the canonical one of its name; a second one is an error.
private func choose(
  _ table: Table, as schema: TableSchema, from chosen: inout [TableName: Table],
  _ diagnostics: inout [Diagnostic]
) {
  if let other = chosen[schema.name] {
    diagnostics.append(
      .twoFiles(
        for: schema.name, first: other.origin.placePath,
        at: Place(path: table.origin.placePath)))
  } else {
    chosen[schema.name] = table
  }
}
