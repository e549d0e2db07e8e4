import Diagnostics
import Phrases
import Tables

extension DecodedTable {
  /// What the first cell of an example begins with, in a workbook to fill in.
  private static let marks = ["例：", "例:", "Example: ", "Example："]

  /// Leaves out the examples of a workbook to fill in.
  mutating func skipExamples() {
    for row in keptRows where isExample(row) {
      skipRepeated(row, because: Phrase(zh: "例子，不算数", en: "an example, which does not count"))
    }
  }

  /// Whether a row is an example.
  func isExample(_ row: Int) -> Bool {
    let first = (0..<min(columns.count, 3)).first { !table.text(row, $0).isEmpty }
    let text = first.map { table.text(row, $0) } ?? ""
    return Self.marks.contains(where: text.hasPrefix)
  }

  /// Leaves out activities that are planned and have not taken place.
  mutating func skipPlannedOnly() {
    guard schema.name == .activities, let planned = values["planned"], let done = values["date"]
    else { return }
    for row in keptRows where done.isBlank(row) && !planned.isBlank(row) {
      skipRepeated(
        row,
        because: Phrase(
          zh: "计划中，没有写实际日期", en: "planned; no day is given on which it took place"))
    }
  }

  /// Leaves out deals that nobody has put an amount on yet, as programs for customers let people do: they wait
  /// until they have one, and do not stop a plan.
  mutating func skipWithoutAmount() {
    guard schema.name == .deals, let amounts = values["amount"] else { return }
    let rows = keptRows.filter { amounts.isBlank($0) && !isCarried($0, "amount") }
    guard let first = rows.first, rows.count < keptRows.count else { return }
    for row in rows {
      skipRepeated(row, because: Phrase(zh: "还没有金额", en: "no amount yet"))
    }
    diagnostics.append(
      .dealsWithoutAmount(rows.count, lines: shownLines(ofRows: rows), at: place(first, "amount")))
  }
}

extension Diagnostic {
  static func dealsWithoutAmount(_ count: Int, lines: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.deal-without-amount", severity: .warning, at: place,
      Phrase(
        zh: "\(count: count) 个商机还没有金额（\(lines)），不计入计划",
        en: "\(count: count, "deal has", "deals have") no amount yet (\(lines)) and "
          + "\(agreeing: count, "is", "are") left out of the plan"),
      fix: Phrase(zh: "估一个金额填上，它们就会计入", en: "put an estimate in, and they count"))
  }
}
