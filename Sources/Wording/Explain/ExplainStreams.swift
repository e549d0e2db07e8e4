import Phrases
import SalesMethod

extension Explainer {
  /// Where the target comes from, part by part; the parts add up to it.
  var streams: [Explanation] {
    guard let streams = plan.streams else { return [] }
    let rows = sources.targetRows + sources.achievedRows + sources.pipelineRows + sources.repeatRows
    let parts: [Explanation.Input] = [
      .init("目标", "target", .money(streams.target)),
      .init("− 本期已成交", "− achieved", .money(streams.achieved)),
      .init("− 在途预计", "− open deals", .money(streams.openPipeline)),
      .init("− 续购预计", "− repeats", .money(streams.repeats)),
    ]
    let less = Phrase(
      zh: "目标 − 本期已成交 − 在途预计 − 老客户续购预计", en: "target − achieved − open deals − repeats")
    return [
      Explanation(
        group: "streams", Phrase(zh: "目标由什么构成", en: "What the target is made of"), less, parts,
        result: streams.surplus > .zero
          ? Phrase(
            zh: "超出 \(Digits.money(streams.surplus))", en: "\(Digits.money(streams.surplus)) over")
          : Phrase(
            zh: "缺口 \(Digits.money(streams.gap))", en: "a gap of \(Digits.money(streams.gap))"),
        from: rows),
      target(streams.target), achieved(streams.achieved), openPipeline(streams.openPipeline),
      repeats(streams.repeats),
      Explanation(
        "streams.gap", Phrase(zh: "新客户要补的缺口", en: "The gap that new customers must fill"),
        Phrase(zh: "\(less.chinese)，至少为 0", en: "\(less.english), 0 at least"), parts,
        gives: .money(streams.gap), from: rows),
      Explanation(
        "streams.surplus", Phrase(zh: "超出目标的部分", en: "What exceeds the target"),
        Phrase(
          zh: "已成交 + 在途预计 + 续购预计 − 目标，至少为 0",
          en: "achieved + open deals + repeats − target, 0 at least"), parts,
        gives: .money(streams.surplus), from: rows),
    ]
  }

  private var amountGoals: [Goal] { plan.goals.map(\.goal).filter { $0.metric == .amount } }

  private func target(_ target: Money) -> Explanation {
    Explanation(
      "streams.target", Phrase(zh: "本期目标", en: "The target of the period"),
      Phrase(
        zh: "恰为本期的金额目标；没有则为本期之内各目标之和；再没有则取较长目标按工作日分摊的部分",
        en:
          "the amount goal for exactly this period; else the sum of the goals within it; else the "
          + "share, by working days, of a longer goal"),
      amountGoals.map { goal in
        .init(
          Phrase(same: goal.id),
          Phrase(
            same: "\(goal.start)..\(goal.end) "
              + Digits.money(Money(hundredths: goal.targetHundredths))))
      }, gives: .money(target), from: sources.targetRows)
  }

  private func achieved(_ amount: Money) -> Explanation {
    let orders = sources.ordersOfPeriod
    return Explanation(
      "streams.achieved", Phrase(zh: "本期已成交", en: "Achieved in the period"),
      Phrase(
        zh: "本期内、计划日之前的订单，减去退货", en: "orders of the period before the day of planning, less returns"
      ),
      [
        .init("订单", "orders", .count(orders.count { $0.amount > .zero })),
        .init("退货", "returns", .count(orders.count { $0.amount < .zero })),
      ], gives: .money(amount), from: sources.achievedRows)
  }

  private func openPipeline(_ amount: Money) -> Explanation {
    Explanation(
      "streams.openPipeline", Phrase(zh: "在途预计", en: "Expected of open deals"),
      Phrase(
        zh: "Σ 期内成交概率 × 金额；概率取自该商机或其阶段，并随商机已开时间与历史周期调整",
        en:
          "Σ chance within the period × amount; the chance of the deal or its stage, adjusted to how "
          + "long it has been open"),
      plan.openDeals.map { open in
        let name = open.deal.id.map { "\($0) \(open.deal.customer)" } ?? open.deal.customer
        return .init(
          Phrase(same: name),
          Phrase(
            same: "\(Digits.percent(open.chanceInPeriod)) × \(Digits.money(open.deal.amount))"))
      }, gives: .money(amount), from: sources.pipelineRows)
  }

  private func repeats(_ amount: Money) -> Explanation {
    Explanation(
      "streams.repeat", Phrase(zh: "老客户续购预计", en: "Expected of repeat orders"),
      Phrase(
        zh: "Σ 期内续购概率 × 该客户平均单额；概率 =（G(α+h) − G(α)）÷（1 − G(α)），G 为下单间隔，"
          + "α 为距上次下单的天数，h 为到期末的天数；有在途商机的客户不重复计",
        en:
          "Σ chance of an order in the period × the customer's mean order; chance = (G(α+h) − G(α)) ÷ "
          + "(1 − G(α)), G the gaps between orders, α the days since the last, h the days to the end; "
          + "customers with an open deal are not counted twice"),
      plan.repeatOrders.filter { $0.chanceInPeriod > 0 }.map { repeated in
        .init(
          Phrase(same: repeated.customer),
          Phrase(
            same: Digits.percent(repeated.chanceInPeriod) + " × "
              + Digits.money(Money(hundredths: repeated.size.rounded))))
      }, gives: .money(amount), from: sources.repeatRows)
  }
}
