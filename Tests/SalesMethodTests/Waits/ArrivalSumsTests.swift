import Testing

@testable import SalesMethod

@Suite struct `The sums of what may arrive` {
  /// Two deals, a customer who may order twice, and a contact.
  private func arrivals() throws -> Arrivals {
    var arrivals = Arrivals(sizes: try OrderSizes([100_000, 200_000, 200_000, 600_000]))
    arrivals.deals = [
      Arrivals.DealChance(deal: 0, amount: 300_000, chance: 0.4),
      Arrivals.DealChance(deal: 1, amount: 1_000_000, chance: 0.1),
    ]
    arrivals.existing = [
      Arrivals.ExistingCustomer(customer: 0, counts: [0.5, 0.3, 0.2, 0, 0, 0, 0])
    ]
    arrivals.inProgress = [Arrivals.ContactInProgress(customer: 1, chance: 0.25)]
    arrivals.newContacts = [Arrivals.NewContacts(count: 2, chance: 0.1)]
    return arrivals
  }

  /// The same, every outcome by itself.
  private func outcomes(of arrivals: Arrivals) -> [Int: Double] {
    var sums: [Int: Double] = [0: 1]
    func add(_ choices: [(amount: Int, chance: Double)]) {
      var next: [Int: Double] = [:]
      for (amount, mass) in sums {
        for choice in choices { next[amount + choice.amount, default: 0] += mass * choice.chance }
      }
      sums = next
    }
    let order: [(Int, Double)] = [(100_000, 0.25), (200_000, 0.5), (600_000, 0.25)]
    for deal in arrivals.deals { add([(0, 1 - deal.chance), (deal.amount, deal.chance)]) }
    for chance in [0.25, 0.1, 0.1] {
      add([(0, 1 - chance)] + order.map { ($0.0, $0.1 * chance) })
    }
    var customer: [(Int, Double)] = [(0, 0.5)] + order.map { ($0.0, $0.1 * 0.3) }
    for first in order { customer += order.map { ($0.0 + first.0, $0.1 * first.1 * 0.2) } }
    add(customer)
    return sums
  }

  @Test func `are those of every outcome by itself`() throws {
    let arrivals = try arrivals()
    let grid = MoneyGrid(target: 1_000_000, amounts: [100_000])
    let outcomes = outcomes(of: arrivals)
    for limit in [1, 5, 12, 20, 1000] {
      let sums = ArrivalSums(arrivals, on: grid, below: limit)
      for step in 0..<min(limit, sums.cumulative.count) {
        let chance = outcomes.filter { $0.key <= step * 100_000 }.map(\.value).reduce(0, +)
        #expect(isClose(sums.chance(ofAtMost: step), chance, 1e-12))
      }
    }
  }

  @Test func `lose nothing`() throws {
    let sums = ArrivalSums(
      try arrivals(), on: MoneyGrid(target: 1_000_000, amounts: [100_000]), below: 1000)
    #expect(sums.isComplete)
    #expect(isClose(sums.cumulative.last ?? 0, 1, 1e-12))
  }

  @Test func `have the mean and the variance of the parts`() throws {
    let arrivals = try arrivals()
    let outcomes = outcomes(of: arrivals)
    let mean = outcomes.map { Double($0.key) * $0.value }.reduce(0, +)
    let squares = outcomes.map { Double($0.key) * Double($0.key) * $0.value }.reduce(0, +)
    #expect(isClose(arrivals.moments.mean, mean, 1e-6))
    #expect(isClose(arrivals.moments.variance / (squares - mean * mean), 1, 1e-12))
  }

  @Test func `are not wrapped around by amounts beyond their limit`() throws {
    var arrivals = Arrivals(sizes: try OrderSizes([100_000, 90_000_000]))
    arrivals.newContacts = [Arrivals.NewContacts(count: 40, chance: 0.5)]
    let grid = MoneyGrid(target: 1_000_000, amounts: [100_000])
    let sums = ArrivalSums(arrivals, on: grid, below: 30)
    // No large order among forty, each ordered with ½ and large with ½: at most 29 small ones, so
    // Σ over k of C(40,k) ¼ᵏ ½⁴⁰⁻ᵏ.
    var expected = 0.0
    var choose = 1.0
    for count in 0..<30 {
      var chance = choose
      for _ in 0..<count { chance *= 0.25 }
      for _ in count..<40 { chance *= 0.5 }
      expected += chance
      choose = choose * Double(40 - count) / Double(count + 1)
    }
    #expect(isClose(sums.chance(ofAtMost: 29), expected, 1e-12))
  }
}
