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
    for (table, schema) in namedTables(read.value, of: file, settings.files, &diagnostics) {
      let place = Place(path: table.origin.placePath)
      choose(table, as: schema, at: place, from: &chosen, &diagnostics)
    }
  }
  for table in tables {
    let place =
      settings.queries.first { $0.table == table.name }?.place
      ?? Place(path: table.origin.placePath)
    if let schema = TableSchema.named(table.name) {
      choose(table, as: schema, at: place, from: &chosen, &diagnostics)
    } else {
      diagnostics.append(.unknownTable(table.name, at: place))
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

/// The tables of a file that are canonical ones: by the settings' `tables`, else by their names.
///
/// The only sheet of a workbook is named by the file where the file's name is a table's.
private func namedTables(
  _ tables: [Table], of file: SourceFile, _ named: [DataSettings.NamedFile],
  _ diagnostics: inout [Diagnostic]
) -> [(Table, TableSchema)] {
  let (base, _) = nameAndExtension(of: file.path)
  var found: [(Table, TableSchema)] = []
  for table in tables {
    let place = Place(path: table.origin.placePath)
    if let entry = named.first(where: { $0.means(table, of: file, isOnly: tables.count == 1) }) {
      // A name that is no table's was reported with the settings themselves.
      if let name = entry.table.flatMap(TableName.init) { found.append((table, .of(name))) }
    } else if tables.count == 1, let schema = TableSchema.named(base) {
      found.append((table, schema))
    } else if let schema = TableSchema.named(table.name) {
      found.append((table, schema))
    } else {
      diagnostics.append(
        .unknownTable(
          table.name, file: shortPath(of: table, of: file), likely: likelyTable(of: table),
          at: place))
    }
  }
  return found
}

/// The file's name, and the sheet's where there is one, as `tables` in the settings names them.
private func shortPath(of table: Table, of file: SourceFile) -> String {
  let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
  return name + (table.origin.sheet.map { "[\($0)]" } ?? "")
}

extension DataSettings.NamedFile {
  /// Whether the entry means a table of a file; a workbook's only sheet needs no name.
  fileprivate func means(_ table: Table, of source: SourceFile, isOnly: Bool) -> Bool {
    func isEnd(of path: String) -> Bool { path == file || path.hasSuffix("/" + file) }
    return isEnd(of: table.origin.placePath) || (isOnly && isEnd(of: source.path))
  }
}

/// Takes a table as the canonical one of its name; a second one is an error.
private func choose(
  _ table: Table, as schema: TableSchema, at place: Place,
  from chosen: inout [TableName: Table], _ diagnostics: inout [Diagnostic]
) {
  if let other = chosen[schema.name] {
    diagnostics.append(.twoFiles(for: schema.name, first: other.origin.placePath, at: place))
  } else {
    chosen[schema.name] = table
  }
}
