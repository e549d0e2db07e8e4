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
