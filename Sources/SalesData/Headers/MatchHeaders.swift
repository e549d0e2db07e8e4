import Diagnostics
import Tables

/// Finds the canonical column of every header of a table: by the settings' mapping, by its canonical
/// name, by a synonym, by either behind the entity's name (`Deal - Value`).
///
/// Headers are compared whole, so `Account Owner` is never the account. Two headers that could be
/// one column are a question to the user, never a choice of ours.
func matchHeaders(of table: Table, to schema: TableSchema, by mapping: [DataSettings.Mapping])
  -> Parsed<[MatchedColumn]>
{
  let given = givenFields(of: table, schema, mapping)
  var diagnostics = given.diagnostics
  var columns: [MatchedColumn] = []
  for (index, header) in table.header.enumerated() {
    let isUnit = given.value[index] == nil && isColumnOfUnits(header, index, table, schema)
    let said = isUnit ? GivenField(field: schema.column("currency")) : given.value[index]
    columns.append(match(header, index, schema, given: said))
  }
  for field in schema.columns {
    let found = columns.filter { $0.field == field }
    let better = found.filter { $0.confidence != .lesser }
    let candidates = better.isEmpty ? found : better
    for other in found where !candidates.contains(other) {
      columns[other.index] = unmatched(other)
    }
    if better.isEmpty, candidates.count > 1, !field.isRequired {
      // Names that only may mean it, and none that does: it can do without.
      diagnostics.append(
        .twoCandidates(
          candidates.map(\.header), field: field.name, table: schema.name,
          at: table.placeOfHeader(candidates[1].index)
        ).as(.warning))
      for candidate in candidates { columns[candidate.index] = unmatched(candidate) }
    } else if candidates.count > 1 {
      let chosen = candidates.filter { $0.confidence == .given }
      if chosen.count != 1 {
        diagnostics.append(
          .twoCandidates(
            candidates.map(\.header), field: field.name, table: schema.name,
            at: table.placeOfHeader(candidates[1].index)))
      }
      let kept = chosen.first ?? candidates[0]
      for candidate in candidates where candidate != kept {
        columns[candidate.index] = unmatched(candidate)
      }
    }
  }
  diagnostics += missingColumns(columns, table, schema)
  return Parsed(columns, diagnostics)
}

private func match(
  _ header: String, _ index: Int, _ schema: TableSchema, given: GivenField?
) -> MatchedColumn {
  let key = HeaderKey(header)
  func found(_ field: ColumnSchema?, _ confidence: MatchedColumn.Confidence, _ key: HeaderKey)
    -> MatchedColumn
  {
    MatchedColumn(
      header: header, index: index, field: field, confidence: field == nil ? .none : confidence,
      unit: key.unit)
  }
  if let given { return found(given.field, .given, key) }
  if header.isEmpty { return found(nil, .none, key) }
  let names = HeaderNames.of(schema.name)
  if let field = names.canonical[key.key] { return found(field, .canonical, key) }
  if let field = names.synonyms[key.key] { return found(field, .synonym, key) }
  if let bare = HeaderKey.withoutEntity(header, entities: schema.entities),
    let field = names.canonical[bare.key] ?? names.synonyms[bare.key]
  {
    return found(field, .prefixed, bare)
  }
  let bare = HeaderKey.withoutEntity(header, entities: schema.entities)
  if let field = names.lesser[key.key] ?? bare.flatMap({ names.lesser[$0.key] }) {
    return found(field, .lesser, key)
  }
  return found(nil, .none, key)
}

/// Whether a column headed 单位 holds units of money, not companies.
private func isColumnOfUnits(
  _ header: String, _ index: Int, _ table: Table, _ schema: TableSchema
) -> Bool {
  guard schema.column("currency") != nil, ["单位", "unit", "units"].contains(HeaderKey(header).key)
  else { return false }
  let texts = (0..<min(table.rowCount, 200)).map { row in
    table.withCell(row, index) { bytes, _ in isNoValue(bytes) ? "" : String(copying: bytes) }
  }.filter { !$0.isEmpty }
  return !texts.isEmpty && texts.allSatisfy { AmountUnit($0) != nil }
}

private func unmatched(_ column: MatchedColumn) -> MatchedColumn {
  MatchedColumn(
    header: column.header, index: column.index, field: nil, confidence: .none,
    unit: column.unit)
}

/// What the settings say of one header: its column, or that it is none.
private struct GivenField {
  let field: ColumnSchema?
}

private func givenFields(
  of table: Table, _ schema: TableSchema, _ mapping: [DataSettings.Mapping]
) -> Parsed<[Int: GivenField]> {
  var given: [Int: GivenField] = [:]
  var diagnostics: [Diagnostic] = []
  for entry in mapping where entry.table == schema.name.rawValue {
    guard let index = table.header.firstIndex(where: { matchKey($0) == matchKey(entry.header) })
    else {
      // A clean table, as import writes it, has the column itself.
      let isThere = table.header.contains { entry.field == $0 }
      if !isThere { diagnostics.append(.mappedHeaderMissing(entry, headers: table.header)) }
      continue
    }
    guard let name = entry.field else {
      given[index] = GivenField(field: nil)
      continue
    }
    // An unknown field was reported with the settings themselves.
    if let field = schema.column(name) { given[index] = GivenField(field: field) }
  }
  return Parsed(given, diagnostics)
}

private func missingColumns(_ columns: [MatchedColumn], _ table: Table, _ schema: TableSchema)
  -> [Diagnostic]
{
  let found = Set(columns.compactMap { $0.field?.name })
  let unknown = columns.filter { $0.field == nil && !$0.header.isEmpty }.map(\.header)
  let place = table.placeOfHeader(0)
  var missing = schema.columns.filter { $0.isRequired && !found.contains($0.name) }.map {
    Diagnostic.missingColumn($0, of: schema.name, unknown: unknown, at: place)
  }
  if !schema.oneOf.isEmpty, found.isDisjoint(with: schema.oneOf), let first = schema.oneOf.first,
    let column = schema.column(first)
  {
    missing.append(.missingColumn(column, of: schema.name, unknown: unknown, at: place))
  }
  return missing
}

/// The names of a table's columns by their keys.
private struct HeaderNames: Sendable {
  var canonical: [String: ColumnSchema] = [:]
  var synonyms: [String: ColumnSchema] = [:]
  var lesser: [String: ColumnSchema] = [:]

  private static let all: [TableName: HeaderNames] = Dictionary(
    uniqueKeysWithValues: TableSchema.all.map { schema in
      var names = HeaderNames()
      for column in schema.columns {
        names.canonical[HeaderKey(column.name).key] = column
        for synonym in column.synonyms { names.synonyms[HeaderKey(synonym).key] = column }
        for synonym in column.lesserSynonyms { names.lesser[HeaderKey(synonym).key] = column }
      }
      return (schema.name, names)
    })

  static func of(_ table: TableName) -> HeaderNames { all[table] ?? HeaderNames() }
}
