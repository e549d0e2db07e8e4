import Book
package import Phrases
import Rulebook
import SalesMethod
import Wording

/// A plan as a person reads it in a terminal: what it comes to, the goals with every check, what the
/// period brings by its last day, the open deals, the classes of the customers, the work with its hours,
/// and what to know about the numbers.
///
/// Only the block of work has numbers without a date.
struct PlanText {
  let plan: MonthlyPlan
  let language: Language
  let history: ClassHistory?
  let checks: [CompanyChecks.Finding]
  /// By when customers may order for their class to hold.
  let near: ManRule.Horizon

  var text: String {
    let parts = [
      head, goals, companyChecks, outlook, deals, classes, moves, work, unplaced, review, notes,
    ].filter {
      !$0.isEmpty
    }
    return parts.map { $0.map { harmless($0) + "\n" }.joined() }.joined(separator: "\n")
  }

  func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  private var head: [String] {
    let name = plan.member.name.isEmpty ? plan.member.id : plan.member.name
    let days = "\(plan.calendar.remainingWorkdays)/\(plan.calendar.workdays)"
    let provisional =
      plan.calendar.status == .provisional ? say("（日历暂定）", " (calendar provisional)") : ""
    return [
      "\(name) · \(plan.period) · " + say("自 \(plan.asOf) 起", "from \(plan.asOf) on") + " · "
        + say("剩余工作日 \(days)", "working days left \(days)") + provisional
    ] + verdict
  }

  private var goals: [String] {
    plan.goals.flatMap { planned -> [String] in
      let goal = planned.goal
      let target = Digits.money(Money(hundredths: goal.targetHundredths))
      let unit = goal.unit.map { " " + $0 } ?? ""
      let metric = Words.metric(goal.metric, in: language)
      return [say("目标", "Goal") + " \(goal.id)  \(metric) \(target)\(unit)"]
        + planned.checks.map {
          "  \($0.id.rawValue) \(status($0.status))  \($0.finding.text(in: language))"
        }
    }
  }

  private var companyChecks: [String] {
    guard !checks.isEmpty else { return [] }
    return [say("公司的检查", "The company's checks")]
      + checks.map { "  \($0.id) \(status($0.level == .fail ? .fail : .warn))  \($0.text)" }
  }

  private func status(_ status: GoalCheck.Status) -> String {
    switch status {
    case .pass: say("通过", "pass")
    case .warn: say("注意", "warn")
    case .fail: say("不通过", "fail")
    case .ask: say("请答", "ask")
    }
  }

  private var classes: [String] {
    guard plan.classCounts.total > 0 else { return [] }
    let counts = CustomerClass.allCases.map { "\($0.rawValue) \(plan.classCounts[$0])" }
    return [say("客户", "Customers") + "  " + counts.joined(separator: "  "), chances]
  }

  /// How likely each class is taken to buy, and where that is from.
  private var chances: String {
    let all = plan.chances.map { chance in
      let source =
        chance.measured.map {
          say("实测 \($0.successes)/\($0.trials)", "measured \($0.successes)/\($0.trials)")
        } ?? say("设定", "settings")
      let share = Digits.percent(chance.share.double)
      return "\(chance.customerClass.rawValue) \(share)" + say("（\(source)）", " (\(source))")
    }
    return nearTitle + "  " + all.joined(separator: "  ")
  }

  private var nearTitle: String {
    switch near {
    case .days(let days): say("\(days) 天内下单的机会", "Chance to order within \(days) days")
    case .periodEnd:
      say("到 \(plan.outlook.end) 下单的机会", "Chance to order by \(plan.outlook.end)")
    }
  }

  /// Who moved between classes since an earlier plan, and how many of each class bought.
  private var moves: [String] {
    guard let history else { return [] }
    let moved = history.migration.moves.filter { $0.from != $0.to }
    var lines = [
      say(
        "自 \(history.since) 起类别变化 \(moved.count) 位", "\(moved.count) moved since \(history.since)")
    ]
    lines += moved.map {
      "  \($0.from?.rawValue ?? "—") → \($0.to?.rawValue ?? "—")  \($0.name)"
    }
    guard let calibration = history.calibration else {
      let end = history.horizonEnd
      return lines + [say("\(end) 之后才知道类别是否应验", "whether the classes held is known after \(end)")]
    }
    let shares = calibration.lines.filter { $0.bought.trials > 0 }.map {
      "\($0.customerClass.rawValue) \($0.bought.successes)/\($0.bought.trials)"
    }
    lines.append(
      say("其中到 \(history.horizonEnd) 下单的", "Of them ordered by \(history.horizonEnd)") + "  "
        + shares.joined(separator: "  "))
    guard calibration.isReversed else { return lines }
    return lines + [
      say("A 类低于 B 类：规则或打分需要检查", "A did worse than B: look at the rule or the scores")
    ]
  }

  private var work: [String] {
    guard let workload = plan.workload else { return [] }
    var columns = TextColumns([.left, .right, .right, .right, .left])
    let title = say("工作：补上缺口要做的，不问何时成交", "Work: what fills the gap, whenever it closes")
    let confidence = Digits.percent(plan.confidence)
    columns.add([
      say("阶段", "Stage"), say("平均", "mean"), say("\(confidence) 把握", "\(confidence) sure"),
      say("小时", "hours"), say("每周", "a week"),
    ])
    for stage in workload.stages {
      columns.add([
        Words.stage(stage.stage, in: language), Digits.grouped(stage.mean),
        stage.confident.map(Digits.grouped) ?? "—", stage.time.hoursText,
        stage.perWeek.map { "\($0.count)" }.joined(separator: " "),
      ])
    }
    return [title] + columns.lines + hours(workload) + [workByEnd]
  }

  private func hours(_ workload: Workload) -> [String] {
    let hours = workload.hours
    let (needed, available) = (hours.needed.hoursText, hours.available.hoursText)
    let share =
      hours.utilisation.map {
        say("，利用率 \(Digits.percent($0.double))", ", \(Digits.percent($0.double)) of them")
      } ?? ""
    var lines = [
      say("需要 \(needed) 小时，可用 \(available) 小时", "\(needed) h needed, \(available) h available")
        + share
    ]
    guard let shortfall = plan.shortfall else { return lines }
    let largest = Digits.money(shortfall.largestFeasibleTarget)
    lines.append(
      say("不可行：时间允许的最大目标 \(largest)", "not feasible: the largest target that fits is \(largest)"))
    lines += shortfall.levers.map { "  - " + $0.text(in: language) }
    guard let message = plan.managerMessage else { return lines }
    return lines + [say("给经理：", "For the manager: ") + message.text(in: language)]
  }

  /// The visits that found no day, with the reason.
  private var unplaced: [String] {
    let missing = plan.unplaced.reduce(0) { $0 + $1.missing }
    guard missing > 0 else { return [] }
    return [say("排不下的拜访 \(missing) 次", "Visits that found no place: \(missing)")]
      + plan.unplaced.map {
        "  \($0.customerClass.rawValue) \($0.customer) × \($0.missing)  "
          + $0.reason.text(in: language)
      }
  }

  /// The month before: what was forecast, and why new customers brought more or less than planned.
  private var review: [String] {
    var lines = plan.pastForecast.map { [$0.text(in: language)] } ?? []
    guard let review = plan.review else { return lines }
    let variance = review.variance
    let (planned, reached) = (Digits.money(variance.planned), Digits.money(variance.reached))
    let causes = zip(Factor.allCases, variance.shown).map { factor, amount in
      factor.text(in: language) + " " + (amount > .zero ? "+" : "") + Digits.money(amount)
    }
    lines.append(
      say(
        "\(review.period) 新客户：计划 \(planned)，实际 \(reached)，其中 ",
        "new customers in \(review.period): planned \(planned), reached \(reached); of that ")
        + causes.joined(separator: say("，", ", ")))
    return lines
  }

  private var notes: [String] {
    guard !plan.notes.isEmpty else { return [] }
    return [say("说明", "Notes")] + plan.notes.map { "- " + $0.text(in: language) }
  }
}

extension RequestedPlan {
  /// The plan as text for a terminal, a line end after each line; in the workspace's language
  /// where none is given.
  package func text(in language: Language? = nil) -> String {
    PlanText(
      plan: plan, language: language ?? self.language, history: classes, checks: checks ?? [],
      near: planner.settings.man.near
    ).text
  }
}
