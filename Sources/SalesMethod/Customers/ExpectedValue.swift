/// What a customer is expected to bring within the near horizon: it sorts customers of one class.
package struct ExpectedValue: Hashable, Sendable {
  /// Where the worth of a customer was taken from.
  package enum ValueSource: String, Hashable, Sendable {
    case hint, ownOrders, segment, team, none
  }

  /// Where the chance was taken from.
  package enum ChanceSource: String, Hashable, Sendable { case calibrated, settings }

  /// Chance × value.
  package let amount: Money
  /// The chance to buy, by the class.
  package let chance: Rational
  package let chanceSource: ChanceSource
  /// The customers of the class who bought, of all that were counted; nil where the chance is the
  /// settings'.
  package let measured: Rate?
  /// What the customer is worth in the period if it buys.
  package let value: Money
  package let valueSource: ValueSource

  init(
    _ chance: ClassChance, value: Money, _ valueSource: ValueSource
  ) throws(MethodFailure) {
    self.chance = chance.share
    chanceSource = chance.measured == nil ? .settings : .calibrated
    measured = chance.measured
    self.value = value
    self.valueSource = valueSource
    amount = Money(hundredths: try (chance.share * Rational(value.hundredths)).rounded)
  }
}

/// How likely a customer of a class is taken to buy within the near horizon.
package struct ClassChance: Hashable, Sendable {
  package let customerClass: CustomerClass
  /// The chance, from 0 to 1.
  package let share: Rational
  /// The customers who bought, of all that were counted; nil where the chance is the settings'.
  package let measured: Rate?

  /// The measured share of a class where there is one, else what the settings say.
  ///
  ///     ClassChance(.a, calibration, rule.chances).measured  // 12 of 36
  package init(_ customerClass: CustomerClass, _ calibration: Calibration?, _ chances: ClassChances)
  {
    self.customerClass = customerClass
    if let measured = calibration?.measured(customerClass), let share = measured.share {
      (self.measured, self.share) = (measured, share)
    } else {
      measured = nil
      share = Rational(chances[customerClass], over: 1000) ?? .zero
    }
  }
}
