/// A week from Monday to Sunday; it belongs to the year its Thursday is in.
package struct ISOWeek: Codable, Hashable, Comparable, Sendable {
  /// The year of the week's Thursday.
  package let year: Int
  /// The number of the week in that year, from 1.
  package let week: Int

  /// The week a day is in.
  ///
  ///     ISOWeek(of: Day("2027-01-01")!)  // week 53 of 2026
  package init(of day: Day) {
    let thursday = day.adding(days: 4 - day.weekday)
    year = thursday.year
    let firstOfYear = Day(year: year, month: 1, day: 1) ?? thursday
    week = firstOfYear.days(to: thursday) / 7 + 1
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.week) < (right.year, right.week)
  }
}

extension ISOWeek: CustomStringConvertible {
  /// The week as ISO 8601 writes it: `2026-W05`.
  package var description: String { "\(year)-W" + (week < 10 ? "0" : "") + "\(week)" }
}
