/// What each step of the method made of a member's records.
struct PlanParts {
  let customers: [ClassifiedCustomer]
  let gap: MemberOutlook
  let outlook: PeriodOutlook
  let verdict: Verdict?
  /// With the counts of the confident column, where a forecast could be made.
  let workload: Workload?
  let shortfall: Shortfall?
  let layout: DayLayout
  let lag: LagReport?
  let forecast: MemberForecast?
  let pareto: Pareto?
  let attention: Attention?
  let past: PastPlan?
  let begun: BegunPeriod?

  /// How many customers each class has.
  var classCounts: ClassCounts { ClassCounts(customers.map(\.classification.customerClass)) }
}

extension MonthlyPlan {
  /// Puts a member's plan together.
  init(
    _ basis: MemberBasis, _ parts: PlanParts, _ calibration: Calibration?
  ) throws(MethodFailure) {
    let settings = basis.settings
    self.init(
      member: basis.member, team: basis.team, period: basis.period, asOf: basis.asOf,
      known: basis.known,
      currency: settings.currency,
      confidence: Double(settings.estimate.confidenceThousandths) / 1000,
      calendar: try PlanCalendar(basis), goals: try Self.goals(basis, parts),
      customers: Self.customers(parts, in: basis), classCounts: parts.classCounts,
      chances: CustomerClass.allCases.map { ClassChance($0, calibration, settings.man.chances) },
      stages: settings.funnel.map(\.name), cohort: basis.cohort, rates: basis.rates,
      factors: basis.factors, outlook: parts.outlook, verdict: parts.verdict,
      streams: parts.gap.streams, workload: parts.workload,
      forecast: parts.forecast?.forecast, lag: parts.lag, shortfall: parts.shortfall,
      days: parts.layout.days, unplaced: parts.layout.unplaced, begun: parts.begun,
      promises: OverduePromise.all(basis),
      done: try WeekActual.all(basis, parts.customers), sold: try MonthSold.twelve(basis),
      receivables: OpenReceivable.all(basis),
      pareto: parts.pareto,
      attention: parts.attention,
      review: try parts.past.flatMap { past throws(MethodFailure) in
        try PeriodReview(past, beside: basis)
      },
      pastForecast: try parts.past.flatMap { past throws(MethodFailure) in
        try PastForecast(past, beside: basis)
      },
      notes: PlanNote.all(basis, parts))
  }

  private static func customers(
    _ parts: PlanParts, in basis: MemberBasis
  ) -> [PlannedCustomer] {
    let tiers = parts.pareto?.tiers() ?? [:]
    let index = basis.index
    let dealDates = Dictionary(
      parts.outlook.openDeals.compactMap { open in
        open.deal.expectedClose.flatMap { $0 >= basis.today ? (open.deal.customer, $0) : nil }
      }, uniquingKeysWith: min)
    return zip(parts.customers, parts.layout.visitDays).map { customer, days in
      PlannedCustomer(
        customer: customer.customer,
        details: ContactDetails(
          of: customer.customer,
          index.contactsOfCustomer[customer.number].map { index.records.contacts[$0] }),
        classification: customer.classification, dealDate: dealDates[customer.customer.id],
        expectedValue: customer.expectedValue, valueTier: tiers[customer.customer.id],
        lastTouch: customer.lastTouch, wantedVisits: customer.wantedVisits, visits: days)
    }
  }

  private static func goals(
    _ basis: MemberBasis, _ parts: PlanParts
  ) throws(MethodFailure) -> [PlannedGoal] {
    let personal = GoalContext.Personal(
      workload: parts.workload, chance: parts.outlook.chance, lag: parts.lag,
      unplaced: parts.layout.unplaced, classCounts: parts.classCounts)
    var goals: [PlannedGoal] = []
    for goal in basis.goals {
      goals.append(
        try PlannedGoal(
          GoalContext(
            goal: goal, members: [basis.number], plan: basis.plan,
            hours: parts.gap.hours(beside: parts.customers),
            personal: personal)))
    }
    return goals
  }
}

extension PlanCalendar {
  fileprivate init(_ basis: MemberBasis) throws(MethodFailure) {
    self.init(
      workdays: basis.days.all.count { $0.isWorked },
      remainingWorkdays: basis.days.worked.count, halfDaysLeft: basis.days.halvesLeft,
      status: try basis.calendar.status(of: basis.period.range))
  }
}
