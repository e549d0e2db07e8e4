/// Makes plans from the records of a workspace for a period, as of a day: the same input gives the
/// same plan, and planning for one member reads that member's rows only.
///
///     let planner = try Planner(index, settings: settings, period: .month(5, of: 2026)!, now: today)
///     let plan = try planner.plan(for: "zhang")
package struct Planner: Sendable {
  package let index: RecordIndex
  package let settings: MethodSettings
  package let calendar: WorkCalendar
  package let period: Period
  /// The day the plans are made for: today, or the first day of a period that starts later.
  package let asOf: Day
  /// Today: orders before it are known.
  let now: Day

  /// How likely each class has proved to buy, where that was measured.
  package let calibration: Calibration?

  let pool: HistoryPool
  /// What is known of the month before.
  let lastMonth: LastMonth
  /// How likely an open deal is to be won where its own chance is not known any more: nil in a planner
  /// of today, which knows it.
  let hindsight: Hindsight?

  /// What a planner of a day that is past goes by.
  struct Hindsight {
    /// The share of deals won until then; nil where none was decided.
    let wonShare: Double?
  }

  /// Reads what members share: the calendar, and the history of teams and segments.
  package init(
    _ index: RecordIndex, settings: MethodSettings, period: Period, now: Day,
    calibration: Calibration? = nil
  ) throws(MethodFailure) {
    guard settings.funnel.count >= 2 else { throw .funnelTooShort }
    self.index = index
    self.settings = settings
    self.period = period
    self.calibration = calibration
    self.now = now
    hindsight = nil
    asOf = max(now, period.range.start)
    calendar = WorkCalendar(settings.calendar, overlay: index.records.calendar)
    _ = try calendar.status(of: period.range)
    pool = try HistoryPool(index, settings: settings, before: asOf)
    lastMonth = try Self.lastMonth(index, settings, before: asOf)
  }

  /// A planner that knows on a period's first day what was known then.
  init(
    lookingBackOn index: RecordIndex, settings: MethodSettings, period: Period, wonShare: Double?
  ) throws(MethodFailure) {
    self.index = index
    self.settings = settings
    self.period = period
    calibration = nil
    (now, asOf) = (period.range.start, period.range.start)
    hindsight = Hindsight(wonShare: wonShare)
    calendar = WorkCalendar(settings.calendar, overlay: index.records.calendar)
    pool = try HistoryPool(index, settings: settings, before: asOf)
    lastMonth = .unknown
  }

  /// The plan of one member, by id.
  package func plan(for id: String) throws(MethodFailure) -> MonthlyPlan {
    let number = try index.number(ofMember: id)
    let basis = try MemberBasis(number, in: self)
    let streams = try MemberStreams(basis, in: self)
    let customers = try classify(basis)
    let work = try work(basis, streams.streams?.gap, customers)
    let outlook = try outlook(basis, streams, work.workload, customers)
    let pareto = try pareto(basis)
    let past = try pastPlan(basis)
    return MonthlyPlan(
      member: basis.member, team: basis.team, period: period, asOf: asOf,
      currency: settings.currency,
      confidence: Double(settings.estimate.confidenceThousandths) / 1000,
      calendar: try planCalendar(basis),
      goals: try plannedGoals(basis, outlook, work, customers),
      customers: planned(customers, work, pareto),
      classCounts: ClassCounts(customers.map(\.classification.customerClass)),
      chances: CustomerClass.allCases.map {
        ClassChance($0, calibration, settings.man.chances)
      },
      stages: settings.funnel.map(\.name), cohort: basis.cohort, rates: basis.rates,
      factors: basis.factors, streams: streams.streams, openDeals: streams.openDeals,
      repeatOrders: streams.repeatOrders, workload: outlook.workload, forecast: outlook.forecast,
      lag: outlook.lag, shortfall: outlook.shortfall, days: work.days, unplaced: work.unplaced,
      pareto: pareto, attention: try attention(basis, pareto, customers),
      review: try past.flatMap { past throws(MethodFailure) in try review(past, basis) },
      pastForecast: try past.flatMap(pastForecast),
      notes: basis.notes + streams.notes + work.notes + outlook.notes + notes(pareto))
  }

  private func planned(
    _ customers: [ClassifiedCustomer], _ work: MemberWork, _ pareto: Pareto?
  ) -> [PlannedCustomer] {
    let tiers = pareto?.tiers() ?? [:]
    return zip(customers, work.visitDays).map { customer, days in
      PlannedCustomer(
        customer: customer.customer, classification: customer.classification,
        expectedValue: customer.expectedValue, valueTier: tiers[customer.customer.id],
        lastTouch: customer.lastTouch, wantedVisits: customer.wantedVisits, visits: days)
    }
  }

  private func notes(_ pareto: Pareto?) -> [PlanNote] {
    guard let pareto, !pareto.hasStatement else { return [] }
    return [.fewCustomers(pareto.entries.count)]
  }

  private func planCalendar(_ basis: MemberBasis) throws(MethodFailure) -> PlanCalendar {
    PlanCalendar(
      workdays: basis.days.filter(\.isWorked).count, remainingWorkdays: basis.worked.count,
      status: try calendar.status(of: period.range))
  }

  private func plannedGoals(
    _ basis: MemberBasis, _ outlook: MemberOutlook, _ work: MemberWork,
    _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) -> [PlannedGoal] {
    let personal = GoalContext.Personal(
      workload: outlook.workload, forecast: outlook.forecast, lag: outlook.lag,
      unplaced: work.unplaced,
      classCounts: ClassCounts(customers.map(\.classification.customerClass))
    )
    var goals: [PlannedGoal] = []
    for goal in basis.goals {
      let context = GoalContext(
        goal: goal, members: [basis.number], planner: self, hours: outlook.workload?.hours,
        personal: personal)
      goals.append(try plannedGoal(context))
    }
    return goals
  }

  /// A goal with what was reached of it and what the checks say.
  func plannedGoal(_ context: GoalContext) throws(MethodFailure) -> PlannedGoal {
    var actual: Int?
    if context.actual.hasSource,
      let range = DayRange(from: context.goal.start, through: context.goal.end)
    {
      actual = try context.actual.hundredths(in: range)
    }
    return PlannedGoal(
      goal: context.goal, actualHundredths: actual, checks: try context.checks())
  }

  /// The net orders of a member on the days of a range before the day of planning.
  func netOrders(ofMember number: Int, in range: DayRange) throws(MethodFailure) -> Money {
    var hundredths = 0
    for position in index.ordersOfMember[number] {
      let order = index.records.orders[position]
      guard order.date < asOf else { break }
      if range.contains(order.date) { hundredths = try sum(hundredths, order.amount.hundredths) }
    }
    return Money(hundredths: hundredths)
  }
}
