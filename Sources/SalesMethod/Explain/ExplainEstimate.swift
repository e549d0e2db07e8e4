extension Planner {
  /// A conversion of the funnel.
  func rate(
    _ key: String, from: String, _ plan: MonthlyPlan
  ) throws(MethodFailure) -> Explanation? {
    guard let position = plan.rates?.rates.firstIndex(where: { $0.from == from }),
      let rate = plan.rates?.rates[position]
    else { return nil }
    var inputs = [
      Explanation.Input(Phrase(same: rate.to), Phrase(same: "\(rate.rate.successes)")),
      Explanation.Input(Phrase(same: rate.from), Phrase(same: "\(rate.rate.trials)")),
      Explanation.Input(Phrase("来源", "source"), source(rate.source)),
    ]
    if let interval = Interval(wilson95: rate.rate) {
      inputs.append(
        Explanation.Input(
          Phrase("95% 区间（Wilson）", "95 % interval (Wilson)"),
          Phrase(
            same: "\(Digits.percent(interval.low)) – \(Digits.percent(interval.high))")))
    }
    let share = rate.rate.share.map { Digits.percent($0.double) } ?? "—"
    return Explanation(
      key, title: Phrase("\(rate.from)→\(rate.to) 转化率", "Conversion \(rate.from) → \(rate.to)"),
      formula: Phrase(
        "窗口内首次接触的客户中，到达后一阶段的 ÷ 到达前一阶段的",
        "of the customers first contacted in the window: those at the later stage ÷ the earlier"),
      inputs: inputs,
      result: Phrase(same: "\(rate.rate.successes)/\(rate.rate.trials) = \(share)"),
      rows: try rateRows(position, plan))
  }

  private func source(_ source: EstimateSource) -> Phrase {
    switch source {
    case .own: Phrase("本人记录", "own records")
    case .given(let row): Phrase(same: "\(row.path):\(row.line)")
    case .pooled(let team?): Phrase("团队 \(team) 的记录", "records of team \(team)")
    case .pooled(nil): Phrase("全体记录", "everybody’s records")
    }
  }

  /// One of the factors that are not counts of work.
  func factor(
    _ key: String, _ name: String, _ plan: MonthlyPlan
  ) throws(MethodFailure) -> Explanation? {
    switch name {
    case "conversion":
      guard let conversion = plan.rates?.conversion else { return nil }
      return try self.conversion(key, conversion, plan)
    case "dealSize", "repeat":
      guard let factors = plan.factors else { return nil }
      return try ratio(key, name == "dealSize", factors, plan)
    case "developed":
      return Explanation(
        key, title: Phrase(Factor.developed),
        formula: Phrase(
          "窗口内首次接触的客户数，已满九成周期", "customers first contacted in the window, old enough"),
        inputs: [], result: Phrase(same: "\(plan.cohort.reached.first ?? 0)"),
        rows: try rateRows(0, plan))
    default: return nil
    }
  }

  /// The whole conversion: counted at once, or the product of stages from different sources.
  private func conversion(
    _ key: String, _ conversion: Conversion, _ plan: MonthlyPlan
  ) throws(MethodFailure) -> Explanation {
    let rates = plan.rates?.rates ?? []
    let inputs = rates.map { rate in
      let pair = "\(rate.working.successes)/\(rate.working.trials)"
      let source = source(rate.source)
      return Explanation.Input(
        Phrase(same: "\(rate.from)→\(rate.to)"),
        Phrase("\(pair)（\(source.chinese)）", "\(pair) (\(source.english))"))
    }
    let title = Phrase(Factor.conversion)
    switch conversion {
    case .counted(let rate):
      return Explanation(
        key, title: title,
        formula: Phrase("成交客户 ÷ 首次接触的客户", "customers won ÷ customers first contacted"),
        inputs: inputs, result: Phrase(same: "\(rate.successes)/\(rate.trials)"),
        rows: try rateRows(0, plan))
    case .composed(let share):
      var rows: [Row] = []
      for step in rates.indices { rows += try rateRows(step, plan) }
      let percent = Digits.percent(share.double)
      return Explanation(
        key, title: title,
        formula: Phrase(
          "各阶段来源不同：各阶段转化率的乘积，不是同一批客户的比例",
          "the stages have different sources: the product of their rates, not a share of one group"),
        inputs: inputs, result: Phrase("乘积 \(percent)", "product \(percent)"), rows: rows)
    }
  }

  private func ratio(
    _ key: String, _ isDealSize: Bool, _ factors: Factors, _ plan: MonthlyPlan
  ) throws(MethodFailure) -> Explanation {
    let orders = factors.orderSizes.count
    let net = try total(factors.orderSizes.map(Money.init(hundredths:)))
    let counts: [Explanation.Input] =
      orders == 0
      ? []
      : [
        Explanation.Input(Phrase("订单", "orders"), Phrase(same: "\(orders)")),
        Explanation.Input(Phrase("净额", "net amount"), Phrase(same: Digits.money(net))),
        Explanation.Input(
          Phrase("买家", "buyers"), Phrase(same: "\(factors.buyersByOrders.reduce(0, +))")),
      ]
    return Explanation(
      key, title: Phrase(isDealSize ? Factor.dealSize : Factor.repeats),
      formula: isDealSize
        ? Phrase("净订单金额 ÷ 订单数", "net order amounts ÷ orders")
        : Phrase("订单数 ÷ 买家数（含首单，至少为 1）", "orders ÷ buyers (the first included, 1 at least)"),
      inputs: counts + [Explanation.Input(Phrase("来源", "source"), source(factors.source))],
      result: Phrase(
        same: isDealSize
          ? Digits.decimal(try factors.dealSize / Rational(100), places: 2)
          : Digits.decimal(factors.ordersPerBuyer, places: 4)),
      rows: factorRows(plan))
  }

  /// The members whose records an estimate was taken from.
  private func members(_ source: EstimateSource, _ plan: MonthlyPlan) -> [Int] {
    switch source {
    case .own: [plan.member.id].compactMap { index.memberNumbers[$0] }
    case .given: []
    case .pooled(let team?): index.members.indices.filter { index.members[$0].team == team }
    case .pooled(nil): Array(index.members.indices)
    }
  }

  private func cohortHistories(_ members: [Int]) -> [CustomerHistory] {
    let window = EstimationWindow(months: settings.estimate.months, before: asOf)
    return members.flatMap { pool.reader.histories(ofMember: $0, in: index) }.filter {
      $0.firstActivity.flatMap(window.month) != nil
    }
  }

  /// The rows a conversion was counted from: the first activity of everybody, and the activities or
  /// orders that took the step.
  func rateRows(_ step: Int, _ plan: MonthlyPlan) throws(MethodFailure) -> [Row] {
    guard let rate = plan.rates?.rates[step] else { return [] }
    if case .given(let row) = rate.source { return [row] }
    var rows: [Row] = []
    for history in cohortHistories(members(rate.source, plan)) {
      if let first = history.activities.first { rows.append(first.row) }
      rows += history.activities.filter { $0.type == rate.from || $0.type == rate.to }.map(\.row)
      if step == settings.funnel.count - 2,
        let order = history.purchases.first(where: { _ in true })
      {
        rows.append(order.row)
      }
    }
    return rows
  }

  /// The rows of the orders that deal size and repeats were counted from.
  func factorRows(_ plan: MonthlyPlan) -> [Row] {
    guard let factors = plan.factors else { return [] }
    if case .given(let row) = factors.source { return [row] }
    return cohortHistories(members(factors.source, plan)).flatMap { $0.orders.map(\.row) }
  }
}
