/// What the waits alone say of a member's period, without a plan around them: the expectation and its
/// chances, in hundredths.
package struct PeriodChances: Sendable {
  private let outlook: DatedOutlook

  /// What is expected by the period's end.
  package var expected: Double { outlook.expected }

  /// The least amount that is not exceeded with a chance.
  package func quantile(_ share: Double) -> Double { outlook.quantile(share) }

  /// The chance that everything together comes to an amount.
  package func chance(toReach amount: Int) -> Double { outlook.chance(toReach: amount) }

  init(_ outlook: DatedOutlook) { self.outlook = outlook }
}

extension TeamWaits {
  /// What may come from the day on through another, where so many first contacts follow.
  ///
  /// The share is that of a month's working days that the period holds.
  ///
  ///     let chances = try waits.chances(of: 0, through: end, target: 3_000_000, share: 1)
  ///     chances.quantile(0.5)  // half of such periods bring no more
  package func chances(
    of member: Int, through end: Day, target: Int?, share: Double,
    newContacts: [(day: Day, count: Int)] = []
  ) throws(MethodFailure) -> PeriodChances {
    let arrivals = arrivals(of: member, through: end, newContacts: newContacts)
    return PeriodChances(
      DatedOutlook(
        arrivals, adjustment(of: member),
        OutlookQuestion(
          won: 0, target: target, usual: try usualMonth(of: member)?.double, share: share)))
  }
}
