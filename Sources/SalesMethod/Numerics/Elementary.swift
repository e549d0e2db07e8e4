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
    var series = 1.0
    for term in stride(from: 16.0, to: 0, by: -1) { series = 1 + rest / term * series }
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
    let square = s * s
    var series = 0.0
    for odd in stride(from: 25.0, to: 0, by: -2) { series = series * square + 1 / odd }
    return exponent * ln2High + (exponent * ln2Low + 2 * s * series)
  }

  private static func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
