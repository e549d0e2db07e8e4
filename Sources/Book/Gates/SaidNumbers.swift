/// The numbers that a text says, so that two languages can be compared: in digits, and in Chinese also in
/// words.
///
/// A number is kept in thousandths. `12 万` is told as 12 and as 120,000, since its translation may say either.
///
///     SaidNumbers("还差三十天，要12万元").digits  // [12000, 120000000]
///     SaidNumbers("还差三十天，要12万元").all.contains(30_000)  // true
struct SaidNumbers: Hashable, Sendable {
  /// Those written in digits, in order, each once.
  private(set) var digits: [Int] = []
  /// All of them, those written in Chinese words too.
  private(set) var all: Set<Int> = []

  /// Numbers that were kept.
  init(digits: [Int], all: Set<Int>) {
    self.digits = digits
    self.all = all
  }

  /// Finds the numbers of a text.
  init(_ text: String) {
    let signs = Array(text.unicodeScalars)
    var index = 0
    while index < signs.count {
      let start = index
      if Self.isDigit(signs[index]) {
        readDigits(signs, &index)
      } else if Self.han[signs[index]] != nil || Self.units[signs[index]] != nil {
        readWords(signs, &index)
      } else if signs[index].isASCII, signs[index].properties.isAlphabetic {
        // A name such as `o4` holds no number.
        while index < signs.count, signs[index].isASCII,
          signs[index].properties.isAlphabetic || Self.isDigit(signs[index])
        {
          index += 1
        }
      }
      index = max(index, start + 1)
    }
    all.formUnion(digits)
  }

  /// What other text would have to say too and does not.
  ///
  /// These are numbers from ten on that it gives in no way, neither as they are nor in tens, thousands or ten
  /// thousands. Years and months are left out.
  func missing(in other: SaidNumbers) -> [Int] {
    let factors = [1, 10, 1000, 10_000]
    return digits.filter { number in
      guard number >= 10_000, !(1_900_000...2_100_000).contains(number) else { return false }
      return !factors.contains { factor in
        other.all.contains(number * factor)
          || number.isMultiple(of: factor) && other.all.contains(number / factor)
      }
    }
  }

  /// A number in thousandths as digits.
  ///
  ///     SaidNumbers.text(1250)  // "1.25"
  static func text(_ thousandths: Int) -> String {
    guard !thousandths.isMultiple(of: 1000) else { return String(thousandths / 1000) }
    let rest = String(1000 + thousandths % 1000).dropFirst()
    let end = rest.lastIndex { $0 != "0" } ?? rest.startIndex
    return "\(thousandths / 1000).\(rest[...end])"
  }

  private static let han: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "九": 9,
  ]
  private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000, "万": 10_000]

  private static func isDigit(_ sign: Unicode.Scalar) -> Bool { (48...57).contains(sign.value) }

  /// Reads `12`, `1,500`, `0.25`, and a unit behind it.
  private mutating func readDigits(_ signs: [Unicode.Scalar], _ index: inout Int) {
    var (whole, part, scale) = (0, 0, 1000)
    var isPart = false
    var length = 0
    while index < signs.count {
      let next = index + 1 < signs.count && Self.isDigit(signs[index + 1])
      if Self.isDigit(signs[index]) {
        let digit = Int(signs[index].value) - 48
        length += 1
        if isPart {
          scale /= 10
          part += digit * scale
        } else if length <= 12 {
          whole = whole * 10 + digit
        }
      } else if signs[index] == ".", next, !isPart {
        isPart = true
      } else if signs[index] != "," || !next || isPart {
        break
      }
      index += 1
    }
    guard length <= 12 else { return }
    let number = whole * 1000 + part
    let rest = signs[index...].drop { $0 == " " }
    guard rest.first != "月" else { return }
    note(number)
    if rest.first == "万" { note(number * 10_000) }
    if rest.first == "千" { note(number * 1000) }
    if String(String.UnicodeScalarView(rest.prefix(7))) == "million" { note(number * 1_000_000) }
  }

  private mutating func note(_ number: Int) {
    if !digits.contains(number) { digits.append(number) }
  }

  /// Reads `三十`, `一百二十`, `四万六`.
  private mutating func readWords(_ signs: [Unicode.Scalar], _ index: inout Int) {
    var (total, section, digit) = (0, 0, 0)
    var last = 1
    while index < signs.count, section < 100_000_000, total < 100_000_000 {
      if let value = Self.han[signs[index]] {
        digit = value
      } else if let unit = Self.units[signs[index]] {
        if unit == 10_000 {
          total += max(section + digit, 1) * unit
          section = 0
        } else {
          section += max(digit, 1) * unit
        }
        (digit, last) = (0, unit)
      } else {
        break
      }
      index += 1
    }
    // 四万六 is forty-six thousand.
    all.insert((total + section + digit) * 1000)
    if last >= 100 { all.insert((total + section + digit * last / 10) * 1000) }
  }
}
