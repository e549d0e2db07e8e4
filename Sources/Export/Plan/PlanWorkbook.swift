import Book
package import Phrases
import Rulebook
package import SalesMethod
import Wording

extension Workbook {
  /// A member's plan as a workbook: the sheet that says it all, the workload sheet, the days, the classes
  /// of the customers, what is expected by the period’s end, the open deals, and where the data say so the 80/20 table and the funnel, both with charts.
  ///
  /// Its inputs are cells to change and its results formulas, each with the value the plan has. The
  /// same plan gives the same bytes.
  ///
  ///     Workbook.plan(plan, method: settings.method, in: .chinese).sheets.map(\.name)
  ///     // ["本月", "工作量", "每日安排", "实际拜访", "实际订单", "新客户", "客户分类", "预计", "商机", "二八分析", "漏斗"]
  package static func plan(_ plan: MonthlyPlan, method: MethodSettings, in language: Language)
    -> Workbook
  {
    let builder = PlanWorkbook(plan, method, language)
    return Workbook(sheets: builder.sheets, title: builder.title)
  }
}

extension WorkloadTable {
  /// What a plan's workload sheet is made of.
  package init(_ plan: MonthlyPlan, method: MethodSettings, in language: Language) {
    let builder = PlanWorkbook(plan, method, language)
    self = builder.workload
  }
}

private struct PlanWorkbook {
  let plan: MonthlyPlan
  let method: MethodSettings
  let language: Language
  /// The ISO weeks of the working days left, in order.
  let weeks: [ISOWeek]
  private let keys: [String]

  init(_ plan: MonthlyPlan, _ method: MethodSettings, _ language: Language) {
    self.plan = plan
    self.method = method
    self.language = language
    var weeks: [ISOWeek] = []
    for day in plan.workedDays {
      let week = ISOWeek(of: day.day)
      if weeks.last != week { weeks.append(week) }
    }
    self.weeks = weeks
    keys = stageKeys(method.funnel.map(\.name))
  }

  var title: String {
    let name = plan.member.name.isEmpty ? plan.member.id : plan.member.name
    return "\(name) · \(plan.period)"
  }

  private func style(
    zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>
  ) -> SheetStyle {
    let name = language.say(zh: chinese, en: english)
    return SheetStyle(title: name, heading: "\(name) · \(title)", language: language)
  }

  var sheets: [Sheet] {
    let table = workload
    var notes = SheetNotes(plan.notes, in: language)
    var month = Sheet.month(of: plan, currency: currency, style(zh: "本月", en: "Month"))
    var sheets: [Sheet] = [
      notes.below(.workload(table, style(zh: "工作量", en: "Workload")), [.workload, .formula]),
      notes.below(.days(days, of: table, style(zh: "每日安排", en: "Days")), [.calendar]),
    ]
    sheets += ActualSheets(of: plan, in: language).sheets
    if !plan.customers.isEmpty {
      let rule = ClassRule(method.man, asOf: plan.asOf, periodEnd: plan.period.range.end)
      sheets.append(
        notes.below(
          .classification(customers, rule: rule, style(zh: "客户分类", en: "Classes")), [.customers]))
    }
    sheets.append(
      notes.below(
        .outlook(of: plan, currency: currency, style(zh: "预计", en: "Outlook"), in: language),
        [.goal, .forecast]))
    if !plan.openDeals.isEmpty {
      sheets.append(.deals(of: plan, style(zh: "商机", en: "Deals")))
    }
    if let pareto = plan.pareto {
      sheets.append(
        notes.below(
          .pareto(revenues(of: pareto), unit: currency, style(zh: "二八分析", en: "80-20")), [.pareto]))
    }
    if plan.workload != nil || plan.cohort.reached.contains(where: { $0 > 0 }) {
      sheets.append(.funnel(funnel, style(zh: "漏斗", en: "Funnel")))
    }
    // A note whose number has no sheet in this plan stands on the first one.
    month = notes.rest(below: month)
    return [month] + sheets
  }

  /// The currency as people write it.
  private var currency: String {
    plan.currency == "CNY" && language == .chinese ? "元" : plan.currency
  }

  // MARK: The workload

  var workload: WorkloadTable {
    var table = WorkloadTable(
      target: target, currency: currency, daysLeft: plan.workedDays.count,
      minutesPerDay: plan.member.minutesPerDay,
      sellingShareThousandths: plan.member.sellingShareThousandths, stages: stages, visits: visits,
      weekNumbers: weeks.map(\.week))
    table.halfDaysLeft = plan.calendar.halfDaysLeft
    table.actualSales = counts.sales
    return table
  }

  private var counts: ActualCounts { ActualCounts(in: language) }

  private var target: WorkloadTable.Target? {
    guard plan.workload != nil, let streams = plan.streams, let factors = plan.factors else {
      return nil
    }
    return WorkloadTable.Target(
      target: streams.target, achieved: streams.achieved, openPipeline: streams.openPipeline,
      repeats: streams.repeats, inProgress: streams.inProgress, other: streams.other,
      until: plan.outlook.end.description,
      dealSize: factors.dealSize, repeatOrders: factors.ordersPerBuyer)
  }

  private var stages: [WorkloadTable.Step] {
    guard let workload = plan.workload, let rates = plan.rates?.rates else { return [] }
    return workload.stages.enumerated().map { index, stage in
      var step = WorkloadTable.Step(
        name: name(of: stage.stage), key: keys[index],
        rate: index < rates.count ? rates[index].working : nil, needed: stage.mean,
        each: method.funnel[index].time,
        perWeek: weeks.map { week in stage.perWeek.first { $0.week == week }?.count ?? 0 })
      let word = StageName(stage.stage).text(in: language)
      step.actual = index + 1 < workload.stages.count ? counts.stage(word) : counts.orderCount
      return step
    }
  }

  /// The classes with visits to make.
  private var visitedClasses: [CustomerClass] {
    CustomerClass.allCases.filter { customerClass in
      plan.customers(of: customerClass).contains { $0.wantedVisits > 0 }
    }
  }

  private var visits: [WorkloadTable.Step] {
    visitedClasses.map { customerClass in
      let customers = plan.customers(of: customerClass)
      let days = customers.flatMap(\.visits)
      let name = customerClass.rawValue
      var step = WorkloadTable.Step(
        name: lineStart(customerClass.visits.text(in: language)),
        key: name.lowercased(),
        needed: customers.reduce(0) { $0 + $1.wantedVisits },
        each: method.cadence[customerClass].time,
        perWeek: weeks.map { week in days.count { ISOWeek(of: $0) == week } })
      step.actual = counts.visits(customerClass)
      return step
    }
  }

  /// A stage's word as a line begins with it.
  private func name(of stage: String) -> String { lineStart(StageName(stage).text(in: language)) }

  private func lineStart(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  // MARK: The days

  private var days: [DayLine] {
    let classes = visitedClasses
    return plan.days.filter { !$0.isPast }.map { day in
      var line = DayLine(
        day: day.day, kind: kind(of: day), isPlanned: day.isWorked,
        quotas: day.quotas,
        visits: classes.map { name in day.visits.count { $0.customerClass == name } },
        customers: language.list(day.visits.map { "\($0.name) (\($0.customerClass.rawValue))" }),
        cap: day.cap)
      line.actual = counts.onDay
      return line
    }
  }

  private func kind(of day: PlanDay) -> String {
    if let name = day.calendar.name { return name.text(in: language) }
    if day.isWorked { return language.say(zh: "工作日", en: "working day") }
    return day.calendar.isWorkday
      ? language.say(zh: "请假", en: "day off") : language.say(zh: "周末", en: "weekend")
  }

  // MARK: The customers

  private var customers: [ClassifiedCustomer] {
    plan.customers.map { planned in
      let customer = planned.customer
      return ClassifiedCustomer(
        name: customer.name,
        letters: planned.classification.readings.all.map(\.entry),
        customerClass: planned.classification.customerClass, closeDate: customer.closeDate,
        reason: planned.classification.reason.text(in: language),
        nextStep: planned.nextStep.text(in: language))
    }
  }

  private func revenues(of pareto: Pareto) -> [CustomerRevenue] {
    let names = Dictionary(
      plan.customers.map { ($0.customer.id, $0.customer.name) },
      uniquingKeysWith: { first, _ in first })
    return pareto.entries.map {
      CustomerRevenue(name: names[$0.customer] ?? $0.customer, revenue: $0.revenue)
    }
  }

  /// How many came to a stage, as its conversion was counted; without any, of the window's customers.
  private func reached(_ index: Int) -> Int {
    guard let rates = plan.rates?.rates, let first = rates.first, index <= rates.count else {
      return index < plan.cohort.reached.count ? plan.cohort.reached[index] : 0
    }
    return index == 0 ? first.rate.trials : rates[index - 1].rate.successes
  }

  /// Of how many that was counted.
  private func trials(_ index: Int) -> Int? {
    guard let rates = plan.rates?.rates, rates.indices.contains(index - 1) else { return nil }
    return rates[index - 1].rate.trials
  }

  private var funnel: [FunnelLine] {
    plan.stages.enumerated().map { index, stage in
      FunnelLine(
        name: name(of: stage), key: keys[index],
        reached: reached(index), of: trials(index),
        needed: plan.workload.map { index < $0.stages.count ? $0.stages[index].mean : 0 })
    }
  }
}

extension LetterReading {
  /// What counts of the letter: what was entered, or the yes or no that other tables say.
  fileprivate var entry: LetterEntry {
    switch (source, state) {
    case (.entered(let entry), _): entry
    case (_, .yes): .yes
    case (_, .no): .no
    case (_, .unknown): .unknown
    }
  }
}
