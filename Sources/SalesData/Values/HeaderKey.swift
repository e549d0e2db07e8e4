/// A header as it is matched: folded, without spaces, `*`, `_`, `-` and colons, its unit taken off.
///
///     HeaderKey("*预计金额（万元）").key        // "预计金额"
///     HeaderKey("*预计金额（万元）").exponent   // 4: a 3 in this column is 30,000
struct HeaderKey: Hashable, Sendable {
  /// What is compared.
  let key: String
  /// The power of ten that the unit in the header stands for.
  let exponent: Int
  /// Whether the header says that its numbers are percent.
  let isPercent: Bool

  init(_ header: some StringProtocol) {
    var text = folded(header)[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    var unit: Unit?
    if text.last == ")" || text.last == "]",
      let opening = text.lastIndex(where: { $0 == "(" || $0 == "[" })
    {
      let inner = text[text.index(after: opening)...].dropLast()
      unit = Self.units[inner.filter { !$0.isWhitespace }]
      if unit != nil, opening != text.startIndex { text = text[..<opening] }
    }
    key = String(text.filter { !Self.dropped.contains($0) && !$0.isWhitespace })
    exponent = unit?.exponent ?? 0
    isPercent = unit?.isPercent ?? false
  }

  private static let dropped: Set<Character> = ["*", "_", "-", ":", "–", "—"]

  private struct Unit {
    var exponent = 0
    var isPercent = false
  }

  private static let units: [String: Unit] = [
    "元": Unit(), "人民币": Unit(), "cny": Unit(), "rmb": Unit(), "¥": Unit(), "$": Unit(),
    "usd": Unit(), "元/单": Unit(), "h": Unit(), "小时": Unit(), "hours": Unit(), "必填": Unit(),
    "required": Unit(), "千元": Unit(exponent: 3), "k": Unit(exponent: 3), "万": Unit(exponent: 4),
    "万元": Unit(exponent: 4), "百万": Unit(exponent: 6), "百万元": Unit(exponent: 6),
    "亿": Unit(exponent: 8), "亿元": Unit(exponent: 8), "%": Unit(isPercent: true),
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
