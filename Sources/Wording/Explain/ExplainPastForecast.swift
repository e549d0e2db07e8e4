import Phrases
import SalesMethod

extension Explainer {
  /// The forecast of the month before, as its first day would have made it.
  var pastForecast: [Explanation] {
    guard let past = plan.pastForecast else { return [] }
    let then = Phrase(
      zh: "只用 \(past.period.range.start) 之前的记录；负责人、阶段和金额是今天的",
      en: "rows before \(past.period.range.start) only; owners, stages and amounts are today’s"
    )
    func one(
      _ key: String, _ title: Phrase, _ formula: Phrase, _ value: ExplainedValue,
      _ inputs: [Explanation.Input] = []
    ) -> Explanation {
      Explanation("pastForecast.\(key)", title, formula, inputs, gives: value)
    }
    return [
      Explanation(
        group: "pastForecast",
        Phrase(zh: "\(past.period) 期初预测与实际", en: "Forecast of \(past.period), and what came"),
        then,
        [
          .init(zh: "目标", en: "target", .money(past.target)),
          .init(zh: "实际", en: "actual", .money(past.actual)),
        ], result: Phrase(past)),
      one(
        "period", Phrase(zh: "回顾的时间", en: "The time looked back at"),
        Phrase(zh: "计划日之前的最后一个整月", en: "the last whole month before the day of planning"),
        .word(past.period.description)),
      one(
        "target", Phrase(zh: "当时的目标", en: "The target then"),
        Phrase(zh: "该月的金额目标", en: "the amount goals of that month"), .money(past.target)),
      one(
        "contacts", Phrase(zh: "当时需要的首次接触", en: "First contacts asked for then"),
        Phrase(
          zh: "由目标扣除在途与续购后倒推；\(then)",
          en: "back-solved from the target less open deals and repeats; \(then)"),
        .count(past.contacts)),
      one(
        "actual", Phrase(zh: "实际业绩", en: "What came"),
        Phrase(zh: "该月订单净额", en: "net orders of the month"), .money(past.actual)),
      one(
        "reached", Phrase(zh: "是否达成", en: "Whether it was reached"),
        Phrase(zh: "实际 ≥ 目标", en: "actual ≥ target"), .truth(past.isReached),
        [
          .init(zh: "目标", en: "target", .money(past.target)),
          .init(zh: "实际", en: "actual", .money(past.actual)),
        ]),
    ] + chances(of: past, then, one) + amounts(of: past, then, one)
  }

  private typealias MakeOne = (String, Phrase, Phrase, ExplainedValue, [Explanation.Input]) ->
    Explanation

  private func chances(of past: PastForecast, _ then: Phrase, _ one: MakeOne) -> [Explanation] {
    guard let chance = past.probabilityInPeriod else { return [] }
    return [
      one(
        "chance",
        Phrase(
          zh: "当时到 \(past.period.range.end) 达成的把握",
          en: "Chance then to reach it by \(past.period.range.end)"), then, .share(chance), [])
    ]
  }

  private func amounts(of past: PastForecast, _ then: Phrase, _ one: MakeOne) -> [Explanation] {
    let quantiles = past.quantiles.map { quantile in
      one(
        "quantiles.\(Digits.decimal(quantile.share, places: 2))",
        Phrase(
          zh: "当时以 \(Digits.percent(quantile.share)) 概率不会超过的业绩",
          en: "Amount then not to be exceeded with \(Digits.percent(quantile.share))"), then,
        .money(quantile.amount), [])
    }
    let band = past.band.map { band in
      one(
        "band", Phrase(zh: "实际落在哪两个分位之间", en: "Between which quantiles the month ended"),
        Phrase(
          zh: "不超过实际的最大分位，与超过实际的最小分位",
          en: "the last quantile at or below the actual amount, and the first above it"),
        .list([.share(band.low), .share(band.high)], joiner: " – "),
        [.init(zh: "实际", en: "actual", .money(past.actual))])
    }
    return quantiles + [band].compactMap { $0 }
  }
}
