extension Forecast {
  /// Computes the forecast; nil where it would take too long to count exactly.
  init?(_ input: ForecastInput) throws(MethodFailure) {
    guard let tables = try ForecastTables(input) else { return nil }
    let wins = tables.wins
    contacts = input.contacts
    target = input.target
    probabilityEver = tables.ever.reach(wins)
    probabilityOfFeasible = input.feasibleContacts.map {
      tables.ever.reach(input.belief.wins(of: $0))
    }
    let unit = Double(tables.grid.step) / 100
    mean = tables.mean * unit
    standardDeviation = tables.deviation * unit
    quantiles = tables.quantiles
    grid = Money(hundredths: tables.grid.step)
    largestRoundingError = try tables.largestRoundingError(input)
    overdispersion = input.overdispersion
    contactsForConfidence = tables.ever.contacts(
      for: input.confidence, startingAt: input.contacts, input.belief)
    sensitivity = try Self.sensitivity(input, tables, wins)
  }

  private static func sensitivity(
    _ input: ForecastInput, _ tables: ForecastTables, _ wins: CountDistribution
  ) throws(MethodFailure) -> [FactorSensitivity] {
    let tenth = 1.1
    let table = tables.ever
    let base = table.reach(wins)
    let value = try input.factors.customerValue().double
    let amount = try money(
      hundredths: Double(input.contacts) * input.rate.double * value * 0.1)
    let more = (input.contacts * 11 + 9) / 10
    let probabilities: [(Factor, Double)] = [
      (.developed, table.reach(input.belief.wins(of: more))),
      (.conversion, table.reach(input.belief.wins(of: input.contacts, ratesTimes: tenth))),
      (.dealSize, tables.largerOrders.reach(wins)),
      (.repeats, table.reach(wins, ordersPerCustomer: tables.model.ordersTimes(tenth))),
    ]
    return probabilities.map { factor, probability in
      FactorSensitivity(
        factor: factor, amount: amount,
        time: factor == .developed
          ? WorkingTime(milliminutes: input.time.milliminutes / 10) : .zero,
        probability: probability - base)
    }
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
