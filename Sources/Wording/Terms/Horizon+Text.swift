package import Phrases
package import SalesMethod

extension ManRule.Horizon {
  /// What customers of past plans did who are counted as having ordered in time.
  ///
  ///     ManRule.Horizon.days(30).ordered.english  // "ordered within 30 days"
  package var ordered: Phrase {
    switch self {
    case .days(let days):
      Phrase(zh: "\(days) 天内下单", en: "ordered within \(count: days, "day", "days")")
    case .periodEnd: Phrase(zh: "期末之前下单", en: "ordered by the period’s end")
    }
  }
}
