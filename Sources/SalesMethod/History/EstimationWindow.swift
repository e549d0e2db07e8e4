/// The whole calendar months that history is read from.
package struct EstimationWindow: Hashable, Sendable {
  /// The months, oldest first.
  package let months: [DayRange]

  /// So many whole months before the day of planning.
  package init(months count: Int, before day: Day) {
    let (year, month, _) = day.civil
    let last = year * 12 + month - 2
    months = (max(12, last - max(count, 1) + 1)...max(12, last)).compactMap { number in
      DayRange.month(number % 12 + 1, of: number / 12)
    }
  }

  /// The number of the month a day lies in, if it does.
  func month(of day: Day) -> Int? {
    guard let first = months.first, let last = months.last, first.start <= day, day <= last.end
    else { return nil }
    return (day.year * 12 + day.month) - (first.start.year * 12 + first.start.month)
  }
}
