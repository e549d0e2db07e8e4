/// What an earlier plan said of the customers' classes, as it was kept.
///
/// The letters of a customer carry no date, so that the classes of an earlier day cannot be computed
/// again from the tables of today: they must have been kept.
package struct RecordedPlan: Hashable, Sendable {
  /// One customer's class on the day of the plan.
  package struct Customer: Hashable, Sendable {
    /// The customer's id.
    package let id: String
    package let name: String
    package let customerClass: CustomerClass

    package init(id: String, name: String, customerClass: CustomerClass) {
      self.id = id
      self.name = name
      self.customerClass = customerClass
    }
  }

  /// The day the plan was made for.
  package let asOf: Day
  /// The last day of its period.
  package let periodEnd: Day
  package let customers: [Customer]

  package init(asOf: Day, periodEnd: Day, customers: [Customer]) {
    self.asOf = asOf
    self.periodEnd = periodEnd
    self.customers = customers
  }

  /// What a plan just made would keep.
  package init(_ plan: MonthlyPlan) {
    self.init(
      asOf: plan.asOf, periodEnd: plan.period.range.end,
      customers: plan.customers.map {
        Customer(
          id: $0.customer.id, name: $0.customer.name,
          customerClass: $0.classification.customerClass)
      })
  }
}

/// How the classes of an earlier plan stand beside today's, and beside what happened.
package struct ClassHistory: Hashable, Sendable {
  /// The day of the earlier plan.
  package let since: Day
  /// Who moved from which class to which.
  package let migration: MigrationMatrix
  /// The last day on which an order still counted for the earlier classes.
  package let horizonEnd: Day
  /// How many of each class bought by then; nil while that day is not over.
  package let calibration: Calibration?
}

extension Planner {
  /// Sets an earlier plan's classes beside a plan and beside the orders since.
  ///
  ///     planner.classHistory(of: lastMonth, beside: plan).migration.count(from: .b, to: .a)
  package func classHistory(of earlier: RecordedPlan, beside plan: MonthlyPlan) -> ClassHistory {
    let end = horizonEnd(of: earlier)
    return ClassHistory(
      since: earlier.asOf, migration: MigrationMatrix(from: earlier, to: RecordedPlan(plan)),
      horizonEnd: end,
      calibration: end < asOf ? Calibration(observations(of: earlier, until: asOf)) : nil)
  }

  /// The last day within the near horizon of a plan.
  func horizonEnd(of plan: RecordedPlan) -> Day {
    switch settings.man.near {
    case .days(let days): plan.asOf.adding(days: days)
    case .periodEnd: plan.periodEnd
    }
  }

  /// What became of an earlier plan's classes: whether each customer ordered within the near
  /// horizon of that plan's day.
  ///
  /// Nothing where the horizon has not passed by `day`.
  package func observations(
    of plan: RecordedPlan, until day: Day
  ) -> [Calibration.Observation] {
    let last = horizonEnd(of: plan)
    guard last < day else { return [] }
    return plan.customers.map { customer in
      let orders = index.customerNumbers[customer.id].map { index.ordersOfCustomer[$0] }
      let hasBought = (orders ?? []).contains { position in
        let order = index.records.orders[position]
        return order.amount > .zero && plan.asOf <= order.date && order.date <= last
      }
      return Calibration.Observation(customer.customerClass, hasBought: hasBought)
    }
  }
}
