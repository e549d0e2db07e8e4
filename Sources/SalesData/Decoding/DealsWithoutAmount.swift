import Diagnostics
import Phrases
import Tables

extension DecodedTable {
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
