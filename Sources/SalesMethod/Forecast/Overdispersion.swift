/// How much more the months differ from each other than chance alone explains.
package struct Overdispersion: Hashable, Sendable {
  /// The correlation within a month: 0 where chance explains everything, below 1.
  package let rho: Double
  /// The months it was measured on.
  package let months: Int

  /// Fewer months say nothing.
  package static let leastMonths = 4
  private static let largest = 0.99

  /// Measures ρ by Pearson's X² over months with trials; 0 with fewer than four of them, or where
  /// all or none succeeded.
  ///
  ///     // 40 trials in each of 6 months; 1 3 0 2 5 1 successes
  ///     Overdispersion(months).rho  // 1/57
  package init(_ all: [Rate]) {
    let months = all.filter { $0.trials > 0 }
    self.months = months.count
    let trials = months.reduce(0.0) { $0 + Double($1.trials) }
    let successes = months.reduce(0.0) { $0 + Double($1.successes) }
    let p = trials > 0 ? successes / trials : 0
    guard months.count >= Self.leastMonths, p > 0, p < 1 else {
      rho = 0
      return
    }
    var chiSquared = 0.0
    var squares = 0.0
    for month in months {
      let n = Double(month.trials)
      let difference = Double(month.successes) - n * p
      chiSquared += difference * difference / (n * p * (1 - p))
      squares += n * n
    }
    let free = Double(months.count - 1)
    let effective = trials - squares / trials
    let excess = (chiSquared - free) / (effective - free)
    rho = effective > free ? min(max(0, excess), Self.largest) : 0
  }

  /// What it was measured to be.
  package init(rho: Double, months: Int) {
    self.rho = rho
    self.months = months
  }

  /// The weight κ = 1/ρ − 1 of a month's rate around the long-run rate.
  package var kappa: Double { 1 / rho - 1 }
}
