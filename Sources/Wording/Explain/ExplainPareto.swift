import Phrases
import SalesMethod

extension Explainer {
  /// How revenue is spread over the customers.
  var pareto: [Explanation] {
    guard let pareto = plan.pareto else { return [] }
    let rows = SourceRows(sources.ordersLookedAt.map(\.row))
    let lookback: [Explanation.Input] =
      sources.lookback.map { [.init(zh: "订单日期", en: "orders of", "\($0.start)..\($0.end)")] } ?? []
    func one(
      _ key: String, _ title: Phrase, _ formula: Phrase, _ value: ExplainedValue
    ) -> Explanation {
      Explanation("pareto.\(key)", title, formula, lookback, gives: value, from: rows)
    }
    return [whole(pareto, rows)]
      + [
        one(
          "base", Phrase(zh: "基数", en: "The base"),
          Phrase(zh: "各客户净额中大于零的之和", en: "the sum of the customers’ net revenues above nothing"),
          .money(pareto.base)),
        one(
          "customers", Phrase(zh: "有交易的客户", en: "Customers with a transaction"),
          Phrase(zh: "期间内有订单或退货的客户数", en: "customers with an order or a return in the time"),
          .count(pareto.entries.count)),
      ] + (pareto.hasStatement ? top(pareto, rows, one) + for80(pareto, one) : [])
      + [
        one(
          "negative.count", Phrase(zh: "净额为负的客户", en: "Customers with net returns"),
          Phrase(
            zh: "退货多于订单的客户数：不计入基数",
            en: "customers whose returns exceed their orders: not in the base"),
          .count(pareto.negativeCount)),
        one(
          "negative.sum", Phrase(zh: "净额为负之和", en: "Sum of net returns"),
          Phrase(zh: "这些客户的净额之和", en: "the sum of their revenues"), .money(pareto.negativeSum)),
        one(
          "withoutCustomer.count", Phrase(zh: "没有客户的订单", en: "Orders without a customer"),
          Phrase(
            zh: "没有写明客户的订单数：另列，不排名", en: "orders that name no customer: kept apart, not ranked"),
          .count(pareto.ordersWithoutCustomer)),
        one(
          "withoutCustomer.sum", Phrase(zh: "没有客户的金额", en: "Amount without a customer"),
          Phrase(zh: "这些订单的净额之和", en: "the sum of those orders"), .money(pareto.sumWithoutCustomer)),
      ]
  }

  /// How few customers bring 80 %.
  private func for80(
    _ pareto: Pareto, _ one: (String, Phrase, Phrase, ExplainedValue) -> Explanation
  ) -> [Explanation] {
    [
      one(
        "for80.k", Phrase(zh: "达到 80% 的客户数", en: "Customers for 80 %"),
        Phrase(
          zh: "净额从大到小累计达到基数 80% 的最少客户数", en: "the fewest, largest first, who bring 80 % of the base"
        ),
        .count(pareto.countFor80)),
      one(
        "for80.customerShare", Phrase(zh: "达到 80% 的客户占比", en: "Share of customers for 80 %"),
        Phrase(zh: "达到 80% 的客户数 ÷ 有交易的客户", en: "customers for 80 % ÷ customers with a transaction"),
        .share(Rational(pareto.countFor80, over: pareto.entries.count) ?? .zero)),
    ]
  }

  private static let topFormula = Phrase(
    zh: "净额从大到小，前 ⌈20%⌉ 的客户之和 ÷ 基数", en: "net revenue, largest first: the first ⌈20 %⌉ ÷ the base")

  private func sentence(_ pareto: Pareto) -> Phrase {
    guard pareto.hasStatement else {
      let note = PlanNote.fewCustomers(pareto.entries.count)
      return Phrase(note)
    }
    let share = Digits.percent(pareto.topShare.double)
    let (top, all) = (pareto.topCount, pareto.entries.count)
    return Phrase(
      zh: "\(all) 位中的 \(top) 位占 \(share)",
      en:
        "\(top) of \(count: all, "customer", "customers") \(agreeing: top, "brings", "bring") \(share)"
    )
  }

  private func whole(_ pareto: Pareto, _ rows: SourceRows) -> Explanation {
    let statement: [Explanation.Input] = [
      .init(zh: "正好 20% 处", en: "at exactly 20 %", .share(pareto.shareAtExactly20)),
      .init(zh: "达到 80% 的客户", en: "customers for 80 %", .count(pareto.countFor80)),
    ]
    return Explanation(
      group: "pareto", Phrase(zh: "80/20", en: "80/20"), Self.topFormula,
      [.init(zh: "基数", en: "base", .money(pareto.base))] + (pareto.hasStatement ? statement : [])
        + [
          .init(zh: "净额为负", en: "net negative", .count(pareto.negativeCount)),
          .init(zh: "无客户的订单", en: "orders without customer", .count(pareto.ordersWithoutCustomer)),
        ], result: sentence(pareto), from: rows)
  }

  private func top(
    _ pareto: Pareto, _ rows: SourceRows,
    _ one: (String, Phrase, Phrase, ExplainedValue) -> Explanation
  ) -> [Explanation] {
    let leaders: [Explanation.Input] = pareto.entries.prefix(pareto.topCount).map {
      .init(Phrase(same: $0.customer), Phrase(same: Digits.money($0.revenue)))
    }
    return [
      Explanation(
        group: "pareto.top20", Phrase(zh: "前 20% 的客户", en: "The top 20 % of customers"),
        Self.topFormula,
        leaders, result: sentence(pareto), from: rows),
      one(
        "top20.k", Phrase(zh: "前 20% 的客户数", en: "How many are the top 20 %"),
        Phrase(zh: "⌈有交易的客户 × 20%⌉", en: "⌈customers with a transaction × 20 %⌉"),
        .count(pareto.topCount)),
      Explanation(
        "pareto.top20.share", Phrase(zh: "前 20% 客户的占比", en: "The share of the top 20 %"),
        Self.topFormula, leaders + [.init(zh: "基数", en: "base", .money(pareto.base))],
        gives: .share(pareto.topShare), from: rows),
      one(
        "top20.atExactly20", Phrase(zh: "正好 20% 处的占比", en: "The share at exactly 20 %"),
        Phrase(
          zh: "客户数的 20% 不是整数时，按两位客户之间插值：不同客户数可以相比",
          en:
            "between two customers where 20 % of them is no whole number: comparable for any number"
        ),
        .share(pareto.shareAtExactly20)),
    ]
  }

  /// Whether time goes where the money comes from.
  var attention: [Explanation] {
    guard let attention = plan.attention else { return [] }
    let rows = SourceRows(sources.ordersLookedAt.map(\.row) + sources.activitiesLookedAt.map(\.row))
    let revenue = widest(attention) { $0.revenueShare }
    let mismatch = Phrase(zh: "½ Σ |收入占比 − 时间占比|", en: "½ Σ |share of revenue − share of time|")
    var list = [
      Explanation(
        group: "attention", Phrase(zh: "关注度错配", en: "Attention mismatch"), mismatch, revenue,
        result: Phrase(same: Digits.decimal(attention.mismatch, places: 4)), from: rows),
      Explanation(
        "attention.mismatch", Phrase(zh: "关注度错配", en: "Attention mismatch"), mismatch, revenue,
        gives: .number(attention.mismatch), from: rows),
    ]
    if let expected = attention.expectedMismatch {
      list.append(
        Explanation(
          "attention.mismatchExpected",
          Phrase(
            zh: "时间与到 \(end) 预计的错配", en: "Mismatch against what is expected by \(end)"),
          Phrase(
            zh: "½ Σ |到期末预计的占比 − 时间占比|",
            en: "½ Σ |share of what is expected by then − share of time|"),
          widest(attention) { $0.expectedShare ?? 0 }, gives: .number(expected), from: rows))
    }
    if let pareto = plan.pareto {
      list.append(
        Explanation(
          "attention.gini", Phrase(zh: "收入的基尼系数", en: "Gini’s coefficient of revenue"),
          Phrase(
            zh: "Σ (2i − n − 1)·xᵢ ÷ (n Σ x)，净额从小到大，负的计 0：0 为平均，接近 1 为集中",
            en:
              "Σ (2i − n − 1)·xᵢ ÷ (n Σ x), net revenues in rising order, negatives as 0: 0 is even, "
              + "towards 1 one has all"),
          [.init(zh: "客户", en: "customers", .count(pareto.entries.count))],
          gives: .number(pareto.gini),
          from: SourceRows(sources.ordersLookedAt.map(\.row))))
    }
    return list
  }

  /// The five customers whose shares differ most.
  private func widest(
    _ attention: Attention, _ share: (Attention.Entry) -> Double
  ) -> [Explanation.Input] {
    attention.entries.map { ($0.customer, share($0), $0.timeShare) }.sorted {
      (($1.1 - $1.2).magnitude, $0.0) < (($0.1 - $0.2).magnitude, $1.0)
    }.prefix(5).map {
      .init(Phrase(same: $0.0), Phrase(same: "\(Digits.percent($0.1)) − \(Digits.percent($0.2))"))
    }
  }
}
