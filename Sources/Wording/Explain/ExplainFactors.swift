import Phrases
import SalesMethod

extension Explainer {
  /// The factors of results = customers developed × conversion × deal size × repeats.
  func factors() throws(MethodFailure) -> [Explanation] {
    guard let factors = plan.factors, let rates = plan.rates else { return [] }
    let developed = Explanation(
      "factors.developed", Phrase(Factor.developed),
      Phrase(
        zh: "窗口内首次接触、周期已满的客户数（都未满时：所有首次接触的）；手填时为其试验数",
        en:
          "customers first contacted in the window who are old enough (where nobody is: all of them); "
          + "the trials where rates were given"), gives: .count(rates.developed),
      from: sources.developedRows)
    return [developed] + conversion(rates) + (try orders(factors))
  }

  private func conversion(_ rates: FunnelRates) -> [Explanation] {
    let inputs = rates.rates.map { rate in
      let pair = "\(rate.working.successes)/\(rate.working.trials)"
      let source = Self.source(rate.source).text
      return Explanation.Input(
        StageName.step(rate.from, rate.to),
        Phrase(zh: "\(pair)（\(source)）", en: "\(pair) (\(source))"))
    }
    switch rates.conversion {
    case .counted(let rate): return counted(rate, inputs)
    case .composed(let share): return composed(share, rates.rates, inputs)
    }
  }

  /// Counted at once: a pair.
  private func counted(_ rate: Rate, _ inputs: [Explanation.Input]) -> [Explanation] {
    let rows = sources.conversionRows
    let title = Phrase(Factor.conversion)
    let formula = Phrase(zh: "成交客户 ÷ 首次接触的客户", en: "customers won ÷ customers first contacted")
    return [
      Explanation(
        group: "factors.conversion", title, formula, inputs,
        result: Phrase(
          same: "\(rate.successes)/\(rate.trials)"
            + (rate.share.map { " = " + Digits.percent($0.double) } ?? "")), from: rows),
      Explanation(
        "factors.conversion.successes", Phrase(zh: "成交客户", en: "Customers won"), formula, inputs,
        gives: .count(rate.successes), from: rows),
      Explanation(
        "factors.conversion.trials", Phrase(zh: "首次接触的客户", en: "Customers first contacted"),
        formula,
        inputs, gives: .count(rate.trials), from: rows),
    ]
  }

  /// The product of stages from different sources.
  private func composed(
    _ share: Rational, _ rates: [StageRate], _ inputs: [Explanation.Input]
  ) -> [Explanation] {
    let key = "factors.conversion"
    let title = Phrase(Factor.conversion)
    let formula = Phrase(
      zh: "各阶段来源不同：各阶段转化率的乘积，不是同一批客户的比例",
      en: "the stages have different sources: the product of their rates, not a share of one group")
    let rows = sources.conversionRows
    let stages = zip(rates.indices, rates).flatMap { step, rate in
      let stageRows = sources.rateRows(step)
      let working = Phrase(
        zh: "倒推用的转化率：即统计值；没有成功时为 Jeffreys 均值",
        en: "the rate to work back with: as counted; without any success, Jeffreys’ mean")
      return [
        ("successes", ExplainedValue.count(rate.working.successes)),
        ("trials", .count(rate.working.trials)), ("source", Self.source(rate.source)),
      ].map { name, value in
        Explanation(
          "\(key).stages.\(rate.from).\(name)",
          StageName.step(rate.from, rate.to), working, gives: value,
          from: stageRows)
      }
    }
    return [
      Explanation(
        group: key, title, formula, inputs,
        result: Phrase(
          zh: "乘积 \(Digits.percent(share.double))", en: "product \(Digits.percent(share.double))"),
        from: rows),
      Explanation("\(key).product", title, formula, inputs, gives: .truth(true), from: rows),
      Explanation("\(key).share", title, formula, inputs, gives: .share(share), from: rows),
    ] + stages
  }

  private func orders(_ factors: Factors) throws(MethodFailure) -> [Explanation] {
    let orders = factors.orderSizes.count
    let net = try factors.netAmount()
    let source = Explanation.Input(zh: "来源", en: "source", Self.source(factors.source))
    let counts: [Explanation.Input] =
      orders == 0
      ? [source]
      : [
        .init(zh: "订单", en: "orders", .count(orders)),
        .init(zh: "净额", en: "net amount", .money(net)),
        .init(zh: "买家", en: "buyers", .count(factors.buyersByOrders.reduce(0, +))), source,
      ]
    let rows = sources.factorRows
    return [
      Explanation(
        "factors.dealSize", Phrase(Factor.dealSize),
        Phrase(zh: "净订单金额 ÷ 订单数", en: "net order amounts ÷ orders"), counts,
        gives: .money(hundredths: factors.dealSize), from: rows),
      Explanation(
        "factors.repeat", Phrase(Factor.repeats),
        Phrase(zh: "订单数 ÷ 买家数（含首单，至少为 1）", en: "orders ÷ buyers (the first included, 1 at least)"),
        counts, gives: .number(factors.ordersPerBuyer), from: rows),
      Explanation(
        "factors.source",
        Phrase(zh: "单量与续购量的来源", en: "Where order size and repeats are taken from"),
        Phrase(
          zh: "本人满 \(Factors.leastOrders) 单用本人；一单也没有时先用手填的；否则并入团队或全体",
          en:
            "one’s own from \(Factors.leastOrders) orders on; without any, what was given by hand; else "
            + "pooled with the team’s or everybody’s"), counts, gives: Self.source(factors.source),
        from: rows),
    ]
  }
}
