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
  decoded.dataRows = Array(0..<table.rowCount)
  sortOutUnreadableRows(&decoded)
  // Rows that one column leaves out are read in the others too: all mistakes are told in one run.
  let readableRows = decoded.keptRows
  for column in matched.value {
    guard let field = column.field else { continue }
    var decoder = ColumnDecoder(table, column, field, readableRows, settings)
    let values = decoder.decode(in: schema.name)
    decoded.values[field.name] = values
    for problem in decoder.problems {
      if let diagnostic = problem.diagnostic { decoded.diagnostics.append(diagnostic) }
      if let row = problem.row { decoded.skip(row, because: problem.reason) }
    }
    if let dates = decoder.dates { decoded.dates.append(dates) }
  }
  demandValues(&decoded)
  return decoded
}

/// Leaves out rows without a value, rows that could not be split, and rows with cells beyond the
/// header.
private func sortOutUnreadableRows(_ decoded: inout DecodedTable) {
  let table = decoded.table
  for row in 0..<table.rowCount {
    if table.isBroken(row: row) {
      decoded.skip(row, because: Phrase(zh: "引号没有闭合", en: "a quote is never closed"))
    } else if table.isBlank(row: row) {
      decoded.skip(row, because: Phrase(zh: "空行", en: "a blank row"))
    } else if table.width(ofRow: row) > table.header.count,
      let column = (table.header.count..<table.width(ofRow: row)).first(where: {
        !table.isBlank(row, $0)
      })
    {
      decoded.skip(row, .tooManyCells(header: table.header.count, at: table.place(row, column)))
    }
  }
}

/// Leaves out rows that lack a value their table cannot do without.
private func demandValues(_ decoded: inout DecodedTable) {
  let required = decoded.schema.columns.filter { !$0.allowsBlank }
    .compactMap { column in decoded.values[column.name].map { (name: column.name, values: $0) } }
  let oneOf = decoded.schema.oneOf
  let alternatives = oneOf.compactMap { decoded.values[$0] }
  for row in decoded.keptRows {
    for column in required where column.values.isBlank(row) {
      decoded.skip(row, .missingValue(column.name, at: decoded.place(row, column.name)))
    }
    if !alternatives.isEmpty, alternatives.allSatisfy({ $0.isBlank(row) }) {
      decoded.skip(
        row, .missingValue(oneOf.joined(separator: " or "), at: decoded.table.place(ofRow: row)))
    }
  }
}
