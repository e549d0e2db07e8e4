package import Phrases
package import SalesMethod

extension Letter: Worded {
  package func text(in language: Language) -> String {
    switch self {
    case .money: language.say(zh: "购买能力", en: "purchasing power")
    case .authority: language.say(zh: "决策能力", en: "power to decide")
    case .need: language.say(zh: "需求度", en: "need")
    }
  }
}
