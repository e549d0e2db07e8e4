import Diagnostics
import Tables

/// Which canonical table the columns of a file are those of.
enum RecognisedTable: Hashable {
  case one(TableName)
  /// Several, of which a person must choose.
  case several([TableName])
  case none
}

/// Finds the canonical table whose columns a table has.
///
/// All that are required, and more of them than any other's; where two have as many, a name that speaks
/// of one of them decides.
///
///     recogniseTable(table, names: ["客户导出20261129"])  // .one(.customers)
func recogniseTable(_ table: Table, names: [String] = []) -> RecognisedTable {
  let spoken = names.lazy.compactMap(TableSchema.spoken).first?.name
  let headers = table.header.map { ReadHeader($0) }
  let fitting = TableSchema.all.compactMap { schema -> (name: TableName, count: Int)? in
    if schema.isTakenByNameOnly, schema.name != spoken { return nil }
    let matched = matchHeaders(of: table, to: schema, by: [], reading: headers)
    let count = matched.value.count { $0.field != nil }
    guard !matched.diagnostics.hasErrors, count > 1 || schema.name == spoken else { return nil }
    if schema.name == .team, spoken != .team, !isTeam(table, matched.value) { return nil }
    return (schema.name, count)
  }
  guard let most = fitting.map(\.count).max() else { return .none }
  if let spoken, !fitting.contains(where: { $0.name == spoken }) {
    // A list of payments has customers too: where its name speaks of another table, and most of its columns
    // are not those of the one that fits, it is none.
    let headers = table.header.count { !$0.isEmpty }
    if most * 2 < headers { return .none }
  }
  let best = fitting.filter { $0.count == most }.map(\.name)
  if let spoken, fitting.contains(where: { $0.name == spoken && $0.count * 2 >= most }) {
    return .one(spoken)
  }
  return best.count == 1 ? .one(best[0]) : .several(best)
}

/// The tables some of whose columns a table has, those of which it has most first.
func rankedTables(of table: Table) -> [TableName] {
  let headers = table.header.map { ReadHeader($0) }
  let counts = TableSchema.all.filter { !$0.isTakenByNameOnly }.enumerated().map { index, schema in
    let known = matchHeaders(of: table, to: schema, by: [], reading: headers).value
      .count { $0.field != nil }
    return (name: schema.name, known: known, index: index)
  }
  return counts.filter { $0.known > 0 }.sorted { ($1.known, $0.index) < ($0.known, $1.index) }
    .map(\.name)
}

/// Whether a table that speaks of people is the team: it says more of them than who they are, and each
/// of them stands in it once.
///
/// Clocks that people pass, and visitors, are none.
private func isTeam(_ table: Table, _ columns: [MatchedColumn]) -> Bool {
  let says = columns.contains { $0.field.map { !["member", "name"].contains($0.name) } ?? false }
  guard says, let ids = columns.first(where: { $0.field?.name == "member" }) else { return false }
  let names = (0..<table.rowCount).map { row in
    table.withCell(row, ids.index) { bytes, _ in String(copying: bytes) }
  }.filter { !$0.isEmpty }
  return Set(names).count == names.count
}

extension TableSchema {
  /// The table that a file's name speaks of, besides days, numbers and words such as 导出; nil where it
  /// speaks of none.
  ///
  ///     TableSchema.spoken("订单明细-2026-11(1)")?.name  // .orders
  static func spoken(_ name: String) -> TableSchema? {
    var key = HeaderKey(name).key.filter { !$0.isNumber && !"()[].年月日".contains($0) }
    if let schema = named(key) { return schema }
    let words = [
      "导出", "明细", "列表", "数据", "报表", "汇总", "全部", "我的", "表", "记录", "export", "report", "list",
      "data", "all", "my", "copy", "副本", "一覧", "エクスポート",
    ]
    key = simplified(key) ?? key
    for word in words { key = key.replacing(word, with: "") }
    return named(key)
  }
}

/// The table that a file's name speaks of, of whose columns it has all that are needed but one.
struct AlmostTable {
  let name: TableName
  /// The column that it lacks.
  let column: ColumnSchema
  /// The headers that could be it.
  let unknown: [String]

  init(name: TableName, column: ColumnSchema, unknown: [String]) {
    (self.name, self.column, self.unknown) = (name, column, unknown)
  }

  /// Looks for one; nil where the names speak of no table, or it lacks more.
  init?(_ table: Table, names: [String]) {
    guard let schema = names.lazy.compactMap(TableSchema.spoken).first else { return nil }
    let matched = matchHeaders(of: table, to: schema, by: [])
    let found = Set(matched.value.compactMap { $0.field?.name })
    let missing = schema.columns.filter { $0.isRequired && !found.contains($0.name) }
    let mistakes = matched.diagnostics.filter { $0.severity == .error }
    guard missing.count == 1, mistakes.count == 1, found.count > 1 else { return nil }
    (name, column) = (schema.name, missing[0])
    unknown = matched.value.filter { $0.field == nil && !$0.header.isEmpty }.map(\.header)
  }
}
