import Phrases
package import SalesMethod

extension Explainer {
  /// The goals that touch the period: what they ask, what was reached, and every check.
  func goals() throws(MethodFailure) -> [Explanation] {
    var list: [Explanation] = []
    for planned in plan.goals { list += try goal(planned, as: planned.goal.id) }
    return list
  }

  /// The checks of a goal together.
  func whole(_ planned: PlannedGoal, as id: String) -> Explanation {
    let passed = planned.checks.count { $0.status == .pass }
    let failed = planned.checks.count { $0.status == .fail }
    return Explanation(
      group: "goals.\(id)",
      Phrase(zh: "目标 \(planned.goal.id) 的检查", en: "The checks of goal \(planned.goal.id)"),
      Phrase(zh: "SMART+C：每项检查单独给出结论，不合成总分", en: "SMART+C: every check on its own, no total score"),
      planned.checks.map { check in
        .init(
          Phrase(
            zh: "\(check.id.rawValue) \(check.status.word)",
            en: "\(check.id.rawValue) \(check.status.word)"), Phrase(check.finding))
      }, result: Phrase(zh: "\(passed) 项通过，\(failed) 项不通过", en: "\(passed) pass, \(failed) fail"),
      from: SourceRows([planned.goal.row]) + sources.actualRows(planned))
  }

  /// The keys of one goal, named as it is to be looked up.
  func goal(_ planned: PlannedGoal, as id: String) throws(MethodFailure) -> [Explanation] {
    let goal = planned.goal
    let row = SourceRows([goal.row])
    let entered = Phrase(zh: "目标表中所填", en: "as entered in the table of goals")
    func given(_ key: String, _ title: Phrase, _ value: ExplainedValue) -> Explanation {
      Explanation("goals.\(id).\(key)", title, entered, gives: value, from: row)
    }
    var list = [
      whole(planned, as: id),
      given("dimension", Phrase(zh: "目标类别", en: "Dimension"), .word(goal.dimension.rawValue)),
      given("metric", Phrase(zh: "指标", en: "Metric"), .word(goal.metric.rawValue)),
      given(
        "target", Phrase(zh: "目标值", en: "Target"), .money(Money(hundredths: goal.targetHundredths))),
    ]
    if let actual = planned.actualHundredths {
      list.append(
        Explanation(
          "goals.\(id).actual", Phrase(zh: "已达成", en: "Reached so far"), Self.actualRule(goal),
          [.init(zh: "起止", en: "from and to", "\(goal.start)..\(goal.end)")],
          gives: .money(Money(hundredths: actual)), from: row + sources.actualRows(planned)))
    }
    if let unit = goal.unit {
      list.append(given("unit", Phrase(zh: "单位", en: "Unit"), .word(unit)))
    }
    list += [
      given("start", Phrase(zh: "开始", en: "Start"), .day(goal.start)),
      given("end", Phrase(zh: "截止", en: "End"), .day(goal.end)),
    ]
    return list + planned.checks.flatMap { check($0, of: planned, as: id) }
  }

  private func check(_ check: GoalCheck, of planned: PlannedGoal, as id: String) -> [Explanation] {
    let key = "goals.\(id).checks.\(check.id.rawValue)"
    let finding = Phrase(check.finding)
    let rows = sources.rows(of: planned.goal, check: check.id) + sources.actualRows(planned)
    let numbers = check.values.map { value in
      Explanation.Input(Phrase(same: value.name), ExplainedValue.number(value.number).text)
    }
    let title = Phrase(
      zh: "目标 \(planned.goal.id) 的 \(check.id.rawValue) 检查",
      en: "Check \(check.id.rawValue) of goal \(planned.goal.id)")
    let status = Explanation(
      "\(key).status", title, check.id.rule,
      numbers + [.init(Phrase(zh: "结论", en: "finding"), finding)],
      gives: Self.status(check.status), from: rows)
    return [
      Explanation(
        group: key, title, check.id.rule, numbers, result: finding, from: rows), status,
    ]
      + check.values.map { value in
        Explanation(
          "\(key).values.\(value.name)", title, check.id.rule,
          [.init(Phrase(zh: "结论", en: "finding"), finding)], gives: .number(value.number),
          from: rows)
      }
  }

  private static func status(_ status: GoalCheck.Status) -> ExplainedValue {
    .word(status.rawValue, status.word)
  }

  private static func actualRule(_ goal: Goal) -> Phrase {
    switch goal.metric {
    case .amount:
      Phrase(
        zh: "起止之间、计划日之前的订单净额之和", en: "net orders between start and end, before the day of planning")
    case .quantity:
      Phrase(
        zh: "起止之间、计划日之前：按单位为新客户数、订单数或数量之和",
        en:
          "between start and end, before the day of planning: new customers, orders or quantities, as the "
          + "unit says")
    case .collections:
      Phrase(
        zh: "起止之间、计划日之前收到的款", en: "money received between start and end, before the day of planning"
      )
    case .problems, .promotion:
      Phrase(
        zh: "起止之间、计划日之前写有该目标编号、已完成的活动数",
        en: "activities done between start and end, before the day of planning, that name the goal")
    }
  }
}

extension Planner {
  /// Explains a goal of a team or of the company, by id or by a key such as
  /// `goals.east-2026-12.checks.C1`; nil where nothing of that name touches the period.
  ///
  /// The plans of all its members are made for it, one after the other.
  package func explain(
    teamGoal what: String, beside plan: MonthlyPlan
  ) throws(MethodFailure) -> Explanation? {
    let key = index.records.goals.contains { $0.id == what } ? "goals.\(what)" : what
    for goal in teamGoals where key == "goals.\(goal.id)" || key.hasPrefix("goals.\(goal.id).") {
      guard let planned = try planned(teamGoal: goal) else { continue }
      return try Explainer(planner: self, plan: plan).goal(planned, as: goal.id)
        .first { $0.subject == key }
    }
    return nil
  }
}
