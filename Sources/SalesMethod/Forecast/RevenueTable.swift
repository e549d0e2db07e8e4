/// The chances of a revenue model against one target, counted once and read many times: for another
/// number of customers nothing is convolved again.
struct RevenueTable {
  /// The chance that 0, 1, 2 … orders and everything else stay below the target.
  private let belowByOrders: [Double]
  /// The same for customers.
  private let belowByCustomers: [Double]
  private let model: RevenueModel

  /// Turns the chances by orders into chances by customers.
  init(_ model: RevenueModel, _ below: OrdersBelow) {
    self.model = model
    belowByOrders = below.chances
    belowByCustomers = model.below(orders: below.chances, negligible: OrdersBelow.negligible)
  }

  /// The chance to reach the target with so many customers.
  func reach(_ customers: CountDistribution) -> Double {
    Self.reach(customers, belowByCustomers)
  }

  /// The chance to reach the target if customers placed orders in other frequencies.
  func reach(_ customers: CountDistribution, ordersPerCustomer: [Double]) -> Double {
    let other = RevenueModel(replacing: ordersPerCustomer, in: model)
    return Self.reach(
      customers, other.below(orders: belowByOrders, negligible: OrdersBelow.negligible))
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

extension RevenueModel {
  /// The same model with other frequencies of orders.
  init(replacing ordersPerCustomer: [Double], in model: RevenueModel) {
    orderSizes = model.orderSizes
    self.ordersPerCustomer = ordersPerCustomer
  }
}
