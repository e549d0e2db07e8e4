import Diagnostics
import Phrases
import SalesMethod
import Tables

/// Reads the cells of a table by the types of its columns.
///
/// Every row is either kept or left out for a reason that is said; nothing is guessed.
func decode(_ table: Table, as schema: TableSchema, _ settings: DataSettings) -> DecodedTable {
  let matched = matchHeaders(of: table, to: schema, by: settings.mapping)
  var decoded = DecodedTable(table, schema, matched.value)
  decoded.diagnostics = matched.diagnostics
  decoded.diagnostics += ownersNotRead(table, matched.value, schema, settings)
  if matched.diagnostics.contains(where: { $0.id == "data.header-not-found" }) {
    for row in 0..<table.rowCount {
      decoded.skip(row, because: Phrase(zh: "没有找到表头", en: "the header was not found"))
    }
    return decoded
  }
  decoded.dataRows = Array(0..<table.rowCount)
  sortOutUnreadableRows(&decoded)
  decoded.skipExamples()
  decoded.skipWithdrawn(settings)
  let totals = sortOutTotals(&decoded)
  // Rows that one column leaves out are read in the others too: all mistakes are told in one run.
  let readableRows = decoded.keptRows
  let units = readUnits(matched.value, readableRows, settings, into: &decoded)
  for column in matched.value where !isUnit(column, of: schema) {
    read(column, readableRows, units, settings, into: &decoded)
  }
  decoded.flagWithdrawn(settings)
  decoded.forgetLostIDs()
  for column in matched.value where column.namesOf != nil {
    readNames(column, readableRows, settings, into: &decoded)
  }
  for column in matched.value where column.fillsIn != nil {
    fillIn(column, readableRows, settings, into: &decoded)
  }
  for column in matched.value where column.furtherOf != nil {
    readFurther(column, readableRows, settings, into: &decoded)
  }
  decoded.joinLastNames(settings)
  decoded.multiplyUnitPrices()
  decoded.addPaymentsToBalances()
  decoded.fillInStatus(settings)
  decoded.askAboutUnreadMoney(settings)
  decoded.countReturns(settings)
  decoded.fillInKind()
  decoded.fillInGoals()
  decoded.skipPlannedOnly()
  decoded.skipWithoutAmount()
  demandValues(&decoded)
  check(totals, &decoded, settings)
  return decoded
}

/// Whether a column says what unit the row's amounts are in.
private func isUnit(_ column: MatchedColumn, of schema: TableSchema) -> Bool {
  column.field?.type == .currency || schema.name == .goals && column.field?.name == "unit"
}

/// What each row's own column says of its amounts.
private struct RowUnits {
  let units: [AmountUnit?]
  /// The rows where it says what nobody knows: their amounts are unknown.
  let unread: Set<Int>
  /// The rows that count money or things, and no part of a whole.
  let counted: Set<Int>
}

/// Reads the column of units or currencies, if there is one, and what each row's amounts count in.
///
/// The amounts are read in the workspace's currency, and the column says so from then on.
private func readUnits(
  _ columns: [MatchedColumn], _ rows: [Int], _ settings: DataSettings,
  into decoded: inout DecodedTable
) -> RowUnits? {
  guard let column = columns.first(where: { isUnit($0, of: decoded.schema) }),
    let name = column.field?.name,
    var texts = read(column, rows, nil, settings, into: &decoded)
  else { return nil }
  let units = texts.texts.map { AmountUnit($0) ?? AmountUnit(quantity: $0) }
  let isCounted = texts.texts.indices.map { number in
    units[number] != nil || AmountUnit(counted: folded(texts.texts[number])) != nil
  }
  texts.rewrite { $0.unitAfterReading(own: settings.currency) }
  decoded.values[name] = .texts(texts)
  let table = decoded.table
  let unread = rows.filter { row in
    texts.number(row) == nil && !table.withCell(row, column.index) { bytes, _ in isNoValue(bytes) }
  }
  return RowUnits(
    units: (0..<table.rowCount).map { row in texts.number(row).flatMap { units[$0] } },
    unread: Set(unread),
    counted: Set(rows.filter { texts.number($0).map { isCounted[$0] } ?? false }))
}

/// Reads a column and puts its values and its problems into the table; gives its texts where it is a
/// column of texts.
@discardableResult
private func read(
  _ column: MatchedColumn, _ rows: [Int], _ units: RowUnits?, _ settings: DataSettings,
  into decoded: inout DecodedTable
) -> TextValues? {
  guard let field = column.field else { return nil }
  let schema = decoded.schema
  var decoder = ColumnDecoder(decoded.table, column, field, rows, settings, in: schema.name)
  decoder.rowUnits = units?.units
  decoder.unreadUnits = units?.unread ?? []
  decoder.countedRows = units?.counted ?? []
  let values = decoder.decode()
  decoded.values[field.name] = values
  decoded.rests[field.name] = decoder.rests.isEmpty ? nil : decoder.rests
  let mayBeUnknown = schema.isExported && field.becomesUnknown && !schema.oneOf.contains(field.name)
  for problem in decoder.problems {
    if let row = problem.row, mayBeUnknown, !problem.isQuestion, let said = problem.diagnostic {
      decoded.noteUnread(row, field.name, said)
    } else if let row = problem.row, let said = problem.diagnostic {
      decoded.skip(row, said)
    } else if let row = problem.row {
      decoded.skip(row, because: problem.reason)
    } else if let said = problem.diagnostic {
      decoded.diagnostics.append(said)
    }
  }
  for word in decoder.blanks.keys.sorted() {
    decoded.blanks.append(
      BlankWord(column: field.name, word: word, cells: decoder.blanks[word] ?? 0))
  }
  if let dates = decoder.dates { decoded.dates.append(dates) }
  if case .texts(let texts) = values { return texts }
  return nil
}

/// Reads the names beside a column of ids: they stand in for ids that are blank, and are what to look up
/// where an id finds nothing.
private func readNames(
  _ column: MatchedColumn, _ rows: [Int], _ settings: DataSettings,
  into decoded: inout DecodedTable
) {
  guard let field = column.namesOf, case .texts(var ids)? = decoded.values[field.name] else {
    return
  }
  var decoder = ColumnDecoder(
    decoded.table, column, field, rows, settings, in: decoded.schema.name)
  guard case .texts(let names) = decoder.decode() else { return }
  decoded.namesBeside[field.name] = names
  for row in rows where ids.number(row) == nil {
    if let name = names[row] { ids.set(row, to: ids.number(of: name, hasOwnBytes: false)) }
  }
  decoded.values[field.name] = .texts(ids)
}

/// Reads a column that fills the blanks of another of the same kind.
private func fillIn(
  _ column: MatchedColumn, _ rows: [Int], _ settings: DataSettings,
  into decoded: inout DecodedTable
) {
  guard let field = column.fillsIn, case .integers(var values)? = decoded.values[field.name] else {
    return
  }
  var decoder = ColumnDecoder(
    decoded.table, column, field, rows, settings, in: decoded.schema.name)
  guard case .integers(let others) = decoder.decode() else { return }
  for row in rows where values[row] == ColumnValues.none { values[row] = others[row] }
  decoded.values[field.name] = .integers(values)
}

/// Reads a column that says the same kind of thing of a row as another does.
private func readFurther(
  _ column: MatchedColumn, _ rows: [Int], _ settings: DataSettings,
  into decoded: inout DecodedTable
) {
  guard let field = column.furtherOf else { return }
  var decoder = ColumnDecoder(
    decoded.table, column, field, rows, settings, in: decoded.schema.name)
  guard case .texts(let texts) = decoder.decode() else { return }
  decoded.further.append(FurtherColumn(index: column.index, texts: texts))
}

/// Leaves out rows without a value, rows that could not be split, and rows with cells beyond the
/// header.
private func sortOutUnreadableRows(_ decoded: inout DecodedTable) {
  let table = decoded.table
  // Only workbooks have formulas without a value.
  let mayLackValues = table.origins.contains { $0.format != .csv }
  for row in 0..<table.rowCount {
    if table.isBroken(row: row) {
      decoded.skip(row, because: Phrase(zh: "引号没有闭合", en: "a quote is never closed"))
    } else if table.isBlank(row: row) || mayLackValues && decoded.holdsOnlyUncalculated(row) {
      decoded.skip(row, because: Phrase(zh: "空行", en: "a blank row"))
    } else if table.width(ofRow: row) > table.header.count,
      let column = (table.header.count..<table.width(ofRow: row)).first(where: {
        !table.isBlank(row, $0)
      })
    {
      decoded.skip(
        row,
        .tooManyCells(
          header: table.header.count, isText: table.origin.format == .csv,
          at: table.place(row, column)))
    }
  }
}

extension DecodedTable {
  /// Whether nothing stands in a row but formulas without a value, in columns that are none of the
  /// table's: a form that was saved by a program that does not calculate.
  fileprivate func holdsOnlyUncalculated(_ row: Int) -> Bool {
    (0..<table.width(ofRow: row)).allSatisfy { column in
      if table.isBlank(row, column) { return true }
      guard table.kind(row, column) == .error, column < columns.count else { return false }
      return columns[column].field == nil && !columns[column].isBeside
    }
  }
}

/// Leaves out rows that lack a value their table cannot do without.
private func demandValues(_ decoded: inout DecodedTable) {
  let required = decoded.schema.columns.filter { !$0.allowsBlank }
    .compactMap { column in decoded.values[column.name].map { (name: column.name, values: $0) } }
  let oneOf = decoded.schema.oneOf
  let alternatives = oneOf.compactMap { decoded.values[$0] }
  let rows = decoded.keptRows
  var lacking = Set(required.flatMap { $0.values.blankRows(among: rows) })
  if let first = alternatives.first {
    lacking.formUnion(
      alternatives.dropFirst().reduce(first.blankRows(among: rows)) { $1.blankRows(among: $0) })
  }
  for row in lacking.sorted() {
    for column in required where column.values.isBlank(row) {
      if decoded.isCarried(row, column.name) {
        decoded.skipRepeated(
          row,
          because: Phrase(
            zh: "合并单元格的“\(decoded.header(of: column.name))”已计入上面的行",
            en: "a merged cell: its “\(decoded.header(of: column.name))” counts in the row above"))
        break
      }
      decoded.skip(
        row, .missingValue(decoded.header(of: column.name), at: decoded.place(row, column.name)))
    }
    if decoded.isLeftOut(row) { continue }
    if !alternatives.isEmpty, alternatives.allSatisfy({ $0.isBlank(row) }) {
      decoded.skip(
        row,
        .missingValues(
          oneOf.filter { decoded.values[$0] != nil }.map(decoded.header),
          at: decoded.table.place(ofRow: row)))
    }
  }
}
