/// What a forecast reads its answers from: the orders added up once, and set against the target with
/// each of the amounts that may arrive beside them.
struct ForecastTables {
  let model: RevenueModel
  let grid: MoneyGrid
  /// How many contacts become customers in the end.
  let wins: CountDistribution
  /// The expected amount that is asked about, in steps of the grid, and its standard deviation.
  let mean: Double
  let deviation: Double
  /// The chances in the end.
  let ever: RevenueTable
  /// The chances in the end if every order were a tenth larger.
  let largerOrders: RevenueTable
  /// The amounts not exceeded with the usual chances.
  let quantiles: [Forecast.Quantile]
  /// The most orders that were counted.
  private let mostOrders: Int

  /// More customers than this are not counted one by one.
  private static let mostWins = 1000.0
  /// More orders than this are not counted one by one.
  private static let mostOrders = 20_000
  /// More multiplications than this are not worth waiting for.
  private static let mostWork = 400_000_000

  /// Counts; nil where that would take too long.
  init?(_ input: ForecastInput) throws(MethodFailure) {
    guard Double(input.contacts) * input.belief.mean <= Self.mostWins else { return nil }
    let wins = input.belief.wins(of: input.contacts)
    let kinds = max(2, input.factors.buyersByOrders.count)
    guard wins.masses.count <= Self.mostOrders / kinds else { return nil }
    let scale = AmountScale(input)
    let threshold = scale.grid.threshold(input.target.hundredths)
    guard threshold <= 1_000_000 else { return nil }
    let model = RevenueModel(input.factors, grid: scale.grid)
    // Two deviations above the mean, or three where the largest quantile is not reached by then
    // (three always suffice: Cantelli's inequality).
    for width in [2.0, 3.01] {
      let (mean, deviation) = (scale.mean, scale.deviation)
      guard mean + width * deviation < 1_000_000 else { return nil }
      let limit = Int(mean + width * deviation) + 2
      var reading = try Reading(
        input, scale.grid, model, wins, threshold: threshold, limit: limit)
      guard reading.run(model, work: Self.mostWork) else { return nil }
      guard let amounts = reading.amounts.quantiles(Forecast.quantileShares) else { continue }
      self.model = model
      grid = scale.grid
      self.wins = wins
      (self.mean, self.deviation) = (mean, deviation)
      ever = RevenueTable(model, reading.ever)
      largerOrders = RevenueTable(model, reading.largerOrders)
      quantiles = zip(Forecast.quantileShares, amounts).map {
        Forecast.Quantile(share: $0, amount: Money(hundredths: $1 * scale.grid.step))
      }
      mostOrders = reading.amounts.orderCounts.count - 1
      return
    }
    return nil
  }

  /// Half a step for every amount that may have been rounded: none where all lie on the grid.
  func largestRoundingError(_ input: ForecastInput) throws(MethodFailure) -> Money {
    let amounts = input.amounts
    if amounts.allSatisfy({ $0 % grid.step == 0 }) { return .zero }
    return Money(hundredths: try product(mostOrders + input.others.count, grid.step) / 2)
  }
}

/// The questions to the sums of orders, answered together.
private struct Reading {
  var ever: OrdersBelow
  var largerOrders: OrdersBelow
  var amounts: CollectedAmounts

  init(
    _ input: ForecastInput, _ grid: MoneyGrid, _ model: RevenueModel, _ wins: CountDistribution,
    threshold: Int, limit: Int
  ) throws(MethodFailure) {
    let longest = max(limit, threshold, 1)
    let others = input.others(grid, upTo: longest)
    let counts = model.orderCounts(wins)
    ever = OrdersBelow(others, threshold: threshold)
    amounts = CollectedAmounts(orderCounts: counts, others, upTo: limit)
    largerOrders = try Self.largerOrders(input, grid, orders: counts.count)
  }

  /// Orders a tenth larger against the target are the same orders against ten elevenths of it, with
  /// everything else in the same measure: so no order size has to be rounded again.
  private static func largerOrders(
    _ input: ForecastInput, _ grid: MoneyGrid, orders: Int
  ) throws(MethodFailure) -> OrdersBelow {
    let measure = try Rational(10) / Rational(11)
    let target = try (Rational(input.target.hundredths) * measure).ceiling
    let threshold = grid.threshold(target)
    var others = OtherRevenue(grid: grid)
    for part in input.others { others.add(try part.amount * measure, chance: part.chance) }
    return OrdersBelow(
      others.distribution(upTo: max(1, threshold)), threshold: threshold, orders: orders)
  }

  /// Adds up orders until every question is answered; false where that would take too long.
  mutating func run(_ model: RevenueModel, work most: Int) -> Bool {
    var sums = OrderSums(model, upTo: needed)
    var work = 0
    while true {
      let limit = needed
      sums.cut(to: limit)
      let cumulative = sums.cumulative(upTo: limit)
      ever.add(cumulative)
      largerOrders.add(cumulative)
      amounts.add(sums)
      if needed == 0 { return true }
      work += sums.work
      guard work < most else { return false }
      sums.addOrder()
    }
  }

  /// Below which amount the sums are still asked for.
  private var needed: Int {
    var needed = amounts.isComplete ? 0 : amounts.limit
    for below in [ever, largerOrders] where !below.isComplete {
      needed = max(needed, below.threshold, 1)
    }
    return needed
  }
}

/// The finest grid on which the amounts that matter are not too many to count, with the mean and the
/// deviation of the whole amount in its steps.
private struct AmountScale {
  let grid: MoneyGrid
  let mean: Double
  let deviation: Double

  init(_ input: ForecastInput) {
    let wins = input.belief.moments(of: input.contacts)
    var grid = MoneyGrid(
      target: input.wholeTarget?.hundredths ?? input.target.hundredths, amounts: input.amounts)
    while true {
      let customer = RevenueModel(input.factors, grid: grid).customerMoments
      var others = OtherRevenue(grid: grid)
      for part in input.others { others.add(part.amount, chance: part.chance) }
      let mean = wins.mean * customer.mean + others.moments.mean
      let variance =
        wins.mean * customer.variance + wins.variance * customer.mean * customer.mean
        + others.moments.variance
      if mean + 3 * variance.squareRoot() < 20_000 {
        self.grid = grid
        self.mean = mean
        deviation = variance.squareRoot()
        return
      }
      grid = grid.coarser
    }
  }
}

extension ForecastInput {
  /// Every amount in whole hundredths; one that is no whole number of them is 1, off every coarse
  /// grid.
  fileprivate var amounts: [Int] {
    func whole(_ amount: Rational) -> Int { amount.denominator == 1 ? amount.numerator : 1 }
    let sizes = factors.orderSizes.isEmpty ? [whole(factors.dealSize)] : factors.orderSizes
    return sizes + others.map { whole($0.amount) }
  }

  /// The distribution of what is expected beside new customers, below a limit.
  fileprivate func others(_ grid: MoneyGrid, upTo limit: Int) -> [Double] {
    var revenue = OtherRevenue(grid: grid)
    for part in others { revenue.add(part.amount, chance: part.chance) }
    return revenue.distribution(upTo: limit)
  }
}
