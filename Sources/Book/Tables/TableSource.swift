import Diagnostics
import Formula
import Phrases
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
      id: "table.column-title", at: place, Phrase(zh: "有一列没有标题", en: "a column has no title"),
      expected: Phrase(
        zh: "标题，或标题加公式：客户=name", en: "a title, or a title and a formula: Customer=name"),
      fix: Phrase(zh: "在“=”前写标题，或去掉一个逗号", en: "write a title before “=”, or remove a comma"))
  }

  static func unknownTotal(_ title: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.unknown-column", at: place,
      Phrase(zh: "表中没有可以合计的列“\(title)”", en: "the table has no column “\(title)” to sum up"),
      expected: Phrase(zh: "单写 total，或列的标题", en: "total by itself, or the titles of columns"),
      fix: suggestion(for: title, among: known))
  }

  static func tableFault(
    _ fault: Phrase, _ column: String, row: Int, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "table.fault", severity: .warning, at: place,
      Phrase(
        zh: "“\(column)”一列在第 \(row) 行算不出来：\(fault)",
        en: "column “\(column)” cannot be computed in row \(row): \(fault)"),
      expected: Phrase(zh: "where= 所选的每一行都有值", en: "a value in every row that where= admits"),
      fix: Phrase(
        zh: "用 where= 略去这样的行，或写 IFERROR(…, 0)",
        en: "leave such rows out with where=, or write IFERROR(…, 0)"))
  }
}
