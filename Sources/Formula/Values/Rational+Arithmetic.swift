import BigInt

extension Rational {
  package static func + (left: Rational, right: Rational) throws(Fault) -> Rational {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      if b == d, b == 1 {
        let (sum, overflow) = a.addingReportingOverflow(c)
        if !overflow, sum != .min { return Rational(small: sum, 1) }
      } else if let sum = smallSum(a, b, c, d) {
        return sum
      }
    }
    return try Rational(
      reducing: left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator
    ).checked()
  }

  package static func - (left: Rational, right: Rational) throws(Fault) -> Rational {
    try left + -right
  }

  package static func * (left: Rational, right: Rational) throws(Fault) -> Rational {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      let (top, overTop) = a.multipliedReportingOverflow(by: c)
      let (bottom, overBottom) = b.multipliedReportingOverflow(by: d)
      if !overTop, !overBottom, top != .min { return reduced(top, bottom) }
    }
    return try Rational(
      reducing: left.numerator * right.numerator, over: left.denominator * right.denominator
    ).checked()
  }

  package static func / (left: Rational, right: Rational) throws(Fault) -> Rational {
    guard right.signum != 0 else { throw .divisionByZero }
    return try left * right.inverse
  }

  package static prefix func - (value: Rational) -> Rational {
    switch value.storage {
    case .small(let top, let bottom): Rational(small: -top, bottom)
    case .big(let top, let bottom): Rational(reducing: -top, over: bottom)
    }
  }

  /// The number turned upside down; it is not zero.
  private var inverse: Rational {
    switch storage {
    case .small(let top, let bottom):
      return top < 0 ? Rational(small: -bottom, -top) : Rational(small: bottom, top)
    case .big(let top, let bottom):
      let sign: BigInt = top.sign == .minus ? -1 : 1
      return Rational(reducing: sign * bottom, over: sign * top)
    }
  }

  /// The number multiplied by itself, `exponent` times; below zero, its inverse is.
  ///
  /// The size is judged before anything is computed: an exponent cannot make the build hang.
  package func raised(to exponent: Int) throws(Fault) -> Rational {
    guard abs(exponent) <= Self.maximumExponent else { throw .exponent }
    if exponent == 0 {
      if signum == 0 { throw .zeroToTheZero }
      return Rational(1)
    }
    if signum == 0 {
      if exponent < 0 { throw .divisionByZero }
      return .zero
    }
    let bits = max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth) - 1
    guard bits * abs(exponent) <= Self.maximumBits else { throw .tooLarge }
    let base = exponent < 0 ? inverse : self
    return try Rational(
      reducing: base.numerator.power(abs(exponent)), over: base.denominator.power(abs(exponent))
    ).checked()
  }

  /// Exponents are whole and lie in ±1,024.
  static let maximumExponent = 1_024

  private static func smallSum(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Rational? {
    let (left, overLeft) = a.multipliedReportingOverflow(by: d)
    let (right, overRight) = c.multipliedReportingOverflow(by: b)
    let (bottom, overBottom) = b.multipliedReportingOverflow(by: d)
    let (top, overTop) = left.addingReportingOverflow(right)
    guard !overLeft, !overRight, !overBottom, !overTop, top != .min else { return nil }
    return reduced(top, bottom)
  }

  /// Lowest terms by Euclid's algorithm; the denominator is above zero, the numerator above
  /// `Int.min`.
  static func reduced(_ top: Int, _ bottom: Int) -> Rational {
    if bottom == 1 { return Rational(small: top, 1) }
    var (divisor, rest) = (bottom, abs(top) % bottom)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    return Rational(small: top / divisor, bottom / divisor)
  }
}

extension Rational: Comparable {
  package static func < (left: Rational, right: Rational) -> Bool {
    if case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage {
      if b == d { return a < c }
      let (ad, overLeft) = a.multipliedReportingOverflow(by: d)
      let (cb, overRight) = c.multipliedReportingOverflow(by: b)
      if !overLeft, !overRight { return ad < cb }
    }
    return left.numerator * right.denominator < right.numerator * left.denominator
  }
}
