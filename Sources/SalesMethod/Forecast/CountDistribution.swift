/// How many customers are won: the probability of 0, 1, 2 and so on, up to the smallest count that
/// is exceeded with a probability below 10⁻⁹.
package struct CountDistribution: Hashable, Sendable {
  /// The probability of each count from 0.
  package let masses: [Double]

  /// What may be lost at the upper end.
  package static let lostMass = 1e-9

  init(masses: [Double]) { self.masses = masses }

  /// Of so many trials at a known rate.
  package init(binomial trials: Int, _ rate: Double, losing lost: Double = lostMass) {
    guard trials > 0, rate > 0 else {
      masses = [1]
      return
    }
    guard rate < 1 else {
      masses = Array(repeating: 0, count: trials) + [1]
      return
    }
    let odds = rate / (1 - rate)
    if Double(trials) * rate < 100 {
      // Far from the smallest number there is: walk up from nothing, which needs one logarithm.
      let none = Elementary.exp(Double(trials) * Elementary.log(1 - rate))
      masses = Self.spread(from: 0, of: none, to: trials, losing: lost) { count in
        Double(trials - count) / Double(count + 1) * odds
      }
      return
    }
    let mode = min(trials, Int(Double(trials + 1) * rate))
    let top =
      Gamma.log(Double(trials + 1)) - Gamma.log(Double(mode + 1))
      - Gamma.log(Double(trials - mode + 1)) + Double(mode) * Elementary.log(rate)
      + Double(trials - mode) * Elementary.log(1 - rate)
    masses = Self.spread(from: mode, of: Elementary.exp(top), to: trials, losing: lost) { count in
      Double(trials - count) / Double(count + 1) * odds
    }
  }

  /// Of so many trials at a rate that is only believed: the beta-binomial distribution.
  ///
  ///     CountDistribution(betaBinomial: 160, belief).tail(from: 8)  // .550627345180
  package init(
    betaBinomial trials: Int, _ belief: BetaDistribution, losing lost: Double = lostMass
  ) {
    guard trials > 0 else {
      masses = [1]
      return
    }
    let (a, b) = (belief.a, belief.b)
    let n = Double(trials)
    let peak = a > 1 && b > 1 ? (n + 1) * (a - 1) / (a + b - 2) : (a < b ? 0 : n)
    let mode = min(trials, max(0, Int(peak)))
    let k = Double(mode)
    let top =
      Gamma.log(n + 1) - Gamma.log(k + 1) - Gamma.log(n - k + 1)
      + Gamma.logBeta(k + a, n - k + b) - Gamma.logBeta(a, b)
    masses = Self.spread(from: mode, of: Elementary.exp(top), to: trials, losing: lost) { count in
      let k = Double(count)
      return (n - k) / (k + 1) * ((k + a) / (n - k - 1 + b))
    }
  }

  /// The mean of distributions, each as likely as the other.
  init(averageOf parts: [CountDistribution]) {
    var sums: [Double] = []
    for part in parts {
      while sums.count < part.masses.count { sums.append(0) }
      for (count, mass) in part.masses.enumerated() { sums[count] += mass }
    }
    masses = Self.cut(sums.map { $0 / Double(parts.count) }, losing: Self.lostMass)
  }

  /// The probability of at least so many.
  package func tail(from count: Int) -> Double {
    var mass = 0.0
    for value in masses.dropFirst(max(0, count)).reversed() { mass += value }
    return mass
  }

  /// The expected count.
  package var mean: Double {
    var sum = 0.0
    for (count, mass) in masses.enumerated() { sum += Double(count) * mass }
    return sum
  }

  /// The variance of the count.
  package var variance: Double {
    var sum = 0.0
    let mean = mean
    for (count, mass) in masses.enumerated() {
      sum += (Double(count) - mean) * (Double(count) - mean) * mass
    }
    return sum
  }

  /// Walks both ways from the likeliest count by the ratio of neighbours, and cuts the end.
  private static func spread(
    from mode: Int, of top: Double, to last: Int, losing lost: Double, ratio: (Int) -> Double
  ) -> [Double] {
    var masses = [Double](repeating: 0, count: mode + 1)
    masses[mode] = top
    for count in stride(from: mode - 1, through: 0, by: -1) {
      masses[count] = masses[count + 1] / ratio(count)
    }
    var count = mode
    var isFalling = false
    while count < last, !isFalling || masses[count] > 1e-16 {
      let share = ratio(count)
      isFalling = share < 1
      masses.append(masses[count] * share)
      count += 1
    }
    return cut(masses, losing: lost)
  }

  /// Drops the counts beyond which less than a given mass remains.
  static func cut(_ masses: [Double], losing limit: Double) -> [Double] {
    var lost = 0.0
    var end = masses.count
    while end > 1, lost + masses[end - 1] < limit {
      lost += masses[end - 1]
      end -= 1
    }
    return end == masses.count ? masses : Array(masses.prefix(end))
  }
}
