/// Where a rate lies, with a stated confidence.
package struct Interval: Hashable, Sendable {
  package let low: Double
  package let high: Double

  /// The central interval of Jeffreys’ posterior: it begins at 0 where nothing succeeded and ends
  /// at 1 where everything did.
  ///
  /// Nil without a trial or with more successes than trials.
  ///
  ///     Interval(jeffreys: Rate(successes: 12, trials: 36), confidence: 0.8)  // .240774 – .438802
  package init?(jeffreys rate: Rate, confidence: Double) {
    guard rate.trials > 0, (0...rate.trials).contains(rate.successes) else { return nil }
    let belief = BetaDistribution(jeffreys: rate)
    let tail = (1 - confidence) / 2
    low = rate.successes == 0 ? 0 : belief.quantile(tail)
    high = rate.successes == rate.trials ? 1 : belief.quantile(1 - tail)
  }

  /// Wilson's interval at 95 %.
  ///
  /// Nil without a trial or with more successes than trials.
  ///
  ///     Interval(wilson95: Rate(successes: 12, trials: 36))  // .202146 – .496660
  package init?(wilson95 rate: Rate) {
    guard rate.trials > 0, (0...rate.trials).contains(rate.successes) else { return nil }
    let z = 1.959963984540054
    let n = Double(rate.trials)
    let p = Double(rate.successes) / n
    let middle = p + z * z / (2 * n)
    let width = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let below = 1 + z * z / n
    low = rate.successes == 0 ? 0 : (middle - width) / below
    high = rate.successes == rate.trials ? 1 : (middle + width) / below
  }
}
