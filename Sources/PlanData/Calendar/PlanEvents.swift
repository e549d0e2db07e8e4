package import Phrases
package import SalesMethod
import Wording

extension CalendarFile {
  /// A person's plan as a calendar, from the day of planning on: visits, quotas, what is due.
  ///
  /// Visits stand at a time of their day; all else takes the whole day. `made` is the day of making the
  /// file, by which a later one outranks an earlier one.
  ///
  ///     CalendarFile(of: plan, in: .chinese, zone: .china, made: today).bytes
  package init(of plan: MonthlyPlan, in language: Language, zone: CalendarZone, made: Day) {
    let name = plan.member.spokenName
    let title = Phrase(
      zh: "\(name) · \(plan.period.description) 销售计划",
      en: "\(name) · sales plan \(plan.period.description)")
    self.init(
      title: title.text(in: language), made: made, zone: zone.over(plan.period.range),
      events: PlanEvents(plan: plan, language: language).all)
  }

  /// The plans of a team's people for one period as a calendar, for who leads them.
  ///
  /// Each line begins with whose it is. Customers stand in it as they stand in the plans.
  ///
  ///     CalendarFile(of: plans, team: "华东组", in: .chinese, zone: .china, period: month, made: today).bytes
  package init(
    of plans: [MonthlyPlan], team: String, in language: Language, zone: CalendarZone,
    period: Period, made: Day
  ) {
    let events = plans.flatMap { plan in
      PlanEvents(plan: plan, language: language).all.map {
        $0.of(plan.member.spokenName, in: language)
      }
    }
    self.init(
      title: Self.title(team, period, language), made: made, zone: zone.over(period.range),
      events: events)
  }

  /// What a team's days ask for, those that are not over, without its people and customers.
  ///
  ///     CalendarFile(of: sums.summary.days, team: "华东组", …).events.first?.title  // "首次接触 6，拜访 9"
  package init(
    of days: [TeamDay], team: String, id: String, in language: Language, zone: CalendarZone,
    period: Period, made: Day
  ) {
    let events = days.filter { !$0.isPast && $0.work.contacts + $0.work.visits > 0 }.map { day in
      let (contacts, visits) = (day.work.contacts, day.work.visits)
      return CalendarEvent(
        id: "team/\(id)/\(period)/\(day.day)", time: .allDay(day.day),
        title: language.say(
          zh: "首次接触 \(contacts)，拜访 \(visits)", en: "First contacts \(contacts), visits \(visits)"))
    }
    self.init(
      title: Self.title(team, period, language), made: made, zone: zone.over(period.range),
      events: events)
  }

  private static func title(_ team: String, _ period: Period, _ language: Language) -> String {
    language.say(zh: "\(team) · \(period) 销售计划", en: "\(team) · sales plans \(period)")
  }
}

extension Member {
  /// What the member is called: the name, or the id where there is none.
  fileprivate var spokenName: String { name.isEmpty ? id : name }
}

/// What of a plan stands in a calendar.
private struct PlanEvents {
  let plan: MonthlyPlan
  let language: Language
  /// The customers' names by their ids, and how they are reached.
  private let names: [String: String]
  private let details: [String: ContactDetails]

  init(plan: MonthlyPlan, language: Language) {
    self.plan = plan
    self.language = language
    names = Dictionary(
      plan.customers.map { ($0.customer.id, $0.customer.name) },
      uniquingKeysWith: { first, _ in first })
    details = Dictionary(
      plan.customers.compactMap { planned in planned.details.map { (planned.customer.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// All that stands in the calendar.
  var all: [CalendarEvent] { visits + quotas + goals + deals }

  /// Every planned visit, at a time of its day.
  ///
  /// The same visit of a customer keeps its id where it moves to another day.
  var visits: [CalendarEvent] {
    let steps = plan.nextSteps
    var times: [String: Int] = [:]
    return plan.workedDays.flatMap { day in
      var clock = DayClock()
      return day.visits.map { visit in
        times[visit.customer, default: 0] += 1
        let (minute, minutes) = clock.place(visit.time)
        let title = Phrase(
          zh: "拜访 \(visit.name)（\(visit.customerClass.rawValue)）",
          en: "Visit \(visit.name) (\(visit.customerClass.rawValue))")
        return CalendarEvent(
          id: id("visit", visit.customer, String(times[visit.customer, default: 0])),
          time: .timed(day.day, minute: minute, minutes: minutes), title: title.text(in: language),
          details: details(of: visit.customer, steps),
          location: details[visit.customer]?.address ?? "")
      }
    }
  }

  /// What each working day asks for: how many of every stage.
  var quotas: [CalendarEvent] {
    plan.workedDays.compactMap { day in
      let counts = zip(plan.stages, day.quotas).filter { $1 > 0 }.map { stage, count in
        "\(StageName(stage).text(in: language)) \(count)"
      }
      guard !counts.isEmpty else { return nil }
      return CalendarEvent(
        id: id("day", day.day.description), time: .allDay(day.day),
        title: counts.joined(separator: language == .chinese ? "，" : ", "))
    }
  }

  /// The milestones of the goals, and the last day of each.
  var goals: [CalendarEvent] {
    plan.goals.flatMap { planned -> [CalendarEvent] in
      let goal = planned.goal
      let parts = goal.milestones.filter { isAhead($0.date) && $0.date != goal.end }.map { part in
        CalendarEvent(
          id: id("milestone", goal.id, part.date.description), time: .allDay(part.date),
          title: Phrase(
            zh: "节点：今天以前做到 \(amount(part.targetHundredths, of: goal))",
            en: "Milestone: \(amount(part.targetHundredths, of: goal)) by today"
          ).text(in: language))
      }
      guard isAhead(goal.end) else { return parts }
      let last = CalendarEvent(
        id: id("goal", goal.id), time: .allDay(goal.end),
        title: Phrase(
          zh: "目标到期：\(amount(goal.targetHundredths, of: goal))",
          en: "Goal due: \(amount(goal.targetHundredths, of: goal))"
        ).text(in: language))
      return parts + [last]
    }
  }

  /// The open deals on the day they are expected to close; those past theirs stand together on the
  /// first working day.
  var deals: [CalendarEvent] {
    let open = Array(zip(plan.dealKeys, plan.openDeals))
    var events = open.compactMap { key, open -> CalendarEvent? in
      guard let close = open.deal.expectedClose, isAhead(close) else { return nil }
      return CalendarEvent(
        id: id("deal", key), time: .allDay(close),
        title: Phrase(
          zh: "预计成交：\(line(of: open.deal))", en: "Expected to close: \(line(of: open.deal))"
        ).text(in: language))
    }
    let late = open.map(\.1).filter(\.isOverdue)
    if let first = plan.workedDays.first, !late.isEmpty {
      events.append(
        CalendarEvent(
          id: id("overdue"), time: .allDay(first.day),
          title: Phrase(
            zh: "已过预计成交日：\(count: late.count) 单，问清新的日子",
            en: "Past their date: \(count: late.count, "deal", "deals"); agree new ones"
          ).text(in: language),
          details: late.map { line(of: $0.deal) }.joined(separator: "\n")))
    }
    return events
  }

  /// What a visit is about: the next step, and the customer's open deals.
  private func details(of customer: String, _ steps: [String: NextStep]) -> String {
    let known = details[customer]
    let reach = [known?.name, known?.phone].compactMap(\.self).joined(separator: " ")
    let step =
      (reach.isEmpty ? [] : [reach]) + (steps[customer].map { [$0.text(in: language)] } ?? [])
    let deals = plan.openDeals.filter { $0.deal.customer == customer }.map { worth(of: $0.deal) }
    return (step + deals).joined(separator: "\n")
  }

  /// A deal in a line, with its customer: `示例公司 45,000元，方案报价`.
  private func line(of deal: Deal) -> String {
    (names[deal.customer] ?? deal.customer) + " " + worth(of: deal)
  }

  /// What a deal is about: `45,000元，方案报价`.
  private func worth(of deal: Deal) -> String {
    let stage = deal.stage.map { StageName($0).text(in: language) }
    return [money(deal.amount), stage].compactMap(\.self)
      .joined(separator: language == .chinese ? "，" : ", ")
  }

  private func amount(_ hundredths: Int, of goal: Goal) -> String {
    switch goal.metric {
    case .amount, .collections: money(Money(hundredths: hundredths))
    case .quantity, .problems, .promotion:
      [Digits.amount(hundredths: hundredths), goal.unit].compactMap(\.self)
        .joined(separator: language == .chinese ? "" : " ")
    }
  }

  private func money(_ amount: Money) -> String {
    let isYuan = plan.currency == "CNY" && language == .chinese
    return isYuan ? Digits.money(amount) + "元" : plan.currency + " " + Digits.money(amount)
  }

  private func isAhead(_ day: Day) -> Bool { day >= plan.asOf && day <= plan.period.range.end }

  private func id(_ parts: String...) -> String {
    ([plan.member.id, plan.period.description] + parts).joined(separator: "/")
  }
}
