import OrderedJSON
import Phrases
import SalesMethod
import Wording

extension PlanJSON {
  /// An amount in the currency.
  func money(_ amount: Money) -> JSON { .number(amount.description) }

  /// An amount in hundredths that may be a fraction of one: at most two decimals.
  func money(hundredths amount: Rational) -> JSON {
    money(Money(hundredths: amount.rounded))
  }

  /// A number in units of the currency: at most two decimals.
  func money(units: Double) -> JSON { .number(Digits.decimal(units, places: 2)) }

  /// A share or a probability: at most six decimals.
  func number(_ value: Double) -> JSON {
    value.isFinite ? .number(Digits.decimal(value, places: 6)) : .null
  }

  /// An exact share: at most six decimals.
  func number(_ value: Rational) -> JSON { .number(Digits.decimal(value, places: 6)) }

  /// A factor that is just enough: at most six decimals, upward.
  func sufficient(_ factor: Rational) -> JSON { .number(Digits.decimal(up: factor, places: 6)) }

  /// The ends of an interval.
  func interval(_ interval: Interval) -> JSON {
    .array([number(interval.low), number(interval.high)])
  }
}
