import Testing

@testable import SalesMethod

/// Whether two numbers agree to so many decimals.
func isClose(_ left: Double?, _ right: Double, _ tolerance: Double = 5e-7) -> Bool {
  left.map { ($0 - right).magnitude <= tolerance } ?? false
}

@Suite struct `The numerics` {
  typealias IntervalCase = (
    successes: Int, trials: Int, wilson: (Double, Double), wide: (Double, Double),
    narrow: (Double, Double), mean: Double
  )

  static let intervals: [IntervalCase] = [
    (0, 5, (0, 0.434482), (0, 0.379377), (0, 0.226725), 0.083333),
    (1, 5, (0.036224, 0.624465), (0.022513, 0.628626), (0.059809, 0.483903), 0.25),
    (3, 12, (0.088942, 0.532305), (0.075942, 0.529191), (0.124081, 0.431242), 0.269231),
    (2, 40, (0.013821, 0.165039), (0.010534, 0.150865), (0.020308, 0.111037), 0.060976),
    (12, 36, (0.202146, 0.496660), (0.196823, 0.495456), (0.240774, 0.438802), 0.337838),
    (36, 96, (0.284726, 0.474893), (0.283025, 0.474386), (0.313936, 0.439750), 0.376289),
    (96, 240, (0.340066, 0.463085), (0.339522, 0.462873), (0.360175, 0.441011), 0.400415),
    (12, 240, (0.028830, 0.085348), (0.027620, 0.083125), (0.034557, 0.070777), 0.051867),
    (5, 5, (0.565518, 1), (0.620623, 1), (0.773275, 1), 0.916667),
  ]

  @Test(arguments: intervals.indices) func `give the intervals of a rate`(number: Int) throws {
    let expected = Self.intervals[number]
    let rate = Rate(successes: expected.successes, trials: expected.trials)
    let wilson = try #require(Interval(wilson95: rate))
    let wide = try #require(Interval(jeffreys: rate, confidence: 0.95))
    let narrow = try #require(Interval(jeffreys: rate, confidence: 0.8))
    #expect(isClose(wilson.low, expected.wilson.0) && isClose(wilson.high, expected.wilson.1))
    #expect(isClose(wide.low, expected.wide.0) && isClose(wide.high, expected.wide.1))
    #expect(isClose(narrow.low, expected.narrow.0) && isClose(narrow.high, expected.narrow.1))
    #expect(isClose(BetaDistribution(jeffreys: rate).mean, expected.mean))
  }

  @Test func `know no interval where nothing was tried`() {
    #expect(Interval(wilson95: Rate(successes: 0, trials: 0)) == nil)
    #expect(Interval(jeffreys: Rate(successes: 3, trials: 2), confidence: 0.8) == nil)
  }

  @Test func `take a team’s share as the prior of a rate`() {
    let belief = BetaDistribution(team: 0.12, weight: 20, Rate(successes: 3, trials: 20))
    #expect(isClose(belief.mean, 0.135, 1e-12))
  }

  @Test func `are inverse to each other`() {
    for number in -300...300 {
      let x = Double(number) / 10
      #expect(isClose(Elementary.log(Elementary.exp(x)), x, 1e-13 * max(1, x.magnitude)))
    }
    let belief = BetaDistribution(12.5, 228.5)
    for point in belief.midpoints(200).enumerated() {
      #expect(isClose(belief.cumulative(point.element), (Double(point.offset) + 0.5) / 200, 1e-12))
    }
  }

  @Test func `meet known values`() {
    #expect(isClose(Elementary.exp(1), 2.718281828459045, 1e-15))
    #expect(isClose(Elementary.log(2), 0.6931471805599453, 1e-16))
    #expect(Elementary.exp(-800) == 0)
    #expect(Elementary.log(0) == -.infinity)
    // Γ(½) = √π, Γ(5) = 24, Γ(171) = 170!
    #expect(isClose(Gamma.log(0.5), 0.5723649429247001, 1e-14))
    #expect(isClose(Gamma.log(5), 3.1780538303479458, 1e-14))
    #expect(isClose(Gamma.log(171), 706.5730622457874, 1e-11))
  }
}
