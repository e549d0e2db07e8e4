package import Phrases
package import SalesMethod

extension Language {
  /// An amount in few letters, to two decimals of 万 or 亿, of thousands or millions: for the axis of a
  /// picture, whose numbers are round.
  ///
  ///     Language.chinese.short(Money(units: 150_000))  // "15万"
  ///     Language.english.short(Money(units: 150_000))  // "150k"
  package func short(_ amount: Money) -> String {
    let units: [(size: Int, name: String)] =
      switch self {
      case .chinese: [(100_000_000, "亿"), (10_000, "万")]
      case .english: [(1_000_000, "M"), (1000, "k")]
      }
    let hundredths = amount.hundredths
    guard let unit = units.first(where: { Int(hundredths.magnitude) / 100 >= $0.size }) else {
      return Digits.money(amount)
    }
    return Digits.scaledDecimal(hundredths / unit.size, places: 2) + unit.name
  }
}
