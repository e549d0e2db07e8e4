extension Planner {
  /// The days that 80/20 and attention look at: the window and what followed it.
  var lookback: DayRange? {
    EstimationWindow(months: settings.estimate.months, before: asOf).months.first.flatMap {
      DayRange(from: $0.start, through: asOf.adding(days: -1))
    }
  }

  /// How the revenue of the lookback is spread over a member's customers.
  func pareto(_ basis: MemberBasis) throws(MethodFailure) -> Pareto? {
    guard let lookback else { return nil }
    return try Pareto(
      index.ordersOfMember[basis.number].lazy.map { index.records.orders[$0] }
        .filter { lookback.contains($0.date) })
  }

  /// Where the time of the lookback went, against revenue and what is expected next.
  func attention(
    _ basis: MemberBasis, _ pareto: Pareto?, _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) -> Attention? {
    guard let lookback, let pareto else { return nil }
    let revenues = Dictionary(
      pareto.entries.map { ($0.customer, $0.revenue) }, uniquingKeysWith: { first, _ in first })
    var observations: [Attention.Observation] = []
    for customer in customers {
      guard let number = index.customerNumbers[customer.customer.id] else { continue }
      var time = WorkingTime.zero
      for position in index.activitiesOfCustomer[number] {
        let activity = index.records.activities[position]
        guard activity.isDone != false, lookback.contains(activity.date) else { continue }
        time = try time + self.time(of: activity)
      }
      observations.append(
        Attention.Observation(
          customer: customer.customer.id, revenue: revenues[customer.customer.id] ?? .zero,
          time: time, expected: customer.expectedValue.amount))
    }
    return Attention(observations)
  }
}

extension Pareto {
  /// Where each customer stands, by id.
  func tiers() -> [String: ValueTier] {
    Dictionary(
      entries.enumerated().map { position, entry in
        (
          entry.customer,
          ValueTier(
            rank: position + 1, share: entry.share, isInTop20: entry.isInTop20,
            isTied: entry.isTied)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
