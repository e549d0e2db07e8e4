/// What the customers won bring: counts of customers become amounts.
///
/// A customer places one order, two and so on with the observed frequencies; an order is worth one
/// of the observed sizes. The estimation error of both is not included.
struct RevenueModel {
  /// The sizes of an order in steps of the grid, with their frequencies, smallest first.
  let orderSizes: [(bin: Int, mass: Double)]
  /// The frequency of one order of a customer, two, and so on.
  let ordersPerCustomer: [Double]

  /// Takes the sizes and counts that were observed; where only their means are known, orders are
  /// all of the mean size, and a customer places the whole numbers of orders next to the mean.
  init(_ factors: Factors, grid: MoneyGrid) {
    let sizes = factors.orderSizes.isEmpty ? [factors.dealSize.rounded] : factors.orderSizes
    let share = 1 / Double(sizes.count)
    var frequencies: [(bin: Int, mass: Double)] = []
    for bin in sizes.map(grid.bin).sorted() {
      if frequencies.last?.bin == bin {
        frequencies[frequencies.count - 1].mass += share
      } else {
        frequencies.append((bin, share))
      }
    }
    orderSizes = frequencies
    if factors.buyersByOrders.isEmpty {
      let whole = min(factors.ordersPerBuyer.floor, 1000)
      let rest = min(max(0, factors.ordersPerBuyer.double - Double(whole)), 1)
      var counts = [Double](repeating: 0, count: whole + 1)
      counts[whole - 1] = 1 - rest
      counts[whole] = rest
      ordersPerCustomer = counts
    } else {
      let buyers = Double(factors.buyersByOrders.reduce(0, +))
      ordersPerCustomer = factors.buyersByOrders.map { Double($0) / buyers }
    }
  }

  /// The mean and the variance of what one customer brings, in steps of the grid.
  var customerMoments: (mean: Double, variance: Double) {
    var (size, squared) = (0.0, 0.0)
    for (bin, mass) in orderSizes {
      size += Double(bin) * mass
      squared += Double(bin) * Double(bin) * mass
    }
    var (count, countSquared) = (0.0, 0.0)
    for (position, mass) in ordersPerCustomer.enumerated() {
      count += Double(position + 1) * mass
      countSquared += Double(position + 1) * Double(position + 1) * mass
    }
    let sizeVariance = squared - size * size
    return (count * size, count * sizeVariance + (countSquared - count * count) * size * size)
  }

  /// How many orders so many customers place.
  func orderCounts(_ customers: CountDistribution) -> [Double] {
    var counts: [Double] = [0]
    var placed = [1.0]
    for (number, mass) in customers.masses.enumerated() {
      if number > 0 { placed = Convolution.full(placed, [0] + ordersPerCustomer) }
      while counts.count < placed.count { counts.append(0) }
      Convolution.add(placed, times: mass, at: 0, to: &counts)
    }
    return counts
  }

  /// The chance that so many customers and everything else stay below the target, for 0, 1, 2 and
  /// so on, given the same for orders; beyond the end it is nothing.
  func below(orders: [Double], negligible: Double) -> [Double] {
    var below: [Double] = []
    var placed = [1.0]
    while true {
      var chance = 0.0
      for (count, mass) in placed.enumerated().prefix(orders.count) {
        chance += mass * orders[count]
      }
      below.append(chance)
      let least = placed.firstIndex { $0 > 0 } ?? 0
      if chance < negligible || least >= orders.count { return below }
      placed = Convolution.full(placed, [0] + ordersPerCustomer)
      if placed.count > orders.count { placed.removeLast(placed.count - orders.count) }
    }
  }
}
