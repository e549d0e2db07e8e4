extension MonthlyPlan {
  /// Whom to call first: whose open deal brings most by the period's end, then the rest of A and B in
  /// the order of the plan; nobody who is not to be visited.
  ///
  ///     plan.firstCalls(3).map(\.customer.name)
  package func firstCalls(_ most: Int) -> [PlannedCustomer] {
    let known = Dictionary(
      customers.map { ($0.customer.id, $0) }, uniquingKeysWith: { first, _ in first })
    let carrying = openDeals.filter { $0.expected > .zero }.byWeight
      .compactMap { known[$0.deal.customer] }
    var seen: Set<String> = []
    let worth = (carrying + customers(of: .a) + customers(of: .b)).filter {
      $0.classification.customerClass != .d && seen.insert($0.customer.id).inserted
    }
    return Array(worth.prefix(most))
  }
}

extension [DealOutlook] {
  /// Those that bring most by the period’s end first, then the largest; equals in the order of the
  /// table.
  package var byWeight: [DealOutlook] {
    enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return (other.expected, other.deal.amount, left.offset)
        < (one.expected, one.deal.amount, right.offset)
    }.map(\.element)
  }
}
