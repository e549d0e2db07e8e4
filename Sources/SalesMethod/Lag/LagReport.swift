/// What the sales cycle means for the period: what started now closes when, and what had to start
/// earlier.
package struct LagReport: Hashable, Sendable {
  /// The deals expected to close by a day.
  package struct Closing: Hashable, Sendable {
    package let date: Day
    /// Of the contacts that fit into the hours.
    package let deals: Rational
  }

  /// The last working day on which a contact still has a chance to close within the period.
  package struct LastStart: Hashable, Sendable {
    /// The share of customers that buys in time, in thousandths of those who bought.
    package let shareThousandths: Int
    /// Nil where the calendar does not reach back so far.
    package let day: Day?
  }

  /// The observed cycles.
  package let lag: LagDistribution
  /// The deals expected by the end of the period and of the two months after; empty without a
  /// workload.
  package let closesBy: [Closing]
  /// The last useful starts for a quarter, a half and three quarters of the observed cycles.
  package let lastUsefulStart: [LastStart]
  /// The end of the period.
  package let end: Day

  /// The last day on which half of those who buy still buy in time, as the median of the cycles has it.
  package var lastStartForHalf: Day? { lastUsefulStart.first { $0.shareThousandths == 500 }?.day }
}

extension LagReport {
  /// The report for a member; nil where too few cycles are known.
  init?(_ outlook: MemberOutlook) throws(MethodFailure) {
    let basis = outlook.basis
    guard let lag = basis.lag else { return nil }
    let end = basis.period.range.end
    let starts = [250, 500, 750].map { share in
      let days = lag.days(toReach: share, of: 1000)
      return LagReport.LastStart(
        shareThousandths: share,
        day: Self.lastWorkday(through: end.adding(days: -days), in: basis.calendar))
    }
    self.init(
      lag: lag, closesBy: try Self.closings(outlook, end), lastUsefulStart: starts, end: end)
  }

  /// What the contacts that fit into the hours bring by the end of the period and of the two months after, as
  /// the outlook counts them; nothing where too little is known of first orders.
  private static func closings(
    _ outlook: MemberOutlook, _ end: Day
  ) throws(MethodFailure) -> [Closing] {
    let basis = outlook.basis
    guard outlook.workload != nil else { return [] }
    let days = try basis.layout(contacts: outlook.contactsThatFit)
    var closings: [Closing] = []
    for date in monthEnds(after: end) {
      guard let orders = basis.plan.waits.firstOrders(of: basis.number, on: days, by: date),
        let deals = Rational(
          Int(min(orders * outlook.dated.scale * 1_000_000, 9e15).rounded()), over: 1_000_000)
      else { return [] }
      closings.append(Closing(date: date, deals: deals))
    }
    return closings
  }

  private static func monthEnds(after end: Day) -> [Day] {
    var ends = [end]
    while ends.count < 3, let last = ends.last {
      let next = last.adding(days: 1)
      guard let month = DayRange.month(next.month, of: next.year) else { break }
      ends.append(month.end)
    }
    return ends
  }

  private static func lastWorkday(through day: Day, in calendar: WorkCalendar) -> Day? {
    for back in 0..<31 {
      guard let known = try? calendar.day(day.adding(days: -back)) else { return nil }
      if known.isWorkday { return known.day }
    }
    return nil
  }
}
