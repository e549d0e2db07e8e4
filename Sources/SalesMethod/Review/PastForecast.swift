/// What a period's forecast would have said on its first day, and what happened.
///
/// Only what was known then goes in: history before that day, the deals that were open on it. The
/// tables do not keep a deal's earlier chance; the share of deals won until then stands in for it.
/// Goals, flags and numbers typed by hand carry no date and are taken as they are.
package struct PastForecast: Hashable, Sendable {
  /// The period that is over.
  package let period: Period
  /// The target of that time.
  package let target: Money
  /// The first contacts that the target asked for.
  package let contacts: Int
  /// The chance to reach the target by the end of the period; nil where the sales cycle was not known.
  package let probabilityInPeriod: Double?
  /// The chance to reach it in the end; nil where it is known for the period, which is what can be set
  /// beside what happened.
  package let probabilityEver: Double?
  /// The amounts of the period that were not to be exceeded with a chance of 10, 25, 50, 75 and 90 %;
  /// none where the sales cycle was not known, as amounts without a date cannot be set beside a period.
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
  /// The forecast of the last whole month, made on its first day, beside what was sold by the day of
  /// planning; nil where it could not be made.
  init?(_ past: PastPlan, beside basis: MemberBasis) throws(MethodFailure) {
    guard
      let input = try ForecastInput(past.basis, past.gap, past.workload, nil),
      let tables = try ForecastTables(input, asking: .outcome)
    else { return nil }
    let period = past.basis.period
    self.init(
      period: period, target: past.target.target, contacts: input.contacts,
      probabilityInPeriod: tables.probabilityInPeriod,
      probabilityEver: tables.probabilityInPeriod == nil ? tables.ever.reach(tables.wins) : nil,
      quantiles: tables.probabilityInPeriod == nil ? [] : tables.quantiles,
      actual: try basis.netOrders(in: period.range))
  }
}
