/// When contacts made on certain days become customers, if they ever do.
package struct ClosingSchedule: Sendable {
  private let counts: [Int]
  private let days: [Day]
  private let lag: LagDistribution

  /// So many contacts on each of the days.
  package init(_ counts: [Int], on days: [Day], lag: LagDistribution) {
    self.counts = counts
    self.days = days
    self.lag = lag
  }

  /// The contacts by the share of them that has bought by a day if it buys at all; contacts of
  /// days with the same share are taken together.
  func groups(by end: Day) -> [(contacts: Int, share: Double)] {
    var groups: [(contacts: Int, rate: Rate)] = []
    for (count, day) in zip(counts, days) where count > 0 {
      let rate = lag.share(within: day.days(to: end))
      if groups.last?.rate == rate {
        groups[groups.count - 1].contacts += count
      } else {
        groups.append((count, rate))
      }
    }
    return groups.map { ($0.contacts, Double($0.rate.successes) / Double($0.rate.trials)) }
  }

  /// The deals expected to close by a day: Σ contacts · p · F(end − day).
  ///
  ///     // 160 contacts over May 2026 at p = 1/20
  ///     try schedule.deals(by: Day("2026-05-31")!, conversion: p)  // 1.654167
  package func deals(by end: Day, conversion: Rational) throws(MethodFailure) -> Rational {
    var above = 0
    for (count, day) in zip(counts, days) {
      above = try sum(above, product(count, lag.share(within: day.days(to: end)).successes))
    }
    guard let share = Rational(above, over: lag.days.count) else { throw .overflow }
    return try share * conversion
  }
}
