/// Numbers as people read them, without the locale of the machine.
package enum Digits {
  /// A whole number in groups of three.
  ///
  ///     Digits.grouped(-1234567)  // "-1,234,567"
  package static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// An amount given in hundredths of its unit, grouped, with two decimals only where it has
  /// hundredths.
  ///
  ///     Digits.amount(hundredths: 8_750_050)  // "87,500.50"
  package static func amount(hundredths: Int) -> String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    let text = sign + grouped(Int(whole))
    return rest == 0 ? text : text + (rest < 10 ? ".0\(rest)" : ".\(rest)")
  }

  /// A number with at most so many decimals (0 to 9), rounded half away from zero, without
  /// trailing zeros.
  ///
  ///     Digits.decimal(3.368421, places: 2)  // "3.37"
  package static func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "?" : value < 0 ? "-∞" : "∞" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = value.magnitude * scale + 0.5
    guard scaled < 9e18 else { return "\(value)" }
    return scaledDecimal(value < 0 ? -Int(scaled) : Int(scaled), places: places)
  }

  /// A share as a percentage with at most one decimal.
  ///
  ///     Digits.percent(0.4843)  // "48.4%"
  package static func percent(_ share: Double) -> String { decimal(share * 100, places: 1) + "%" }

  /// A chance as a percentage: one that is not certain either way is never said as if it were.
  ///
  ///     Digits.chance(0.00001)  // "<0.1%"
  ///     Digits.chance(0.4843)  // "48.4%"
  package static func chance(_ chance: Double) -> String {
    if chance > 0, chance < 0.000_5 { return "<0.1%" }
    if chance < 1, chance >= 0.999_5 { return ">99.9%" }
    return percent(chance)
  }

  /// A number given in parts of a power of ten, without trailing zeros.
  ///
  ///     Digits.scaledDecimal(3_370, places: 3)  // "3.37"
  package static func scaledDecimal(_ value: Int, places: Int) -> String {
    var digits = String(value.magnitude)
    if places > 0 {
      while digits.utf8.count <= places { digits = "0" + digits }
      let whole = digits.dropLast(places)
      var rest = digits.suffix(places)
      while rest.last == "0" { rest = rest.dropLast() }
      digits = rest.isEmpty ? String(whole) : "\(whole).\(rest)"
    }
    return value < 0 ? "-" + digits : digits
  }
}
