/// What a number of first contacts can be expected to bring, with how sure that is.
///
/// Everything is counted exactly on a grid of amounts; no random number is drawn. The error of the
/// estimated order sizes and of the orders a customer places is not included.
package struct Forecast: Hashable, Sendable {
  /// The first contacts it is made for.
  package let contacts: Int
  /// What must still be reached: the target less what was sold in the period already.
  package let target: Money
  /// The chance to reach it in the end, whenever the deals close.
  package let probabilityEver: Double
  /// The chance to reach it in the end with the contacts that fit into the hours; nil where all fit.
  package let probabilityOfFeasible: Double?
  /// The expected amount in units of the currency, whenever the deals close.
  package let mean: Double
  /// Its standard deviation.
  package let standardDeviation: Double
  /// The amounts that are not exceeded with a chance of 10, 25, 50, 75 and 90 %.
  package let quantiles: [Quantile]
  /// The step amounts were rounded to.
  package let grid: Money
  /// The most that rounding to the grid can add up to.
  package let largestRoundingError: Money
  /// How much months differ more than chance explains.
  package let overdispersion: Overdispersion
  /// The least first contacts that reach the target with the confidence asked for; nil where no
  /// number of contacts does.
  package let contactsForConfidence: Int?
  /// What 10 % more of each factor would change.
  package let sensitivity: [FactorSensitivity]

  /// An amount and the chance that it is not exceeded.
  package struct Quantile: Hashable, Sendable {
    package let share: Double
    package let amount: Money
  }

  static let quantileShares = [0.1, 0.25, 0.5, 0.75, 0.9]
}

/// What 10 % more of one factor would change.
package struct FactorSensitivity: Hashable, Sendable {
  package let factor: Factor
  /// The change of the expected amount from new customers.
  package let amount: Money
  /// The change of the hours needed.
  package let time: WorkingTime
  /// The change of the chance to reach the target in the end.
  package let probability: Double
}

/// A factor of the formula: results = customers developed × conversion × deal size × repeats.
package enum Factor: String, Hashable, Sendable, CaseIterable {
  case developed, conversion, dealSize, repeats
}
