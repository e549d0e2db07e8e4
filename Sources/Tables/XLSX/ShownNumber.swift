/// What a number format shows around a number: `0"万"` shows 35 as 35万, `[$$-409]0.00` 12.5 as $12.50,
/// `00000` 7 as 00007.
///
/// Only what changes which number is meant, or which id, is taken from a format.
struct ShownNumber: Hashable, Sendable {
  private var before = ""
  private var behind = ""
  /// How many digits a whole number has at least.
  private var zeros = 0

  /// Reads the first section of a code; nil where it shows the number and no unit.
  init?(code: String) {
    var section = Section(code)
    section.read()
    (before, behind) = (section.before, section.behind)
    // 0!.0,"万" divides by itself what it calls 万.
    if section.divides { (before, behind) = (Self.bare(before), Self.bare(behind)) }
    if section.isSplit { return nil }
    if section.zeros > 1, !section.hasPoint, !section.divides { zeros = section.zeros }
    let isUnit = Self.isUnit(before) && Self.isUnit(behind)
    if !isUnit, zeros == 0 { return nil }
    if before.isEmpty, behind.isEmpty, zeros == 0 { return nil }
  }

  /// The cell as it is shown, and whether it still is a number.
  ///
  ///     ShownNumber(code: "0\"万\"")?.shows(Array("35".utf8)).text  // "35万"
  func shows(_ digits: [UInt8]) -> (text: String, isNumber: Bool) {
    var text = String(decoding: digits, as: UTF8.self)
    if zeros > 0, text.utf8.allSatisfy({ $0 &- 48 < 10 }) {
      text = String(repeating: "0", count: max(0, zeros - text.utf8.count)) + text
    }
    return (before + text + behind, Self.isUnit(before) && Self.isUnit(behind))
  }

  /// Whether a label says nothing, or names a currency, a scale or a length of time.
  private static func isUnit(_ label: String) -> Bool {
    if label.isEmpty { return true }
    return units.contains(label.lowercased())
  }

  /// A label without the scale in it.
  private static func bare(_ label: String) -> String {
    var label = label
    for scale in ["百万", "千万", "万", "萬", "千", "亿", "億"] where label.hasPrefix(scale) {
      label.removeFirst(scale.count)
      break
    }
    return ["k", "m", "w", "mm", "mn", "bn"].contains(label.lowercased()) ? "" : label
  }

  private static let units: Set<String> = {
    let signs = [
      "$", "us$", "hk$", "nt$", "s$", "a$", "c$", "¥", "￥", "cn¥", "jp¥", "€", "£", "₩", "₹",
    ]
    let others = ["₽", "฿", "%", "分钟", "小时", "min", "h", "k", "m", "w", "rmb"]
    let codes = [
      "cny", "usd", "eur", "gbp", "jpy", "hkd", "twd", "krw", "sgd", "aud", "cad", "nzd", "inr",
      "rub",
      "chf", "thb", "vnd", "myr", "idr", "php", "mop", "brl", "mxn", "sek", "nok", "dkk", "pln",
      "zar",
      "aed", "sar", "try",
    ]
    let coins = ["元", "美元", "欧元", "港元", "港币", "日元", "英镑", "人民币"]
    let scales = ["万", "萬", "千", "百万", "千万", "亿", "億"]
    let scaled = scales + coins.flatMap { coin in scales.map { $0 + coin } }
    return Set(signs + others + codes + coins + scaled + ["usd$"])
  }()
}

/// The first section of a format's code, taken apart.
private struct Section {
  private var rest: Substring
  var before = ""
  var behind = ""
  var zeros = 0
  var hasPoint = false
  /// Whether a comma behind the digits divides by a thousand, or a point is shown that is none.
  var divides = false
  /// Whether words stand between the digits, or it is a power of ten.
  var isSplit = false
  private var hasDigits = false
  private var commas = 0

  init(_ code: String) { rest = Substring(code) }

  mutating func read() {
    if rest.lowercased().hasPrefix("general") { rest = rest.dropFirst(7) }
    while let next = rest.popFirst(), next != ";" { take(next) }
    if commas > 0 { divides = true }
    before = before.filter { !$0.isWhitespace }
    behind = behind.filter { !$0.isWhitespace }
  }

  private mutating func take(_ next: Character) {
    switch next {
    case "\"":
      add(String(rest.prefix { $0 != "\"" }))
      rest = rest.drop { $0 != "\"" }.dropFirst()
    case "\\", "!":
      guard let sign = rest.popFirst() else { return }
      if sign == ".", hasDigits { divides = true } else { add(String(sign)) }
    case "_", "*": rest = rest.dropFirst()
    case "[":
      let inner = rest.prefix { $0 != "]" }
      rest = rest.dropFirst(inner.count + 1)
      // A condition: other numbers are shown otherwise.
      if let first = inner.first, "<>=".contains(first) { isSplit = true }
      // [$€-407] names a currency, [$-409] a language alone.
      if inner.hasPrefix("$") { add(String(inner.dropFirst().prefix { $0 != "-" })) }
    case "0", "#", "?":
      if next == "0", !hasPoint { zeros += 1 }
      if !behind.isEmpty { isSplit = true }
      (hasDigits, commas) = (true, 0)
    case ",": if hasDigits { commas += 1 }
    case ".":
      if commas > 0 { divides = true }
      (hasPoint, commas) = (true, 0)
    case "E", "e": isSplit = true
    case "(", ")", "+", "-", " ", "@": break
    default: add(String(next))
    }
  }

  private mutating func add(_ label: String) {
    if hasDigits { behind += label } else { before += label }
  }
}
