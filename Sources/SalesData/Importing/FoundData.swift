package import Diagnostics
import Phrases
package import SalesMethod
package import Tables

/// What a folder of files holds, for a workspace that is to begin with it.
package struct FoundData: Sendable {
  /// One table, as it was found.
  package struct FoundTable: Hashable, Sendable {
    package let name: TableName
    /// The files, or `file.xlsx[Sheet]`, that it was read from.
    package let files: [String]
    /// How many rows hold data, and how many of them are kept.
    package let rows: Int
    package let kept: Int
    /// Its headers, and the column of each; nil where the table has none of the kind.
    package let headers: [TableProposal.Header]
  }

  /// Somebody whom rows name as their owner.
  package struct NamedOwner: Hashable, Sendable {
    package let name: String
    package let rows: Int
    package let tables: [TableName]

    /// Somebody with rows.
    package init(name: String, rows: Int, tables: [TableName]) {
      (self.name, self.rows, self.tables) = (name, rows, tables)
    }
  }

  /// A stage of the deals, and what it is taken for; nil where nobody knows.
  package struct FoundStage: Hashable, Sendable {
    package let name: String
    package let rows: Int
    package let status: String?
    package let probabilityMillionths: Int?
  }

  /// A name of a customer who is in no table of them.
  package struct Stranger: Hashable, Sendable {
    package let name: String
    /// How many rows name them.
    package let rows: Int
  }

  /// The records, as far as they could be read.
  package let records: SalesRecords
  /// In the order of the schema.
  package let tables: [FoundTable]
  /// Those whom most rows name first.
  package let owners: [NamedOwner]
  /// In the order in which the deals name them.
  package let stages: [FoundStage]
  /// Whom other tables name as customers who are in no table of them: each once.
  package let strangers: [Stranger]

  /// Whether there are amounts of sales, of which none may say its currency.
  package var hasAmounts: Bool { !records.deals.isEmpty || !records.orders.isEmpty }

  /// Whether a table was found.
  package func has(_ table: TableName) -> Bool { tables.contains { $0.name == table } }
}

/// Reads the files of a folder and says what is in them, and what is wrong with it.
///
///     findData(files, settings: settings).value.owners.first?.name  // "张伟"
package func findData(
  _ files: [SourceFile], tables: [Table] = [], settings: DataSettings
) -> Parsed<FoundData> {
  let loaded = loadTables(files: files, tables: tables, settings: settings)
  let tables = loaded.value.loadedTables
  return Parsed(
    FoundData(
      records: loaded.value.records, tables: tables.map(\.found), owners: owners(in: tables),
      stages: stages(in: tables, settings), strangers: strangers(in: tables, loaded.value)),
    loaded.diagnostics)
}

extension DecodedTable {
  fileprivate var found: FoundData.FoundTable {
    FoundData.FoundTable(
      name: schema.name, files: table.origins.map(\.placePath), rows: dataRows.count,
      kept: keptRows.count,
      headers: columns.filter { !$0.header.isEmpty }.map {
        TableProposal.Header(
          header: $0.header, field: $0.field?.name, isBeside: $0.isBeside)
      })
  }
}

private func owners(in tables: [DecodedTable]) -> [FoundData.NamedOwner] {
  var order: [String] = []
  var found: [String: (name: String, rows: Int, tables: [TableName])] = [:]
  for table in tables where table.schema.isExported && table.values["owner"] != nil {
    let names = table.texts("owner")
    for row in table.dataRows {
      guard let name = names[row], !isWordForNothing(name) else { continue }
      let key = matchKey(name)
      if found[key] == nil { order.append(key) }
      var entry = found[key] ?? (name, 0, [])
      entry.rows += 1
      if entry.tables.last != table.schema.name { entry.tables.append(table.schema.name) }
      found[key] = entry
    }
  }
  let all = order.compactMap { found[$0] }.enumerated().sorted {
    ($1.element.rows, $0.offset) < ($0.element.rows, $1.offset)
  }
  return all.map { FoundData.NamedOwner(name: $1.name, rows: $1.rows, tables: $1.tables) }
}

private func stages(
  in tables: [DecodedTable], _ settings: DataSettings
) -> [FoundData.FoundStage] {
  guard let deals = tables.first(where: { $0.schema.name == .deals }) else { return [] }
  let stages = deals.texts("stage")
  var rows = [Int](repeating: 0, count: stages.texts.count)
  for row in deals.rowsToCheck { stages.number(row).map { rows[$0] += 1 } }
  return stages.texts.enumerated().filter { rows[$0.offset] > 0 }.map { number, stage in
    let meaning = StageMeaning.of(stage, settings)
    return FoundData.FoundStage(
      name: stage, rows: rows[number], status: meaning?.status.rawValue,
      probabilityMillionths: meaning?.probabilityMillionths)
  }
}

private func strangers(in tables: [DecodedTable], _ loader: Loader) -> [FoundData.Stranger] {
  var directory = loader.customers
  var rows: [String: Int] = [:]
  var names: [String] = []
  for table in tables where table.schema.name != .customers && table.values["customer"] != nil {
    let texts = table.texts("customer")
    var isKnown = [Bool?](repeating: nil, count: texts.texts.count)
    for row in table.rowsToCheck {
      guard let number = texts.number(row), !isWordForNothing(texts.texts[number]) else { continue }
      let name = texts.texts[number]
      let known = isKnown[number] ?? directory.knows(name)
      isKnown[number] = known
      guard !known else { continue }
      if rows[matchKey(name)] == nil { names.append(name) }
      rows[matchKey(name), default: 0] += 1
    }
  }
  return names.map { FoundData.Stranger(name: $0, rows: rows[matchKey($0)] ?? 0) }
}

extension Directory {
  /// Whether a name means something that is there, or would if its row had not been left out.
  fileprivate mutating func knows(_ name: String) -> Bool {
    if case .unknown = resolve(name) { return false }
    return true
  }
}
