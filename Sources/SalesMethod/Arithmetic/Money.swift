/// An amount of the workspace's currency in whole hundredths, so that sums are exact.
///
///     Money(units: 350_000) + Money(hundredths: 50)  // 350000.5
package struct Money: Codable, Hashable, Comparable, Sendable {
  /// The amount in hundredths of the currency's unit: 35,000 元 is 3,500,000.
  package let hundredths: Int

  /// The amount of so many hundredths.
  package init(hundredths: Int) { self.hundredths = hundredths }

  /// The amount of so many whole units.
  ///
  /// The caller has checked the size.
  package init(units: Int) { self.init(hundredths: units * 100) }

  /// Nothing.
  package static let zero = Money(hundredths: 0)

  package static func < (left: Money, right: Money) -> Bool { left.hundredths < right.hundredths }
  package static func + (left: Money, right: Money) -> Money {
    Money(hundredths: left.hundredths + right.hundredths)
  }
  package static func - (left: Money, right: Money) -> Money {
    Money(hundredths: left.hundredths - right.hundredths)
  }
}

extension Money: CustomStringConvertible {
  /// The amount in units, with at most two decimals and no trailing zeros: `350000.5`.
  package var description: String {
    let magnitude = hundredths.magnitude
    let (whole, rest) = (magnitude / 100, magnitude % 100)
    var text = (hundredths < 0 ? "-" : "") + String(whole)
    if rest > 0 {
      text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    }
    return text
  }
}

/// The nearest amount to a number of hundredths, halves away from zero.
func money(hundredths value: Double) throws(MethodFailure) -> Money {
  guard value.magnitude < 9e15 else { throw .overflow }
  return Money(hundredths: Int(value < 0 ? value - 0.5 : value + 0.5))
}

/// The sum of amounts, or an overflow.
func total(_ amounts: some Sequence<Money>) throws(MethodFailure) -> Money {
  var hundredths = 0
  for amount in amounts { hundredths = try sum(hundredths, amount.hundredths) }
  return Money(hundredths: hundredths)
}

extension Money {
  /// The nearest amount of whole units to a number of hundredths.
  ///
  ///     Money.wholeUnits(12_345.6)  // 123
  package static func wholeUnits(_ hundredths: Double) -> Money {
    Money(units: Int((min(max(hundredths, -9e15), 9e15) / 100).rounded()))
  }
}
