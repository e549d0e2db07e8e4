package import Phrases
package import SalesMethod

extension LagReport: Worded {
  /// What the half-way day means, in one sentence.
  package func text(in language: Language) -> String {
    let median = Digits.decimal(lag.median, places: 1)
    let middle = Phrase(
      zh: "从首次接触到成交的中位数为 \(median) 天",
      en: "the median from first contact to order is \(median) \(median == "1" ? "day" : "days")")
    guard let day = lastStartForHalf else { return middle.text(in: language) }
    let next = end.adding(days: 1)
    return language.say(
      zh: "\(middle)：\(day.month) 月 \(day.dayOfMonth) 日后新接触的客户，即使最终成交，"
        + "过半也要到 \(next.month) 月或以后",
      en:
        "\(middle): of customers first met after \(day), more than half of those who buy will buy "
        + "after \(end)")
  }
}
