import Diagnostics
import Tables

/// Finds the canonical column of every header of a table: by the settings' mapping, by its canonical
/// name, by a synonym, by either behind the entity's name (`Deal - Value`).
///
/// Headers are compared whole, so `Account Owner` is never the account. Two headers that could be
/// one column are a question to the user, never a choice of ours.
///
/// `headers` are the table's, where they have been read before.
func matchHeaders(
  of table: Table, to schema: TableSchema, by mapping: [DataSettings.Mapping],
  reading headers: [ReadHeader]? = nil
) -> Parsed<[MatchedColumn]> {
  let headers = headers ?? table.header.map { ReadHeader($0) }
  let given = givenFields(of: table, schema, mapping)
  var diagnostics = given.diagnostics
  var columns: [MatchedColumn] = []
  for (index, header) in headers.enumerated() {
    let isUnit = given.value[index] == nil && isColumnOfUnits(header.text, index, table, schema)
    let said = isUnit ? GivenField(field: schema.column("currency")) : given.value[index]
    columns.append(match(header, index, schema, given: said))
  }
  settleBalances(&columns, schema)
  for field in schema.columns {
    let all = columns.filter { $0.field == field }
    if let first = firstStatus(of: field, schema, among: all) {
      for other in all where other != first {
        columns[other.index] = other.unmatched
        columns[other.index].furtherOf = field
      }
      continue
    }
    let found = withoutEnding(withoutOwnerIDs(withoutOwnCompany(all)))
    for other in all where !found.contains(other) {
      columns[other.index] = other.unmatched
      if field.name == "closed", found.count == 1 { columns[other.index].fillsIn = field }
    }
    let better = found.filter { $0.confidence != .lesser }
    let candidates = better.isEmpty ? found : better
    for other in found where !candidates.contains(other) {
      columns[other.index] = other.unmatched
    }
    let pair = found.count == 2 ? found : candidates
    if let id = idColumn(of: field, among: pair) {
      columns[id.index] = id
      for candidate in pair where candidate != id {
        columns[candidate.index] = candidate.unmatched
        columns[candidate.index].namesOf = field
      }
    } else if better.isEmpty, candidates.count > 1, !field.isRequired {
      // Names that only may mean it, and none that does: it can do without.
      diagnostics.append(
        .twoCandidates(
          candidates.map(\.header), field: field.name, table: schema.name,
          at: table.placeOfHeader(candidates[1].index)
        ).as(.warning))
      for candidate in candidates { columns[candidate.index] = candidate.unmatched }
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
        columns[candidate.index] = candidate.unmatched
      }
    }
  }
  takeLastNames(&columns)
  takeUnitPrice(&columns, schema)
  takeOwnCurrency(&columns, schema)
  diagnostics += missingColumns(columns, table, schema)
  return Parsed(columns, diagnostics)
}

/// The first of several columns that say what became of an order, each of which counts: 支付状态 beside 订单状态;
/// nil for any other column, and where there are no two.
private func firstStatus(
  of field: ColumnSchema, _ schema: TableSchema, among all: [MatchedColumn]
) -> MatchedColumn? {
  guard schema.name == .orders, field.name == "status", all.count > 1 else { return nil }
  return all.first { $0.confidence == .given } ?? all.first { $0.confidence != .lesser } ?? all[0]
}

/// The columns without those of owners' ids, as `Owner Id`, where another has the owners' names: a
/// person knows names, and keys of a CRM stand in no table of people.
private func withoutOwnerIDs(_ columns: [MatchedColumn]) -> [MatchedColumn] {
  let names = columns.filter {
    $0.confidence == .given || !HeaderKey($0.header).key.hasSuffix("ownerid")
  }
  return names.isEmpty ? columns : names
}

/// The columns without Odoo's `Company`, which is one's own, where `Display Name` has the customers'.
private func withoutOwnCompany(_ columns: [MatchedColumn]) -> [MatchedColumn] {
  guard columns.contains(where: { HeaderKey($0.header).key == "displayname" }) else {
    return columns
  }
  return columns.filter { $0.confidence == .given || HeaderKey($0.header).key != "company" }
}

/// The columns without `Lost time` where `Won time` is there: a deal has the one or the other, and they
/// are read together.
private func withoutEnding(_ columns: [MatchedColumn]) -> [MatchedColumn] {
  guard columns.count == 2, columns.count(where: { $0.confidence == .given }) < 2 else {
    return columns
  }
  let isWon = columns.map { column in
    ["won", "赢单"].contains { folded(column.header).contains($0) }
  }
  let isLost = columns.map { column in
    ["lost", "输单", "丢单"].contains { folded(column.header).contains($0) }
  }
  if isWon[0], isLost[1] { return [columns[0]] }
  return isLost[0] && isWon[1] ? [columns[1]] : columns
}

private func match(
  _ header: ReadHeader, _ index: Int, _ schema: TableSchema, given: GivenField?
) -> MatchedColumn {
  let found =
    given.map { ($0.field, .given, unitNamed(inHeader: header.text, for: $0.field)) }
    ?? named(header, in: schema) ?? (nil, MatchedColumn.Confidence.none, header.key.unit)
  return MatchedColumn(
    header: header.text, index: index, field: found.0, confidence: found.0 == nil ? .none : found.1,
    unit: found.2)
}

private typealias NamedField = (ColumnSchema?, MatchedColumn.Confidence, HeaderUnit)

/// The column that a header names, how sure that is, and the unit that it names besides.
private func named(_ header: ReadHeader, in schema: TableSchema) -> NamedField? {
  if header.text.isEmpty { return nil }
  let names = HeaderNames.of(schema.name)
  let key = header.key
  if let field = names.canonical[key.key] { return (field, .canonical, key.unit) }
  if let field = names.synonyms[key.key] { return (field, .synonym, key.unit) }
  let behindEntity = HeaderKey.withoutEntity(header.text, entities: schema.entities)
  let bare = behindEntity.map { HeaderKey($0) }
  if let bare, let field = names.canonical[bare.key] ?? names.synonyms[bare.key] {
    return (field, .prefixed, bare.unit)
  }
  for key in [key, bare].compactMap(\.self) {
    if let field = names.lesser[key.key] { return (field, .lesser, key.unit) }
  }
  for other in header.others + (behindEntity.map { HeaderKey.otherReadings(of: $0) } ?? []) {
    let field = names.canonical[other.key] ?? names.synonyms[other.key]
    guard let found = field ?? names.lesser[other.key], found.type.takes(other.unit) else {
      continue
    }
    return (found, field == nil ? .lesser : .synonym, other.unit)
  }
  for twin in header.twins {
    guard let found = named(twin, in: schema) else { continue }
    return (found.0, twin.isBelowGroup && found.1 != .lesser ? .prefixed : found.1, found.2)
  }
  return nil
}

/// The unit of a header whose column the settings name: it counts wherever in the header it stands.
func unitNamed(inHeader header: String, for field: ColumnSchema?) -> HeaderUnit {
  let unit = HeaderKey(header).unit
  guard let type = field?.type, !type.takes(unit) else { return unit }
  return HeaderKey.otherReadings(of: header).lazy.map(\.unit).first(where: type.takes) ?? unit
}

extension ColumnType {
  /// Whether a unit of a header can be one of the type's numbers.
  fileprivate func takes(_ unit: HeaderUnit) -> Bool {
    switch self {
    case .money, .quantity, .decimal, .count: unit.amount != nil
    case .share, .probability: unit.isPercent
    case .hours: unit.seconds != nil
    case .text, .name, .id, .customer, .member, .goal, .owner, .stage, .day, .days, .currency,
      .letter, .flag, .word, .words, .milestones:
      false
    }
  }
}

/// The column of ids among two that name the same customer or member, as 客户编号 and 客户名称 do; nil where
/// they are not such a pair.
private func idColumn(of field: ColumnSchema, among candidates: [MatchedColumn]) -> MatchedColumn? {
  guard field.type == .customer || field.type == .member, candidates.count == 2 else { return nil }
  let own = candidates.filter { HeaderKey($0.header).key == field.name }
  let ids = own.count == 1 ? own : candidates.filter { HeaderKey($0.header).namesIDs }
  guard ids.count == 1 else { return nil }
  // Settings may name the ids, beside which the names still stand; where they name the names, these it is.
  let given = candidates.filter { $0.confidence == .given }
  return given.isEmpty || given == ids ? ids[0] : nil
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
  let isKnown = columns.contains { $0.field != nil || $0.isBeside }
  var missing = schema.columns.filter {
    $0.isRequired && !found.contains($0.name) && !isImplied($0, in: table, schema)
  }.map {
    Diagnostic.missingColumn($0, of: schema.name, unknown: unknown, at: place)
  }
  if !schema.oneOf.isEmpty, found.isDisjoint(with: schema.oneOf), let first = schema.oneOf.first,
    let column = schema.column(first)
  {
    missing.append(.missingColumn(column, of: schema.name, unknown: unknown, at: place))
  }
  if !missing.isEmpty, !isKnown { return [headerNotFound(table, schema)] }
  if schema.name == .goals, missing.count > 2 {
    let names = schema.columns.filter { $0.isRequired && !found.contains($0.name) }
    return [.goalsWithoutColumns(names, unknown: unknown, at: place)]
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
        for synonym in column.synonyms + japaneseNames(of: column.name, in: schema.name) {
          names.synonyms[HeaderKey(synonym).key] = column
        }
        for synonym in column.lesserSynonyms { names.lesser[HeaderKey(synonym).key] = column }
      }
      return (schema.name, names)
    })

  static func of(_ table: TableName) -> HeaderNames { all[table] ?? HeaderNames() }
}
