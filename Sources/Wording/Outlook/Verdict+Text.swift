package import Phrases
package import SalesMethod

extension Verdict.Standing: Worded {
  /// The one word for a plan.
  ///
  ///     Verdict.Standing.tooLate.text(in: .chinese)  // "来不及"
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.overCapacity, .chinese): "超负荷"
    case (.overCapacity, .english): "over capacity"
    case (.cannotSay, .chinese): "无法判断"
    case (.cannotSay, .english): "cannot say"
    case (.tooLate, .chinese): "来不及"
    case (.tooLate, .english): "too late"
    case (.atRisk, .chinese): "有风险"
    case (.atRisk, .english): "at risk"
    case (.onTrack, .chinese): "可行"
    case (.onTrack, .english): "on track"
    }
  }
}

extension Verdict.Reason: Worded {
  /// Why, with its number.
  package func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    switch self {
    case .hours(let needed, let available):
      Phrase(
        zh: "需要 \(needed.hoursText) 小时，可用 \(available.hoursText) 小时",
        en: "\(needed.hoursText) hours needed, \(available.hoursText) available")
    case .unsaid(let chance): Phrase(chance)
    case .chance(let chance):
      Phrase(
        zh: "期末前达成的把握 \(Digits.percent(chance))",
        en: "chance to reach it by the end \(Digits.percent(chance))")
    case .load(let load):
      Phrase(
        zh: "时间已用 \(Digits.percent(load.double))",
        en: "\(Digits.percent(load.double)) of the hours are taken")
    case .reached: Phrase(zh: "已达成目标", en: "the target is won already")
    }
  }
}

extension Verdict.Help: Worded {
  /// What would help most.
  package func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    switch self {
    case .lever(let lever): Phrase(lever)
    case .win(let deal, let chance):
      Phrase(
        zh: "赢下 \(deal.customer) 的商机（\(deal.amount)）：把握到 \(Digits.percent(chance))",
        en:
          "win the deal of \(deal.customer) (\(deal.amount)): the chance becomes \(Digits.percent(chance))"
      )
    case .contacts(let count, let chance):
      Phrase(
        zh: "多做 \(count: count) 次首次接触：把握到 \(Digits.percent(chance))",
        en:
          "\(count: count, "first contact more", "first contacts more"): the chance becomes \(Digits.percent(chance))"
      )
    }
  }
}

extension Verdict: Worded {
  /// The word, its reason, and what helps most.
  package func text(in language: Language) -> String {
    let isChinese = language == .chinese
    let first = standing.text(in: language) + (isChinese ? "：" : ": ") + reason.text(in: language)
    return first
      + (help.map { (isChinese ? "；最有用：" : "; most helpful: ") + $0.text(in: language) } ?? "")
  }
}
