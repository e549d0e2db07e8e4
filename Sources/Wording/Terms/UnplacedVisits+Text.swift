package import Phrases
package import SalesMethod

extension UnplacedVisits.Reason: Worded {
  package func text(in language: Language) -> String {
    switch self {
    case .full: language.say(zh: "可选的日子都已排满", en: "every day that keeps the gap is full")
    case .gap: language.say(zh: "剩下的日子都不够间隔", en: "no day left keeps the gap")
    case .noDays: PlanNote.noWorkdayLeft.text(in: language)
    }
  }
}
