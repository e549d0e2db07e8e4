package import Phrases
package import SalesMethod

extension ManRule.Horizon {
  /// What the classes' chances to buy are called, with the day they are meant by.
  ///
  ///     ManRule.Horizon.days(30).chanceTitle(until: end).english  // "Chance to order within 30 days"
  package func chanceTitle(until end: Day) -> Phrase {
    switch self {
    case .days(let days):
      Phrase(zh: "\(days) 天内下单的机会", en: "Chance to order within \(count: days, "day", "days")")
    case .periodEnd: Phrase(zh: "到 \(end) 下单的机会", en: "Chance to order by \(end)")
    }
  }
}
