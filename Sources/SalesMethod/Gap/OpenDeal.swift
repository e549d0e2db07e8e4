/// An open deal and how likely it is to be won, by the end of the period and ever.
package struct OpenDeal: Hashable, Sendable {
  package let deal: Deal
  /// The chance to win it by the end of the period.
  package let chanceInPeriod: Double
  /// The chance to win it at all.
  package let chanceEver: Double
  /// Whether it is open longer than any deal was before it was decided.
  package let isOlderThanHistory: Bool
}

/// How the chance of an open deal changes as it ages: what was not decided by now is less and less
/// likely to be.
struct DealAging: Sendable {
  private let won: LagDistribution?
  private let lost: LagDistribution?

  /// Learns from the dates of decided deals; too few of them, from the customers' own lag.
  init(_ deals: some Sequence<Deal>, lag: LagDistribution?, before day: Day) {
    func ages(_ status: Deal.Status) -> [Int] {
      deals.compactMap { deal in
        guard deal.status == status, let created = deal.created, let closed = deal.closed,
          created <= closed, closed < day
        else { return nil }
        return created.days(to: closed)
      }
    }
    won = LagDistribution(ages(.won)) ?? lag
    lost = LagDistribution(ages(.lost)) ?? won
  }

  init(won: LagDistribution?, lost: LagDistribution?) {
    self.won = won
    self.lost = lost ?? won
  }

  /// The chance within a horizon and ever; nil where the deal's age or the lag is not known.
  ///
  ///     // p = .5, open for 21 days, 30 days to go
  ///     aging.chance(0.5, age: 21, horizon: 30)?.within  // .357143
  func chance(
    _ chance: Double, age: Int, horizon: Int?
  ) -> (within: Double, ever: Double, isOlder: Bool)? {
    guard let won, let lost else { return nil }
    let (wonBefore, lostBefore) = (Self.share(won, age), Self.share(lost, age))
    let below = chance * (1 - wonBefore) + (1 - chance) * (1 - lostBefore)
    guard below > 0 else { return (0, 0, true) }
    let reached = horizon.map { Self.share(won, age + $0) } ?? wonBefore
    return (
      chance * (reached - wonBefore) / below, chance * (1 - wonBefore) / below, false
    )
  }

  private static func share(_ lag: LagDistribution, _ days: Int) -> Double {
    let rate = lag.share(within: days)
    return Double(rate.successes) / Double(rate.trials)
  }
}
