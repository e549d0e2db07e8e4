import Tables

/// Why a cell is no number of its column.
enum NumberTrouble: Error, Hashable {
  case notANumber
  case outOfRange
  /// Two units stand for it that differ, in the cell, its header or its row.
  case unitsDiffer
  /// An amount of a currency that nobody gave a rate for.
  case foreign(CurrencyMark)
}

/// The sign between whole numbers and decimals.
enum DecimalMark: Hashable, Sendable {
  case point, comma
}

/// What the way a number is written says of its column's decimal mark.
enum MarkEvidence: Hashable, Sendable {
  /// Nothing: `1234`.
  case none
  /// A point is the decimal mark: `12.5`, `1,234.50`.
  case point
  /// A comma is: `12,5`, `1.234.567`.
  case comma
  /// Either, as another number: `1.500`, `1,500`.
  case openPoint, openComma
}

/// A decimal number as written: a whole number times a power of ten, and what stood around it.
struct WrittenNumber: Hashable {
  /// The digits, with the sign.
  var digits: Int
  /// The power of ten.
  var exponent: Int
  /// Whether a percent sign stood behind it.
  var isPercent = false
  /// Whether it is a part of one that a workbook only shows as percent.
  var isFraction = false
  /// The power of ten of a 万 or a `k` behind it, which counts besides `exponent`.
  var tens: Int?
  /// The currency in front of it or behind it.
  var currency: CurrencyMark?
  var evidence = MarkEvidence.none
  /// Whether the scale behind it is a letter or a word of the West: the `m` of 5m may be metres.
  var hasLatinScale = false

  /// Whether what stands behind it is `cr`, ten millions in India and a credit elsewhere.
  var mayBeCredit = false

  /// Whether it is a number and nothing more: no currency, no percent sign, no `m` of 5m.
  var isBare: Bool { currency == nil && !isPercent && !hasLatinScale }

  /// The number in units of ten to the minus `decimals`, rounded half away from zero.
  ///
  ///     WrittenNumber(digits: 12345, exponent: -3).scaled(decimals: 2)  // 1235
  func scaled(decimals: Int) throws(NumberTrouble) -> Int {
    var shift = exponent + (tens ?? 0) + decimals - (isPercent ? 2 : 0)
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

extension WrittenNumber {
  /// What rounding to hundredths leaves out, in millionths of a hundredth; finer parts count for nothing.
  ///
  ///     WrittenNumber(digits: 5, exponent: -3).rest(beside: 1)  // -500000: 0.005 is written as 0.01
  func rest(beside hundredths: Int) -> Int {
    let (rounded, overflow) = hundredths.multipliedReportingOverflow(by: ExactSum.unit)
    guard !overflow, let exact = try? scaled(decimals: 8) else { return 0 }
    return exact - rounded
  }
}

/// Reads a number as people and programs write it: `9,326.84`, `￥1,234`, `(1,234)`, `12万`,
/// `3.5万元`, `1.2亿`, `65.0%`, full-width digits, `1.2E+05`; with a comma as the mark, `1.234,56`.
///
///     readNumber("3.5万元")  // 35 times ten to the -1, tens: 4, currency: .yuan
func readNumber(
  _ bytes: Span<UInt8>, mark: DecimalMark = .point
) throws(NumberTrouble) -> WrittenNumber {
  if mark == .point, let plain = plainNumber(bytes) { return plain }
  var reader = NumberReader(folded(String(copying: bytes)), mark)
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
  var number = WrittenNumber(digits: isNegative ? -value : value, exponent: -(decimals ?? 0))
  if let decimals {
    let mayBeGroup = decimals == 3 && (4...6).contains(digits) && value >= 1000
    number.evidence = mayBeGroup && bytes[isNegative ? 1 : 0] != 48 ? .openPoint : .point
  }
  return number
}

/// Reads a number with all that can stand around it.
private struct NumberReader {
  private var scalars: ArraySlice<Unicode.Scalar>
  private let mark: DecimalMark
  /// Whether the scale that was taken last is of the West.
  private var hasLatinScale = false
  /// Whether that scale was `cr`.
  private var mayBeCredit = false
  /// Whether a dash stood for the cents.
  private var hasNoCents = false
  /// Whether the currency that was taken last counts its coins.
  private var isCoin = false

  init(_ text: String, _ mark: DecimalMark) {
    self.mark = mark
    scalars = ArraySlice(text.unicodeScalars.filter { !$0.properties.isWhitespace || $0 == " " })
  }

  mutating func read() throws(NumberTrouble) -> WrittenNumber {
    var isNegative = false
    trim()
    // The mark of a spreadsheet for digits that are to stay text.
    if scalars.first == "'", scalars.dropFirst().first.map({ digit($0) != nil }) == true {
      scalars.removeFirst()
    }
    if scalars.first == "(", scalars.last == ")" {
      scalars = scalars.dropFirst().dropLast()
      isNegative = true
    }
    var currency = takeCurrency()
    if takeSign() { isNegative.toggle() }
    currency = currency ?? takeCurrency()
    if dropsDash() { isNegative.toggle() }
    var number = try takeDigits()
    number.exponent += try takeExponent()
    trim()
    if take("%") { number.isPercent = true }
    let behind = takeCurrency()
    number.tens = takeScale()
    number.hasLatinScale = hasLatinScale
    number.mayBeCredit = mayBeCredit
    try addSmallerScales(to: &number)
    let last = behind ?? takeCurrency()
    if number.tens == nil, behind != nil, isCoin { number.tens = 0 }
    if let currency, let last, currency.agreed(with: last) == nil { throw .unitsDiffer }
    number.currency = currency ?? last
    trim()
    guard scalars.isEmpty else { throw .notANumber }
    if isNegative { number.digits = -number.digits }
    return number
  }

  private mutating func takeSign() -> Bool {
    trim()
    if take("+") { return false }
    return take("-") || take("–")
  }

  /// Takes off what bookkeepers write behind digits: the dash for no cents in `35.-` and `35,—`; true
  /// where it is the sign of `35-`.
  private mutating func dropsDash() -> Bool {
    trim()
    guard let last = scalars.last, "-–—".unicodeScalars.contains(last) else { return false }
    let rest = scalars.dropLast()
    if rest.last == decimalSign {
      scalars = rest.dropLast()
      hasNoCents = true
      return false
    }
    guard last != "—", rest.last.map({ digit($0) != nil }) == true else { return false }
    scalars = rest
    return true
  }

  /// The smaller parts of 1亿2000万, 3万5千 and 1万2, where the last is a tenth of its scale.
  private mutating func addSmallerScales(to number: inout WrittenNumber) throws(NumberTrouble) {
    guard let first = number.tens, number.exponent == 0 else { return }
    var (smallest, sum, isLast) = (first, number.digits, false)
    while !isLast, let next = scalars.first, digit(next) != nil {
      let part = try takeDigits()
      let own = takeScale()
      isLast = own == nil
      let tens = own ?? smallest - 1
      guard part.exponent == 0, tens < smallest, tens >= 0, own != nil || part.digits < 10 else {
        throw .notANumber
      }
      for _ in tens..<smallest {
        let (product, overflow) = sum.multipliedReportingOverflow(by: 10)
        guard !overflow else { throw .outOfRange }
        sum = product
      }
      let (total, overflow) = sum.addingReportingOverflow(part.digits)
      guard !overflow else { throw .outOfRange }
      (sum, smallest) = (total, tens)
    }
    (number.digits, number.exponent) = (sum, smallest - first)
  }

  /// The digits, their groups of three and the decimals.
  private mutating func takeDigits() throws(NumberTrouble) -> WrittenNumber {
    trim()
    var (value, count, decimals, sincePoint) = (0, 0, 0, false)
    var (groups, run, groupMark, startsWithZero) = ([Int](), 0, Unicode.Scalar?.none, false)
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
        if count == 0 { startsWithZero = digit == 0 }
        count += 1
        run += 1
      } else if next == decimalSign, !sincePoint {
        sincePoint = true
        if groupMark != nil { groups.append(run) }
        run = 0
      } else if isGroupMark(next), !sincePoint, run > 0, groupMark == nil || groupMark == next {
        groupMark = next
        groups.append(run)
        run = 0
      } else {
        break
      }
      scalars.removeFirst()
    }
    if !sincePoint, groupMark != nil { groups.append(run) }
    let isGrouped = isGrouped(groups, groupMark)
    guard count > 0, isGrouped, groups.isEmpty || !startsWithZero else { throw .notANumber }
    var number = WrittenNumber(digits: value, exponent: -decimals)
    number.evidence = evidence(
      groups, groupMark, decimals: sincePoint ? decimals : nil,
      whole: count - decimals, startsWithZero)
    return number
  }

  /// Whether digits stand in groups of three, or as in India: `12,34,567`.
  private func isGrouped(_ groups: [Int], _ mark: Unicode.Scalar?) -> Bool {
    guard let first = groups.first else { return true }
    if first <= 3, groups.dropFirst().allSatisfy({ $0 == 3 }) { return true }
    return mark == "," && first <= 2 && groups.count > 2 && groups.last == 3
      && groups.dropFirst().dropLast().allSatisfy { $0 == 2 }
  }

  private var decimalSign: Unicode.Scalar { mark == .point ? "." : "," }

  /// Whether a sign stands between groups of three: the other mark, an apostrophe, or a space before
  /// just three digits.
  private func isGroupMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",": mark == .point
    case ".": mark == .comma
    case "'", "\u{2019}": true
    case " ": isGroup(after: scalars)
    default: false
    }
  }

  /// What the number says of its column's mark, read with ours.
  private func evidence(
    _ groups: [Int], _ groupMark: Unicode.Scalar?, decimals: Int?, whole: Int,
    _ startsWithZero: Bool
  ) -> MarkEvidence {
    let (ours, open): (MarkEvidence, MarkEvidence) =
      mark == .point ? (.point, .openPoint) : (.comma, .openComma)
    if hasNoCents { return ours }
    if let decimals {
      let mayBeGroup = decimals == 3 && (1...3).contains(whole) && !startsWithZero && groups.isEmpty
      return mayBeGroup ? open : ours
    }
    guard groupMark == "," || groupMark == "." else { return .none }
    if groups.count > 2 { return ours }
    return mark == .point ? .openComma : .openPoint
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

  /// 万, 亿, `k` and their like.
  private mutating func takeScale() -> Int? {
    trim()
    for (text, tens) in AmountUnit.scales where take(text) {
      hasLatinScale = text.utf8.allSatisfy { $0 < 0x80 }
      mayBeCredit = text == "cr"
      return tens
    }
    return nil
  }

  private mutating func takeCurrency() -> CurrencyMark? {
    trim()
    guard let first = scalars.first, digit(first) == nil, first != "-" else { return nil }
    for (name, mark) in CurrencyMark.written where take(name) {
      isCoin = CurrencyMark.isCoin(name)
      return mark
    }
    return nil
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
