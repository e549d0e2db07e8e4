import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `Exact numbers` {
  @Test func `fractions stay in lowest terms`() throws {
    #expect(Rational(15, over: -12)?.description == "-5/4")
    #expect(Rational(1, over: 0) == nil)
    let quarter = try #require(Rational(5, over: 4))
    #expect(try Rational(35_000) * quarter == Rational(43_750))
    #expect(try quarter - Rational(2) == Rational(-3, over: 4))
    #expect(try Rational(8) / Rational(12) == Rational(2, over: 3))
  }

  @Test(arguments: [
    (7, 2, 3, 4, 4), (-7, 2, -4, -3, -4), (6, 3, 2, 2, 2), (-1, 3, -1, 0, 0), (5, 3, 1, 2, 2),
  ])
  func `fractions round`(above: Int, below: Int, floor: Int, ceiling: Int, nearest: Int) throws {
    let value = try #require(Rational(above, over: below))
    #expect(value.floor == floor)
    #expect(value.ceiling == ceiling)
    #expect(value.rounded == nearest)
  }

  @Test func `overflow is an error, never a wrap`() {
    let large = Rational(.max)
    #expect(throws: MethodFailure.overflow) { try large * Rational(2) }
    #expect(throws: MethodFailure.overflow) { try large + Rational(1) }
    #expect(throws: MethodFailure.overflow) { try Rational(1) / Rational(0) }
    #expect(throws: MethodFailure.overflow) { try Rational(0) - Rational(.min) }
    #expect(throws: MethodFailure.overflow) {
      try Rate(successes: 1, trials: .max).trials(for: 2)
    }
    #expect(Rational(.min, over: -1) == nil)
    #expect(Rate(successes: 0, trials: .max).working == nil)
  }

  @Test func `whole rates are not fooled by decimals`() throws {
    #expect(try Rate(successes: 29, trials: 100).trials(for: 145) == 500)
    #expect(try Rate(successes: 12, trials: 36).trials(for: 8) == 24)
    #expect(Rate(successes: 0, trials: 5).working == Rate(successes: 1, trials: 12))
    #expect(Rate(successes: 0, trials: 0).working == nil)
  }

  @Test func `a quarter’s target is split by working days`() throws {
    #expect(
      try Apportionment.largestRemainder(1_000_000, weights: [21, 19, 21])
        == [344_262, 311_476, 344_262])
  }

  @Test func `effects with negative parts are rounded so that they add up`() throws {
    let parts = [
      Rational(-23_050), try #require(Rational(829_475, over: 36)),
      try #require(Rational(-252_175, over: 12)), try #require(Rational(612_425, over: 18)),
    ]
    #expect(
      try Apportionment.wholeParts(of: parts, adding: 13_000) == [-23_050, 23_041, -21_015, 34_024])
  }

  @Test func `parts of any split add up to the total`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let weights = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Int.random(in: 0...9, using: &random)
      }
      let total = Int.random(in: 0...10_000, using: &random)
      let expected = weights.contains { $0 > 0 } ? total : 0
      #expect(try Apportionment.cumulative(total, weights: weights).reduce(0, +) == expected)
      #expect(try Apportionment.largestRemainder(total, weights: weights).reduce(0, +) == expected)
    }
  }

  @Test func `numbers are written as people read them`() {
    #expect(Digits.grouped(-1_234_567) == "-1,234,567")
    #expect(Digits.grouped(999) == "999")
    #expect(Digits.money(Money(hundredths: 8_750_050)) == "87,500.50")
    #expect(Digits.money(Money(hundredths: -5)) == "-0.05")
    #expect(Digits.decimal(3.368421, places: 2) == "3.37")
    #expect(Digits.decimal(-0.125, places: 2) == "-0.13")
    #expect(Digits.decimal(1.5, places: 0) == "2")
    #expect(Digits.percent(0.4) == "40%")
  }
}

/// A small generator with a seed, so that every run tests the same inputs.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
