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
    self.init(customers: all, bought: bought)
  }

  /// Adds up what came of kept plans, whoever made them.
  package init(_ outcomes: some Sequence<ClassOutcome>) {
    var (all, bought) = (ClassCounts(), ClassCounts())
    for outcome in outcomes {
      all = all + outcome.customers
      bought = bought + outcome.bought
    }
    self.init(customers: all, bought: bought)
  }

  private init(customers: ClassCounts, bought: ClassCounts) {
    lines = CustomerClass.allCases.map { customerClass in
      let rate = Rate(successes: bought[customerClass], trials: customers[customerClass])
      return Line(customerClass: customerClass, bought: rate, interval: Interval(wilson95: rate))
    }
  }

  /// Those of a class who bought, of all; nil with fewer than ten customers.
  ///
  ///     calibration.measured(.a)  // 12 of 36
  package func measured(_ customerClass: CustomerClass) -> Rate? {
    lines.first { $0.customerClass == customerClass && $0.bought.trials >= Self.leastCustomers }?
      .bought
  }

  /// Whether A did worse than B beyond doubt: the rule or the scores need a look.
  package var isReversed: Bool {
    guard let a = lines[0].interval, let b = lines[1].interval else { return false }
    return a.high < b.low
  }
}
