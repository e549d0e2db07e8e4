import Diagnostics
import Formula
import Phrases
import Rulebook
import SalesMethod

/// Computes a table over the rows of data that fill it.
struct TableComputing {
  let table: TableSource
  /// The names that the formulas know beside the fields.
  let scope: Scope
  /// The names that no reader of this tree may see worked out.
  let hidden: Set<String>
  let language: Language
  /// Whether the reader gets what others work out.
  let isAnswered: Bool

  private var notation: Notation { Notation(language: language.rawValue) }

  /// The table over the rows; what is wrong with its formulas is the same for any rows.
  func content(of data: DataTable) -> Parsed<TableContent> {
    let formulas = formulas(of: data)
    let linked = RowFormulas.link(formulas.map(\.formula), over: data.fields, in: scope)
    let columns = columns(formulas.map(\.column), linked.value)
    var found = linked.diagnostics
    guard !found.hasErrors else {
      return Parsed(TableContent(columns: columns, rows: [], total: nil, rest: nil), found)
    }
    let outcomes = linked.value.outcomes()
    let rows = chosenRows(outcomes, count: data.fields.first?.cells.count ?? 0)
    let shown = min(table.fill.limit ?? .max, rows.count)
    let filled = columns.enumerated().map { index, column -> FilledColumn in
      guard let formula = formulas.firstIndex(where: { $0.column == index }), !column.isBlank else {
        return FilledColumn(unit: "", cells: rows.prefix(shown).map { _ in "" })
      }
      found += faults(of: index, outcomes[formula], rows)
      return ColumnComputing(
        outcomes: outcomes[formula], result: linked.value.result(formula), title: column.title,
        notation: notation, word: words(of: table.formulas[index])
      ).column(rows: rows, shown: shown, isSummed: isSummed(column))
    }
    return Parsed(content(columns, filled, rows: rows.count, shown: shown), found)
  }

  private func content(
    _ columns: [TableContent.Column], _ filled: [FilledColumn], rows: Int, shown: Int
  ) -> TableContent {
    let heads = zip(columns, filled).map { column, filled in
      TableContent.Column(
        title: column.title, unit: filled.unit, kind: column.kind, isAnswer: column.isAnswer)
    }
    let rest = TableContent.Rest(count: rows - shown, cells: filled.map(\.rest))
    return TableContent(
      columns: heads, rows: (0..<shown).map { row in filled.map { $0.cells[row] } },
      total: table.fill.total == nil || rows == 0 ? nil : filled.map(\.total),
      rest: shown < rows ? rest : nil)
  }

  /// The formulas of the columns, of the condition and of the order; which column each is of.
  private func formulas(of data: DataTable) -> [(column: Int?, formula: RowFormula)] {
    var taken = Set(data.fields.map(\.name))
    var formulas: [(column: Int?, formula: RowFormula)] = []
    for (index, column) in table.columns.enumerated() {
      guard let expression = table.formulas[index] else { continue }
      let isName =
        scope[column.title] == nil && !column.title.contains(".")
        && Expression.parse(column.title, at: column.place).value?.names == [column.title]
        && taken.insert(column.title).inserted
      formulas.append((index, RowFormula(expression, name: isName ? column.title : nil)))
    }
    if let condition = table.condition {
      formulas.append((nil, RowFormula(condition, role: .condition)))
    }
    if let order = table.order { formulas.append((nil, RowFormula(order, role: .order))) }
    return formulas
  }

  /// What is shown for the words of a column.
  private func words(of formula: Expression?) -> (String) -> String {
    guard let field = formula?.soleName else { return { $0 } }
    return { DataTable.word($0, of: field, in: table.fill.table, language) }
  }

  /// The columns, those left to the reader blank.
  private func columns(_ owners: [Int?], _ linked: RowFormulas) -> [TableContent.Column] {
    let asked = Set(
      owners.enumerated().compactMap { formula, column in
        column.flatMap { table.columns[$0].isAsked ? formula : nil }
      })
    let open = linked.hidden(asked: asked, blanks: [])
    let closed = linked.hidden(asked: isAnswered ? [] : asked, blanks: hidden)
    return table.columns.enumerated().map { index, written in
      guard let formula = owners.firstIndex(of: index), !closed.contains(formula) else {
        return TableContent.Column(title: written.title, unit: "", kind: .blank)
      }
      let isNumber = if case .number = linked.result(formula).kind { true } else { false }
      return TableContent.Column(
        title: written.title, unit: "", kind: isNumber ? .number : .text,
        isAnswer: open.contains(formula))
    }
  }

  private func isSummed(_ column: TableContent.Column) -> Bool {
    guard column.isNumber, table.fill.total != nil else { return false }
    return table.totalTitles?.contains(column.title) ?? true
  }

  /// The rows that meet the condition, in order.
  private func chosenRows(_ outcomes: [[Outcome]], count: Int) -> [Int] {
    var rows = Array(0..<count)
    let order = table.order == nil ? nil : outcomes.last
    if table.condition != nil {
      let condition = outcomes[outcomes.count - (order == nil ? 1 : 2)]
      rows = rows.filter { condition[$0] == .value(.truth(true)) }
    }
    guard let order else { return rows }
    return rows.sorted { left, right in
      switch (order[left].number, order[right].number) {
      case (let first?, let second?): first == second ? left < right : first > second
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): left < right
      }
    }
  }

  /// The first row of a column that cannot be computed.
  private func faults(of column: Int, _ outcomes: [Outcome], _ rows: [Int]) -> [Diagnostic] {
    for (number, row) in rows.enumerated() {
      guard case .failed(let failure) = outcomes[row], !outcomes[row].isMissing else { continue }
      return [
        .tableFault(
          failure.fault.message, table.columns[column].title, row: number + 1, at: failure.place)
      ]
    }
    return []
  }
}

/// The cells of one column as they are shown.
struct FilledColumn {
  /// The unit for its head.
  let unit: String
  let cells: [String]
  /// The sum of all rows, and of those that a limit leaves out; empty where none is asked for.
  var total = ""
  var rest = ""
}

/// Shows one column.
struct ColumnComputing {
  /// What its formula gives, by the rows of the data.
  let outcomes: [Outcome]
  let result: (kind: Kind, style: Style)
  let title: String
  let notation: Notation
  /// What is shown for a word of the data.
  let word: (String) -> String

  /// The cells of the rows that are shown, and the sums of all and of those that are not.
  func column(rows: [Int], shown: Int, isSummed: Bool) -> FilledColumn {
    guard case .number = result.kind else {
      return FilledColumn(unit: "", cells: rows.prefix(shown).map { text(outcomes[$0]) })
    }
    let numbers: [Formula.Rational?] = rows.map { outcomes[$0].number }
    let failed = rows.first { outcomes[$0].number == nil && !outcomes[$0].isMissing }
    let sum = isSummed && failed == nil ? Result { try self.sum(numbers[...]) } : nil
    let total = try? sum?.get()
    let hasRest = total != nil && shown < rows.count
    let rest = hasRest ? try? self.sum(numbers[shown...]) : nil
    let listed = Array(numbers.prefix(shown)) + (hasRest ? [rest] : [])
    let column = notation.column(
      listed, total: total, result.kind.unit, result.style, title: title)
    let cells = zip(rows, column.cells.prefix(shown)).map { row, cell in
      outcomes[row].number == nil ? text(outcomes[row]) : cell
    }
    let fault = isSummed ? failed.map { text(outcomes[$0]) } ?? sum?.fault(in: notation) : nil
    return FilledColumn(
      unit: column.unit, cells: cells, total: fault ?? column.total ?? "",
      rest: fault ?? (hasRest ? column.cells.last : nil) ?? "")
  }

  private func sum(_ numbers: ArraySlice<Formula.Rational?>) throws -> Formula.Rational {
    try numbers.compactMap(\.self).reduce(Formula.Rational(0)) { try $0 + $1 }
  }

  private func text(_ outcome: Outcome) -> String {
    switch outcome {
    case .value(.text(let text)): word(text)
    case .value(let value): notation.shown(value, result.kind.unit, result.style)
    case .failed(let failure): outcome.isMissing ? "" : notation.message(failure.fault)
    }
  }
}

extension Result<Formula.Rational, any Error> {
  /// Why there is no number, as a cell shows it; nil where there is one.
  fileprivate func fault(in notation: Notation) -> String? {
    guard case .failure(let error) = self else { return nil }
    return notation.message(error as? Fault ?? .tooLarge)
  }
}
