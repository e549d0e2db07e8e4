import Phrases
import SalesMethod

/// How far what comes may be from what is expected, the chance, and what past months said.
extension Explainer {
  private static let method = Phrase(
    zh: "每个商机、老客户、接触各按其机会，金额精确卷积，再乘以月与月之间的起伏",
    en:
      "every deal, customer and contact by its chance, the amounts added exactly, then spread by how "
      + "months differ")

  /// The amounts not exceeded, the intervals and the chance.
  var spread: [Explanation] {
    let outlook = plan.outlook
    let quantiles = outlook.quantiles.map { quantile in
      let share = Digits.percent(quantile.share)
      return Explanation(
        "outlook.quantiles.\(Digits.decimal(quantile.share, places: 2))",
        Phrase(
          zh: "到 \(end) 的业绩有 \(share) 的可能不超过",
          en: "Not exceeded by \(end) with a chance of \(share)"),
        Self.method, gives: .money(quantile.amount))
    }
    return quantiles + interval(80, outlook.interval80) + interval(50, outlook.interval50) + chance
  }

  private func interval(_ percent: Int, _ ends: (low: Money, high: Money)?) -> [Explanation] {
    guard let ends else { return [] }
    let edge = (100 - percent) / 2
    return [
      Explanation(
        "outlook.interval\(percent)",
        Phrase(
          zh: "到 \(end)，\(percent)% 的可能落在哪里",
          en: "Where it falls by \(end) with a chance of \(percent)%"),
        Phrase(
          zh: "从 \(edge)% 到 \(100 - edge)% 的分位",
          en: "from the \(edge)% to the \(100 - edge)% quantile"),
        gives: .list([.money(ends.low), .money(ends.high)], joiner: " – "))
    ]
  }

  private var chance: [Explanation] {
    let outlook = plan.outlook
    guard let chance = outlook.chance, let target = outlook.target else { return [] }
    let title = Phrase(zh: "到 \(end) 达成目标的把握", en: "The chance to reach the target by \(end)")
    let inputs: [Explanation.Input] = [
      .init(zh: "目标", en: "target", .money(target)),
      .init(zh: "已成交", en: "sold so far", .money(outlook.won)),
    ]
    guard case .said(let said) = chance else {
      return [
        Explanation(
          "outlook.noChance", title,
          Phrase(
            zh: "至少有 \(ChanceRecord.leastMonths) 个月可以回头检验，并且不比只报平均达成率差，才给出把握",
            en:
              "said only where \(ChanceRecord.leastMonths) past months could be tested and chances were "
              + "no worse than always naming the share reached"),
          inputs, gives: .word(chance.missingReason ?? "", Phrase(chance)))
      ]
    }
    return [
      Explanation(
        "outlook.chance", title,
        Phrase(
          zh: "到期末的业绩不低于目标的概率；\(Self.method)",
          en: "the chance that what comes by then is at least the target; \(Self.method)"),
        inputs, gives: .share(said),
        changes: [outlook.chanceRemark, plan.help].compactMap { $0 })
    ]
  }

  /// What was said in past months, and what came.
  var record: [Explanation] {
    let (record, own) = (plan.outlook.record, plan.outlook.ownRecord)
    let rule = Phrase(
      zh: "过去最多 6 个整月，各按当月第一天所知重算一遍，再与当月结果对照",
      en:
        "up to six whole months, each computed again from what was known on its first day, beside "
        + "what came")
    func one(_ key: String, _ title: Phrase, _ value: ExplainedValue) -> Explanation {
      Explanation("outlook.record.\(key)", title, rule, gives: value)
    }
    let reached = record.entries.count { $0.isReached }
    var list = [
      Explanation(
        group: "outlook.record",
        Phrase(zh: "过去各月的说法与结果", en: "What past months said, and what came"),
        rule,
        result: plan.outlook.chanceRemark
          ?? Phrase(
            zh: "说过 \(record.entries.count) 次，达成 \(reached) 次",
            en: "said \(record.entries.count) times, reached \(reached)")),
      one("months", Phrase(zh: "检验过的月份", en: "Months tested"), .count(record.months)),
      one(
        "said", Phrase(zh: "其中说过把握的（每人每月一次）", en: "Chances said, one for each person and month"),
        .count(record.entries.count)),
      one("reached", Phrase(zh: "其中达成的", en: "Of them reached"), .count(reached)),
    ]
    list += scores(record, one)
    for band in ChanceBand.all(of: record) where band.said > 0 {
      let name = Phrase(same: "\(band.fromPercent)–\(band.toPercent)%")
      list += [
        one(
          "bands.\(band.name).said",
          Phrase(zh: "说过 \(name) 的月份", en: "Months in which \(name) was said"),
          .count(band.said)),
        one(
          "bands.\(band.name).reached",
          Phrase(zh: "说过 \(name) 且达成的", en: "Of those with \(name), reached"),
          .count(band.reached)),
      ]
    }
    list += [
      one("own.said", Phrase(zh: "本人的月份", en: "The person’s own months"), .count(own.count)),
      one(
        "own.reached", Phrase(zh: "本人达成的月份", en: "The person’s own months reached"),
        .count(own.count { $0.isReached })),
    ]
    if let says = plan.outlook.chanceRemark {
      list.append(
        one("says", Phrase(zh: "把握旁边的一行", en: "The line beside the chance"), .sentence(says)))
    }
    return list
  }

  private func scores(
    _ record: ChanceRecord, _ one: (String, Phrase, ExplainedValue) -> Explanation
  ) -> [Explanation] {
    guard let brier = record.brier, let share = record.brierOfShare else { return [] }
    return [
      one(
        "brier", Phrase(zh: "把握与结果相差的平方，平均（0 最好）", en: "Chance less outcome, squared, on average"),
        .number(brier)),
      one(
        "brierOfShare",
        Phrase(zh: "只报平均达成率时的同一数", en: "The same of always naming the share reached"),
        .number(share)),
    ]
  }

  /// What past months came to, of all persons judged together.
  private var pastSums: [Explanation.Input] {
    let adjustment = plan.outlook.adjustment
    func sum(_ hundredths: Double) -> ExplainedValue { .money(.wholeUnits(hundredths)) }
    return [
      .init(zh: "Σ 实际", en: "Σ actual", sum(adjustment.actual)),
      .init(
        zh: "Σ 预计（修正前）", en: "Σ expected (before any correction)", sum(adjustment.expected)),
      .init(zh: "月份", en: "months", .count(adjustment.months)),
      .init(zh: "其中有平常月份的", en: "of them with a usual month", .count(adjustment.withUsual)),
    ]
  }

  private var scaleInputs: [Explanation.Input] {
    let outlook = plan.outlook
    return [
      .init(zh: "偏差", en: "bias", .number(outlook.adjustment.bias)),
      .init(zh: "平常月份的分量", en: "weight of a usual month", .number(outlook.adjustment.blend)),
    ]
      + (outlook.usualMonth.map { [.init(zh: "平常月份", en: "usual month", .money($0))] } ?? []) + [
        .init(
          zh: "剩余工作日占比", en: "share of working days left", .share(outlook.scaleBasis.share)),
        .init(
          zh: "修正前的预计", en: "expected before any correction",
          .money(.wholeUnits(outlook.scaleBasis.expected))),
      ]
  }

  /// What past months taught.
  var adjustment: [Explanation] {
    let outlook = plan.outlook
    let adjustment = outlook.adjustment
    func one(_ key: String, _ title: Phrase, _ formula: Phrase, _ value: Double) -> Explanation {
      Explanation(
        "outlook.adjustment.\(key)", title, formula, pastSums, gives: .number(value))
    }
    let usual = outlook.usualMonth.map { usual in
      Explanation(
        "outlook.usualMonth", Phrase(zh: "平常月份的业绩", en: "A usual month"),
        Phrase(
          zh: "本月之前二至六个整月的平均", en: "the mean of the two to six whole months before"),
        gives: .money(usual))
    }
    return [
      Explanation(
        "outlook.adjustment.months", Phrase(zh: "学自几个月", en: "Months learned from"),
        Phrase(zh: "可以回头检验的月份；0 表示都是假定", en: "months that could be tested; 0: assumptions"),
        gives: .count(adjustment.months)),
      one(
        "bias", Phrase(zh: "过去预计一元来了多少", en: "What came for each unit expected"),
        Phrase(
          zh: "（Σ 实际 + 12 个月的平均预计）÷（Σ 预计 + 同上）",
          en: "(Σ actual + 12 months’ mean expectation) ÷ (Σ expected + the same)"), adjustment.bias
      ),
      one(
        "blend", Phrase(zh: "平常月份占的分量", en: "The weight of a usual month"),
        Phrase(
          zh: "过去各月里，平常月份比预计更接近结果的程度，0 到 1",
          en: "how much nearer a usual month was to what came than the expectation, from 0 to 1"),
        adjustment.blend),
      one(
        "spread", Phrase(zh: "月与月之间的起伏", en: "How much months differ"),
        Phrase(
          zh: "机会解释不了的偏差，占预计的份额", en: "what chance does not explain, as a share of what is expected"
        ),
        adjustment.spread),
      Explanation(
        "outlook.scale", Phrase(zh: "每一元预计乘以", en: "What each unit expected is multiplied by"),
        Phrase(
          zh: "偏差 ×（1 − 分量）+ 分量 × 平常月份 × 剩余工作日占比 ÷ 修正前的预计；没有平常月份时就是偏差",
          en:
            "bias × (1 − weight) + weight × usual month × share of working days left ÷ expected before any "
            + "correction; the bias alone without a usual month"), scaleInputs,
        gives: .number(outlook.scale)), usual,
      Explanation(
        "outlook.wonDealsStandIn",
        Phrase(zh: "赢下的商机是否代替订单", en: "Whether won deals stand in for orders"),
        Phrase(zh: "本人近一年没有订单时代替", en: "they do where the person has no order within a year"),
        gives: .truth(outlook.wonDealsStandIn)),
    ].compactMap { $0 }
  }
}
