extension RecordedPlan {
  /// What a plan just made would keep.
  ///
  /// What its customers are called in it, `customerId` turns into their ids.
  package init(_ plan: MonthlyPlan, asking customerId: (String) -> String = { $0 }) {
    self.init(
      person: plan.member.id, asOf: plan.asOf, periodEnd: plan.period.range.end,
      customers: plan.customers.map {
        Customer(
          id: customerId($0.customer.id), name: $0.customer.name,
          customerClass: $0.classification.customerClass)
      })
  }
}

extension Planner {
  /// Sets an earlier plan's classes beside a plan and beside the orders since.
  ///
  ///     planner.classHistory(of: lastMonth, beside: plan).migration.count(from: .b, to: .a)
  package func classHistory(of earlier: RecordedPlan, beside plan: MonthlyPlan) -> ClassHistory {
    let near = settings.man.near
    let outcome = ClassOutcome(of: earlier, near: near, in: index, before: now)
    return ClassHistory(
      since: earlier.asOf, migration: MigrationMatrix(from: earlier, to: RecordedPlan(plan)),
      horizonEnd: earlier.horizonEnd(near: near), calibration: outcome.map { Calibration([$0]) })
  }
}
