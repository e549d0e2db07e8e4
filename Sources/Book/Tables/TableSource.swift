import Diagnostics
import Formula
import Rulebook

/// A table of a page whose formulas were read.
struct TableSource: Sendable {
  /// Where its directive stands.
  let place: Place
  /// How it is filled.
  let fill: FilledTable
  /// Its columns as they are written.
  let columns: [WrittenColumn]
  /// The formula of each column; nil for one to write in, and where a mistake was reported.
  let formulas: [Expression?]
  /// The condition that a row meets.
  let condition: Expression?
  /// The number by which rows come.
  let order: Expression?

  /// Reads the formulas of a table.
  static func read(_ fill: FilledTable, at place: Place, _ units: Units) -> Parsed<TableSource> {
    var found: [Diagnostic] = []
    func parse(_ text: PlacedText?) -> Expression? {
      guard let text else { return nil }
      let parsed = Expression.parse(text.text, at: text.place, units: units)
      found += parsed.diagnostics
      return parsed.value
    }
    let columns = WrittenColumn.read(fill.columns)
    for column in columns where column.title.isEmpty {
      found.append(.columnTitle(at: column.place))
    }
    let formulas = columns.map { parse($0.formula) }
    let table = TableSource(
      place: place, fill: fill, columns: columns, formulas: formulas,
      condition: parse(fill.condition), order: parse(fill.order))
    return Parsed(table, found + table.unknownTotals())
  }

  /// The titles whose sums are asked for; nil where all numbers' are.
  var totalTitles: Set<String>? {
    guard case .titles(let text) = fill.total else { return nil }
    return Set(WrittenColumn.read(text).map(\.title))
  }

  private func unknownTotals() -> [Diagnostic] {
    guard case .titles(let text) = fill.total else { return [] }
    let titles = columns.map(\.title)
    return WrittenColumn.read(text).filter { !titles.contains($0.title) }.map {
      .unknownTotal($0.title, known: titles, at: $0.place)
    }
  }
}

extension Diagnostic {
  static func columnTitle(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.column-title", at: place, "a column has no title",
      expected: "a title, or a title and a formula: 客户=name",
      fix: "write a title before “=”, or remove a comma")
  }

  static func unknownTotal(_ title: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.unknown-column", at: place, "the table has no column “\(title)” to sum up",
      expected: "total by itself, or the titles of columns",
      fix: suggestion(for: title, among: known))
  }

  static func tableFault(
    _ fault: String, _ column: String, row: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "table.fault", severity: .warning, at: place,
      "column “\(column)” cannot be computed in row \(row): \(fault)",
      expected: "a value in every row that where= admits",
      fix: "leave such rows out with where=, or write IFERROR(…, 0)")
  }
}
