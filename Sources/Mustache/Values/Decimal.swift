/// An exact decimal number of any length, held as its digits.
///
///     Decimal("12.345")?.rounded(to: 2).text  // "12.35"
///     Decimal(1250, places: 2).text           // "12.50"
package struct Decimal: Hashable, Sendable {
  /// Whether the number is below zero; zero never is.
  package let isNegative: Bool
  /// The digits, each 0 to 9, at least one more than `places`, without further leading zeros.
  let digits: [UInt8]
  /// How many of the digits stand behind the point.
  package let places: Int

  /// The number of `units` of the given decimal place.
  package init(_ units: Int, places: Int = 0) {
    var magnitude = units.magnitude
    var digits: [UInt8] = []
    while magnitude > 0 {
      digits.append(UInt8(magnitude % 10))
      magnitude /= 10
    }
    self.init(isNegative: units < 0, digits: digits.reversed(), places: places)
  }

  /// The number that the text spells as `-12.50`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    var digits: [UInt8] = []
    var point: Int?
    var rest = Substring(text).utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    for byte in rest {
      if byte == UInt8(ascii: "."), point == nil, !digits.isEmpty {
        point = digits.count
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        digits.append(byte - UInt8(ascii: "0"))
      } else {
        return nil
      }
    }
    guard !digits.isEmpty, point != digits.count else { return nil }
    self.init(
      isNegative: isNegative, digits: digits, places: point.map { digits.count - $0 } ?? 0)
  }

  /// A fraction cut to `places` decimals and rounded half away from zero; nil for a zero below.
  init?(_ numerator: Int, over denominator: Int, places: Int) {
    guard denominator != 0 else { return nil }
    let divisor = denominator.magnitude
    var (quotient, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var digits = Decimal(isNegative: false, digits: [], places: 0).digits
    digits = Array(String(quotient).utf8.map { $0 - UInt8(ascii: "0") })
    for _ in 0...places {
      let wide = remainder.multipliedFullWidth(by: 10)
      (quotient, remainder) = divisor.dividingFullWidth(wide)
      digits.append(UInt8(quotient))
    }
    self = Decimal(
      isNegative: (numerator < 0) != (denominator < 0), digits: digits, places: places + 1
    ).rounded(to: places)
  }

  private init(isNegative: Bool, digits: [UInt8], places: Int) {
    var digits = digits
    if digits.count <= places {
      digits.insert(contentsOf: repeatElement(0, count: places + 1 - digits.count), at: 0)
    }
    let surplus = digits.prefix(while: { $0 == 0 }).count
    digits.removeFirst(min(surplus, digits.count - places - 1))
    self.digits = digits
    self.places = places
    self.isNegative = isNegative && digits.contains { $0 != 0 }
  }

  /// The number with its point moved to the left: cents to euros is 2.
  package func shifted(by more: Int) -> Decimal {
    Decimal(isNegative: isNegative, digits: digits, places: places + more)
  }

  /// The number with exactly so many places, rounded half away from zero.
  package func rounded(to wanted: Int) -> Decimal {
    if wanted >= places {
      let zeros = repeatElement(UInt8(0), count: wanted - places)
      return Decimal(isNegative: isNegative, digits: digits + zeros, places: wanted)
    }
    var kept = Array(digits.dropLast(places - wanted))
    if digits[kept.count] >= 5 {
      var index = kept.count - 1
      while index >= 0, kept[index] == 9 {
        kept[index] = 0
        index -= 1
      }
      if index >= 0 { kept[index] += 1 } else { kept.insert(1, at: 0) }
    }
    return Decimal(isNegative: isNegative, digits: kept, places: wanted)
  }

  /// The number without zeros at its end behind the point.
  package var shortest: Decimal {
    let zeros = min(places, digits.reversed().prefix(while: { $0 == 0 }).count)
    return Decimal(
      isNegative: isNegative, digits: Array(digits.dropLast(zeros)), places: places - zeros)
  }

  /// Whether there is nothing behind the point but zeros.
  package var isWhole: Bool { shortest.places == 0 }

  /// The number as text: `-12.50`.
  package var text: String { text(grouped: false) }

  /// The number as text, its whole part in groups of three if asked: `1,234,567.50`.
  package func text(grouped: Bool) -> String {
    var bytes: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    let whole = digits.count - places
    for (index, digit) in digits.enumerated() {
      if index == whole {
        bytes.append(UInt8(ascii: "."))
      } else if grouped, index > 0, index < whole, (whole - index).isMultiple(of: 3) {
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(digit + UInt8(ascii: "0"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Decimal: Comparable {
  /// By value: 1.5 and 1.50 are equal.
  package static func == (left: Self, right: Self) -> Bool {
    let (left, right) = (left.shortest, right.shortest)
    return left.isNegative == right.isNegative && left.places == right.places
      && left.digits == right.digits
  }

  package static func < (left: Self, right: Self) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let places = max(left.places, right.places)
    let (first, second) = (left.rounded(to: places).digits, right.rounded(to: places).digits)
    let isCloserToZero =
      first.count == second.count
      ? first.lexicographicallyPrecedes(second) : first.count < second.count
    return left.isNegative ? !isCloserToZero && first != second : isCloserToZero
  }

  package func hash(into hasher: inout Hasher) {
    let short = shortest
    hasher.combine(short.isNegative)
    hasher.combine(short.digits)
    hasher.combine(short.places)
  }
}
