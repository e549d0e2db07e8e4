/// Consecutive days, both ends included.
package struct DayRange: Codable, Hashable, Sendable {
  /// The first day.
  package let start: Day
  /// The last day, not before the first.
  package let end: Day

  /// The days from one to another; nil where the end comes before the start.
  package init?(from start: Day, through end: Day) {
    guard start <= end else { return nil }
    self.start = start
    self.end = end
  }

  /// One day alone.
  package init(only day: Day) { self.init(start: day, end: day) }

  private init(start: Day, end: Day) {
    self.start = start
    self.end = end
  }

  /// A whole month; nil where there is no such month.
  ///
  ///     DayRange.month(5, of: 2026)!.end.description  // "2026-05-31"
  package static func month(_ month: Int, of year: Int) -> DayRange? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    return DayRange(
      start: first, end: first.adding(days: Day.length(ofMonth: month, year: year) - 1))
  }

  /// Whether the day lies within.
  package func contains(_ day: Day) -> Bool { start <= day && day <= end }

  /// How many days there are.
  package var count: Int { start.days(to: end) + 1 }

  /// Every day, in order.
  package var days: [Day] { (start.number...end.number).map(Day.init(number:)) }
}
