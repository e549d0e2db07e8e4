package import Phrases
package import SalesMethod

extension Digits {
  /// An amount in units, grouped, with two decimals only where it has hundredths.
  ///
  ///     Digits.money(Money(hundredths: 8_750_050))  // "87,500.50"
  package static func money(_ amount: Money) -> String {
    Digits.amount(hundredths: amount.hundredths)
  }

  /// A fraction with at most so many decimals, rounded half away from zero.
  ///
  ///     Digits.decimal(Rational(64, over: 19)!, places: 2)  // "3.37"
  package static func decimal(_ value: Rational, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    guard let rounded = value.scaledAndRounded(by: scale) else {
      return decimal(value.double, places: places)
    }
    return scaledDecimal(rounded, places: places)
  }

  /// A fraction of something that must suffice, with at most so many decimals, rounded upward.
  ///
  ///     Digits.decimal(up: Rational(64, over: 19)!, places: 2)  // "3.37"
  ///     Digits.decimal(up: Rational(1, over: 3)!, places: 2)    // "0.34"
  package static func decimal(up value: Rational, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    guard let scaled = try? value * Rational(scale) else {
      return decimal(value.double, places: places)
    }
    return scaledDecimal(scaled.ceiling, places: places)
  }
}

extension WorkingTime {
  /// The hours as people read them, with at most two decimals: `3.5`.
  package var hoursText: String { Digits.decimal(hours, places: 2) }
}
