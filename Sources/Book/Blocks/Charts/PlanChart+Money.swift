import Drawing
import Phrases
import SalesMethod
import Wording

/// Pictures of money: why last month differed, and when what is open may come.
extension PlanChart {
  /// From last month's plan to what came, factor by factor; nil without a history.
  init?(variance plan: MonthlyPlan, in language: Language) {
    guard let review = plan.review else { return nil }
    let variance = review.variance
    var reached = variance.planned.hundredths
    var rows = [
      Bars.Row(
        language.say(zh: "计划", en: "plan"), to: reached, text: Digits.money(variance.planned),
        tone: .beside)
    ]
    for (factor, effect) in zip(Factor.allCases, variance.shown) {
      let next = reached + effect.hundredths
      rows.append(
        Bars.Row(
          factor.text(in: language), from: reached, to: next,
          text: (effect > .zero ? "+" : "") + Digits.money(effect)))
      reached = next
    }
    rows.append(
      Bars.Row(
        language.say(zh: "实际", en: "actual"), to: variance.reached.hundredths,
        text: "= " + Digits.money(variance.reached), tone: .beside))
    self.init(
      title: Phrase(
        zh: "上月新客户业绩：从计划到实际", en: "Last month’s new business: from plan to actual"),
      description: Phrase(
        zh: "第一根是计划，中间四根是四个因子各多带来或少带来多少，最后一根是实际",
        en:
          "the first bar is the plan, the four between what each factor added or took, the last what came"
      ),
      bars: Bars(rows), axis: { language.short(Money(hundredths: $0)) })
  }

  /// The open deals by their expected date, from those past it to those without one.
  init?(closing plan: MonthlyPlan, in language: Language) {
    let (asOf, end) = (plan.asOf, plan.period.range.end)
    let groups: [(Phrase, (DealOutlook) -> Bool)] = [
      (Phrase(zh: "已过预计成交日", en: "past their date"), { $0.isOverdue }),
      (
        Phrase(zh: "到期末", en: "by the period’s end"),
        { deal in deal.deal.expectedClose.map { $0 >= asOf && $0 <= end } ?? false }
      ),
      (
        Phrase(zh: "期末后30天", en: "30 days after it"),
        { deal in
          deal.deal.expectedClose.map { $0 > end && $0 <= end.adding(days: 30) } ?? false
        }
      ),
      (
        Phrase(zh: "再往后", en: "later"),
        { deal in deal.deal.expectedClose.map { $0 > end.adding(days: 30) } ?? false }
      ),
      (Phrase(zh: "没有日期", en: "without a date"), { $0.deal.expectedClose == nil }),
    ]
    self.init(
      groups, of: plan,
      title: Phrase(zh: "在谈商机预计哪天成交", en: "When the open deals are expected to close"),
      in: language)
  }

  /// The open deals by the days since they were opened.
  init?(ages plan: MonthlyPlan, in language: Language) {
    let bounds = [(0, 30), (31, 60), (61, 90), (91, 180)]
    var groups: [(Phrase, (DealOutlook) -> Bool)] = bounds.map { low, high in
      (
        Phrase(zh: "\(low)–\(high) 天", en: "\(low)–\(high) days"),
        { deal in deal.age.map { $0 >= low && $0 <= high } ?? false }
      )
    }
    groups.append(
      (Phrase(zh: "180 天以上", en: "more than 180 days"), { $0.age.map { $0 > 180 } ?? false }))
    groups.append((Phrase(zh: "不知道哪天开的", en: "opened on no known day"), { $0.age == nil }))
    self.init(
      groups, of: plan,
      title: Phrase(zh: "在谈商机开了多久", en: "How long the open deals have been open"), in: language)
  }

  /// Deals in groups, those without any left out; nil where there is none.
  private init?(
    _ groups: [(Phrase, (DealOutlook) -> Bool)], of plan: MonthlyPlan, title: Phrase,
    in language: Language
  ) {
    let rows = groups.compactMap { name, isIn -> Bars.Row? in
      let deals = plan.openDeals.filter(isIn)
      guard !deals.isEmpty else { return nil }
      let amount = deals.reduce(Money.zero) { $0 + $1.deal.amount }
      let count = language.say(zh: "\(deals.count) 单", en: "\(count: deals.count, "deal", "deals")")
      return Bars.Row(
        name.text(in: language), to: amount.hundredths, text: "\(count) · \(Digits.money(amount))")
    }
    guard !rows.isEmpty else { return nil }
    self.init(
      title: title,
      description: Phrase(
        zh: "每根横条是这一组商机的金额之和", en: "each bar is what the deals of the group amount to"),
      bars: Bars(rows), axis: { language.short(Money(hundredths: $0)) })
  }
}
