/// What an earlier plan said of the customers' classes and of its month, as it was kept.
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

  /// The id of the member whose plan it was.
  package let person: String
  /// The day the plan was made for.
  package let asOf: Day
  /// The last day of its period.
  package let periodEnd: Day
  package let customers: [Customer]
  /// What it said of its month as a whole; nil where it says nothing of one: a plan of the first version,
  /// whose amounts had no date, or of another period.
  package let outlook: KeptOutlook?

  package init(
    person: String, asOf: Day, periodEnd: Day, customers: [Customer], outlook: KeptOutlook? = nil
  ) {
    self.person = person
    self.asOf = asOf
    self.periodEnd = periodEnd
    self.customers = customers
    self.outlook = outlook
  }
}

extension RecordedPlan {
  /// The last day on which an order still counts for the plan's classes.
  ///
  ///     mayPlan.horizonEnd(near: .days(30))  // 2026-06-05 for a plan of 6 May
  package func horizonEnd(near: ManRule.Horizon) -> Day {
    switch near {
    case .days(let days): asOf.adding(days: days)
    case .periodEnd: periodEnd
    }
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

extension RecordedPlan {
  /// The plan with the classes of its customers alone.
  var withoutNames: RecordedPlan {
    RecordedPlan(
      person: person, asOf: asOf, periodEnd: periodEnd,
      customers: customers.map {
        Customer(id: $0.id, name: "", customerClass: $0.customerClass)
      })
  }
}
