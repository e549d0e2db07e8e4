package import Phrases
package import SalesMethod

extension LagReport: Worded {
  /// What the half-way day means, in one sentence.
  package func text(in language: Language) -> String {
    let median = Digits.decimal(lag.median, places: 1)
    guard let day = lastStartForHalf else {
      return language == .chinese
        ? "从首次接触到成交的中位数为 \(median) 天" : "the median from first contact to order is \(median) days"
    }
    let next = end.adding(days: 1)
    switch language {
    case .chinese:
      return "从首次接触到成交的中位数为 \(median) 天：\(day.month) 月 \(day.dayOfMonth) 日后新接触的客户，"
        + "即使最终成交，过半也要到 \(next.month) 月或以后"
    case .english:
      return "the median from first contact to order is \(median) days: of customers first met "
        + "after \(day), more than half of those who buy will buy after \(end)"
    }
  }
}
