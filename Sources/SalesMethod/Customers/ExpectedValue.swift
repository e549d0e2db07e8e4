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
  /// What the customer is worth in the period if it buys.
  package let value: Money
  package let valueSource: ValueSource

  init(
    chance: Rational, _ chanceSource: ChanceSource, value: Money, _ valueSource: ValueSource
  ) throws(MethodFailure) {
    self.chance = chance
    self.chanceSource = chanceSource
    self.value = value
    self.valueSource = valueSource
    amount = Money(hundredths: try (chance * Rational(value.hundredths)).rounded)
  }
}
