package import Phrases

/// The word for a stage of the funnel; a company's own stage is its own word.
///
///     StageName("contact").text(in: .chinese)  // "首次接触"
package struct StageName: Hashable, Sendable, Worded {
  /// The name in the settings and the tables.
  package let name: String

  /// The stage of that name.
  package init(_ name: String) { self.name = name }

  package func text(in language: Language) -> String {
    switch name {
    case "contact": language.say(zh: "首次接触", en: "first contact")
    case "visit": language.say(zh: "拜访", en: "visit")
    case "proposal": language.say(zh: "方案/报价", en: "proposal")
    case "deal": language.say(zh: "成交", en: "deal")
    default: name
    }
  }

  /// One step of the funnel in both languages, as `首次接触→拜访`.
  static func step(_ from: String, _ to: String) -> Phrase {
    let (from, to) = (StageName(from), StageName(to))
    return Phrase(zh: "\(from)→\(to)", en: "\(from) → \(to)")
  }

  /// What is counted at the stage when work is worked back from a target.
  ///
  ///     StageName("deal").needed.english  // "customers to win"
  package var needed: Phrase {
    name == "deal"
      ? Phrase(zh: "需要成交的客户", en: "customers to win")
      : Phrase(zh: "需要的\(self)", en: "\(self)s needed")
  }

  /// The unit of the stage's count; English has none.
  ///
  ///     StageName("visit").unit.chinese  // "次"
  package var unit: Phrase {
    switch name {
    case "visit": Phrase(zh: "次", en: "")
    case "proposal": Phrase(zh: "份", en: "")
    default: Phrase(zh: "家", en: "")
    }
  }
}
