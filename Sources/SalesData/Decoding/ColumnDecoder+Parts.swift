import Diagnostics
import SalesMethod
import Tables

extension ColumnDecoder {
  /// Parts of a whole: `0.65`, `65%`, or `65` where the column writes percent.
  ///
  /// The column writes percent where its header or the settings say so, or where its plain numbers are
  /// all above 1; where some are below 1 and some above, that is a question.
  mutating func shares(decimals: Int) -> ColumnValues {
    var one = 1
    for _ in 0..<decimals { one *= 10 }
    let plain = plainParts()
    let given = settings.meaning(of: fieldPath, among: [.percent, .fraction])
    var isPercent = given == .percent
    if given == nil {
      let says = column.unit.isPercent
      isPercent = says || !plain.large.isEmpty
      // 0.65 below 赢率(%) may be 65 % or less than one.
      let large = plain.large.first ?? (says && plain.isOnlySmall ? plain.small.first : nil)
      if let large, let small = plain.small.first {
        askParts(small, large, plain.small + plain.large)
        isPercent = plain.large.count > plain.small.count
      }
    }
    let refused = Set(problems.filter(\.isQuestion).compactMap(\.row))
    var values = scaled(in: 0...one) { row, number throws(NumberTrouble) in
      if refused.contains(row) { return 0 }
      guard number.currency == nil, number.tens == nil else { throw .notANumber }
      number.isPercent = !number.isFraction && (number.isPercent || isPercent)
      return try number.scaled(decimals: decimals)
    }
    for row in refused { values[row] = ColumnValues.none }
    return .integers(values)
  }

  private struct PlainParts {
    /// Rows with a number between 0 and 1, and with one above 1.
    var small: [Int] = []
    var large: [Int] = []
    /// Whether there is nothing above 1, and not only a 1.
    var isOnlySmall: Bool { large.isEmpty && !small.isEmpty }
  }

  /// The rows whose numbers have neither a percent sign nor the format of one.
  private func plainParts() -> PlainParts {
    var parts = PlainParts()
    table.forEachCell(ofColumn: column.index, inRows: rows) { row, bytes, kind in
      guard kind != .percent, !isNoValue(bytes), let number = try? readNumber(bytes),
        !number.isPercent, let millionths = try? number.scaled(decimals: 6)
      else { return }
      if millionths > 1_000_000 { parts.large.append(row) }
      if (1..<1_000_000).contains(millionths) { parts.small.append(row) }
    }
    return parts
  }

  private mutating func askParts(_ small: Int, _ large: Int, _ rows: [Int]) {
    let diagnostic = Diagnostic.mixedParts(
      text(small) ?? "", text(large) ?? "", column: fieldPath, at: place(large))
    problems.append(Problem(row: nil, reason: diagnostic.message, diagnostic: diagnostic))
    for row in rows {
      problems.append(
        Problem(row: row, reason: diagnostic.message, diagnostic: nil, isQuestion: true))
    }
  }

  /// Lengths of time, in minutes; a day has 24 hours.
  mutating func minutes() -> ColumnValues {
    let given = settings.meaning(of: fieldPath, among: [.hours, .minutes])
    let unit = given.map { $0 == .minutes ? 60 : 3600 } ?? column.unit.seconds ?? 3600
    var lengths: [Int: Int] = [:]
    var (plain, long) = (0, [Int]())
    for row in rows {
      guard let text = text(row) else { continue }
      if let seconds = readLength(text) {
        lengths[row] = seconds
      } else if let hours = thousandths(text) {
        plain += 1
        if hours > 24_000 { long.append(row) }
      }
    }
    if given == nil, column.unit.seconds == nil, let first = long.first, long.count * 2 > plain,
      plain > 1
    {
      let diagnostic = Diagnostic.hoursOrMinutes(
        text(first) ?? "", column: fieldPath, at: place(first))
      problems.append(Problem(row: nil, reason: diagnostic.message, diagnostic: diagnostic))
    }
    let asked = problems
    let values = scaled(in: 0...1440, lengths) { number throws(NumberTrouble) in
      guard number.isBare, number.tens == nil else { throw .notANumber }
      let thousandths = try number.scaled(decimals: 3)
      guard (0...1_000_000_000).contains(thousandths) else { throw .outOfRange }
      return (thousandths * unit + 30_000) / 60_000
    }
    // Where the column itself is a question, its cells are none.
    if asked.contains(where: { $0.row == nil }) { problems = asked }
    return .integers(values)
  }

  private func thousandths(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    return (try? readNumber(bytes.span)).flatMap { try? $0.scaled(decimals: 3) }
  }

  /// Reads the cells that are no lengths by themselves as numbers.
  private mutating func scaled(
    in range: ClosedRange<Int>, _ lengths: [Int: Int],
    _ scale: (WrittenNumber) throws(NumberTrouble) -> Int
  ) -> [Int] {
    let all = rows
    rows = lengths.isEmpty ? all : all.filter { lengths[$0] == nil }
    var values = scaled(in: range) { _, number throws(NumberTrouble) in try scale(number) }
    rows = all
    for row in lengths.keys.sorted() {
      let minutes = ((lengths[row] ?? 0) + 30) / 60
      if range.contains(minutes) { values[row] = minutes } else { report(row, .outOfRange) }
    }
    return values
  }
}
