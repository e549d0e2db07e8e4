import Phrases
import SalesMethod

extension Explainer {
  /// The month before: what was planned of new customers, and what came of it.
  var variance: [Explanation] {
    guard let review = plan.review else { return [] }
    let variance = review.variance
    let rows = sources.reviewRows(review)
    let factors: [Explanation.Input] = zip(Factor.allCases, variance.shown).map {
      .init(Phrase($0), ExplainedValue.money($1).text)
    }
    let shapley = Phrase(
      zh: "各因素的 Shapley 值，之和等于差额", en: "Shapley values of the factors: they add up")
    func one(
      _ key: String, _ title: Phrase, _ formula: Phrase, _ inputs: [Explanation.Input],
      _ value: ExplainedValue
    ) -> Explanation {
      Explanation("variance.\(key)", title, formula, inputs, gives: value, from: rows)
    }
    let product = Phrase(
      zh: "客户开发量 × 转化效率 × 单量 × 续购量", en: "developed × conversion × size × repeats")
    return [
      Explanation(
        group: "variance",
        Phrase(zh: "\(review.period) 计划与实际", en: "\(review.period): plan and actual"),
        shapley, factors + deals(review), result: ExplainedValue.money(variance.difference).text,
        from: rows),
      one(
        "period", Phrase(zh: "回顾的时间", en: "The time looked back at"),
        Phrase(zh: "计划日之前的最后一个整月", en: "the last whole month before the day of planning"), [],
        .word(review.period.description)),
      one(
        "plan", Phrase(zh: "当时计划的新客户业绩", en: "Planned of new customers"),
        Phrase(
          zh: "目标 − 当时的在途与续购预计，按当时的转化率倒推：\(product)，取整到元",
          en: "target − what was open and due again then, worked back by the rates known then: "
            + "\(product), in whole units"),
        values(variance.plan), .money(variance.planned)),
      one(
        "actual", Phrase(zh: "实际的新客户业绩", en: "Reached of new customers"),
        Phrase(
          zh: "该月首次下单的客户（不论何时接触）的净额：\(product)，取整到元",
          en: "net orders of those who first ordered in the month, whenever contacted: "
            + "\(product), in whole units"),
        values(variance.actual), .money(variance.reached)),
      one(
        "difference", Phrase(zh: "差额", en: "The difference"),
        Phrase(zh: "实际 − 计划", en: "actual − plan"),
        [
          .init(zh: "实际", en: "actual", .money(variance.reached)),
          .init(zh: "计划", en: "plan", .money(variance.planned)),
        ], .money(variance.difference)),
    ]
      + zip(Factor.allCases, variance.shown).map { factor, amount in
        one(
          "effects.\(Self.name(of: factor))", Phrase(factor),
          Phrase(
            zh: "Shapley 值：该因素从计划变为实际时业绩的变化，对各因素的所有先后次序取平均，再按最大余数取整",
            en:
              "Shapley’s value: the change as the factor goes from plan to actual, averaged over every "
              + "order of the factors, rounded by largest remainder"), factors, .money(amount))
      } + dealKeys(review, one)
  }

  private func values(_ factors: FactorValues) -> [Explanation.Input] {
    [
      .init(Phrase(Factor.developed), ExplainedValue.number(factors.developed).text),
      .init(Phrase(Factor.conversion), ExplainedValue.share(factors.conversion).text),
      .init(Phrase(Factor.dealSize), ExplainedValue.money(units: factors.dealSize).text),
      .init(Phrase(Factor.repeats), ExplainedValue.number(factors.repeats).text),
    ]
  }

  private func deals(_ review: PeriodReview) -> [Explanation.Input] {
    var deals: [Explanation.Input] = [
      .init(zh: "实际成交客户", en: "customers won", .count(review.actualDeals))
    ]
    if let expected = review.expectedDeals {
      deals.append(.init(zh: "当时预计的成交", en: "won as forecast then", .number(expected)))
    }
    if let ratio = review.actualOverExpected {
      deals.append(.init(zh: "实际 ÷ 预计", en: "actual ÷ forecast", .share(ratio)))
    }
    return deals
  }

  private func dealKeys(
    _ review: PeriodReview,
    _ one: (String, Phrase, Phrase, [Explanation.Input], ExplainedValue) -> Explanation
  ) -> [Explanation] {
    var list: [Explanation] = []
    if let expected = review.expectedDeals {
      list.append(
        one(
          "expectedDeals", Phrase(zh: "当时预计的成交", en: "Deals expected then"),
          Phrase(
            zh: "Σ 该月实际的首次接触 × 当时的转化效率 × F(月末 − 接触日)",
            en: "Σ first contacts really made × the conversion known then × F(end − day)"), [],
          .number(expected)))
    }
    list.append(
      one(
        "actualDeals", Phrase(zh: "实际成交的客户", en: "Customers won"),
        Phrase(zh: "该月首次接触并在月末前首次下单的客户", en: "first contacted and first ordering within the month"),
        [], .count(review.actualDeals)))
    if let ratio = review.actualOverExpected {
      list.append(
        one(
          "actualOverExpected", Phrase(zh: "实际 ÷ 预计", en: "Actual ÷ expected"),
          Phrase(
            zh: "实际成交 ÷ 当时预计的成交：1 为预计准确", en: "deals ÷ deals expected then: 1 is a right forecast"),
          deals(review), .number(ratio)))
    }
    return list
  }
}
