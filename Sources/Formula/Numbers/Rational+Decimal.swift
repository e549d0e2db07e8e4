import BigInt

extension Rational {
  /// The decimals that write the number out exactly, or nil where none do (1/3) or too many would.
  ///
  ///     Rational(1, over: 8).exactDecimals(upTo: 6)  // 3
  ///     Rational(1, over: 3).exactDecimals(upTo: 6)  // nil
  package func exactDecimals(upTo limit: Int) -> Int? {
    if isWhole { return 0 }
    var power = BigInt(1)
    for decimals in 1...max(1, limit) {
      power *= 10
      if power % denominator == 0 { return decimals }
    }
    return nil
  }

  /// The number in decimals, rounded half away from zero, without trailing zeros.
  ///
  ///     Rational(2, over: 3).decimal(4)                   // "0.6667"
  ///     Rational(350_000).decimal(2, grouped: true)       // "350,000"
  package func decimal(_ decimals: Int, grouped: Bool = false) -> String {
    let scaled = numerator * BigInt(10).power(max(0, decimals))
    let hundredfold = Rational(reducing: scaled, over: denominator).whole(.nearest)
    var digits = String(hundredfold.magnitude)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let whole = String(digits.dropLast(decimals))
    var fraction = digits.suffix(decimals)
    while fraction.last == "0" { fraction.removeLast() }
    let sign = hundredfold.sign == .minus && hundredfold != 0 ? "-" : ""
    let tail = fraction.isEmpty ? "" : "." + fraction
    return sign + (grouped ? Self.grouped(whole) : whole) + tail
  }

  /// The number as text joined by `&`: exact where fifteen significant digits are enough, as in a
  /// spreadsheet, else rounded to fifteen.
  package var joined: String {
    let wholeDigits = String((numerator / denominator).magnitude).count
    return decimal(max(0, isBelowOne ? 15 + leadingZeros : 15 - wholeDigits))
  }

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
        self.init(value, over: (0..<decimals).reduce(1) { power, _ in power * 10 })
      }
    } else {
      let value = digits.reduce(BigInt(0)) { $0 * 10 + BigInt($1 - 48) }
      self.init(reducing: value, over: BigInt(10).power(decimals))
    }
  }
}
