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
      .init("− 接触中预计", "− contacts in progress", .money(streams.inProgress)),
      .init("− 通常的其他业务", "− a usual month's other business", .money(streams.other)),
    ]
    let less = Phrase(
      zh: "目标 − 本期已成交 − 在途预计 − 老客户续购预计 − 接触中预计 − 通常的其他业务",
      en:
        "target − achieved − open deals − repeats − contacts in progress − a usual month's other "
        + "business")
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
      repeats(streams.repeats), inProgress(streams.inProgress), other(streams.other),
      Explanation(
        "streams.gap", Phrase(zh: "新客户要补的缺口", en: "The gap that new customers must fill"),
        Phrase(zh: "\(less.chinese)，至少为 0", en: "\(less.english), 0 at least"), parts,
        gives: .money(streams.gap), from: rows),
      Explanation(
        "streams.surplus", Phrase(zh: "超出目标的部分", en: "What exceeds the target"),
        Phrase(
          zh: "已成交 + 各项预计 − 目标，至少为 0", en: "achieved + all that is expected − target, 0 at least"),
        parts,
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

  private var day: Day { plan.outlook.end }

  private func openPipeline(_ amount: Money) -> Explanation {
    Explanation(
      "streams.openPipeline",
      Phrase(zh: "在途商机到 \(day) 的预计", en: "Expected of open deals by \(day)"),
      Phrase(
        zh: "Σ 到期末赢单的机会 × 金额 × 修正；机会取自同龄商机每天赢单与输单的次数",
        en:
          "Σ chance to win by the end × amount × correction; the chance from how often, each day, deals "
          + "of that age were won and lost"),
      plan.openDeals.map { open in
        let name = open.deal.id.map { "\($0) \(open.deal.customer)" } ?? open.deal.customer
        let chance = open.chance.map(Digits.percent) ?? "?"
        return .init(
          Phrase(same: name),
          Phrase(
            same: "\(chance) × \(Digits.money(open.deal.amount)) → \(Digits.money(open.expected))"))
      }, gives: .money(amount), from: sources.pipelineRows)
  }

  private func repeats(_ amount: Money) -> Explanation {
    Explanation(
      "streams.repeat",
      Phrase(zh: "老客户到 \(day) 的续购预计", en: "Expected of repeat orders by \(day)"),
      Phrase(
        zh: "Σ 到期末的预计订单数 × 平均单额 × 修正；订单数取自等了同样久的客户每天下单的次数；"
          + "有在途商机的客户不重复计",
        en:
          "Σ orders expected by the end × mean order × correction; orders from how often, each day, "
          + "customers who had waited as long ordered; those with an open deal are not counted twice"
      ),
      inputs(plan.outlook.customers), gives: .money(amount), from: sources.repeatRows)
  }

  private func inProgress(_ amount: Money) -> Explanation {
    Explanation(
      "streams.inProgress",
      Phrase(zh: "接触中客户到 \(day) 的首单预计", en: "Expected of contacts in progress by \(day)"),
      Phrase(
        zh: "Σ 到期末首单的机会 × 平均单额 × 修正；机会取自接触后等了同样久的客户每天首单的次数",
        en:
          "Σ chance of a first order by the end × mean order × correction; the chance from how often, "
          + "each day, contacts of that age ordered"),
      inputs(plan.outlook.contacts), gives: .money(amount), from: sources.lagRows)
  }

  private func other(_ amount: Money) -> Explanation {
    Explanation(
      "streams.other",
      Phrase(zh: "通常一个月的其他业务", en: "A usual month's other business"),
      Phrase(
        zh: "没有别的可预计时：通常月业绩 × 其权重 × 剩余工作日的份额；否则为 0",
        en:
          "where nothing else can be expected: a usual month × its weight × the share of working days "
          + "left; else nothing"), gives: .money(amount), from: sources.repeatRows)
  }

  private func inputs(_ customers: [CustomerOutlook]) -> [Explanation.Input] {
    customers.filter { $0.expected > .zero }.map { customer in
      .init(
        Phrase(same: customer.customer),
        Phrase(
          same: Digits.decimal(customer.expectedOrders, places: 2) + " → "
            + Digits.money(customer.expected)))
    }
  }
}
