package import Phrases
package import SalesMethod

extension PlanNote.Part: Worded {
  package func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    switch self {
    case .goal: Phrase(zh: "目标", en: "goals")
    case .customers: Phrase(zh: "客户分类", en: "customer classes")
    case .openPipeline: Phrase(zh: "在途商机", en: "open deals")
    case .repeatOrders: Phrase(zh: "续购", en: "repeat orders")
    case .attention: Phrase(zh: "关注度", en: "attention")
    case .collections: Phrase(zh: "回款", en: "collections")
    case .authority: Phrase(zh: "由联系人推断的决策能力", en: "power to decide from contacts")
    }
  }

  /// What the plan would show with the table.
  ///
  ///     PlanNote.Part.goal.gain.english  // "with one, the plan works back from the target"
  var gain: Phrase {
    switch self {
    case .goal: Phrase(zh: "有了它才能由目标倒推", en: "with one, the plan works back from the target")
    case .customers:
      Phrase(zh: "有了它才能排出先跟谁", en: "with one, the plan says whom to see first")
    case .openPipeline:
      Phrase(
        zh: "有了它才知道在途商机到期末能来多少",
        en: "with one, the plan says what open deals bring by the period’s end")
    case .repeatOrders:
      Phrase(
        zh: "有了它才知道已成交多少、老客户到期末能来多少",
        en: "with one, the plan says what is sold and what customers bring by the period’s end")
    case .attention:
      Phrase(
        zh: "有了它才看得出时间花得对不对", en: "with one, the plan says whether time goes where the money is")
    case .collections:
      Phrase(zh: "有了它才能检查回款目标", en: "with one, goals of collections can be checked")
    case .authority:
      Phrase(zh: "有了它才能由职务推断谁说了算", en: "with one, the plan reads from roles who decides")
    }
  }
}
