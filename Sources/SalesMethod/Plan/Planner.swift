/// Makes plans from the records of a workspace for a period, as of a day: the same input gives the
/// same plan, and planning for one member reads that member's rows only.
///
///     let planner = try Planner(index, settings: settings, period: .month(5, of: 2026)!, now: today)
///     let plan = try planner.plan(for: "zhang")
package struct Planner: Sendable {
  package var index: RecordIndex { basis.index }
  package var settings: MethodSettings { basis.settings }
  package var calendar: WorkCalendar { basis.calendar }
  package var period: Period { basis.period }
  /// The day the plans are made for: today, or the first day of a period that starts later.
  package var asOf: Day { basis.asOf }
  /// Today: orders before it are known.
  let now: Day

  /// How likely each class has proved to buy, where that was measured.
  package let chances: MeasuredChances?

  /// What the plans of all members go by.
  let basis: PlanBasis
  /// What the month before would have been planned by; nil where it had no goal.
  private let lastMonth: PlanBasis?
  /// What the period would have been planned by on its first day; nil where that is today.
  private let firstDay: PlanBasis?
  /// What past months taught, for those who look further back.
  let tests: MonthTests?

  /// Reads what members share: the calendar, and the history of teams and segments; and what the month
  /// before would have been planned by, unless nobody looks back at it.
  ///
  /// What past months taught is taken from `tests` where it is there, and kept there where it is not.
  package init(
    _ index: RecordIndex, settings: MethodSettings, period: Period, now: Day,
    chances: MeasuredChances? = nil, looksBack: Bool = true, tests: MonthTests? = nil
  ) throws(MethodFailure) {
    guard settings.funnel.count >= 2 else { throw .funnelTooShort }
    self.now = now
    self.tests = tests
    let named = tests?.named("\(period) \(now)")
    self.chances = chances
    let asOf = max(now, period.range.start)
    let calendar = WorkCalendar(settings.calendar, overlay: index.records.calendar)
    let index = try index.countingWonDeals(before: min(now.adding(days: 1), asOf))
    basis = try PlanBasis(
      index, settings: settings, period: period, asOf: asOf, today: now, tests: named?.named("now")
    ) {
      member, month throws(MethodFailure) in
      let goals = index.goals.owned(by: index.members[member].id, touching: month)
      guard !goals.isEmpty, (try? calendar.status(of: month)) != nil else { return nil }
      return try MemberTarget(goals, period: .custom(month), calendar: calendar)?.amount
    }
    lastMonth =
      looksBack
      ? try .lastMonth(
        index, settings, before: basis.known, tests: named?.named("last")) : nil
    firstDay = looksBack ? try basis.onFirstDay(named?.named("first")) : nil
  }

  /// What one member's period is expected to bring, without the plan around it.
  func outlook(of id: String) throws(MethodFailure) -> PeriodOutlook {
    let member = try MemberBasis(index.number(ofMember: id), in: basis)
    let calibration = chances?.calibration(of: id)
    let customers = try CustomerClassifier(member, calibration).customers()
    return try PeriodOutlook(MemberOutlook(member, beside: customers))
  }

  /// The plan of one member, by id: from history and rates to classes, the gap, the workload, what fits,
  /// the days, the forecast, and the month before.
  package func plan(for id: String) throws(MethodFailure) -> MonthlyPlan {
    let member = try MemberBasis(index.number(ofMember: id), in: basis)
    let calibration = chances?.calibration(of: id)
    let customers = try CustomerClassifier(member, calibration).customers()
    let dated = try MemberOutlook(member, beside: customers)
    let outlook = try PeriodOutlook(dated)
    let layout = try DayLayout(member, dated.workload, customers)
    let forecast = try MemberForecast(dated)
    let pareto = try Pareto(member)
    let parts = PlanParts(
      customers: customers, gap: dated, outlook: outlook,
      verdict: try Verdict(outlook, dated, customers),
      workload: dated.workload?.confident(forecast?.confidentCounts).laid(layout.perDay),
      shortfall: dated.shortfall, layout: layout, lag: try LagReport(dated), forecast: forecast,
      pareto: pareto,
      attention: try Attention(member, pareto, customers, outlook),
      past: try PastPlan(member, in: lastMonth),
      begun: try BegunPeriod(member, in: firstDay, layout, customers))
    return try MonthlyPlan(member, parts, calibration)
  }
}
