import Diagnostics
import SalesMethod
import Tables

extension ColumnDecoder {
  /// Parts of a goal: a list of `date` and `target`, or `2026-05-10=100000; …` in one cell.
  mutating func milestones() -> ColumnValues {
    var values = [[Goal.Milestone]](repeating: [], count: table.rowCount)
    for row in rows {
      if table.kind(row, column.index) == .list {
        for part in table.list(row, column.index) {
          let written = Dictionary(
            part.entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
          add(
            date: written["date"], target: written["target"], at: part.place, to: &values[row], row)
        }
      } else if let text = text(row) {
        let place = place(row)
        for part in listParts(text) {
          let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
          add(date: sides.first, target: sides.last, at: place, to: &values[row], row)
        }
      }
    }
    return .milestones(values)
  }

  private mutating func add(
    date: String?, target: String?, at place: Place, to milestones: inout [Goal.Milestone],
    _ row: Int
  ) {
    let digits = Array((target ?? "").utf8)
    guard let day = date.flatMap(day), var number = try? readNumber(digits.span), !number.isPercent,
      (try? number.take(tens: rowUnits?[row]?.tens)) != nil,
      let hundredths = try? hundredths(of: number, row), abs(hundredths) <= greatestAmount
    else {
      report(row, .notAMilestone(at: place))
      return
    }
    milestones.append(Goal.Milestone(date: day, targetHundredths: hundredths))
  }

  /// A day that can be read in one way only.
  private func day(_ text: String) -> Day? {
    let bytes = Array(text.utf8)
    guard case .day(let day) = readDay(bytes.span, kind: .text, DayReading(clock: settings.clock))
    else { return nil }
    return day
  }

  /// The target of a part in the currency that the row's unit names.
  private func hundredths(of number: WrittenNumber, _ row: Int) throws(NumberTrouble) -> Int {
    guard let mark = number.currency ?? rowUnits?[row]?.currency else {
      return try number.scaled(decimals: 2)
    }
    return try ExchangeTable(settings).hundredths(of: number, in: mark)
  }
}
