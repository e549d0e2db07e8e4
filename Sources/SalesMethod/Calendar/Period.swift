/// The time a plan is for: a month, a quarter, or any run of days.
package struct Period: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case month, quarter, custom }

  /// What kind of period it is.
  package let kind: Kind
  /// Its days.
  package let range: DayRange

  /// A month; nil where there is no such month.
  package static func month(_ month: Int, of year: Int) -> Period? {
    DayRange.month(month, of: year).map { Period(kind: .month, range: $0) }
  }

  /// A quarter from 1 to 4; nil for any other.
  package static func quarter(_ quarter: Int, of year: Int) -> Period? {
    guard (1...4).contains(quarter), let first = DayRange.month(quarter * 3 - 2, of: year),
      let last = DayRange.month(quarter * 3, of: year)
    else { return nil }
    return DayRange(from: first.start, through: last.end).map { Period(kind: .quarter, range: $0) }
  }

  /// Any run of days.
  package static func custom(_ range: DayRange) -> Period { Period(kind: .custom, range: range) }

  /// The period written as `2026-05`, `2026-Q2` or `2026-05-06..2026-06-10`; nil for anything else.
  package init?(_ text: String) {
    let ends = text.split(separator: ".", omittingEmptySubsequences: false)
    if ends.count == 3, ends[1].isEmpty, let start = Day(ends[0]), let end = Day(ends[2]),
      let range = DayRange(from: start, through: end)
    {
      self = .custom(range)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[0].utf8.allSatisfy({ (48...57).contains($0) }), let year = Int(parts[0])
    else { return nil }
    let isQuarter = parts[1].first == "Q"
    let digits = isQuarter ? parts[1].dropFirst() : parts[1]
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits),
      let period = isQuarter ? Period.quarter(number, of: year) : .month(number, of: year)
    else { return nil }
    self = period
  }

  private init(kind: Kind, range: DayRange) {
    self.kind = kind
    self.range = range
  }

  /// The months the period touches, each cut to the period.
  package var months: [DayRange] { range.months }
}

extension Period: CustomStringConvertible {
  /// The period as it is written: `2026-05`, `2026-Q2`, `2026-05-06..2026-06-10`.
  package var description: String {
    switch kind {
    case .month: String(range.start.description.dropLast(3))
    case .quarter: "\(range.start.description.prefix(4))-Q\((range.start.month + 2) / 3)"
    case .custom: "\(range.start)..\(range.end)"
    }
  }
}

extension DayRange {
  /// The months the range touches, each cut to the range.
  package var months: [DayRange] {
    var result: [DayRange] = []
    var first = start
    while first <= end, let month = DayRange.month(first.month, of: first.year),
      let part = DayRange(from: first, through: min(month.end, end))
    {
      result.append(part)
      first = month.end.adding(days: 1)
    }
    return result
  }
}
