import OrderedJSON
import SalesMethod

/// Figures as a plan's data writes them: plain decimal numbers, rounded half away from zero, without
/// trailing zeros.
extension JSON {
  /// An amount in the currency's units, to hundredths.
  static func amount(_ money: Money) -> JSON { .number(money.description) }

  /// An amount in the currency's units, to hundredths; nil where it is no finite number.
  static func amount(_ units: Double) -> JSON? { decimal(units, places: 2) }

  /// A share, a probability or a ratio, to millionths; nil where it is no finite number.
  ///
  ///     JSON.share(0.0033930001)?.text()  // "0.003393"
  static func share(_ value: Double) -> JSON? { decimal(value, places: 6) }

  /// A share or a ratio, to millionths.
  ///
  ///     JSON.share(Rational(64, over: 19)!).text()  // "3.368421"
  static func share(_ value: Rational) -> JSON { .number(Digits.decimal(value, places: 6)) }

  /// A time in hours, to millionths, so that it can be recomputed.
  static func hours(_ time: WorkingTime) -> JSON { share(time.hours) }

  /// A day as `2026-05-06`.
  static func day(_ day: Day) -> JSON { .string(day.description) }

  private static func decimal(_ value: Double, places: Int) -> JSON? {
    value.isFinite ? .number(Digits.decimal(value, places: places)) : nil
  }
}
