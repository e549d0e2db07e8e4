package import Formula

/// What a workload sheet is made of: a target, what a deal brings, and the funnel that leads to it.
///
/// The sheet computes the rest, so that it follows when a number is changed.
package struct Workload: Hashable, Sendable {
  /// One step of the funnel, the last of which is the deal.
  package struct Stage: Hashable, Sendable {
    package var name: String
    /// How many of `trials` went on to the next stage; of no account at the last.
    package var successes: Int
    package var trials: Int
    /// The hours that one of them takes.
    package var hours: Rational
    /// What is laid out for each week, first to last.
    package var perWeek: [Int]

    package init(name: String, successes: Int, trials: Int, hours: Rational, perWeek: [Int]) {
      self.name = name
      self.successes = successes
      self.trials = trials
      self.hours = hours
      self.perWeek = perWeek
    }
  }

  /// In the currency's units.
  package var target: Rational
  package var dealSize: Rational
  /// Orders of a customer in the period, the first included.
  package var repeatOrders: Rational
  /// The hours there are for selling in the period.
  package var availableHours: Rational
  package var currency: String
  /// From the first contact to the deal.
  package var stages: [Stage]

  package init(
    target: Rational, dealSize: Rational, repeatOrders: Rational, availableHours: Rational,
    currency: String, stages: [Stage]
  ) {
    self.target = target
    self.dealSize = dealSize
    self.repeatOrders = repeatOrders
    self.availableHours = availableHours
    self.currency = currency
    self.stages = stages
  }

  /// How many of each stage it takes, before they are rounded up to whole ones; 0 where nothing
  /// ever went on, since no number is enough then.
  var exactCounts: [Rational] {
    var count = (try? target / (try dealSize * repeatOrders)) ?? Rational(0)
    var counts: [Rational] = []
    for (index, stage) in stages.enumerated().reversed() {
      if index < stages.count - 1 {
        count = (try? count * Rational(stage.trials) / Rational(stage.successes)) ?? Rational(0)
      }
      counts.append(count)
    }
    return counts.reversed()
  }
}
