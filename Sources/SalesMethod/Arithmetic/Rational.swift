/// An exact fraction of whole numbers, in lowest terms, its denominator positive.
///
/// Every operation that could grow beyond 64 bits throws `MethodFailure.overflow`.
///
///     try Rational(35_000) * Rational(5, over: 4)  // 43750
package struct Rational: Codable, Hashable, Sendable {
  /// The part above the line; it carries the sign.
  package let numerator: Int
  /// The part below the line, 1 or more.
  package let denominator: Int

  /// A whole number.
  package init(_ whole: Int) { self.init(numerator: whole, denominator: 1) }

  /// A fraction; nil where the denominator is 0 or lowest terms do not fit.
  ///
  ///     Rational(15, over: 12)  // 5/4
  package init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0 else { return nil }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let isNegative = (numerator < 0) != (denominator < 0)
    guard let below = Int(exactly: denominator.magnitude / divisor),
      let above = Int(exactly: numerator.magnitude / divisor)
    else { return nil }
    self.init(numerator: isNegative ? -above : above, denominator: below)
  }

  private init(numerator: Int, denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Nothing.
  package static let zero = Rational(0)

  /// The nearest floating-point number.
  package var double: Double { Double(numerator) / Double(denominator) }

  /// The largest whole number not above the fraction.
  package var floor: Int {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// The smallest whole number not below the fraction.
  package var ceiling: Int {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest > 0 ? quotient + 1 : quotient
  }

  /// The nearest whole number, halves away from zero.
  package var rounded: Int {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard rest.magnitude >= UInt(denominator) - rest.magnitude else { return quotient }
    return numerator < 0 ? quotient - 1 : quotient + 1
  }

  /// The fraction times a whole scale, rounded half away from zero; nil where it does not fit.
  package func scaledAndRounded(by scale: Int) -> Int? {
    (try? self * Rational(scale))?.rounded
  }
}

extension Rational {
  package static func + (left: Rational, right: Rational) throws(MethodFailure) -> Rational {
    let divisor = Int(
      greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
    let above = try sum(
      product(left.numerator, right.denominator / divisor),
      product(right.numerator, left.denominator / divisor))
    return try made(above, over: product(left.denominator / divisor, right.denominator))
  }

  package static func - (left: Rational, right: Rational) throws(MethodFailure) -> Rational {
    try left + Rational(numerator: product(right.numerator, -1), denominator: right.denominator)
  }

  package static func * (left: Rational, right: Rational) throws(MethodFailure) -> Rational {
    let first = try made(left.numerator, over: right.denominator)
    let second = try made(right.numerator, over: left.denominator)
    return Rational(
      numerator: try product(first.numerator, second.numerator),
      denominator: try product(first.denominator, second.denominator))
  }

  /// Division; by zero it is an overflow too.
  package static func / (left: Rational, right: Rational) throws(MethodFailure) -> Rational {
    try left * made(right.denominator, over: right.numerator)
  }

  private static func made(_ above: Int, over below: Int) throws(MethodFailure) -> Rational {
    guard let value = Rational(above, over: below) else { throw .overflow }
    return value
  }
}

extension Rational: Comparable {
  package static func < (left: Rational, right: Rational) -> Bool {
    let (leftHigh, leftLow) = left.numerator.multipliedFullWidth(by: right.denominator)
    let (rightHigh, rightLow) = right.numerator.multipliedFullWidth(by: left.denominator)
    return leftHigh != rightHigh ? leftHigh < rightHigh : leftLow < rightLow
  }
}

extension Rational: CustomStringConvertible {
  /// The fraction as `5/4`, or `8` where it is whole.
  package var description: String {
    denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
  }
}

/// A product that fits, or an overflow.
func product(_ left: Int, _ right: Int) throws(MethodFailure) -> Int {
  let (value, overflow) = left.multipliedReportingOverflow(by: right)
  guard !overflow else { throw .overflow }
  return value
}

/// A sum that fits, or an overflow.
func sum(_ left: Int, _ right: Int) throws(MethodFailure) -> Int {
  let (value, overflow) = left.addingReportingOverflow(right)
  guard !overflow else { throw .overflow }
  return value
}

private func greatestCommonDivisor(_ left: UInt, _ right: UInt) -> UInt {
  var (larger, smaller) = (left, right)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return max(larger, 1)
}
