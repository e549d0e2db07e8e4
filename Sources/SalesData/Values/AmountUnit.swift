/// The unit of an amount: how many tens stand for one of it, and the currency, where they are named.
///
///     AmountUnit("万元")    // tens: 4, currency: .yuan
///     AmountUnit("USD k")  // tens: 3, currency: .usd
///     AmountUnit("家")     // nil
struct AmountUnit: Hashable, Sendable {
  /// The power of ten; nil where only a currency is named.
  var tens: Int?
  var currency: CurrencyMark?

  init(tens: Int?, currency: CurrencyMark?) {
    self.tens = tens
    self.currency = currency
  }

  /// Reads a unit; nil where the text is none of money.
  init?(_ text: some StringProtocol) {
    var rest = Substring(folded(text).filter { !$0.isWhitespace })
    for prefix in ["单位:", "单位", "in"] where rest.hasPrefix(prefix) && rest.count > prefix.count {
      rest.removeFirst(prefix.count)
    }
    guard !rest.isEmpty else { return nil }
    self.init(tens: nil, currency: nil)
    for _ in 0..<2 {
      if currency == nil, let mark = Self.take(&rest, of: Self.currencies) { currency = mark }
      if tens == nil, let power = Self.take(&rest, of: Self.scales) { tens = power }
    }
    guard rest.isEmpty else { return nil }
  }

  /// The power of ten that a scale at the start of a text stands for, which is then taken off.
  static func takeScale(_ rest: inout Substring) -> Int? { take(&rest, of: scales) }

  /// 万, 亿, `k` and their like, the longest first.
  static let scales: [(text: String, tens: Int)] = [
    ("thousands", 3), ("thousand", 3), ("millions", 6), ("million", 6), ("billion", 9), ("mln", 6),
    ("十万", 5), ("百万", 6), ("千万", 7), ("mn", 6), ("bn", 9), ("百", 2), ("千", 3), ("万", 4),
    ("亿", 8), ("k", 3), ("w", 4), ("m", 6),
  ]

  private static let currencies = CurrencyMark.written.map {
    (text: noSpaces($0.text), tens: $0.mark)
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
    guard "百千万亿十".contains(rest.first ?? " "), let tens = Self.takeScale(&rest) else { return nil }
    self.init(tens: tens, currency: nil)
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
    if isOwn, unit.tens == nil { return self }
    return isOwn && own == "CNY" ? "元" : own
  }
}
