package import Phrases
package import SalesMethod

extension GoalCheck.Status: Worded {
  /// What a check came to, in a word.
  ///
  ///     GoalCheck.Status.ask.text(in: .chinese)  // "待答"
  package func text(in language: Language) -> String { word.text(in: language) }

  /// The word in both languages.
  var word: Phrase {
    switch self {
    case .pass: Phrase(zh: "通过", en: "pass")
    case .warn: Phrase(zh: "注意", en: "warn")
    case .fail: Phrase(zh: "不通过", en: "fail")
    case .ask: Phrase(zh: "待答", en: "ask")
    }
  }
}
