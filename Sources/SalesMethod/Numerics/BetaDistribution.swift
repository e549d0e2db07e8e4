/// What is believed of a rate: a beta distribution.
package struct BetaDistribution: Hashable, Sendable {
  /// The weight of successes, above 0.
  package let a: Double
  /// The weight of failures, above 0.
  package let b: Double
  private let logBeta: Double

  init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
    logBeta = Gamma.logBeta(a, b)
  }

  /// The posterior of a counted rate after Jeffreys’ prior: Beta(s + ½, n − s + ½).
  ///
  ///     BetaDistribution(jeffreys: Rate(successes: 12, trials: 240)).mean  // .051867
  package init(jeffreys rate: Rate) {
    self.init(Double(rate.successes) + 0.5, Double(rate.trials - rate.successes) + 0.5)
  }

  /// The posterior of a counted rate after a team's share as the prior, weighing so many trials.
  ///
  ///     // 3 of 20 in a team of 12 %
  ///     BetaDistribution(team: 0.12, weight: 20, rate).mean  // .135
  package init(team share: Double, weight: Double, _ rate: Rate) {
    self.init(
      weight * share + Double(rate.successes),
      weight * (1 - share) + Double(rate.trials - rate.successes))
  }

  /// The mean.
  package var mean: Double { a / (a + b) }

  /// The variance.
  package var variance: Double { a * b / ((a + b) * (a + b) * (a + b + 1)) }

  /// The probability of a rate up to `x`: the regularised incomplete beta function.
  package func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = Elementary.exp(a * Elementary.log(x) + b * Elementary.log(1 - x) - logBeta)
    return x < (a + 1) / (a + b + 2)
      ? front * Self.fraction(a, b, x) / a : 1 - front * Self.fraction(b, a, 1 - x) / b
  }

  /// The rate below which a share of the belief lies, by Newton's method kept within a bracket.
  package func quantile(_ share: Double) -> Double { quantile(share, startingAt: mean) }

  /// The quantiles in the middle of so many equal shares: (i − ½)/count.
  package func midpoints(_ count: Int) -> [Double] {
    var points: [Double] = []
    points.reserveCapacity(count)
    for number in 0..<count {
      let share = (Double(number) + 0.5) / Double(count)
      points.append(quantile(share, startingAt: points.last ?? quantile(share)))
    }
    return points
  }

  private func quantile(_ share: Double, startingAt start: Double) -> Double {
    guard share > 0 else { return 0 }
    guard share < 1 else { return 1 }
    var (low, high) = (0.0, 1.0)
    var x = min(max(start, 1e-12), 1 - 1e-12)
    for _ in 0..<200 {
      let error = cumulative(x) - share
      if error == 0 { return x }
      if error > 0 { high = x } else { low = x }
      let density = Elementary.exp(
        (a - 1) * Elementary.log(x) + (b - 1) * Elementary.log(1 - x) - logBeta)
      let next = x - error / density
      guard next > low, next < high else {
        let middle = (low + high) / 2
        if (middle - x).magnitude <= 1e-15 * x.magnitude { return middle }
        x = middle
        continue
      }
      // A step of Newton's squares what is missing: after one of a billionth nothing is.
      if (next - x).magnitude <= 1e-9 * x.magnitude { return next }
      x = next
    }
    return x
  }

  /// The continued fraction of the incomplete beta function, by Lentz's method.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      let change = d * c
      result *= change
      if (change - 1).magnitude < 1e-15 { break }
    }
    return result
  }
}
