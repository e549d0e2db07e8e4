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

  /// The whole months from that of a first day on.
  init(from first: Day, before day: Day) {
    self.init(
      months: day.year * 12 + day.month - first.year * 12 - first.month, before: day)
  }

  /// The number of the month a day lies in, if it does.
  func month(of day: Day) -> Int? {
    guard let first = months.first, let last = months.last, first.start <= day, day <= last.end
    else { return nil }
    return (day.year * 12 + day.month) - (first.start.year * 12 + first.start.month)
  }
}

/// Which customers a cohort counts: those first contacted in the window who have waited long enough.
package struct CohortWindow: Hashable, Sendable {
  /// How far back the window reaches.
  package enum Reach: Hashable, Sendable {
    /// As far as the settings say.
    case asked
    /// So many months, because too few customers were old enough in fewer.
    case months(Int)
    /// To the first contact on record, for the same reason.
    case everything
  }

  package let window: EstimationWindow
  package let reach: Reach
  /// Whoever was first contacted fewer days ago is too young to judge; 0 where nobody is.
  package let leastAge: Int

  /// With fewer customers that are old enough the window reaches further back.
  package static let leastCustomers = 20
}

extension CohortWindow {
  /// The number of the month of a first contact in the window; nil outside, and for those too young.
  func month(of first: Day, before day: Day) -> Int? {
    first.days(to: day) >= leastAge ? window.month(of: first) : nil
  }

  /// Whether a first contact lies in the window and only its age keeps it out.
  func isTooYoung(_ first: Day, before day: Day) -> Bool {
    first.days(to: day) < leastAge && window.month(of: first) != nil
  }
}
