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

  private var head: [String] {
    let name = plan.member.name.isEmpty ? plan.member.id : plan.member.name
    let days = "\(plan.calendar.remainingWorkdays)/\(plan.calendar.workdays)"
    let provisional =
      plan.calendar.status == .provisional
      ? language.say(zh: "（日历暂定）", en: " (calendar provisional)") : ""
    return [
      "\(name) · \(plan.period) · "
        + language.say(zh: "自 \(plan.asOf) 起", en: "from \(plan.asOf) on") + " · "
        + language.say(zh: "剩余工作日 \(days)", en: "working days left \(days)") + provisional
    ] + verdict
  }

  private var goals: [String] {
    plan.goals.flatMap { planned -> [String] in
      let goal = planned.goal
      let target = Digits.money(Money(hundredths: goal.targetHundredths))
      let unit = goal.unit.map { " " + $0 } ?? ""
      let metric = goal.metric.text(in: language)
      return [language.say(zh: "目标", en: "Goal") + " \(goal.id)  \(metric) \(target)\(unit)"]
        + planned.checks.map {
          "  \($0.id.rawValue) \($0.status.text(in: language))  \($0.finding.text(in: language))"
        }
    }
  }

  private var companyChecks: [String] {
    guard !checks.isEmpty else { return [] }
    return [language.say(zh: "公司的检查", en: "The company's checks")]
      + checks.map { check in
        let status: GoalCheck.Status = check.level == .fail ? .fail : .warn
        return "  \(check.id) \(status.text(in: language))  \(check.text)"
      }
  }

  private var classes: [String] {
    guard plan.classCounts.total > 0 else { return [] }
    let counts = CustomerClass.allCases.map { "\($0.rawValue) \(plan.classCounts[$0])" }
    return [
      language.say(zh: "客户", en: "Customers") + "  " + counts.joined(separator: "  ")
    ] + pastClasses
  }

  /// How the classes of plans that were kept did; nothing where none was counted.
  private var pastClasses: [String] {
    let counted = plan.chances.compactMap { chance in
      chance.measured.map {
        "\(chance.customerClass.rawValue) \($0.successes)/\($0.trials)"
      }
    }
    guard !counted.isEmpty else { return [] }
    let ordered = near.ordered.text(in: language)
    return [
      language.say(zh: "以前的计划里 \(ordered)", en: "In past plans \(ordered)") + "  "
        + counted.joined(separator: "  ")
    ]
  }

  /// Who moved between classes since an earlier plan, and how many of each class bought.
  private var moves: [String] {
    guard let history else { return [] }
    let moved = history.migration.moves.filter { $0.from != $0.to }
    var lines = [
      language.say(
        zh: "自 \(history.since) 起类别变化 \(moved.count) 位",
        en: "\(moved.count) moved since \(history.since)")
    ]
    lines += moved.map {
      "  \($0.from?.rawValue ?? "—") → \($0.to?.rawValue ?? "—")  \($0.name)"
    }
    guard let calibration = history.calibration else {
      let end = history.horizonEnd
      return lines + [
        language.say(zh: "\(end) 之后才知道类别是否应验", en: "whether the classes held is known after \(end)")
      ]
    }
    let shares = calibration.lines.filter { $0.bought.trials > 0 }.map {
      "\($0.customerClass.rawValue) \($0.bought.successes)/\($0.bought.trials)"
    }
    lines.append(
      language.say(
        zh: "其中到 \(history.horizonEnd) 下单的", en: "Of them ordered by \(history.horizonEnd)") + "  "
        + shares.joined(separator: "  "))
    guard calibration.isReversed else { return lines }
    return lines + [
      language.say(
        zh: "A 类低于 B 类：规则或打分需要检查", en: "A did worse than B: look at the rule or the scores")
    ]
  }

  private var work: [String] {
    guard let workload = plan.workload else { return [] }
    var columns = TextColumns([.left, .right, .right, .right, .left])
    let title = language.say(
      zh: "工作：补上缺口要做的，不问何时成交", en: "Work: what fills the gap, whenever it closes")
    let confidence = Digits.percent(plan.confidence)
    columns.add([
      language.say(zh: "阶段", en: "Stage"), language.say(zh: "平均", en: "mean"),
      language.say(zh: "\(confidence) 把握", en: "\(confidence) sure"),
      language.say(zh: "小时", en: "hours"), language.say(zh: "每周", en: "a week"),
    ])
    for stage in workload.stages {
      columns.add([
        StageName(stage.stage).text(in: language), Digits.grouped(stage.mean),
        stage.confident.map(Digits.grouped) ?? "—", stage.time.hoursText,
        stage.perWeek.map { "\($0.count)" }.joined(separator: " "),
      ])
    }
    if workload.hours.cadence > .zero {
      let visits = plan.customers.reduce(0) { $0 + $1.wantedVisits }
      columns.add([
        language.say(zh: "拜访客户", en: "visits to customers"), Digits.grouped(visits), "—",
        workload.hours.cadence.hoursText, "",
      ])
    }
    return [title] + columns.lines + hours(workload) + [workByEnd]
  }

  private func hours(_ workload: Workload) -> [String] {
    let hours = workload.hours
    let (needed, available) = (hours.needed.hoursText, hours.available.hoursText)
    let share =
      hours.utilisation.map {
        language.say(
          zh: "，利用率 \(Digits.percent($0.double))", en: ", \(Digits.percent($0.double)) of them")
      } ?? ""
    var lines = [
      language.say(
        zh: "需要 \(needed) 小时，可用 \(available) 小时", en: "\(needed) h needed, \(available) h available"
      )
        + share
    ]
    guard let shortfall = plan.shortfall else { return lines }
    let largest = Digits.money(shortfall.largestFeasibleTarget)
    lines.append(
      language.say(
        zh: "不可行：时间允许的最大目标 \(largest)",
        en: "not feasible: the largest target that fits is \(largest)"))
    lines += shortfall.levers.map { "  - " + $0.text(in: language) }
    guard let message = plan.managerMessage else { return lines }
    return lines + [language.say(zh: "给经理：", en: "For the manager: ") + message.text(in: language)]
  }

  /// The visits that found no day, with the reason.
  private var unplaced: [String] {
    let missing = plan.unplaced.reduce(0) { $0 + $1.missing }
    guard missing > 0 else { return [] }
    return [language.say(zh: "排不下的拜访 \(missing) 次", en: "Visits that found no place: \(missing)")]
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
      language.say(
        zh: "\(review.period) 新客户：计划 \(planned)，实际 \(reached)，其中 ",
        en: "new customers in \(review.period): planned \(planned), reached \(reached); of that ")
        + causes.joined(separator: language.say(zh: "，", en: ", ")))
    return lines
  }

  private var notes: [String] {
    guard !plan.notes.isEmpty else { return [] }
    return [language.say(zh: "说明", en: "Notes")] + plan.notes.map { "- " + $0.text(in: language) }
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
