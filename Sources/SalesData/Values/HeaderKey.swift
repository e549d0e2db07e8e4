/// A header as it is matched: folded, without spaces, `*`, `_`, `-` and colons, its unit taken off.
///
///     HeaderKey("*预计金额（万元）").key   // "预计金额"
///     HeaderKey("*预计金额（万元）").unit  // tens 4: a 3 in this column is 30,000
struct HeaderKey: Hashable, Sendable {
  /// What is compared.
  let key: String
  /// The unit that the header names.
  let unit: HeaderUnit

  init(_ header: some StringProtocol) {
    var text = folded(header)[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    var unit: HeaderUnit?
    if text.last == ")" || text.last == "]",
      let opening = text.lastIndex(where: { $0 == "(" || $0 == "[" })
    {
      unit = HeaderUnit(text[text.index(after: opening)...].dropLast())
      if unit != nil, opening != text.startIndex { text = text[..<opening] }
    } else if let slash = text.lastIndex(of: "/"), slash != text.startIndex {
      unit = HeaderUnit(text[text.index(after: slash)...])
      if unit != nil { text = text[..<slash] }
    } else if text.last == "%" {
      unit = HeaderUnit("%")
      text = text.dropLast()
    }
    key = String(text.filter { !Self.dropped.contains($0) && !$0.isWhitespace })
    self.unit = unit ?? HeaderUnit()
  }

  private static let dropped: Set<Character> = ["*", "_", "-", ":", "–", "—"]
}

/// What a header says of the numbers below it.
struct HeaderUnit: Hashable, Sendable {
  /// The unit of money, or of any number that counts in thousands.
  var amount: AmountUnit?
  /// Whether the numbers are percent.
  var isPercent = false
  /// How many seconds one of the numbers is.
  var seconds: Int?

  init() {}

  /// Reads what stands in brackets or behind a stroke; nil where it is no unit.
  init?(_ text: some StringProtocol) {
    var unit = String(text.filter { !$0.isWhitespace })
    for prefix in ["单位:", "单位"] where unit.hasPrefix(prefix) { unit.removeFirst(prefix.count) }
    if ["必填", "required", "选填", "optional", "元/单", "yyyy-mm-dd"].contains(unit) { return }
    if unit == "%" || unit == "percent" || unit == "百分比" {
      isPercent = true
    } else if let seconds = Self.lengths[unit] {
      self.seconds = seconds
      if unit == "分" { amount = AmountUnit(tens: -2, currency: .yuan) }
    } else if let amount = AmountUnit(unit) {
      self.amount = amount
    } else {
      return nil
    }
  }

  private static let lengths: [String: Int] = [
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "小时": 3600, "时": 3600,
    "min": 60, "mins": 60, "minute": 60, "minutes": 60, "分钟": 60, "分": 60, "s": 1, "sec": 1,
    "secs": 1, "second": 1, "seconds": 1, "秒": 1,
  ]
}

extension HeaderKey {
  /// The header without the name of its entity: `Deal - Value` in deals is `Value`; nil where it
  /// has none.
  static func withoutEntity(_ header: String, entities: [String]) -> HeaderKey? {
    let text = folded(header)
    for entity in entities {
      for prefix in [folded(entity) + " - ", folded(entity) + ": ", folded(entity) + "."]
      where text.hasPrefix(prefix) {
        return HeaderKey(text.dropFirst(prefix.count))
      }
    }
    return nil
  }
}
