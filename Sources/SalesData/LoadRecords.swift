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
  let decoded = decodeData(files: files, tables: tables, settings: settings)
  return Parsed(decoded.value.loaded, decoded.diagnostics)
}

/// What a workspace's data files came to, with the tables themselves for whoever writes them again.
package struct DecodedData: Sendable {
  /// The records, and a report of each table.
  package let loaded: LoadedData
  /// The tables as they were decoded, in the order of the schema.
  let tables: [DecodedTable]
}

/// Reads, decodes and checks the data files as `loadRecords` does, and keeps the tables.
///
///     let decoded = decodeData(files: files, settings: DataSettings()).value
///     decoded.loaded.records.customers.count  // 1
///     decoded.clean().value.tables[0].rows[0]  // ["customer_id", "name", …]
package func decodeData(
  files: [SourceFile], tables: [Table] = [], settings: DataSettings
) -> Parsed<DecodedData> {
  let read = loadTables(files: files, tables: tables, settings: settings)
  let decoded = read.value.loadedTables
  let loaded = LoadedData(
    records: read.value.records, reports: decoded.map(ImportReport.init))
  return Parsed(DecodedData(loaded: loaded, tables: decoded), read.diagnostics)
}

/// Reads, decodes and checks the data files: the tables as they were decoded and the records.
func loadTables(
  files: [SourceFile], tables: [Table], settings: DataSettings
) -> Parsed<Loader> {
  var diagnostics = check(settings)
  var chosen = ChosenTables()
  var actuals = Actuals()
  var namer = TableNamer(settings.files)
  for file in files where !isPassedOver(file.path) {
    let read = readData(file, encoding: settings.encoding(of: file.path))
    diagnostics += read.diagnostics
    let named = namer.tables(read.value, of: file)
    diagnostics += named.diagnostics
    for named in named.value where named.isActual {
      actuals.add(named.table, as: named.schema.name)
    }
    for named in named.value where !named.isActual {
      chosen.add(named.table, as: named.schema, at: Place(path: named.table.origin.placePath))
    }
  }
  diagnostics += namer.unusedEntries
  for table in tables {
    let place =
      settings.queries.first { $0.table == table.name }?.place
      ?? Place(path: table.origin.placePath)
    if let schema = TableSchema.named(table.name) {
      chosen.add(table, as: schema, at: place)
    } else {
      diagnostics.append(.unknownTable(table.name, at: place))
    }
  }
  let joined = chosen.joined(given: namer.given)
  diagnostics += joined.diagnostics
  let decoded = joined.value.map { name, table in
    (name, decode(table, as: TableSchema.of(name), settings))
  }
  let all = actuals.added(to: Dictionary(uniqueKeysWithValues: decoded), settings)
  var loader = Loader(all, settings)
  loader.disputed = chosen.disputed.union(all.values.filter(\.hasNoRowsToName).map(\.schema.name))
  loader.load()
  diagnostics += loader.loadedTables.flatMap { $0.findings(settings) } + loader.diagnostics
  return Parsed(loader, diagnostics)
}
