extension PlanBasis {
  /// The days that 80/20 and attention look at: the window and what followed it.
  var lookback: DayRange? {
    EstimationWindow(months: settings.estimate.months, before: known).months.first.flatMap {
      DayRange(from: $0.start, through: known.adding(days: -1))
    }
  }
}

extension Pareto {
  /// How the revenue of the lookback is spread over a member's customers; nil where there is none.
  init?(_ basis: MemberBasis) throws(MethodFailure) {
    guard let lookback = basis.plan.lookback else { return nil }
    let index = basis.index
    try self.init(
      index.ordersOfMember[basis.number].lazy.map { index.records.orders[$0] }
        .filter { lookback.contains($0.date) })
  }
}

extension Attention {
  /// Where the time of the lookback went, against revenue and what is expected next; nil without
  /// revenue or time.
  init?(
    _ basis: MemberBasis, _ pareto: Pareto?, _ customers: [ClassifiedCustomer],
    _ outlook: PeriodOutlook
  ) throws(MethodFailure) {
    guard let lookback = basis.plan.lookback, let pareto else { return nil }
    let index = basis.index
    let revenues = Dictionary(
      pareto.entries.map { ($0.customer, $0.revenue) }, uniquingKeysWith: { first, _ in first })
    let expected = outlook.expectedByCustomer
    var observations: [Attention.Observation] = []
    for customer in customers {
      guard let number = index.customerNumbers[customer.customer.id] else { continue }
      var time = WorkingTime.zero
      for position in index.activitiesOfCustomer[number] {
        let activity = index.records.activities[position]
        guard activity.isDone != false, lookback.contains(activity.date) else { continue }
        time = try time + basis.settings.time(of: activity)
      }
      observations.append(
        Attention.Observation(
          customer: customer.customer.id, revenue: revenues[customer.customer.id] ?? .zero,
          time: time, expected: expected[customer.customer.id] ?? .zero))
    }
    self.init(observations)
  }
}
