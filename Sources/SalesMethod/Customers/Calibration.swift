/// How the classes did: of the customers of each class, how many bought within the near horizon.
package struct Calibration: Hashable, Sendable {
  /// One customer's class on a day, and whether it bought in time.
  package struct Observation: Hashable, Sendable {
    package let customerClass: CustomerClass
    package let hasBought: Bool

    package init(_ customerClass: CustomerClass, hasBought: Bool) {
      self.customerClass = customerClass
      self.hasBought = hasBought
    }
  }

  /// One class.
  package struct Line: Hashable, Sendable {
    package let customerClass: CustomerClass
    /// Those who bought, of all.
    package let bought: Rate
    /// Wilson's interval at 95 %; nil without a customer.
    package let interval: Interval?
  }

  /// A line for each class, A first.
  package let lines: [Line]

  /// With fewer customers a share is not used to plan with.
  package static let leastCustomers = 10

  /// Counts observations.
  package init(_ observations: some Sequence<Observation>) {
    var (all, bought) = (ClassCounts(), ClassCounts())
    for observation in observations {
      all.add(observation.customerClass)
      if observation.hasBought { bought.add(observation.customerClass) }
    }
    lines = CustomerClass.allCases.map { customerClass in
      let rate = Rate(successes: bought[customerClass], trials: all[customerClass])
      return Line(customerClass: customerClass, bought: rate, interval: Interval(wilson95: rate))
    }
  }

  /// The share of a class that bought, from ten customers on.
  package func chance(of customerClass: CustomerClass) -> Rational? {
    lines.first { $0.customerClass == customerClass && $0.bought.trials >= Self.leastCustomers }?
      .bought.share
  }

  /// Whether A did worse than B beyond doubt: the rule or the scores need a look.
  package var isReversed: Bool {
    guard let a = lines[0].interval, let b = lines[1].interval else { return false }
    return a.high < b.low
  }
}

extension Planner {
  /// What became of an earlier plan's classes: whether each customer ordered within the near
  /// horizon of that plan's day.
  ///
  /// Nothing where the horizon has not passed by `day`.
  package func observations(
    of plan: MonthlyPlan, until day: Day
  ) -> [Calibration.Observation] {
    let last =
      switch settings.man.near {
      case .days(let days): plan.asOf.adding(days: days)
      case .periodEnd: plan.period.range.end
      }
    guard last < day else { return [] }
    return plan.customers.map { planned in
      let orders = index.customerNumbers[planned.customer.id].map { index.ordersOfCustomer[$0] }
      let hasBought = (orders ?? []).contains { position in
        let order = index.records.orders[position]
        return order.amount > .zero && plan.asOf <= order.date && order.date <= last
      }
      return Calibration.Observation(
        planned.classification.customerClass, hasBought: hasBought)
    }
  }
}
