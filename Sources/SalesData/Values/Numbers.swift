import Tables

/// Why a cell is no number of its column.
enum NumberTrouble: Error, Hashable {
  case notANumber
  case outOfRange
}

/// A decimal number as written: a whole number times a power of ten, and whether a percent sign
/// stood behind it.
struct WrittenNumber: Hashable {
  /// The digits, with the sign.
  var digits: Int
  /// The power of ten.
  var exponent: Int
  var isPercent = false
  /// Whether it is a part of one that a workbook only shows as percent.
  var isFraction = false

  /// The number in units of ten to the minus `decimals`, rounded half away from zero.
  ///
  ///     WrittenNumber(digits: 12345, exponent: -3).scaled(decimals: 2)  // 1235
  func scaled(decimals: Int) throws(NumberTrouble) -> Int {
    var shift = exponent + decimals - (isPercent ? 2 : 0)
    var value = digits
    while shift > 0, value != 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { throw .outOfRange }
      value = product
      shift -= 1
    }
    guard shift < 0 else { return value }
    guard shift >= -19 else { return 0 }
    var divisor: UInt = 1
    for _ in 0..<(-shift) { divisor *= 10 }
    let (quotient, remainder) = value.magnitude.quotientAndRemainder(dividingBy: divisor)
    let rounded = Int(remainder >= divisor - remainder ? quotient + 1 : quotient)
    return value < 0 ? -rounded : rounded
  }
}

/// Reads a number as people and programs write it: `9,326.84`, `￥1,234`, `(1,234)`, `12万`,
/// `3.5万元`, `1.2亿`, `65.0%`, full-width digits, `1.2E+05`.
///
///     readNumber("3.5万元")  // 35 times ten to the 3
func readNumber(_ bytes: Span<UInt8>) throws(NumberTrouble) -> WrittenNumber {
  if let plain = plainNumber(bytes) { return plain }
  var reader = NumberReader(folded(String(copying: bytes)))
  return try reader.read()
}

/// The common case, digits with a point and a sign, without making a string of it.
private func plainNumber(_ bytes: Span<UInt8>) -> WrittenNumber? {
  guard bytes.count > 0, bytes.count <= 18 else { return nil }
  let isNegative = bytes[0] == UInt8(ascii: "-")
  var value = 0
  var digits = 0
  var decimals: Int?
  for index in (isNegative ? 1 : 0)..<bytes.count {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      value = value &* 10 &+ Int(byte &- UInt8(ascii: "0"))
      digits += 1
      decimals = decimals.map { $0 + 1 }
    case UInt8(ascii: ".") where decimals == nil: decimals = 0
    default: return nil
    }
  }
  guard digits > 0 else { return nil }
  return WrittenNumber(digits: isNegative ? -value : value, exponent: -(decimals ?? 0))
}

/// Reads a number with all that can stand around it.
private struct NumberReader {
  private var scalars: ArraySlice<Unicode.Scalar>

  init(_ text: String) {
    scalars = ArraySlice(text.unicodeScalars.filter { !$0.properties.isWhitespace || $0 == " " })
  }

  mutating func read() throws(NumberTrouble) -> WrittenNumber {
    var isNegative = false
    trim()
    if scalars.first == "(", scalars.last == ")" {
      scalars = scalars.dropFirst().dropLast()
      isNegative = true
    }
    takeCurrency()
    if takeSign() { isNegative.toggle() }
    takeCurrency()
    var number = try takeDigits()
    number.exponent += try takeExponent()
    trim()
    if take("%") { number.isPercent = true }
    number.exponent += takeUnit()
    takeCurrency()
    trim()
    guard scalars.isEmpty else { throw .notANumber }
    if isNegative { number.digits = -number.digits }
    return number
  }

  private mutating func takeSign() -> Bool {
    trim()
    if take("+") { return false }
    return take("-")
  }

  /// The digits, their groups of three and the decimals.
  private mutating func takeDigits() throws(NumberTrouble) -> WrittenNumber {
    trim()
    var (value, count, decimals, sincePoint) = (0, 0, 0, false)
    var groups: [Int] = []
    var run = 0
    while let next = scalars.first {
      if let digit = digit(next) {
        let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, alsoTooLarge) = product.addingReportingOverflow(digit)
        if tooLarge || alsoTooLarge {
          // Beyond 18 digits only decimals may follow; they are too small to matter.
          guard sincePoint else { throw .outOfRange }
        } else {
          value = sum
          if sincePoint { decimals += 1 }
        }
        count += 1
        run += 1
      } else if next == ".", !sincePoint {
        sincePoint = true
      } else if next == "," || (next == " " && isGroup(after: scalars)), !sincePoint, run > 0 {
        groups.append(run)
        run = 0
      } else {
        break
      }
      if next == "." && !groups.isEmpty { groups.append(run) }
      if next == "." { run = 0 }
      scalars.removeFirst()
    }
    if !sincePoint, !groups.isEmpty { groups.append(run) }
    guard count > 0, groups.dropFirst().allSatisfy({ $0 == 3 }),
      groups.first.map({ $0 <= 3 }) ?? true
    else { throw .notANumber }
    return WrittenNumber(digits: value, exponent: -decimals)
  }

  /// Whether a space is followed by just three digits, as a group of thousands is.
  private func isGroup(after rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let next = rest.dropFirst().prefix(4)
    return next.prefix(3).count(where: { digit($0) != nil }) == 3
      && (next.count == 3 || next.last.flatMap(digit) == nil)
  }

  /// `E+05` behind digits.
  private mutating func takeExponent() throws(NumberTrouble) -> Int {
    guard scalars.first == "e" else { return 0 }
    var rest = scalars.dropFirst()
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let digits = rest.prefix { digit($0) != nil }
    guard !digits.isEmpty, digits.count <= 3,
      let value = Int(String(String.UnicodeScalarView(digits)))
    else { throw .notANumber }
    scalars = rest.dropFirst(digits.count)
    return isNegative ? -value : value
  }

  /// 万, 亿 and their like.
  private mutating func takeUnit() -> Int {
    trim()
    for (unit, exponent) in [("百万", 6), ("千万", 7), ("万", 4), ("亿", 8), ("千", 3)] where take(unit) {
      return exponent
    }
    return 0
  }

  private mutating func takeCurrency() {
    trim()
    for name in ["¥", "$", "€", "£", "人民币", "rmb", "cny", "usd", "us$", "元整", "元"] where take(name)
    {
      return
    }
  }

  private mutating func take(_ text: String) -> Bool {
    let wanted = text.unicodeScalars
    guard scalars.starts(with: wanted) else { return false }
    scalars.removeFirst(wanted.count)
    return true
  }

  private mutating func trim() {
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
  }

  private func digit(_ scalar: Unicode.Scalar) -> Int? {
    (48...57).contains(scalar.value) ? Int(scalar.value) - 48 : nil
  }
}

/// Whether a cell says that it has no value: nothing, `-`, `—`, `N/A`, `无`, `#N/A`, `null`.
func isNoValue(_ bytes: Span<UInt8>) -> Bool {
  if bytes.isEmpty { return true }
  guard bytes.count <= 9, mayStartNoValue(bytes[0]),
    bytes.count == 1 || !isDigit(bytes[1])
  else { return false }
  return noValues.contains(folded(String(copying: bytes)))
}

/// Whether one of the words for no value begins with a byte: nearly no cell gets further than this.
private func mayStartNoValue(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "\\"),
    UInt8(ascii: "n"), UInt8(ascii: "N"), 0xE2, 0xE6, 0xEF:
    true
  default: false
  }
}

private let noValues: Set<String> = [
  "-", "--", "—", "——", "–", "n/a", "na", "#n/a", "无", "null", "nil", "none", "\\n", "/",
]

func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
