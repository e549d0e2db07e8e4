package import Phrases
package import SalesMethod

extension Question: Worded {
  package func text(in language: Language) -> String {
    switch self {
    case .letter(.money):
      language.say(
        zh: "这笔预算从哪个科目出、批了吗？", en: "Which budget does this come from, and is it approved?")
    case .letter(.authority):
      language.say(zh: "最后由谁签字？还有谁会反对？", en: "Who signs in the end, and who might object?")
    case .letter(.need):
      language.say(
        zh: "不解决会怎样？希望什么时候用上？",
        en: "What happens if nothing changes, and when do you want it working?")
    case .date:
      language.say(zh: "您希望哪天到货或上线？", en: "On which day do you want it delivered or live?")
    }
  }
}
