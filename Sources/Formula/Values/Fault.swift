/// What can go wrong while a formula that is written rightly is computed.
///
/// The raw value is the word the page's evaluator uses for the same fault.
package enum Fault: String, Error, Hashable, Sendable, CaseIterable {
  case divisionByZero = "zero"
  /// A numerator or a denominator beyond 4,096 bits.
  case tooLarge = "large"
  /// An exponent that is not whole or lies outside ±1,024.
  case exponent
  /// 0^0, which spreadsheets refuse too.
  case zeroToTheZero = "power"
  /// Decimals asked of ROUND that are not whole or lie outside ±100.
  case digits
  /// A step of CEILING or FLOOR that is not above zero.
  case step
  /// The mean, the least or the greatest of no numbers at all.
  case nothing
  /// A text beyond 32,767 characters.
  case longText = "text"
  /// A condition of COUNTIF or SUMIF that is not a comparison with a number.
  case criterion
  /// Columns of different lengths in SUMIF.
  case lengths
  /// A name of the data whose value nobody knows yet: no mistake, and reported nowhere.
  case missing
  /// A name whose own formula or data is wrong, which was reported there.
  case unavailable

  /// Whether a formula that has it from a name says nothing of it: it was reported where the name is
  /// defined, or is no mistake.
  var isToldElsewhere: Bool { self == .unavailable || self == .missing }
}
