/// The chances of a revenue model against one target, counted once and read many times: for another
/// number of customers nothing is convolved again.
struct RevenueTable {
  /// The chance that 0, 1, 2 … orders and everything else stay below the target.
  private let belowByOrders: [Double]
  /// The same for customers.
  private let belowByCustomers: [Double]
  private let model: RevenueModel

  /// More multiplications than this are not worth waiting for.
  private static let mostWork = 400_000_000
  /// A smaller chance to stay below the target is none: it is lost in what the counts leave out.
  private static let negligible = 1e-11

  /// Counts the chances for at most so many orders, or for all that matter; nil where that would
  /// take too long.
  ///
  /// With a distribution of customers, the distribution of the whole amount is counted in the same
  /// pass, up to `limit`.
  init?(
    _ model: RevenueModel, threshold: Int, orders most: Int = .max,
    collecting collected: inout CollectedAmounts
  ) {
    self.model = model
    var sums = OrderSums(model, upTo: max(threshold, collected.masses.count))
    var below: [Double] = []
    var work = 0
    while true {
      let chance = sums.below(threshold)
      below.append(chance)
      collected.add(sums.masses, orders: below.count - 1)
      let isCollected = below.count >= collected.orderCounts.count
      if isCollected, chance < Self.negligible || below.count >= most { break }
      if isCollected { sums.cut(to: threshold) }
      work += sums.masses.count * (model.orderSizes.count + 1)
      guard work < Self.mostWork else { return nil }
      sums.addOrder()
    }
    belowByOrders = below
    belowByCustomers = model.below(orders: below, negligible: Self.negligible)
  }

  /// The chance to reach the target with so many customers.
  func reach(_ customers: CountDistribution) -> Double {
    Self.reach(customers, belowByCustomers)
  }

  /// The chance to reach the target if customers placed orders in other frequencies.
  func reach(_ customers: CountDistribution, ordersPerCustomer: [Double]) -> Double {
    let other = RevenueModel(replacing: ordersPerCustomer, in: model)
    return Self.reach(customers, other.below(orders: belowByOrders, negligible: Self.negligible))
  }

  /// The least contacts whose customers reach the target with a confidence, by doubling and halving;
  /// nil where even a great many do not.
  func contacts(for confidence: Double, startingAt guess: Int, _ belief: ConversionBelief) -> Int? {
    func suffices(_ contacts: Int) -> Bool { reach(belief.wins(of: contacts)) >= confidence }
    var (low, high) = (-1, max(1, guess))
    while !suffices(high) {
      guard high < 30 * max(10, guess) else { return nil }
      low = high
      high = max(high + 1, high * 3 / 2)
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if suffices(middle) { high = middle } else { low = middle }
    }
    return high
  }

  private static func reach(_ customers: CountDistribution, _ below: [Double]) -> Double {
    var chance = 0.0
    for (count, mass) in customers.masses.enumerated() {
      chance += mass * (1 - (count < below.count ? below[count] : 0))
    }
    return min(max(0, chance), 1)
  }
}

/// The distribution of an amount as it is added up from the distributions of 0, 1, 2 … orders.
struct CollectedAmounts {
  /// The chance of each number of orders.
  let orderCounts: [Double]
  /// The chance of each amount in steps of the grid.
  private(set) var masses: [Double]

  init(orderCounts: [Double], upTo limit: Int) {
    self.orderCounts = orderCounts
    masses = Array(repeating: 0, count: limit)
  }

  mutating func add(_ amounts: [Double], orders: Int) {
    guard orders < orderCounts.count else { return }
    Convolution.add(amounts, times: orderCounts[orders], at: 0, to: &masses)
  }

  /// The least amount that is not exceeded with a chance; nil where it lies beyond the limit.
  func quantile(_ share: Double) -> Int? {
    var sum = 0.0
    for (amount, mass) in masses.enumerated() {
      sum += mass
      if sum >= share { return amount }
    }
    return nil
  }
}

extension RevenueModel {
  /// The same model with other frequencies of orders.
  init(replacing ordersPerCustomer: [Double], in model: RevenueModel) {
    orderSizes = model.orderSizes
    others = model.others
    self.ordersPerCustomer = ordersPerCustomer
  }
}
