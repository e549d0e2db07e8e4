/// A target split over shorter times by working days, and by season where one is given; the parts
/// add up to it.
package struct TargetSplit: Hashable, Sendable {
  /// A part of the target and the days it falls to.
  package struct Part: Hashable, Sendable {
    package let range: DayRange
    package let target: Money
  }

  package let parts: [Part]

  /// Splits a target over the months of a range by largest remainder.
  ///
  /// A season is a whole weight for each month, in order: 100 100 150 makes the third half as strong
  /// again. Without one all months weigh the same.
  ///
  ///     // 1,000,000 over April to June 2026 (21, 19 and 21 working days)
  ///     try TargetSplit(target, overMonthsOf: quarter, calendar: calendar)
  ///     // 344,262 / 311,476 / 344,262
  package init(
    _ target: Money, overMonthsOf range: DayRange, calendar: WorkCalendar, season: [Int] = [],
    step: Int = 100
  ) throws(MethodFailure) {
    try self.init(target, over: range.months, calendar: calendar, season: season, step: step)
  }

  /// Splits a target over any times; a step of 100 hundredths keeps whole units whole.
  init(
    _ target: Money, over ranges: [DayRange], calendar: WorkCalendar, season: [Int] = [],
    step: Int = 1
  ) throws(MethodFailure) {
    var weights: [Int] = []
    for (position, range) in ranges.enumerated() {
      let days = try calendar.workdays(in: range).count
      weights.append(try product(days, position < season.count ? max(0, season[position]) : 1))
    }
    let whole = target.hundredths.isMultiple(of: step) ? step : 1
    let shares = try Apportionment.largestRemainder(target.hundredths / whole, weights: weights)
    parts = zip(ranges, shares).map {
      Part(range: $0, target: Money(hundredths: $1 * whole))
    }
  }
}
