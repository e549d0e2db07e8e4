/// The distribution of an amount as it is added up from the sums of 0, 1, 2 … orders.
struct CollectedAmounts {
  /// The chance of each number of orders.
  let orderCounts: [Double]
  /// The chance of each amount of the orders, in steps of the grid.
  private var masses: [Double]
  private let others: [Double]
  private var count = 0

  /// Weighs sums of orders with the chances of their numbers, beside other amounts, up to a limit.
  init(orderCounts: [Double], _ others: [Double], upTo limit: Int) {
    self.orderCounts = orderCounts
    self.others = others
    masses = Array(repeating: 0, count: limit)
  }

  /// Below which amount the sums of orders are needed.
  var limit: Int { masses.count }
  /// Whether every number of orders was read.
  var isComplete: Bool { count >= orderCounts.count }

  /// Reads the sums of one order more.
  mutating func add(_ sums: OrderSums) {
    guard !isComplete else { return }
    Convolution.add(sums.masses, times: orderCounts[count], at: sums.first, to: &masses)
    count += 1
  }

  /// The least amounts that are not exceeded with each of the chances; nil where one lies beyond the
  /// limit.
  func quantiles(_ shares: [Double]) -> [Int]? {
    var sum = 0.0
    let orders = masses.map { mass in
      sum += mass
      return sum
    }
    var amounts: [Int] = []
    for share in shares {
      var (low, high) = (-1, orders.count)
      while high - low > 1 {
        let middle = low + (high - low) / 2
        if chance(ofAtMost: middle, orders) >= share { high = middle } else { low = middle }
      }
      guard high < orders.count else { return nil }
      amounts.append(high)
    }
    return amounts
  }

  private func chance(ofAtMost amount: Int, _ orders: [Double]) -> Double {
    var chance = 0.0
    for (other, mass) in others.prefix(amount + 1).enumerated() {
      chance += mass * orders[amount - other]
    }
    return chance
  }
}
