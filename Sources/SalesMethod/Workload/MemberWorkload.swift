extension Workload {
  /// Works a gap back through the funnel and spreads the counts over the days left; nil without a target, or where
  /// a gap is to be filled and there are no rates.
  ///
  /// The hours hold the visits that the customers' cadence asks for.
  init?(
    _ basis: MemberBasis, filling gap: Money?, beside customers: [ClassifiedCustomer]
  ) throws(MethodFailure) {
    let settings = basis.settings
    guard let gap else { return nil }
    var (deals, exact) = (0, Rational.zero)
    var counts = settings.funnel.map { _ in 0 }
    if gap > .zero {
      guard let rates = basis.rates, let factors = basis.factors else { return nil }
      deals = try BackSolving.customers(for: gap, factors: factors)
      exact = try Rational(gap.hundredths) / factors.customerValue()
      counts = try BackSolving.counts(for: deals, rates: rates.rates.map(\.working))
    }
    let hours = try HoursBalance(basis, counts: counts, beside: customers)
    var stages: [StageWorkload] = []
    for (stage, count) in zip(settings.funnel, counts) {
      let perDay = try ContactLayout.daily(count, days: basis.days.worked.count, settings.layout)
      stages.append(
        StageWorkload(
          stage: stage.name, mean: count, confident: nil, perDay: perDay,
          perWeek: Self.weeks(perDay, on: basis.days.worked), time: try stage.time * count))
    }
    self.init(
      customers: deals, exactCustomers: exact,
      stages: stages, hours: hours)
  }

  private static func weeks(_ counts: [Int], on days: [Day]) -> [WeekCount] {
    var weeks: [WeekCount] = []
    for (count, day) in zip(counts, days) {
      let week = ISOWeek(of: day)
      let previous = weeks.last.flatMap { $0.week == week ? weeks.popLast() : nil }
      guard let range = DayRange(from: previous?.days.start ?? day, through: day) else { continue }
      weeks.append(WeekCount(week: week, days: range, count: (previous?.count ?? 0) + count))
    }
    return weeks
  }
}

extension HoursBalance {
  /// The hours of so many steps of the funnel and of the visits that the customers’ cadence asks for, beside those
  /// that are left.
  init(
    _ basis: MemberBasis, counts: [Int], beside customers: [ClassifiedCustomer]
  ) throws(MethodFailure) {
    let settings = basis.settings
    var cadence = WorkingTime.zero
    for customer in customers {
      let visits = settings.cadence[customer.classification.customerClass]
      cadence = try cadence + visits.time * customer.wantedVisits
    }
    try self.init(
      funnel: BackSolving.time(for: counts, funnel: settings.funnel), cadence: cadence,
      available: basis.days.timeLeft(), settings.goals)
  }
}
