package import Phrases
package import SalesMethod

extension ManagerMessage: Worded {
  package func text(in language: Language) -> String {
    ([shortOfTime, possible, chance].compactMap { $0 } + [wayOut]).map { $0.text(in: language) }
      .joined(separator: language.say(zh: "", en: " "))
  }

  /// What the target takes, and what there is.
  private var shortOfTime: Phrase {
    let utilisation = hours.utilisation.map { Digits.percent($0.double) } ?? "—"
    let (needed, available) = (hours.needed.hoursText, hours.available.hoursText)
    let missing = shortfall.missing.hoursText
    return Phrase(
      zh: "按目前的转化率，目标 \(target) 需要 \(needed) 小时，本期可用 \(available) 小时（\(utilisation)），"
        + "缺 \(missing) 小时。",
      en:
        "At the present conversion rates the target of \(target) takes \(needed) \(needed == "1" ? "hour" : "hours"); the period "
        + "has \(available) (\(utilisation)), \(missing) \(missing == "1" ? "hour" : "hours") too few."
    )
  }

  private var possible: Phrase {
    let (customers, largest) = (shortfall.feasibleCustomers, shortfall.largestFeasibleTarget)
    return Phrase(
      zh: "现有时间最多完成 \(feasibleContacts) 个首次接触、\(customers) 位新客户，可行目标为 \(largest)，"
        + "还差 \(shortfall.missingAmount)。",
      en: "What fits is \(feasibleContacts) "
        + "\(agreeing: feasibleContacts, "first contact", "first contacts") and \(customers) "
        + "\(agreeing: customers, "new customer", "new customers"): a feasible target of "
        + "\(largest), \(shortfall.missingAmount) short.")
  }

  private var chance: Phrase? {
    probability.map(Digits.chance).map {
      Phrase(
        zh: "照此执行，到期末达成原目标的把握为 \($0)。",
        en: "Done that way, the chance to reach the full target by the period’s end is \($0).")
    }
  }

  /// The changes of which any one is enough, or that none is.
  private var wayOut: Phrase {
    let helpful = shortfall.levers.filter(\.closes)
    guard !helpful.isEmpty else {
      return Phrase(
        zh: "任何单项调整都不足以解决，需要调整目标或同时改变几项。",
        en: "No single change is enough: change the target, or several things at once.")
    }
    func joined(_ language: Language) -> String {
      helpful.map { $0.text(in: language) }.joined(separator: language.say(zh: "；", en: "; "))
    }
    return Phrase(
      zh: "任选一项即可解决：\(joined(.chinese))。", en: "Any one of these would do: \(joined(.english)).")
  }
}
