import Phrases
import SalesMethod

extension Explainer {
  /// What a tenth more of each factor changes, in the end.
  var sensitivity: [Explanation] {
    guard let forecast = plan.forecast else { return [] }
    let rows = sources.conversionRows + sources.factorRows
    return forecast.sensitivity.flatMap { change -> [Explanation] in
      let factor = Phrase(change.factor)
      let title = Phrase(zh: "\(factor)提高 10% 的影响", en: "What 10 % more of \(factor) changes")
      let key = "workload.sensitivity.\(Self.name(of: change.factor))"
      return [
        Explanation(
          "\(key).amount", title,
          Phrase(
            zh: "首次接触 × 转化率 × 每客价值 × 10%",
            en: "first contacts × conversion × worth of a customer × 10 %"),
          gives: .money(change.amount), from: rows),
        Explanation(
          "\(key).hours", title,
          change.factor == .developed
            ? Phrase(zh: "漏斗用时 × 10%", en: "time of the funnel × 10 %")
            : Phrase(zh: "不增加用时", en: "it takes no more hours"),
          gives: .hours(change.time), from: rows),
        Explanation(
          "\(key).probability", title,
          Phrase(
            zh: "该因素提高 10% 后，缺口最终补上的概率 − 现在的概率",
            en: "the chance that the gap is filled in the end with 10 % more of it − the chance now"
          ),
          gives: .number(change.probability), from: rows),
      ]
    }
  }

  /// The name of a factor in the plan as data.
  static func name(of factor: Factor) -> String {
    factor == .repeats ? "repeat" : factor.rawValue
  }
}
