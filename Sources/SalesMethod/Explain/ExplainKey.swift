extension Planner {
  /// Explains a key of the plan; nil where there is no such key or the plan has no value for it.
  func explain(key: String, in plan: MonthlyPlan) throws(MethodFailure) -> Explanation? {
    let parts = key.split(separator: ".").map(String.init)
    switch (parts.first, parts.dropFirst().first, parts.dropFirst(2).first) {
    case ("period", "workdays", _): return workdays(key, plan)
    case ("funnel", "rates", let from?): return try rate(key, from: from, plan)
    case ("factors", let factor?, _): return try self.factor(key, factor, plan)
    case ("streams", _, _): return gap(key, plan)
    case ("workload", "stages", let stage?): return try self.stage(key, stage, plan)
    case ("workload", "hours", _): return hours(key, plan)
    case ("workload", "largestFeasibleTarget", _): return largestTarget(key, plan)
    case ("forecast", _, _): return forecast(key, plan)
    case ("lag", _, _): return lag(key, plan)
    case ("pareto", _, _): return pareto(key, plan)
    case ("attention", _, _): return attention(key, plan)
    case ("variance", _, _): return variance(key, plan)
    default: return nil
    }
  }

  private func input(_ chinese: String, _ english: String, _ value: String) -> Explanation.Input {
    Explanation.Input(Phrase(chinese, english), Phrase(same: value))
  }

  private func workdays(_ key: String, _ plan: MonthlyPlan) -> Explanation {
    let off = plan.days.filter { !$0.isWorked && $0.calendar.name != nil }
    let makeUp = plan.days.filter { $0.calendar.isMakeUpWorkday && $0.isWorked }
    return Explanation(
      key, title: Phrase("工作日", "Working days"),
      formula: Phrase(
        "周一至周五 − 放假 + 调休上班 − 个人休息", "Monday to Friday − holidays + make-up days − days off"),
      inputs: [
        input("放假", "holidays", "\(off.count)"), input("调休上班", "make-up days", "\(makeUp.count)"),
        input("剩余", "left", "\(plan.calendar.remainingWorkdays)"),
      ], result: Phrase(same: "\(plan.calendar.workdays)"), rows: [plan.member.row])
  }

  private func gap(_ key: String, _ plan: MonthlyPlan) -> Explanation? {
    guard let streams = plan.streams else { return nil }
    return Explanation(
      key, title: Phrase("新客户要补的缺口", "The gap that new customers must fill"),
      formula: Phrase("目标 − 本期已成交 − 在途预计 − 老客户续购预计", "target − achieved − open deals − repeats"),
      inputs: [
        input("目标", "target", Digits.money(streams.target)),
        input("本期已成交", "achieved", Digits.money(streams.achieved)),
        input("在途预计", "open deals", Digits.money(streams.openPipeline)),
        input("续购预计", "repeats", Digits.money(streams.repeats)),
      ], result: Phrase(same: Digits.money(streams.gap)),
      rows: plan.goals.map(\.goal.row) + plan.openDeals.map(\.deal.row)
        + ordersOfPeriod(plan).map(\.row))
  }

  private func ordersOfPeriod(_ plan: MonthlyPlan) -> [Order] {
    guard let number = index.memberNumbers[plan.member.id] else { return [] }
    return index.ordersOfMember[number].map { index.records.orders[$0] }
      .filter { plan.period.range.contains($0.date) && $0.date < asOf }
  }

  private func stage(
    _ key: String, _ stage: String, _ plan: MonthlyPlan
  ) throws(MethodFailure) -> Explanation? {
    guard let workload = plan.workload, let rates = plan.rates, let factors = plan.factors,
      let position = workload.stages.firstIndex(where: { $0.stage == stage })
    else { return nil }
    let work = workload.stages[position]
    let title = Phrase("“\(stage)”的工作量", "The work of “\(stage)”")
    guard position < rates.rates.count else {
      let value = try factors.customerValue()
      return Explanation(
        key, title: title,
        formula: Phrase("⌈缺口 ÷ (单量 × 续购量)⌉", "⌈gap ÷ (order size × orders per buyer)⌉"),
        inputs: [
          input("缺口", "gap", plan.streams.map { Digits.money($0.gap) } ?? ""),
          input(
            "每位成交客户的价值", "worth of a customer",
            Digits.decimal(try value / Rational(100), places: 2)),
          input("取整前", "before rounding up", Digits.decimal(workload.exactCustomers, places: 4)),
        ], result: Phrase(same: "\(work.mean)"), rows: factorRows(plan))
    }
    let rate = rates.rates[position]
    return Explanation(
      key, title: title,
      formula: Phrase(
        "⌈\(rate.to) 数 × 试验 ÷ 成功⌉，用整数计算", "⌈\(rate.to) × trials ÷ successes⌉, in whole numbers"),
      inputs: [
        input(rate.to, rate.to, "\(workload.stages[position + 1].mean)"),
        input("成功", "successes", "\(rate.working.successes)"),
        input("试验", "trials", "\(rate.working.trials)"),
        input("有把握的数量", "with confidence", work.confident.map(String.init) ?? "—"),
      ], result: Phrase(same: "\(work.mean)"), rows: try rateRows(position, plan))
  }

  private func hours(_ key: String, _ plan: MonthlyPlan) -> Explanation? {
    guard let workload = plan.workload else { return nil }
    var inputs = zip(workload.stages, settings.funnel).map { stage, setting in
      input(stage.stage, stage.stage, "\(stage.mean) × \(setting.time.hoursText)")
    }
    let member = plan.member
    inputs += [
      input("老客户拜访", "visits of the cadence", workload.hours.cadence.hoursText),
      input(
        "可用", "available",
        "\(plan.calendar.remainingWorkdays) × "
          + "\(Digits.decimal(Double(member.minutesPerDay) / 60, places: 2)) × "
          + "\(Digits.decimal(Double(member.sellingShareThousandths) / 1000, places: 3)) = "
          + workload.hours.available.hoursText),
    ]
    return Explanation(
      key, title: Phrase("需要的小时与可用的小时", "Hours needed and hours there are"),
      formula: Phrase(
        "Σ 各阶段数量 × 每个用时 + 拜访；可用 = 工作日 × 每天小时 × 销售时间占比",
        "Σ count × time + visits; available = working days × hours a day × selling share"),
      inputs: inputs,
      result: Phrase(
        "需要 \(workload.hours.needed.hoursText)，可用 \(workload.hours.available.hoursText)",
        "\(workload.hours.needed.hoursText) needed of \(workload.hours.available.hoursText)"),
      changes: plan.shortfall?.levers.map { Phrase($0) } ?? [], rows: [member.row])
  }

  private func largestTarget(_ key: String, _ plan: MonthlyPlan) -> Explanation? {
    guard let shortfall = plan.shortfall else { return nil }
    return Explanation(
      key, title: Phrase("时间允许的最大目标", "The largest target the hours allow"),
      formula: Phrase(
        "用时不超过可用小时的最多客户数 × 单量 × 续购量，加已有来源",
        "the most customers whose work fits × order size × orders per buyer, and what is there"),
      inputs: [
        input("客户数", "customers", "\(shortfall.feasibleCustomers)"),
        input(
          "各阶段", "stages", shortfall.feasibleCounts.map(String.init).joined(separator: " / ")),
        input("用时", "hours", shortfall.feasibleTime.hoursText),
      ], result: Phrase(same: Digits.money(shortfall.largestFeasibleTarget)),
      changes: shortfall.levers.map { Phrase($0) })
  }
}
