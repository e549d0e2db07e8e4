import Diagnostics
import Phrases
import SalesMethod
import Tables

extension DecodedTable {
  /// Fills the kinds of activities in from the name of their file, where no column has them.
  mutating func fillInKind() {
    guard schema.name == .activities, values["type"] == nil, let kind = impliedKind(of: table)
    else { return }
    var kinds = TextValues(rowCount: table.rowCount, textCount: 1)
    let number = kinds.number(of: kind, hasOwnBytes: false)
    for row in dataRows { kinds.set(row, to: number) }
    values["type"] = .texts(kinds)
    diagnostics.append(.impliedKind(kind, at: table.placeOfHeader(0)))
  }

  /// Fills in what goals by month leave unsaid: an id, performance, the amount of sales, the month's last day.
  mutating func fillInGoals() {
    guard schema.name == .goals,
      let months = columns.first(where: { $0.field?.name == "start" && isMonthHeader($0.header) })
    else { return }
    let (starts, owners) = (integers("start"), texts("owner"))
    if values["end"] == nil {
      var ends = [Int](repeating: ColumnValues.none, count: table.rowCount)
      for row in dataRows {
        if let start = starts.day(row) { ends[row] = lastOfMonth(start).number }
      }
      values["end"] = .integers(ends)
    }
    for (name, value) in [("dimension", "performance"), ("metric", "amount")]
    where values[name] == nil {
      var texts = TextValues(rowCount: table.rowCount, textCount: 1)
      let number = texts.number(of: value, hasOwnBytes: false)
      for row in dataRows { texts.set(row, to: number) }
      values[name] = .texts(texts)
    }
    if values["id"] == nil {
      var ids = TextValues(rowCount: table.rowCount, textCount: dataRows.count)
      for row in keptRows {
        guard let start = starts.day(row), let owner = owners[row] else { continue }
        ids.set(
          row,
          to: ids.number(of: "\(start.description.prefix(7))-\(owner)", hasOwnBytes: false))
      }
      values["id"] = .texts(ids)
    }
    diagnostics.append(.goalsByMonth(months.header, at: table.placeOfHeader(months.index)))
  }

  private func lastOfMonth(_ day: Day) -> Day {
    var last = day
    while last.adding(days: 1).month == day.month { last = last.adding(days: 1) }
    return last
  }
}

/// The first day of a month as people write it: `2026-12`, `2026年12月`, `2026/12`, `202612`, `Dec 2026` is none;
/// nil for anything else.
///
///     firstOfMonth("2026年12月")  // 2026-12-01
func firstOfMonth(_ text: String) -> Day? {
  let plain = folded(text).filter { !$0.isWhitespace }
  let numbers = plain.split { !$0.isNumber }.compactMap { Int($0) }
  let signs = plain.filter { !$0.isNumber }
  if numbers.count == 1, signs.isEmpty, plain.count == 6 {
    return Day(year: numbers[0] / 100, month: numbers[0] % 100, day: 1)
  }
  guard numbers.count == 2, ["-", "/", ".", "年月", "年"].contains(signs), numbers[0] > 1900 else {
    return nil
  }
  return Day(year: numbers[0], month: numbers[1], day: 1)
}

extension Diagnostic {
  static func goalsByMonth(_ header: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.goals-by-month", severity: .note, at: place,
      Phrase(
        zh: "目标按“\(header)”读：没写的都算业绩、销售额，从月初到月末",
        en:
          "goals by “\(header)”: performance and amount where nothing is said, from the month's first "
          + "day to its last"))
  }
}
