package import Phrases
package import SalesMethod

extension ManagerMessage: Worded {
  package func text(in language: Language) -> String {
    language == .chinese ? chinese : english
  }

  private var utilisation: String {
    hours.utilisation.map { Digits.percent($0.double) } ?? "—"
  }

  private var helpful: [Lever] { shortfall.levers.filter(\.closes) }

  private var chinese: String {
    var text =
      "按目前的转化率，目标 \(Digits.money(target)) 需要 \(hours.needed.hoursText) 小时，"
      + "本期可用 \(hours.available.hoursText) 小时（\(utilisation)），"
      + "缺 \(shortfall.missing.hoursText) 小时。现有时间最多完成 \(feasibleContacts) 个首次接触、"
      + "\(shortfall.feasibleCustomers) 位新客户，可行目标为 \(Digits.money(shortfall.largestFeasibleTarget))，"
      + "还差 \(Digits.money(shortfall.missingAmount))。"
    if let probability {
      text += "照此执行，到期末达成原目标的把握为 \(Digits.percent(probability))。"
    }
    text +=
      helpful.isEmpty
      ? "任何单项调整都不足以解决，需要调整目标或同时改变几项。"
      : "任选一项即可解决：" + helpful.map { $0.text(in: .chinese) }.joined(separator: "；") + "。"
    return text
  }

  private var english: String {
    var text =
      "At the present conversion rates the target of \(Digits.money(target)) takes "
      + "\(hours.needed.hoursText) hours; the period has \(hours.available.hoursText) "
      + "(\(utilisation)), \(shortfall.missing.hoursText) hours too few. What fits is "
      + "\(feasibleContacts) first contacts and \(shortfall.feasibleCustomers) new customers: "
      + "a feasible target of \(Digits.money(shortfall.largestFeasibleTarget)), "
      + "\(Digits.money(shortfall.missingAmount)) short."
    if let probability {
      text +=
        " Done that way, the chance to reach the full target by the period’s end is "
        + "\(Digits.percent(probability))."
    }
    text +=
      helpful.isEmpty
      ? " No single change is enough: change the target, or several things at once."
      : " Any one of these would do: "
        + helpful.map { $0.text(in: .english) }.joined(separator: "; ") + "."
    return text
  }
}
