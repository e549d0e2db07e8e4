package import Phrases
package import SalesMethod

extension Goal.Metric: Worded {
  /// What a goal measures, as a line begins with it.
  ///
  ///     Goal.Metric.amount.text(in: .english)  // "Revenue"
  package func text(in language: Language) -> String {
    switch self {
    case .amount: language.say(zh: "销售额", en: "Revenue")
    case .quantity: language.say(zh: "销售数量", en: "Volume")
    case .collections: language.say(zh: "回款", en: "Collections")
    case .problems: language.say(zh: "客户问题", en: "Customer problems")
    case .promotion: language.say(zh: "推广", en: "Promotion")
    }
  }
}
