import Diagnostics
import Phrases
import SalesMethod

/// The goals of a month as a table in YAML: decided by a person, or worked out and said to be.
struct WrittenGoals {
  let period: Period
  let language: Language
  let currency: String

  /// One goal.
  struct Entry {
    let owner: String
    /// In units of money; nil where nothing is known yet.
    let target: Int?
    /// What it was worked out from; nil where a person decided.
    let proposal: ProposedTarget?
  }

  /// The file's text.
  func text(_ entries: [Entry]) -> String {
    entries.map(entry).joined(separator: "\n")
  }

  private func entry(_ entry: Entry) -> String {
    guard let target = entry.target else { return "" }
    let comment = entry.proposal.map(comment) ?? ""
    return comment
      + lines(entry.owner, target: String(target), proposed: entry.proposal != nil)
      .map { $0 + "\n" }.joined()
  }

  private func lines(_ owner: String, target: String, proposed: Bool) -> [String] {
    let unit = currency == "CNY" && language == .chinese ? "元" : currency
    let why = Self.reason(in: language)
    var lines = [
      "- id: \(yamlQuoted("\(period)-\(owner)"))", "  owner: \(yamlQuoted(owner))",
      "  dimension: performance", "  metric: amount", "  target: \(target)", "  unit: \(unit)",
      "  start: \(period.range.start)", "  end: \(period.range.end)",
    ]
    lines +=
      proposed ? ["  why: \(yamlQuoted(why))", "  proposed: yes"] : ["  why:", "  proposed: no"]
    return lines
  }

  /// What stands as the reason of a goal that was worked out.
  static func reason(in language: Language) -> String {
    language.say(zh: "近几个月的平均水平，待定", en: "the average of the months before; to be decided")
  }

  private func comment(_ proposal: ProposedTarget) -> String {
    let months = proposal.months.map {
      "\($0.range.start.description.prefix(7)) \(amount($0.sold))"
    }
    let list = months.joined(separator: language == .chinese ? "，" : ", ")
    let mean = amount(proposal.mean)
    return said(
      zh: "按\(proposal.isOfDeals ? "赢单" : "订单")推算：\(list)；平均 \(mean)，往上取整。",
      en:
        "Worked out from \(proposal.isOfDeals ? "deals won" : "orders"): \(list); \(mean) on average, rounded up."
    )
      + said(zh: "定下来就改 target，删去 proposed。", en: "Decide: set the target and take “proposed” out.")
  }

  /// An amount in whole units.
  private func amount(_ money: Money) -> String {
    let units = money.hundredths / 100
    return Phrase(zh: "\(count: units)", en: "\(count: units)").text(in: language)
  }

  private func said(zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>) -> String {
    "# " + Phrase(zh: chinese, en: english).text(in: language) + "\n"
  }
}
