import BigInt

/// The side on which a number is rounded.
package enum Rounding: Hashable, Sendable {
  /// To the nearest, halves away from zero: ROUND.
  case nearest
  /// Away from zero: ROUNDUP.
  case awayFromZero
  /// Towards zero: ROUNDDOWN.
  case towardsZero
  /// Towards the greater: CEILING.
  case up
  /// Towards the smaller: FLOOR.
  case down
}

extension Rational {
  /// The nearest number with so many decimals on the side asked for; below zero, tens and hundreds.
  ///
  ///     try Rational(2_345, over: 100).rounded(.nearest, decimals: 1)   // 23.5
  ///     try Rational(2_345, over: 100).rounded(.nearest, decimals: -1)  // 20
  package func rounded(_ rounding: Rounding, decimals: Int = 0) throws(Fault) -> Rational {
    guard abs(decimals) <= Self.maximumDecimals else { throw .digits }
    if isWhole, decimals >= 0 { return self }
    let unit =
      abs(decimals) <= 18
      ? Rational(Self.powerOfTen(abs(decimals)))
      : Rational(reducing: BigInt(10).power(abs(decimals)), over: 1)
    let step = decimals >= 0 ? try Rational(1) / unit : unit
    return try rounded(rounding, toMultipleOf: step)
  }

  /// The nearest whole multiple of a step on the side asked for.
  ///
  ///     try Rational(17).rounded(.up, toMultipleOf: Rational(5))  // 20
  package func rounded(_ rounding: Rounding, toMultipleOf step: Rational) throws(Fault) -> Rational
  {
    guard step.signum > 0 else { throw .step }
    let quotient = try self / step
    if case .small(let top, let bottom) = quotient.storage {
      return try Rational(Self.whole(top, bottom, rounding)) * step
    }
    return try Rational(reducing: quotient.whole(rounding), over: 1) * step
  }

  /// ROUND and its kin take at most a hundred decimals, either way.
  static let maximumDecimals = 100

  /// The whole number beside a fraction in machine words.
  ///
  /// Only a fraction over 2 or more has a rest, so that the one beside it fits too.
  private static func whole(_ top: Int, _ bottom: Int, _ rounding: Rounding) -> Int {
    let (cut, rest) = top.quotientAndRemainder(dividingBy: bottom)
    if rest == 0 { return cut }
    let away = top < 0 ? cut - 1 : cut + 1
    return switch rounding {
    case .towardsZero: cut
    case .awayFromZero: away
    case .nearest: rest.magnitude >= bottom.magnitude - rest.magnitude ? away : cut
    case .up: top < 0 ? cut : away
    case .down: top < 0 ? away : cut
    }
  }

  /// The whole number beside this one.
  func whole(_ rounding: Rounding) -> BigInt {
    let (top, bottom) = (numerator, denominator)
    let (cut, rest) = top.quotientAndRemainder(dividingBy: bottom)
    if rest == 0 { return cut }
    let away: BigInt = top.sign == .minus ? cut - 1 : cut + 1
    return switch rounding {
    case .towardsZero: cut
    case .awayFromZero: away
    case .nearest: rest.magnitude * 2 >= bottom.magnitude ? away : cut
    case .up: top.sign == .minus ? cut : away
    case .down: top.sign == .minus ? away : cut
    }
  }
}
