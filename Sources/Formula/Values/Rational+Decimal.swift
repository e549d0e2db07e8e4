import BigInt

extension Rational {
  /// The decimals that write the number out exactly, or nil where none do (1/3) or too many would.
  ///
  ///     Rational(1, over: 8).exactDecimals(upTo: 6)  // 3
  ///     Rational(1, over: 3).exactDecimals(upTo: 6)  // nil
  package func exactDecimals(upTo limit: Int) -> Int? {
    if isWhole { return 0 }
    if case .small(_, let bottom) = storage { return Self.decimals(of: bottom, upTo: limit) }
    var power = BigInt(1)
    for decimals in 1...max(1, limit) {
      power *= 10
      if power % denominator == 0 { return decimals }
    }
    return nil
  }

  /// The decimals that fractions over a number above 1 need: as many as it has factors 2, or 5.
  private static func decimals(of bottom: Int, upTo limit: Int) -> Int? {
    let twos = bottom.trailingZeroBitCount
    var (rest, fives) = (bottom >> twos, 0)
    while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
    let decimals = max(twos, fives)
    return rest == 1 && decimals <= max(1, limit) ? decimals : nil
  }

  /// The number in decimals, rounded half away from zero, without trailing zeros.
  ///
  ///     Rational(2, over: 3).decimal(4)                   // "0.6667"
  ///     Rational(350_000).decimal(2, grouped: true)       // "350,000"
  package func decimal(_ decimals: Int, grouped: Bool = false) -> String {
    let scaled = scaledToWhole(decimals)
    var digits = scaled.digits
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let whole = String(digits.dropLast(decimals))
    var fraction = digits.suffix(decimals)
    while fraction.last == "0" { fraction.removeLast() }
    let sign = scaled.isNegative ? "-" : ""
    let tail = fraction.isEmpty ? "" : "." + fraction
    return sign + (grouped ? Self.grouped(whole) : whole) + tail
  }

  /// The nearest whole number to the number with its point moved, halves away from zero.
  private func scaledToWhole(_ decimals: Int) -> (digits: String, isNegative: Bool) {
    if case .small(let top, let bottom) = storage, (0...18).contains(decimals) {
      let (scaled, overflow) = top.magnitude.multipliedReportingOverflow(
        by: UInt(Self.powerOfTen(decimals)))
      if !overflow {
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: UInt(bottom))
        let rounded = rest >= UInt(bottom) - rest ? whole + 1 : whole
        return (String(rounded), top < 0 && rounded > 0)
      }
    }
    let scaled = numerator * BigInt(10).power(max(0, decimals))
    let whole = Rational(reducing: scaled, over: denominator).whole(.nearest)
    return (String(whole.magnitude), whole.sign == .minus && whole != 0)
  }

  /// 10 to a power from 0 to 18.
  static func powerOfTen(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The number as text joined by `&`: exact where fifteen significant digits are enough, as in a
  /// spreadsheet, else rounded to fifteen.
  package var joined: String {
    let wholeDigits = String((numerator / denominator).magnitude).count
    return decimal(max(0, isBelowOne ? 15 + leadingZeros : 15 - wholeDigits))
  }

  /// Whether it is 1 or -1.
  var isOne: Bool { numerator.magnitude == denominator.magnitude }

  /// Whether it lies between -1 and 1.
  var isBelowOne: Bool { numerator.magnitude < denominator.magnitude }

  /// The zeros between the point and the first digit of a number between -1 and 1.
  var leadingZeros: Int {
    guard signum != 0 else { return 0 }
    var (zeros, top) = (0, BigInt(numerator.magnitude) * 10)
    let bottom = denominator
    while top < bottom {
      top *= 10
      zeros += 1
    }
    return zeros
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}

extension Rational: CustomStringConvertible {
  package var description: String { exact }
}

extension Rational {
  /// The number that ASCII digits write, the last `decimals` of them behind the point.
  init(digits: [UInt8], decimals: Int) {
    if digits.count <= 18 {
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
      if decimals == 0 {
        self.init(value)
      } else {
        self.init(value, over: Self.powerOfTen(decimals))
      }
    } else {
      let value = digits.reduce(BigInt(0)) { $0 * 10 + BigInt($1 - 48) }
      self.init(reducing: value, over: BigInt(10).power(decimals))
    }
  }
}
