extension Rational {
  /// A number is written with at most so many digits.
  static let mostDigits = 100

  /// A number as people type it in a field: `1,200,000`, `120万`, `1.2 亿`, `-5`, `20%`, also with
  /// full-width digits; nil where the text is none, or longer than a hundred digits.
  ///
  ///     Rational(written: "1.2亿")   // 120000000
  ///     Rational(written: "1e400")  // nil
  package init?(written text: String) {
    var scalars = text.unicodeScalars.map(plain)[...]
    while let first = scalars.first, first == " " || first == "\t" { scalars.removeFirst() }
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    var isNegative = false
    if let first = scalars.first, first == "-" || first == "−" || first == "+" {
      isNegative = first != "+"
      scalars.removeFirst()
    }
    let hasPercent = scalars.last == "%"
    if hasPercent { scalars.removeLast() }
    let scale = Self.takeScale(&scalars)
    guard let number = Self.number(scalars), !(hasPercent && scale > 1) else { return nil }
    let factor = hasPercent ? Rational(1, over: 100) : Rational(scale)
    guard let scaled = try? number * factor else { return nil }
    self = isNegative ? -scaled : scaled
  }

  /// Takes 万 and 亿 off the end, two of them at most, and the spaces before them.
  private static func takeScale(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Int {
    var scale = 1
    for _ in 0..<2 {
      guard let last = scalars.last, last == "万" || last == "亿" else { break }
      scale *= last == "万" ? 10_000 : 100_000_000
      scalars.removeLast()
    }
    while scalars.last == " " { scalars.removeLast() }
    return scale
  }

  /// Digits, with `,` or `_` between them, and decimals behind a point.
  private static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> Rational? {
    var (digits, decimals) = ([UInt8](), 0)
    var afterPoint = false
    var previous: Unicode.Scalar = " "
    for scalar in scalars {
      let followsDigit = "0"..."9" ~= previous
      switch scalar {
      case "0"..."9":
        digits.append(UInt8(scalar.value))
        decimals += afterPoint ? 1 : 0
      case ".":
        guard followsDigit, !afterPoint else { return nil }
        afterPoint = true
      case ",", "_":
        guard followsDigit, !afterPoint else { return nil }
      default: return nil
      }
      previous = scalar
    }
    guard "0"..."9" ~= previous, digits.count <= mostDigits else { return nil }
    return Rational(digits: digits, decimals: decimals)
  }
}
