/// Everything a forecast is computed from.
struct ForecastInput {
  /// The conversion as it was counted.
  var rate: Rational
  var belief: ConversionBelief
  var overdispersion: Overdispersion
  var factors: Factors
  /// What must still be reached.
  var target: Money
  /// The target of the period, which decides how finely amounts are counted.
  var wholeTarget: Money?
  /// The first contacts.
  var contacts: Int
  /// The first contacts by the share of them that can have bought by the end of the period; nil
  /// where the sales cycle is not known.
  var groups: [(contacts: Int, share: Double)]?
  /// Open deals and repeat orders.
  var others: [OtherPart] = []
  /// The confidence asked for, from 0 to 1.
  var confidence: Double
  /// The first contacts that fit into the hours, where not all do.
  var feasibleContacts: Int?
  /// What the work for the contacts takes.
  var time: WorkingTime = .zero

  /// An amount beside new customers with its chances.
  struct OtherPart {
    var amount: Rational
    var inPeriod: Double
    var ever: Double
  }
}

extension Forecast {
  /// More customers than this are not counted one by one.
  private static let mostWins = 1000.0
  /// More orders than this are not counted one by one.
  private static let mostOrders = 20_000

  /// Computes the forecast; nil where it would take too long to count exactly.
  init?(_ input: ForecastInput) throws(MethodFailure) {
    guard Double(input.contacts) * input.belief.mean <= Self.mostWins else { return nil }
    let wins = input.belief.wins(of: input.contacts)
    let kinds = max(2, input.factors.buyersByOrders.count)
    guard wins.masses.count <= Self.mostOrders / kinds else { return nil }
    let (grid, mean, variance) = Self.scale(input, wins)
    let threshold = grid.threshold(input.target.hundredths)
    guard threshold <= 1_000_000 else { return nil }
    var ever = OtherRevenue(grid: grid)
    for part in input.others { ever.add(part.amount, chance: part.ever) }
    guard
      let (model, table, amounts) = Self.tables(
        input, grid, wins, ever, threshold, mean: mean, deviation: variance.squareRoot())
    else { return nil }
    probabilityInPeriod = try Self.probabilityInPeriod(input, grid, table, threshold)
    contacts = input.contacts
    target = input.target
    probabilityEver = table.reach(wins)
    probabilityOfFeasible = input.feasibleContacts.map { table.reach(input.belief.wins(of: $0)) }
    let unit = Double(grid.step) / 100
    self.mean = mean * unit
    standardDeviation = variance.squareRoot() * unit
    quantiles = Self.quantileShares.compactMap { share in
      amounts.quantile(share).map {
        Quantile(share: share, amount: Money(hundredths: $0 * grid.step))
      }
    }
    self.grid = Money(hundredths: grid.step)
    largestRoundingError = try Self.roundingError(
      input, grid, orders: amounts.orderCounts.count - 1)
    overdispersion = input.overdispersion
    contactsForConfidence = table.contacts(
      for: input.confidence, startingAt: input.contacts, input.belief)
    sensitivity = try Self.sensitivity(input, model, table, grid)
  }

  /// The chance by the end of the period; nil where the sales cycle is not known.
  ///
  /// Open deals have other chances by then, so that nothing but the grid is shared with the chance
  /// in the end.
  private static func probabilityInPeriod(
    _ input: ForecastInput, _ grid: MoneyGrid, _ ever: RevenueTable, _ threshold: Int
  ) throws(MethodFailure) -> Double? {
    guard let groups = input.groups else { return nil }
    let wins = input.belief.wins(of: groups)
    guard !input.others.isEmpty else { return ever.reach(wins) }
    var others = OtherRevenue(grid: grid)
    for part in input.others { others.add(part.amount, chance: part.inPeriod) }
    let model = RevenueModel(
      input.factors, grid: grid, others: others.distribution(upTo: max(1, threshold)))
    var nothing = CollectedAmounts(orderCounts: [], upTo: 0)
    return RevenueTable(
      model, threshold: threshold, orders: model.orderCounts(wins).count, collecting: &nothing
    )?.reach(wins)
  }

  /// The grid, with the mean and the variance of the whole amount in its steps: the finest on which
  /// the amounts that matter are not too many to count.
  private static func scale(
    _ input: ForecastInput, _ wins: CountDistribution
  ) -> (grid: MoneyGrid, mean: Double, variance: Double) {
    var grid = grid(input)
    while true {
      let customer = RevenueModel(input.factors, grid: grid).customerMoments
      var others = OtherRevenue(grid: grid)
      for part in input.others { others.add(part.amount, chance: part.ever) }
      let mean = wins.mean * customer.mean + others.moments.mean
      let variance =
        wins.mean * customer.variance + wins.variance * customer.mean * customer.mean
        + others.moments.variance
      if mean + 3 * variance.squareRoot() < 20_000 { return (grid, mean, variance) }
      grid = grid.coarser
    }
  }

  private static func grid(_ input: ForecastInput) -> MoneyGrid {
    let sizes =
      input.factors.orderSizes.isEmpty
      ? [wholeHundredths(input.factors.dealSize)] : input.factors.orderSizes
    return MoneyGrid(
      target: input.wholeTarget?.hundredths ?? input.target.hundredths,
      amounts: sizes + input.others.map { wholeHundredths($0.amount) })
  }

  /// The amount, or 1 where it is no whole number of hundredths: off every coarse grid.
  private static func wholeHundredths(_ amount: Rational) -> Int {
    amount.denominator == 1 ? amount.numerator : 1
  }

  /// Counts the chances and the amounts up to two deviations above the mean, or three where the
  /// largest quantile is not reached by then (three always suffice: Cantelli's inequality).
  private static func tables(
    _ input: ForecastInput, _ grid: MoneyGrid, _ wins: CountDistribution, _ others: OtherRevenue,
    _ threshold: Int, mean: Double, deviation: Double
  ) -> (RevenueModel, RevenueTable, CollectedAmounts)? {
    for width in [2.0, 3.01] {
      guard mean + width * deviation < 1_000_000 else { return nil }
      let limit = Int(mean + width * deviation) + 2
      let model = RevenueModel(
        input.factors, grid: grid, others: others.distribution(upTo: max(limit, threshold)))
      var amounts = CollectedAmounts(orderCounts: model.orderCounts(wins), upTo: limit)
      guard let table = RevenueTable(model, threshold: threshold, collecting: &amounts) else {
        return nil
      }
      if amounts.quantile(0.9) != nil { return (model, table, amounts) }
    }
    return nil
  }

  /// Half a step for every amount that may have been rounded: none where all lie on the grid.
  private static func roundingError(
    _ input: ForecastInput, _ grid: MoneyGrid, orders: Int
  ) throws(MethodFailure) -> Money {
    let sizes =
      input.factors.orderSizes.isEmpty
      ? [wholeHundredths(input.factors.dealSize)] : input.factors.orderSizes
    let amounts = sizes + input.others.map { wholeHundredths($0.amount) }
    if amounts.allSatisfy({ $0 % grid.step == 0 }) { return .zero }
    return Money(hundredths: try product(orders + input.others.count, grid.step) / 2)
  }

  private static func sensitivity(
    _ input: ForecastInput, _ model: RevenueModel, _ table: RevenueTable, _ grid: MoneyGrid
  ) throws(MethodFailure) -> [FactorSensitivity] {
    let tenth = 1.1
    let base = table.reach(input.belief.wins(of: input.contacts))
    let value = try input.factors.customerValue().double
    let amount = try money(
      hundredths: Double(input.contacts) * input.rate.double * value * 0.1)
    let more = (input.contacts * 11 + 9) / 10
    let wins = input.belief.wins(of: input.contacts)
    let larger = try tableWithLargerOrders(input, grid, for: wins)
    let probabilities: [(Factor, Double)] = [
      (.developed, table.reach(input.belief.wins(of: more))),
      (.conversion, table.reach(input.belief.wins(of: input.contacts, ratesTimes: tenth))),
      (.dealSize, larger?.reach(wins) ?? base),
      (.repeats, table.reach(wins, ordersPerCustomer: model.ordersTimes(tenth))),
    ]
    return probabilities.map { factor, probability in
      FactorSensitivity(
        factor: factor, amount: amount,
        time: factor == .developed
          ? WorkingTime(milliminutes: input.time.milliminutes / 10) : .zero,
        probability: probability - base)
    }
  }

  /// Orders a tenth larger against the target are the same orders against ten elevenths of it, with
  /// everything else in the same measure: so no order size has to be rounded again.
  private static func tableWithLargerOrders(
    _ input: ForecastInput, _ grid: MoneyGrid, for wins: CountDistribution
  ) throws(MethodFailure) -> RevenueTable? {
    guard let measure = Rational(10, over: 11) else { return nil }
    let target = try (Rational(input.target.hundredths) * measure).ceiling
    let threshold = grid.threshold(target)
    var others = OtherRevenue(grid: grid)
    for part in input.others { others.add(try part.amount * measure, chance: part.ever) }
    let model = RevenueModel(
      input.factors, grid: grid, others: others.distribution(upTo: max(1, threshold)))
    var nothing = CollectedAmounts(orderCounts: [], upTo: 0)
    return RevenueTable(
      model, threshold: threshold, orders: model.orderCounts(wins).count, collecting: &nothing)
  }
}

extension RevenueModel {
  /// The frequencies of orders with a mean so many times as high: part of the customers place one
  /// order more.
  func ordersTimes(_ factor: Double) -> [Double] {
    var mean = 0.0
    for (position, mass) in ordersPerCustomer.enumerated() { mean += Double(position + 1) * mass }
    let share = min(1, (factor - 1) * mean)
    var counts = ordersPerCustomer.map { $0 * (1 - share) } + [0]
    for (position, mass) in ordersPerCustomer.enumerated() { counts[position + 1] += mass * share }
    return counts
  }
}
