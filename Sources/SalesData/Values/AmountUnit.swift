/// The unit of an amount: how many tens stand for one of it, and the currency, where they are named.
///
///     AmountUnit("万元")    // tens: 4, currency: .yuan
///     AmountUnit("元")      // tens: 0, currency: .yuan
///     AmountUnit("USD k")  // tens: 3, currency: .usd
///     AmountUnit("家")     // nil
struct AmountUnit: Hashable, Sendable {
  /// The power of ten, 0 for a coin by its name (元); nil where a currency is named (CNY, ¥) and no
  /// unit of it.
  var tens: Int?
  var currency: CurrencyMark?

  init(tens: Int?, currency: CurrencyMark?) {
    self.tens = tens
    self.currency = currency
  }

  /// Reads a unit; nil where the text is none of money.
  init?(_ text: some StringProtocol) {
    let rest = Substring(folded(text).filter { !$0.isWhitespace && $0 != ":" })
    if let unit = Self.parsed(rest) {
      self = unit
      return
    }
    // 单位:万元, in thousands
    let prefixes = ["金额单位", "货币单位", "单位", "單位", "in"]
    guard let prefix = prefixes.first(where: rest.hasPrefix),
      let unit = Self.parsed(rest.dropFirst(prefix.count))
    else { return nil }
    self = unit
  }

  private static func parsed(_ text: Substring) -> AmountUnit? {
    guard !text.isEmpty else { return nil }
    var (rest, unit, isCoin) = (text, AmountUnit(tens: nil, currency: nil), false)
    for _ in 0..<3 {
      let before = rest
      if let mark = take(&rest, of: currencies) {
        guard let both = unit.currency.map({ $0.agreed(with: mark) }) ?? mark else { return nil }
        unit.currency = both
        isCoin = CurrencyMark.isCoin(before.dropLast(rest.count))
      }
      if unit.tens == nil, let power = take(&rest, of: scales) { unit.tens = power }
    }
    guard rest.isEmpty else { return nil }
    if unit.tens == nil, isCoin { unit.tens = 0 }
    return unit
  }

  /// The power of ten that a scale at the start of a text stands for, which is then taken off.
  static func takeScale(_ rest: inout Substring) -> Int? { take(&rest, of: scales) }

  /// 万, 亿, `k` and their like, the longest first.
  static let scales: [(text: String, tens: Int)] = [
    ("thousands", 3), ("thousand", 3), ("millions", 6), ("million", 6), ("billion", 9), ("mln", 6),
    ("crores", 7), ("crore", 7), ("lakhs", 5), ("lakh", 5), ("lacs", 5), ("lac", 5), ("000s", 3),
    ("'000", 3), ("’000", 3), ("000", 3), ("十万", 5), ("百万", 6), ("千万", 7), ("十亿", 9), ("百亿", 10),
    ("mm", 6), ("mn", 6), ("bn", 9), ("cr", 7), ("百", 2), ("千", 3), ("仟", 3), ("万", 4), ("萬", 4),
    ("亿", 8),
    ("億", 8), ("k", 3), ("w", 4), ("m", 6),
  ]

  private static let currencies = CurrencyMark.written.map {
    (text: noSpaces($0.text), tens: $0.mark)
  }

  /// Whether a text, folded, begins with the name or the mark of a currency.
  static func beginsWithCurrency(_ text: Substring) -> Bool {
    currencies.contains { text.hasPrefix($0.text) }
  }

  private static func noSpaces(_ text: String) -> String { text.filter { $0 != " " } }

  private static func take<Value>(
    _ rest: inout Substring, of known: [(text: String, tens: Value)]
  ) -> Value? {
    guard let found = known.first(where: { rest.hasPrefix($0.text) }) else { return nil }
    rest.removeFirst(found.text.count)
    return found.tens
  }
}

extension AmountUnit {
  /// The scale of a unit of other things: 万 of 万单; nil where it has none.
  init?(quantity text: String) {
    var rest = Substring(folded(text))
    if "百千万亿十萬億".contains(rest.first ?? " "), let tens = Self.takeScale(&rest) {
      self.init(tens: tens, currency: nil)
    } else if let counted = AmountUnit(counted: rest.filter { $0 != " " }), counted.tens != 0 {
      self = counted
    } else {
      return nil
    }
  }
}

extension AmountUnit {
  /// The scale of counted things in a header: 千 of 千件, none of 件; nil where they are no such things.
  init?(counted text: String) {
    var rest = Substring(text)
    let tens = Self.takeScale(&rest)
    let things = [
      "件", "台", "个", "套", "箱", "瓶", "包", "盒", "只", "吨", "公斤", "米", "单", "家", "人", "次", "份", "批",
      "pcs", "pieces", "units",
    ]
    guard things.contains(String(rest)) else { return nil }
    self.init(tens: tens ?? 0, currency: nil)
  }
}

extension String {
  /// A unit once its amounts have been read: without its scale, in the workspace's currency.
  ///
  ///     "万元".unitAfterReading(own: "CNY")  // "元"
  ///     "USD".unitAfterReading(own: "CNY")  // "CNY"
  func unitAfterReading(own: String) -> String {
    guard let unit = AmountUnit(self) else {
      var rest = Substring(folded(self))
      return AmountUnit(quantity: self) != nil && AmountUnit.takeScale(&rest) != nil
        ? String(rest) : self
    }
    let isOwn = unit.currency.map { $0.code(own: own) == own } ?? true
    if isOwn, unit.tens ?? 0 == 0 { return self }
    return isOwn && own == "CNY" ? "元" : own
  }
}
