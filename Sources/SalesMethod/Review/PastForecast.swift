/// What a period's forecast would have said on its first day, and what happened.
///
/// Only what was known then goes in: history before that day, the deals that were open on it. Goals,
/// owners, flags, amounts and numbers typed by hand carry no date and are taken as they are.
package struct PastForecast: Hashable, Sendable {
  /// The period that is over.
  package let period: Period
  /// The target of that time.
  package let target: Money
  /// The first contacts that the target asked for.
  package let contacts: Int
  /// The chance to reach the target by the end of the period; nil where past months do not bear one.
  package let probabilityInPeriod: Double?
  /// The amounts of the period that were not to be exceeded with a chance of 10, 25, 50, 75 and 90 %.
  package let quantiles: [Forecast.Quantile]
  /// The net orders of the period.
  package let actual: Money

  /// Whether the target was reached.
  package var isReached: Bool { actual >= target }

  /// The shares between which the actual amount fell: 0 or 1 where it lies outside all; nil without
  /// quantiles.
  ///
  ///     // 360,000 where 343,000 is the half and 470,000 the three quarters
  ///     past.band  // (low: 0.5, high: 0.75)
  package var band: (low: Double, high: Double)? {
    guard !quantiles.isEmpty else { return nil }
    return (
      quantiles.last { $0.amount <= actual }?.share ?? 0,
      quantiles.first { $0.amount > actual }?.share ?? 1
    )
  }
}

extension PastForecast {
  /// What the outlook of the last whole month would have said on its first day, beside what was sold by
  /// the day of planning; nil where that month had no target.
  init?(_ past: PastPlan, beside basis: MemberBasis) throws(MethodFailure) {
    let (period, dated) = (past.basis.period, past.outlook.dated)
    let isSaid = basis.plan.waits.record(of: basis.number).allowsChance
    self.init(
      period: period, target: past.target.target, contacts: past.workload.stages[0].mean,
      probabilityInPeriod: isSaid
        ? dated.chance(toReach: past.target.target.hundredths) : nil,
      quantiles: Forecast.quantileShares.map {
        Forecast.Quantile(share: $0, amount: .wholeUnits(dated.quantile($0)))
      }, actual: try basis.netOrders(in: period.range))
  }
}
