/// The customers first contacted in the window, counted: how far they came and what they bought.
package struct Cohort: Hashable, Sendable {
  /// How many reached each stage of the funnel.
  package var reached: [Int]
  /// What each of their orders is worth after returns, in hundredths.
  package var orderSizes: [Int] = []
  /// How many buyers placed one order, two, three and so on.
  package var buyersByOrders: [Int] = []
  /// Those first contacted in each month of the window, and how many of them bought.
  package var months: [Rate]
  /// How many customers returned more than they had ordered.
  package var customersWithExcessReturns = 0
  /// What they returned beyond their orders, in hundredths.
  package var excessReturns = 0
  /// How many first contacted in the window are too young to judge.
  package var leftOut = 0
  /// Whom it counts.
  package let window: CohortWindow

  /// Nobody, for so many stages.
  init(stages: Int, _ window: CohortWindow) {
    reached = Array(repeating: 0, count: stages)
    months = Array(
      repeating: Rate(successes: 0, trials: 0), count: window.window.months.count)
    self.window = window
  }

  /// Those who bought.
  package var buyers: Int { reached.last ?? 0 }

  /// All their orders.
  package var orders: Int { orderSizes.count }

  /// From the first contact to the first order.
  package var conversion: Rate { Rate(successes: buyers, trials: reached.first ?? 0) }

  /// From a stage to the next.
  func rate(_ step: Int) -> Rate { Rate(successes: reached[step + 1], trials: reached[step]) }

  /// Adds another cohort of the same stages and months.
  mutating func add(_ other: Cohort) throws(MethodFailure) {
    for stage in reached.indices { reached[stage] += other.reached[stage] }
    for month in months.indices {
      months[month] = Rate(
        successes: months[month].successes + other.months[month].successes,
        trials: months[month].trials + other.months[month].trials)
    }
    orderSizes += other.orderSizes
    for (position, count) in other.buyersByOrders.enumerated() {
      while buyersByOrders.count <= position { buyersByOrders.append(0) }
      buyersByOrders[position] += count
    }
    customersWithExcessReturns += other.customersWithExcessReturns
    excessReturns = try sum(excessReturns, other.excessReturns)
    leftOut += other.leftOut
  }

  /// Counts one customer first contacted in a month of the window.
  mutating func add(
    _ history: CustomerHistory, from first: Day, month: Int, funnel: [FunnelStage]
  ) throws(MethodFailure) {
    reached[0] += 1
    for stage in 1..<funnel.count - 1
    where history.activities.contains(where: { $0.type == funnel[stage].name }) {
      reached[stage] += 1
    }
    let hasBought = (history.firstPurchase ?? first.adding(days: -1)) >= first
    months[month] = Rate(
      successes: months[month].successes + (hasBought ? 1 : 0), trials: months[month].trials + 1)
    guard hasBought else { return }
    reached[funnel.count - 1] += 1
    let (sizes, excess) = (history.net.sizes, try history.net.excess())
    orderSizes += sizes
    if excess > 0 {
      customersWithExcessReturns += 1
      excessReturns = try sum(excessReturns, excess)
    }
    while buyersByOrders.count < sizes.count { buyersByOrders.append(0) }
    buyersByOrders[sizes.count - 1] += 1
  }
}
