/// Exponentials and logarithms from the four operations alone, so that the same input gives the
/// same bytes on every processor: no two mathematical libraries round alike.
enum Elementary {
  private static let ln2High = 0x1.62e42fee00000p-1
  private static let ln2Low = 0x1.a39ef35793c76p-33

  /// e to the power of a number.
  static func exp(_ x: Double) -> Double {
    guard x > -745 else { return 0 }
    guard x < 709 else { return .infinity }
    let steps = Int(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5))
    let rest = x - Double(steps) * ln2High - Double(steps) * ln2Low
    let series = expSeries(rest)
    // Two factors, because the exponent of a tiny result alone would not fit.
    let half = steps / 2
    return series * power(half) * power(steps - half)
  }

  /// The natural logarithm of a positive number.
  static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x < .infinity else { return .infinity }
    var (part, exponent) = (x.significand, Double(x.exponent))
    if part > 1.4142135623730951 {
      part /= 2
      exponent += 1
    }
    let s = (part - 1) / (part + 1)
    let series = logSeries(s * s)
    return exponent * ln2High + (exponent * ln2Low + 2 * s * series)
  }

  /// Σ xⁿ/n! up to n = 16, for |x| ≤ ½ ln 2: what is left out is below the last digit.
  private static func expSeries(_ x: Double) -> Double {
    var sum = 1 + x * (1.0 / 16)
    sum = 1 + x * (1.0 / 15) * sum
    sum = 1 + x * (1.0 / 14) * sum
    sum = 1 + x * (1.0 / 13) * sum
    sum = 1 + x * (1.0 / 12) * sum
    sum = 1 + x * (1.0 / 11) * sum
    sum = 1 + x * (1.0 / 10) * sum
    sum = 1 + x * (1.0 / 9) * sum
    sum = 1 + x * (1.0 / 8) * sum
    sum = 1 + x * (1.0 / 7) * sum
    sum = 1 + x * (1.0 / 6) * sum
    sum = 1 + x * (1.0 / 5) * sum
    sum = 1 + x * (1.0 / 4) * sum
    sum = 1 + x * (1.0 / 3) * sum
    sum = 1 + x * (1.0 / 2) * sum
    sum = 1 + x * sum
    return sum
  }

  /// Σ xⁿ/(2n+1) up to n = 12, for 0 ≤ x ≤ 0.03.
  private static func logSeries(_ x: Double) -> Double {
    var sum = 1.0 / 25
    sum = sum * x + 1.0 / 23
    sum = sum * x + 1.0 / 21
    sum = sum * x + 1.0 / 19
    sum = sum * x + 1.0 / 17
    sum = sum * x + 1.0 / 15
    sum = sum * x + 1.0 / 13
    sum = sum * x + 1.0 / 11
    sum = sum * x + 1.0 / 9
    sum = sum * x + 1.0 / 7
    sum = sum * x + 1.0 / 5
    sum = sum * x + 1.0 / 3
    sum = sum * x + 1
    return sum
  }

  private static func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
