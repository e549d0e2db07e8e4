/// The unit of a quantity: base units with their exponents, none for a pure number.
///
///     let perDeal = try #require(units.unit(named: "元/单"))
///     perDeal.times(deals)  // 元
package struct Unit: Hashable, Sendable {
  /// One base unit and how often it stands above (or, below zero, under) the line.
  struct Power: Hashable, Sendable {
    let symbol: String
    let exponent: Int
  }

  /// Sorted by symbol, no exponent zero.
  let powers: [Power]

  /// The unit of a pure number.
  package static let none = Unit(powers: [])

  init(powers: [Power]) { self.powers = powers }

  /// A base unit.
  init(symbol: String) { powers = [Power(symbol: symbol, exponent: 1)] }

  /// Whether it is a pure number's.
  package var isNone: Bool { powers.isEmpty }

  /// The unit of a product.
  func times(_ other: Unit) -> Unit {
    if isNone { return other }
    if other.isNone { return self }
    var merged: [Power] = []
    var (left, right) = (powers[...], other.powers[...])
    while let first = left.first, let second = right.first {
      if first.symbol < second.symbol {
        merged.append(left.removeFirst())
      } else if second.symbol < first.symbol {
        merged.append(right.removeFirst())
      } else {
        let exponent = first.exponent + second.exponent
        if exponent != 0 { merged.append(Power(symbol: first.symbol, exponent: exponent)) }
        left.removeFirst()
        right.removeFirst()
      }
    }
    return Unit(powers: merged + left + right)
  }

  /// The unit of a power.
  func raised(to exponent: Int) -> Unit {
    if exponent == 0 { return .none }
    return Unit(powers: powers.map { Power(symbol: $0.symbol, exponent: $0.exponent * exponent) })
  }

  /// The greatest exponent, either way: units that grow beyond reason are refused.
  var degree: Int { powers.map { abs($0.exponent) }.max() ?? 0 }

  /// Whether the unit is the base unit of that symbol, alone above the line: money shows in 万.
  func counts(_ symbol: String) -> Bool {
    powers.contains { $0.symbol == symbol && $0.exponent == 1 }
  }
}

extension Unit: CustomStringConvertible {
  /// The unit as it is written: `元/单`, `单·家`, `元/单²`; nothing for a pure number.
  package var description: String { written { symbol, _ in symbol } }

  /// The unit in English, where English has a word for it: `orders/customer`, and of one `order/customer`.
  func inEnglish(ofOne: Bool = false) -> String {
    written { symbol, isAbove in
      guard let words = UnitWords.all.first(where: { $0.symbol == symbol }) else { return symbol }
      return isAbove && !ofOne ? words.many : words.one
    }
  }

  private func written(_ word: (_ symbol: String, _ isAbove: Bool) -> String) -> String {
    let above = powers.filter { $0.exponent > 0 }.map {
      Self.raised(word($0.symbol, true), $0.exponent)
    }
    let below = powers.filter { $0.exponent < 0 }.map {
      "/" + Self.raised(word($0.symbol, false), -$0.exponent)
    }
    let top = above.joined(separator: "·")
    return (top.isEmpty && !below.isEmpty ? "1" : top) + below.joined()
  }

  private static func raised(_ symbol: String, _ exponent: Int) -> String {
    if exponent == 1 { return symbol }
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return symbol + String(String(exponent).compactMap { $0.wholeNumberValue.map { raised[$0] } })
  }
}

/// The English words of a unit of the default settings.
struct UnitWords: Hashable, Sendable {
  let symbol: String
  let one: String
  let many: String

  /// Every unit that English has words for.
  static let all = [
    UnitWords(symbol: "元", one: "yuan", many: "yuan"),
    UnitWords(symbol: "家", one: "customer", many: "customers"),
    UnitWords(symbol: "单", one: "order", many: "orders"),
    UnitWords(symbol: "次", one: "time", many: "times"),
    UnitWords(symbol: "小时", one: "hour", many: "hours"),
    UnitWords(symbol: "天", one: "day", many: "days"),
  ]

  /// The unit that a word means, in either language.
  static func meaning(_ word: String) -> UnitWords? {
    all.first { [$0.symbol, $0.one, $0.many].contains(word) }
  }
}

/// The units a workspace knows, from its settings.
///
///     Units(["元", "家", "单"]).unit(named: "元/单")?.description  // "元/单"
package struct Units: Hashable, Sendable {
  /// The base units in the order of the settings.
  package let symbols: [String]

  /// Makes the units known.
  package init(_ symbols: [String]) { self.symbols = symbols }

  /// The units of the default settings.
  package static let standard = Units(["元", "家", "单", "次", "小时", "天"])

  /// The unit that a word or words with `/` and `·` between them name, or nil; the units of the
  /// default settings have English words too.
  ///
  ///     Units.standard.unit(named: "yuan/order")?.description  // "元/单"
  package func unit(named text: String) -> Unit? {
    if let symbol = symbol(named: text) { return Unit(symbol: symbol) }
    guard text.utf8.contains(where: { $0 == 0x2F || $0 == 0xC2 }) else { return nil }
    var result = Unit.none
    for (index, part) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
      for word in part.split(separator: "·", omittingEmptySubsequences: false) {
        guard let symbol = symbol(named: String(word)) else { return nil }
        let unit = Unit(symbol: symbol)
        result = result.times(index == 0 ? unit : unit.raised(to: -1))
      }
    }
    return result
  }

  /// The symbol of the settings that a word means: the word itself, or its twin in the other language.
  private func symbol(named word: String) -> String? {
    if let symbol = known(word) { return symbol }
    guard let words = UnitWords.meaning(word) else { return nil }
    return [words.symbol, words.many, words.one].lazy.compactMap { known($0) }.first
  }

  /// The symbol that is the word; compared by bytes, since comparing texts letter by letter takes ten
  /// times as long.
  private func known(_ word: String) -> String? {
    let count = word.utf8.count
    return symbols.first { $0.utf8.count == count && $0.utf8.elementsEqual(word.utf8) }
  }
}
