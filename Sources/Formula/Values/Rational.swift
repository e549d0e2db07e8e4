import BigInt

/// An exact number: a fraction in lowest terms, of any size up to a limit.
///
/// Counts and amounts never pass through binary floating point, so ⌈145 ÷ (29 ÷ 100)⌉ is 500.
///
///     try Rational(145) / (try Rational(29) / Rational(100))  // 500
package struct Rational: Hashable, Sendable {
  /// Nearly all numbers of a plan fit in machine words; only the others pay for being long.
  enum Storage: Hashable, Sendable {
    /// Lowest terms, the denominator above zero, the numerator above `Int.min`.
    case small(Int, Int)
    /// Lowest terms that do not fit in `small`.
    indirect case big(BigInt, BigInt)
  }

  let storage: Storage

  /// A whole number.
  package init(_ whole: Int) {
    storage = whole == .min ? .big(BigInt(whole), 1) : .small(whole, 1)
  }

  /// A number of hundredths, as amounts of money are kept: 3,500,050 is 35000.5.
  package init(hundredths: Int) { self.init(hundredths, over: 100) }

  /// A fraction of whole numbers; the denominator is above zero, else the value is zero.
  ///
  ///     Rational(36, over: 96)  // 3/8
  package init(_ numerator: Int, over denominator: Int) {
    guard denominator > 0 else {
      self.init(0)
      return
    }
    guard numerator != .min else {
      self.init(reducing: BigInt(numerator), over: BigInt(denominator))
      return
    }
    self = Self.reduced(numerator, denominator)
  }

  init(small numerator: Int, _ denominator: Int) { storage = .small(numerator, denominator) }

  /// Lowest terms of a fraction whose denominator is above zero.
  init(reducing numerator: BigInt, over denominator: BigInt) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let (top, bottom) = (numerator / divisor, denominator / divisor)
    if let small = Int(exactly: top), small != .min, let below = Int(exactly: bottom) {
      storage = .small(small, below)
    } else {
      storage = .big(top, bottom)
    }
  }

  /// The longest numerator or denominator, in bits: about 1,233 decimal digits.
  static let maximumBits = 4_096

  /// The number, unless it has grown beyond the limit.
  func checked() throws(Fault) -> Rational {
    guard case .big(let top, let bottom) = storage else { return self }
    if top.magnitude.bitWidth > Self.maximumBits || bottom.magnitude.bitWidth > Self.maximumBits {
      throw .tooLarge
    }
    return self
  }

  static let zero = Rational(0)

  /// The part above the line.
  var numerator: BigInt {
    switch storage {
    case .small(let top, _): BigInt(top)
    case .big(let top, _): top
    }
  }

  /// The part below the line, above zero.
  var denominator: BigInt {
    switch storage {
    case .small(_, let bottom): BigInt(bottom)
    case .big(_, let bottom): bottom
    }
  }

  /// Whether nothing stands after the decimal point.
  package var isWhole: Bool {
    switch storage {
    case .small(_, let bottom): bottom == 1
    case .big(_, let bottom): bottom == 1
    }
  }

  /// The number as a machine integer, where it is one.
  package var whole: Int? {
    guard case .small(let top, 1) = storage else { return nil }
    return top
  }

  /// -1, 0 or 1.
  package var signum: Int {
    switch storage {
    case .small(let top, _): top.signum()
    case .big(let top, _): top.sign == .minus ? -1 : 1
    }
  }

  /// The number as people who check it want it: `p/q`, or `p` where it is whole.
  ///
  ///     Rational(36, over: 96).exact  // "3/8"
  package var exact: String {
    switch storage {
    case .small(let top, 1): String(top)
    case .small(let top, let bottom): "\(top)/\(bottom)"
    case .big(let top, 1): String(top)
    case .big(let top, let bottom): "\(top)/\(bottom)"
    }
  }

  /// The nearest binary floating-point number, for spreadsheets and charts only.
  package var approximation: Double {
    switch storage {
    case .small(let top, let bottom): Double(top) / Double(bottom)
    case .big(let top, let bottom): Self.quotient(top, bottom)
    }
  }

  /// The quotient of long numbers: both are cut to 64 bits after a shift that keeps their ratio.
  private static func quotient(_ top: BigInt, _ bottom: BigInt) -> Double {
    let shift = top.magnitude.bitWidth - bottom.magnitude.bitWidth - 64
    let scaled = shift > 0 ? top / (bottom << shift) : (top << -shift) / bottom
    var result = Double(scaled)
    for _ in 0..<abs(shift) { result *= shift > 0 ? 2 : 0.5 }
    return result
  }
}
