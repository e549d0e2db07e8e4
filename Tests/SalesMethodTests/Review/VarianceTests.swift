import Testing

@testable import SalesMethod

@Suite struct `Plan against actual` {
  let plan = FactorValues(developed: 160, conversion: 0.05, dealSize: 35_000, repeats: 1.25)

  @Test func `splits the difference over the factors`() throws {
    let actual = FactorValues(
      developed: 150, conversion: 8.0 / 150, dealSize: 33_000, repeats: 1.375)
    let result = try Variance(plan: plan, actual: actual)
    let exact = [-23_050, 829_475.0 / 36, -252_175.0 / 12, 612_425.0 / 18]
    #expect(zip(result.effects, exact).allSatisfy { isClose($0, $1, 1e-6) })
    #expect(result.shown == [-23_050, 23_041, -21_015, 34_024].map(Money.init(units:)))
    #expect(result.difference == Money(units: 13_000))
    let check = try #require(result.logarithmic)
    let expected = [-23_005.4330, 23_005.4330, -20_974.3136, 33_974.3136]
    #expect(zip(check, expected).allSatisfy { isClose($0, $1, 5e-5) })
  }

  @Test func `stands where nobody bought`() throws {
    let actual = FactorValues(
      developed: 150, buyers: 0, orders: 0, net: .zero, planned: plan)
    let result = try Variance(plan: plan, actual: actual)
    let expected = [-10_937.5, -339_062.5, 0, 0]
    #expect(zip(result.effects, expected).allSatisfy { isClose($0, $1, 1e-6) })
    #expect(result.difference == Money(units: -350_000))
    #expect(result.logarithmic == nil)
  }

  @Test func `parts always add up`() throws {
    var random = SeededGenerator(seed: 9)
    func values() -> FactorValues {
      FactorValues(
        developed: Double(Int.random(in: 0...300, using: &random)),
        conversion: Double(Int.random(in: 0...100, using: &random)) / 100,
        dealSize: Double(Int.random(in: 0...9_999_999, using: &random)) / 100,
        repeats: Double(Int.random(in: 100...400, using: &random)) / 100)
    }
    for _ in 0..<300 {
      let result = try Variance(plan: values(), actual: values())
      #expect(result.shown.reduce(.zero, +) == result.difference)
      #expect(result.planned + result.difference == result.reached)
    }
  }
}
