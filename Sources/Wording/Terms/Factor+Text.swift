package import Phrases
package import SalesMethod

extension Factor: Worded {
  package func text(in language: Language) -> String {
    switch self {
    case .developed: language.say(zh: "客户开发量", en: "customers developed")
    case .conversion: language.say(zh: "转化效率", en: "conversion")
    case .dealSize: language.say(zh: "单量", en: "order size")
    case .repeats: language.say(zh: "续购量", en: "orders per buyer")
    }
  }
}
