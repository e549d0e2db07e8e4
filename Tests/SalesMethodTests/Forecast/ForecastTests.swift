import Testing

@testable import SalesMethod

@Suite struct `A forecast` {
  static let history = Rate(successes: 12, trials: 240)
  static let none = Overdispersion(rho: 0, months: 0)
  static let factors = Factors(
    dealSize: Rational(3_500_000), ordersPerBuyer: Rational(5, over: 4) ?? .zero,
    orderSizes: WorkedExample.sizes.map { $0 * 100_000 }, buyersByOrders: [9, 3], source: .own)

  static func input(
    contacts: Int = 160, target: Int = 350_000, _ belief: ConversionBelief? = nil
  ) -> ForecastInput {
    ForecastInput(
      rate: Rational(1, over: 20) ?? .zero,
      belief: belief ?? ConversionBelief(.counted(history), overdispersion: none),
      overdispersion: none, factors: factors, target: Money(units: target), contacts: contacts,
      confidence: 0.8)
  }

  static func forecast(_ input: ForecastInput) throws -> Forecast {
    try #require(try Forecast(input))
  }

  @Test func `counts deals at a known and at a believed rate`() {
    #expect(
      isClose(CountDistribution(binomial: 160, 0.05).tail(from: 8), 0.550630886861, 1.5e-9))
    let belief = BetaDistribution(jeffreys: Self.history)
    #expect(
      isClose(
        CountDistribution(betaBinomial: 160, belief).tail(from: 8), 0.550627345180, 1.5e-9))
    #expect(
      isClose(
        CountDistribution(betaBinomial: 160, belief, losing: 0).tail(from: 8), 0.550627345180,
        6e-13))
    #expect(
      isClose(
        CountDistribution(binomial: 160, 0.05, losing: 0).tail(from: 8), 0.550630886861, 6e-13))
  }

  @Test func `knows what a customer is worth`() {
    let grid = MoneyGrid(target: 35_000_000, amounts: Self.factors.orderSizes)
    #expect(grid.step == 100_000)
    let moments = RevenueModel(Self.factors, grid: grid).customerMoments
    #expect(isClose(moments.mean * 1000, 43_750, 1e-6))
    #expect(isClose(moments.variance.squareRoot() * 1000, 28_281.6931, 5e-5))
  }

  @Test func `at a known rate meets the exact distribution`() throws {
    let known = ConversionBelief(known: 0.05)
    let result = try Self.forecast(Self.input(known))
    #expect(isClose(result.mean, 350_000, 0.01))
    #expect(isClose(result.standardDeviation, 144_726.32, 0.01))
    #expect(isClose(result.probabilityEver, 0.466442))
    #expect(
      isClose(try Self.forecast(Self.input(target: 300_000, known)).probabilityEver, 0.605470))
  }

  @Test func `at a believed rate meets the exact distribution`() throws {
    let result = try Self.forecast(Self.input())
    #expect(isClose(result.mean, 363_070.54, 0.01))
    #expect(isClose(result.standardDeviation, 177_745.18, 0.01))
    #expect(isClose(result.probabilityEver, 0.484247))
    #expect(
      result.quantiles.map(\.amount.hundredths) == [151, 233, 343, 470, 601].map { $0 * 100_000 })
    #expect(result.grid == Money(units: 1000))
    #expect(result.largestRoundingError == .zero)
    #expect(isClose(try Self.forecast(Self.input(target: 300_000)).probabilityEver, 0.599540))
    // A simulation of 400,000 draws gave 0.484035 ± 0.0008.
    #expect(isClose(result.probabilityEver, 0.484035, 0.0008))
  }

  @Test(arguments: [(0.01, 0.500586, 0.456135), (0.02, 0.468768, 0.433978)])
  func `widens where months differ`(rho: Double, eight: Double, reached: Double) throws {
    let belief = ConversionBelief(
      .counted(Self.history), overdispersion: Overdispersion(rho: rho, months: 6))
    #expect(isClose(belief.wins(of: 160).tail(from: 8), eight))
    #expect(isClose(try Self.forecast(Self.input(belief)).probabilityEver, reached))
  }

  @Test(arguments: [(0.5, 164, 0.504253), (0.8, 245, 0.801944), (0.9, 300, 0.900313)])
  func `finds the contacts for a confidence`(
    confidence: Double, contacts: Int, reached: Double
  ) throws {
    var input = Self.input()
    input.confidence = confidence
    #expect(try Self.forecast(input).contactsForConfidence == contacts)
    #expect(isClose(try Self.forecast(Self.input(contacts: contacts)).probabilityEver, reached))
    #expect(try Self.forecast(Self.input(contacts: contacts - 1)).probabilityEver < confidence)
  }

  @Test(arguments: [(0.5, 154, 152), (0.8, 204, 220), (0.9, 234, 268)])
  func `finds the contacts for eight deals`(confidence: Double, known: Int, believed: Int) throws {
    let belief = BetaDistribution(jeffreys: Self.history)
    func least(_ tail: (Int) -> Double) -> Int? { (1...400).first { tail($0) >= confidence } }
    #expect(least { CountDistribution(binomial: $0, 0.05).tail(from: 8) } == known)
    #expect(least { CountDistribution(betaBinomial: $0, belief).tail(from: 8) } == believed)
  }

  @Test func `adds open deals with their own chances`() throws {
    let deals = [(60, 0.6), (45, 0.5), (30, 0.5), (80, 0.25), (25, 0.2), (50, 0.1)]
    var input = Self.input(contacts: 0, target: 100_000)
    input.others = deals.map { thousands, chance in
      ForecastInput.OtherPart(
        amount: Rational(thousands * 100_000), chance: chance)
    }
    let open = try Self.forecast(input)
    #expect(isClose(open.mean, 103_500, 1e-6))
    #expect(isClose(open.standardDeviation, 55_859.1980, 5e-5))
    #expect(isClose(open.probabilityEver, 0.523750))
    input.contacts = 100
    input.target = Money(units: 350_000)
    let both = try Self.forecast(input)
    #expect(isClose(both.mean, 330_419.09, 0.005))
    #expect(isClose(both.probabilityEver, 0.406488))
    input.target = Money(units: 300_000)
    #expect(isClose(try Self.forecast(input).probabilityEver, 0.545014))
  }

  @Test func `says what ten percent more of a factor changes`() throws {
    var input = Self.input()
    input.time = WorkingTime(minutes: 256 * 60)
    let result = try Self.forecast(input)
    let developed = try #require(result.sensitivity.first)
    #expect(developed.factor == .developed)
    #expect(isClose(developed.probability, 0.077385, 1e-6))
    #expect(result.sensitivity.allSatisfy { $0.amount == Money(units: 35_000) })
    #expect(developed.time.hours == Rational(128, over: 5))
    #expect(result.sensitivity.dropFirst().allSatisfy { $0.time == .zero && $0.probability > 0.05 })
    #expect(isClose(try Self.forecast(Self.input(contacts: 176)).probabilityEver, 0.561632))
  }

  @Test func `measures how much months differ`() {
    let months = [1, 3, 0, 2, 5, 1].map { Rate(successes: $0, trials: 40) }
    let measured = Overdispersion(months)
    #expect(isClose(measured.rho, 1.0 / 57, 1e-14))
    #expect(isClose(measured.kappa, 56, 1e-10))
    #expect(Overdispersion(Array(months.prefix(3))).rho == 0)
    #expect(Overdispersion(months.map { Rate(successes: 0, trials: $0.trials) }).rho == 0)
    #expect(Overdispersion(months.map { Rate(successes: 40, trials: $0.trials) }).rho == 0)
  }

  @Test func `chooses a step that amounts fit`() {
    #expect(MoneyGrid(target: 35_000_000, amounts: [100_050]).step == 20_000)
    #expect(MoneyGrid(target: 35_000_000, amounts: [100_000]).step == 100_000)
    #expect(MoneyGrid(target: 1, amounts: [1]).step == 1)
    #expect(MoneyGrid(target: 35_000_000, amounts: [1]).coarser.step == 50_000)
    #expect(MoneyGrid(target: 1, amounts: [1]).coarser.coarser.coarser.step == 10)
    let grid = MoneyGrid(target: 35_000_000, amounts: [1])
    #expect(grid.bin(29_999) == 1)
    #expect(grid.bin(30_000) == 2)
    #expect(grid.threshold(35_000_001) == 1751)
  }

  @Test func `keeps all mass, whatever is believed`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<100 {
      let trials = Int.random(in: 1...600, using: &random)
      let successes = Int.random(in: 0...trials, using: &random)
      let rho = Double(Int.random(in: 0...5, using: &random)) / 100
      let belief = ConversionBelief(
        .counted(Rate(successes: successes, trials: trials)),
        overdispersion: Overdispersion(rho: rho, months: 6))
      let contacts = Int.random(in: 0...400, using: &random)
      let wins = belief.wins(of: contacts)
      #expect((wins.tail(from: 0) - 1).magnitude < 2e-9)
      #expect(wins.masses.allSatisfy { $0 >= 0 })
    }
  }

  @Test func `never falls when contacts rise`() throws {
    var last = 0.0
    for contacts in stride(from: 0, through: 400, by: 20) {
      let reached = try Self.forecast(Self.input(contacts: contacts)).probabilityEver
      #expect(reached >= last - 1e-9)
      last = reached
    }
  }
}
