package import Phrases
package import SalesMethod

extension Verdict.Standing: Worded {
  package func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    switch self {
    case .overCapacity: Phrase(zh: "超负荷", en: "over capacity")
    case .cannotSay: Phrase(zh: "无法判断", en: "cannot say")
    case .tooLate: Phrase(zh: "来不及", en: "too late")
    case .atRisk: Phrase(zh: "有风险", en: "at risk")
    case .onTrack: Phrase(zh: "可行", en: "on track")
    }
  }
}

extension Verdict.Reason: Worded {
  package func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    switch self {
    case .hours(let needed, let available):
      Phrase(
        zh: "工作要 \(needed.hoursText) 小时，只有 \(available.hoursText) 小时",
        en: "the work takes \(needed.hoursText) h, there are \(available.hoursText) h")
    case .unsaid(let chance): Phrase(chance)
    case .chance(let chance):
      Phrase(
        zh: "到期末达成目标的把握为 \(Digits.chance(chance))",
        en: "the chance to reach the target by the period’s end is \(Digits.chance(chance))")
    case .load(let load):
      Phrase(
        zh: "工作已占可用时间的 \(Digits.percent(load.double))，没有余地",
        en: "the work fills \(Digits.percent(load.double)) of the hours: there is no slack")
    case .reached: Phrase(zh: "目标已经达成", en: "the target is reached already")
    }
  }
}

extension Verdict.Help: Worded {
  package func text(in language: Language) -> String { phrase().text(in: language) }

  /// What would help most, with a customer's name for its id.
  ///
  ///     help.phrase { names[$0] ?? $0 }.english
  ///     // "win the deal of Spruce Ltd (120,000): the chance becomes 61%"
  package func phrase(naming name: (String) -> String = { $0 }) -> Phrase {
    switch self {
    case .lever(let lever):
      Phrase(zh: "单改这一项就够：\(lever)", en: "this change alone would do: \(lever)")
    case .win(let deal, let chance):
      Phrase(
        zh: "先拿下\(name(deal.customer))的商机（\(deal.amount)）：到期末的把握变为 \(Digits.chance(chance))",
        en:
          "win the deal of \(name(deal.customer)) (\(deal.amount)): the chance by the period’s end "
          + "becomes \(Digits.chance(chance))")
    case .contacts(let count, let chance):
      Phrase(
        zh: "再多 \(count: count) 个首次接触：到期末的把握变为 \(Digits.chance(chance))",
        en:
          "\(count: count, "more first contact", "more first contacts"): the chance by the period’s "
          + "end becomes \(Digits.chance(chance))")
    case .talk(let even):
      Phrase(
        zh: "剩下的工作改变不了结果：有五成把握做到的是 \(even)，带着这个数和经理谈目标",
        en:
          "no work that is left changes this: \(even) has an even chance; talk about the target with "
          + "that number")
    }
  }
}

extension Verdict: Worded {
  package func text(in language: Language) -> String { phrase().text(in: language) }

  /// The standing with its reason and what would help, one sentence.
  ///
  ///     verdict.phrase().english
  ///     // "over capacity: the work takes 256 h, there are 76 h; this change alone would do: …"
  package func phrase(naming name: (String) -> String = { $0 }) -> Phrase {
    guard let help = help?.phrase(naming: name) else {
      return Phrase(zh: "\(standing)：\(reason)", en: "\(standing): \(reason)")
    }
    return Phrase(zh: "\(standing)：\(reason)。\(help)", en: "\(standing): \(reason); \(help)")
  }
}
