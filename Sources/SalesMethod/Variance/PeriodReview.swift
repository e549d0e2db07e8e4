/// A period that is over: what its plan for new customers would have been, and what came of it.
package struct PeriodReview: Hashable, Sendable {
  /// The period looked back at.
  package let period: Period
  /// Planned and reached, split over the factors of the formula.
  package let variance: Variance
  /// Deals that the contacts really made were expected to bring by its end; nil where the sales
  /// cycle was not known then.
  package let expectedDeals: Rational?
  /// Deals they did bring by its end.
  package let actualDeals: Int

  /// The deals that came over those expected: 1 where the forecast was right; nil where nothing was
  /// expected.
  ///
  ///     // 5 came of 4 expected: 5/4
  package var actualOverExpected: Rational? {
    guard let expectedDeals, expectedDeals > .zero else { return nil }
    return try? Rational(actualDeals) / expectedDeals
  }
}

extension Planner {
  /// Looks back at the last whole month before the day of planning, with nothing known but what was
  /// known when it began; nil without a goal, rates and factors of one's own at that time.
  func review(_ basis: MemberBasis) throws(MethodFailure) -> PeriodReview? {
    let last = asOf.adding(days: -asOf.dayOfMonth)
    guard let period = Period.month(last.month, of: last.year) else { return nil }
    let start = period.range.start
    guard
      let past = try PastBasis(basis, in: self, before: start),
      let target = try pastTarget(basis.member, period)
    else { return nil }
    let deals = try BackSolving.customers(for: target, factors: past.factors)
    let counts = try BackSolving.counts(for: deals, rates: past.rates)
    let plan = FactorValues(
      developed: Double(counts[0]), conversion: past.conversion.double,
      dealSize: past.factors.dealSize.double / 100,
      repeats: past.factors.ordersPerBuyer.double)
    let made = contactsMade(basis, in: period.range)
    let actual = FactorValues(
      developed: made.firsts.count, buyers: made.buyers, orders: made.orders, net: made.net,
      planned: plan)
    var expected: Rational?
    if let lag = past.lag {
      expected = try ClosingSchedule(made.firsts.map { _ in 1 }, on: made.firsts, lag: lag)
        .deals(by: period.range.end, conversion: past.conversion)
    }
    return PeriodReview(
      period: period, variance: try Variance(plan: plan, actual: actual),
      expectedDeals: expected, actualDeals: made.buyers)
  }

  private func pastTarget(_ member: Member, _ period: Period) throws(MethodFailure) -> Money? {
    let goals = index.records.goals.filter {
      $0.owner == member.id && $0.start <= period.range.end && $0.end >= period.range.start
    }
    guard (try? calendar.status(of: period.range)) != nil else { return nil }
    return try MemberTarget(goals, period: period, calendar: calendar)?.amount
  }

  private func contactsMade(
    _ basis: MemberBasis, in range: DayRange
  ) -> (firsts: [Day], buyers: Int, orders: Int, net: Money) {
    var firsts: [Day] = []
    var (buyers, orders, net) = (0, 0, 0)
    for whole in basis.histories {
      let history = whole.before(range.end.adding(days: 1))
      guard let first = history.firstActivity, range.contains(first) else { continue }
      firsts.append(first)
      guard let bought = history.firstPurchase, bought >= first else { continue }
      let sizes = history.netPurchases
      buyers += 1
      orders += sizes.count
      net = sizes.reduce(net) { (try? sum($0, $1)) ?? $0 }
    }
    return (firsts.sorted(), buyers, orders, Money(hundredths: net))
  }
}

/// What was known of a member's own history on an earlier day.
private struct PastBasis {
  let lag: LagDistribution?
  let rates: [Rate]
  let conversion: Rational
  let factors: Factors

  init?(_ basis: MemberBasis, in planner: Planner, before day: Day) throws(MethodFailure) {
    let histories = basis.histories.map { $0.before(day) }
    lag = LagDistribution(histories.compactMap(\.lag))
    let cohort = HistoryReader(planner.settings, before: day).cohort(histories, lag: lag)
    var rates: [Rate] = []
    for (from, to) in zip(cohort.reached, cohort.reached.dropFirst()) {
      guard let rate = Rate(successes: to, trials: from).working else { return nil }
      rates.append(rate)
    }
    guard let factors = try Factors(cohort, source: .own), let share = cohort.conversion.share
    else {
      return nil
    }
    self.rates = rates
    conversion = share
    self.factors = factors
  }
}
