/// The gamma function.
enum Gamma {
  private static let halfLogOfTwoPi = 0.9189385332046728
  /// Stirling's series: B₂ₖ / (2k(2k−1)).
  private static let series = [
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156,
  ]

  /// The logarithm of Γ at a positive number: Stirling's series from 15 on, reached by
  /// Γ(x) = Γ(x+1)/x.
  static func log(_ x: Double) -> Double {
    var shifted = x
    var divisor = 1.0
    while shifted < 15 {
      divisor *= shifted
      shifted += 1
    }
    let inverse = 1 / shifted
    var correction = 0.0
    for term in series.reversed() { correction = correction * inverse * inverse + term }
    return (shifted - 0.5) * Elementary.log(shifted) - shifted + halfLogOfTwoPi
      + correction * inverse - Elementary.log(divisor)
  }

  /// The logarithm of the beta function.
  static func logBeta(_ a: Double, _ b: Double) -> Double { log(a) + log(b) - log(a + b) }
}
