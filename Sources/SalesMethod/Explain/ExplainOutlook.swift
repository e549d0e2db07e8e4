extension Planner {
  private func input(_ chinese: String, _ english: String, _ value: String) -> Explanation.Input {
    Explanation.Input(Phrase(chinese, english), Phrase(same: value))
  }

  /// The chance to reach the target.
  func forecast(_ key: String, _ plan: MonthlyPlan) -> Explanation? {
    guard let forecast = plan.forecast else { return nil }
    var inputs = [
      input("首次接触", "first contacts", "\(forecast.contacts)"),
      input("还需达成", "still to reach", Digits.money(forecast.target)),
      input("期望值", "mean", Digits.decimal(forecast.mean, places: 2)),
      input("标准差", "standard deviation", Digits.decimal(forecast.standardDeviation, places: 2)),
      input("金额网格", "grid", Digits.money(forecast.grid)),
      input("月间波动 ρ", "spread of months ρ", Digits.decimal(forecast.overdispersion.rho, places: 6)),
    ]
    inputs += forecast.quantiles.map {
      input(
        "\(Digits.percent($0.share)) 分位", "\(Digits.percent($0.share)) quantile",
        Digits.money($0.amount))
    }
    let ever = Digits.percent(forecast.probabilityEver)
    let result =
      forecast.probabilityInPeriod.map {
        Phrase(
          "期内 \(Digits.percent($0))，最终 \(ever)", "\(Digits.percent($0)) in the period, \(ever) ever"
        )
      } ?? Phrase("最终 \(ever)", "\(ever) ever")
    return Explanation(
      key, title: Phrase("达成目标的把握", "The chance to reach the target"),
      formula: Phrase(
        "成交客户数：Beta 二项分布（Jeffreys 后验）；金额：实际订单的精确卷积；不用随机数；未含单量与续购量的估计误差",
        "customers won: beta-binomial (Jeffreys’ posterior); amounts: exact convolution of the orders "
          + "seen; no random numbers; the error of order size and repeats is not included"),
      inputs: inputs, result: result,
      changes: forecast.sensitivity.map {
        Phrase(
          "\($0.factor.text(in: .chinese)) +10%：\(points($0.probability)) 个百分点",
          "\($0.factor.text(in: .english)) +10 %: \(points($0.probability)) points")
      }, rows: factorRows(plan))
  }

  private func points(_ change: Double) -> String {
    (change < 0 ? "" : "+") + Digits.decimal(change * 100, places: 1)
  }

  func lag(_ key: String, _ plan: MonthlyPlan) -> Explanation? {
    guard let lag = plan.lag else { return nil }
    return Explanation(
      key, title: Phrase("成交周期", "The sales cycle"),
      formula: Phrase("Σ 首次接触 × 转化效率 × F(截止日 − 接触日)", "Σ contacts × conversion × F(end − day)"),
      inputs: [
        input("记录数", "cycles seen", "\(lag.lag.days.count)"),
        input("中位数（天）", "median in days", Digits.decimal(lag.lag.median, places: 1)),
      ]
        + lag.closesBy.map {
          input("到 \($0.date) 成交", "won by \($0.date)", Digits.decimal($0.deals, places: 6))
        }, result: Phrase(lag), rows: lagRows(plan))
  }

  /// The first activity and the first order of everybody whose sales cycle was seen: one's own
  /// customers, else the team's, else everybody's.
  private func lagRows(_ plan: MonthlyPlan) -> [Row] {
    func rows(_ members: [Int]) -> (rows: [Row], cycles: Int) {
      let seen = members.flatMap { pool.reader.histories(ofMember: $0, in: index) }
        .filter { $0.lag != nil }
      let rows = seen.flatMap { history in
        [history.activities.first?.row, history.purchases.first { _ in true }?.row]
          .compactMap { $0 }
      }
      return (rows, seen.count)
    }
    let team = index.members.indices.filter {
      plan.member.team != nil && index.members[$0].team == plan.member.team
    }
    let own = index.memberNumbers[plan.member.id].map { [$0] } ?? []
    for members in [own, team] {
      let found = rows(members)
      if found.cycles >= LagDistribution.leastCount { return found.rows }
    }
    return rows(Array(index.members.indices)).rows
  }

  func pareto(_ key: String, _ plan: MonthlyPlan) -> Explanation? {
    guard let pareto = plan.pareto else { return nil }
    let share = Digits.percent(pareto.topShare.double)
    let (top, all) = (pareto.topCount, pareto.entries.count)
    return Explanation(
      key, title: Phrase("80/20", "80/20"),
      formula: Phrase(
        "净额从大到小，前 ⌈20%⌉ 的客户 ÷ 正净额之和", "net revenue, largest first: the first ⌈20 %⌉ ÷ the sum"),
      inputs: [
        input("基数", "base", Digits.money(pareto.base)),
        input(
          "正好 20% 处", "at exactly 20 %", Digits.percent(pareto.shareAtExactly20.double)),
        input("达到 80% 的客户", "customers for 80 %", "\(pareto.countFor80)"),
        input("净额为负", "net negative", "\(pareto.negativeCount)"),
        input("无客户的订单", "orders without customer", "\(pareto.ordersWithoutCustomer)"),
      ],
      result: Phrase(
        "\(all) 位中的 \(top) 位占 \(share)", "\(top) of \(all) customers bring \(share)"),
      rows: ordersLookedAt(plan).map(\.row))
  }

  private func ordersLookedAt(_ plan: MonthlyPlan) -> [Order] {
    guard let number = index.memberNumbers[plan.member.id], let lookback else { return [] }
    return index.ordersOfMember[number].map { index.records.orders[$0] }
      .filter { lookback.contains($0.date) }
  }

  func attention(_ key: String, _ plan: MonthlyPlan) -> Explanation? {
    guard let attention = plan.attention else { return nil }
    let widest = attention.entries.sorted {
      ($1.gap.magnitude, $0.customer) < ($0.gap.magnitude, $1.customer)
    }
    return Explanation(
      key, title: Phrase("关注度错配", "Attention mismatch"),
      formula: Phrase("½ Σ |收入占比 − 时间占比|", "½ Σ |share of revenue − share of time|"),
      inputs: widest.prefix(5).map {
        input(
          $0.customer, $0.customer,
          "\(Digits.percent($0.revenueShare)) − \(Digits.percent($0.timeShare))")
      }, result: Phrase(same: Digits.decimal(attention.mismatch, places: 4)),
      rows: ordersLookedAt(plan).map(\.row) + activitiesLookedAt(plan))
  }

  private func activitiesLookedAt(_ plan: MonthlyPlan) -> [Row] {
    guard let lookback else { return [] }
    return plan.customers.compactMap { index.customerNumbers[$0.customer.id] }
      .flatMap { index.activitiesOfCustomer[$0] }.map { index.records.activities[$0] }
      .filter { $0.isDone != false && lookback.contains($0.date) }.map(\.row)
  }

  func variance(_ key: String, _ plan: MonthlyPlan) -> Explanation? {
    guard let review = plan.review else { return nil }
    var deals = [input("实际成交客户", "customers won", "\(review.actualDeals)")]
    if let expected = review.expectedDeals {
      deals.append(
        input("当时预计的成交", "won as forecast then", Digits.decimal(expected, places: 2)))
    }
    if let ratio = review.actualOverExpected {
      deals.append(
        input("实际 ÷ 预计", "actual ÷ forecast", Digits.percent(ratio.double)))
    }
    return Explanation(
      key, title: Phrase("\(review.period) 计划与实际", "\(review.period): plan and actual"),
      formula: Phrase("各因素的 Shapley 值，之和等于差额", "Shapley values of the factors: they add up"),
      inputs: zip(Factor.allCases, review.variance.shown).map {
        Explanation.Input(Phrase($0), Phrase(same: Digits.money($1)))
      } + deals, result: Phrase(same: Digits.money(review.variance.difference)))
  }
}
