/// What is known of a member before anything is planned: the days, the goals, the history and the rates
/// it gives.
struct MemberBasis {
  /// What the plans of all members go by.
  let plan: PlanBasis
  let number: Int
  let member: Member
  let team: Team?
  let days: MemberDays
  /// The goals that touch the period, in the order of the table.
  let goals: [Goal]
  /// What happened with each of the member's customers, in the order of the table.
  let histories: [CustomerHistory]
  let lag: LagDistribution?
  /// The member's customers, counted.
  let cohorts: MemberCohorts
  let funnel: FunnelEstimate
  let factors: Factors?

  var index: RecordIndex { plan.index }
  var settings: MethodSettings { plan.settings }
  var calendar: WorkCalendar { plan.calendar }
  var period: Period { plan.period }
  var asOf: Day { plan.asOf }
  var known: Day { plan.known }
  var today: Day { plan.today }
  var pool: HistoryPool { plan.pool }
  var rates: FunnelRates? { funnel.rates }
  /// What is shown of the member's own customers.
  var cohort: Cohort { cohorts.shown }

  /// Reads a member's rows, or takes the histories that were read, cut to the day of planning.
  init(
    _ number: Int, in plan: PlanBasis, histories read: [CustomerHistory]? = nil
  ) throws(MethodFailure) {
    let (index, pool) = (plan.index, plan.pool)
    let member = index.members[number]
    self.plan = plan
    self.number = number
    self.member = member
    team = index.records.teams.first { $0.id == member.team }
    days = try MemberDays(member, in: plan.period.range, of: plan.calendar, from: plan.asOf)
    goals = index.goals.owned(by: member.id, touching: plan.period.range)
    histories =
      read?.map { $0.before(plan.known) } ?? pool.reader.histories(ofMember: number, in: index)
    lag = pool.lag(own: LagDistribution(histories.compactMap(\.lag)), team: member.team)
    cohorts = try MemberCohorts(
      histories, leastAge: plan.waits.leastAge(of: number) ?? 0, pool.reader)
    funnel = try FunnelEstimate(
      CountedSteps(cohorts, pool.cohorts(for: member)), funnel: plan.settings.funnel,
      withinYear: plan.waits.conversionWithinYear(of: number)
    ) { from, to in index.given.rate(from: from, to: to, for: member) }
    factors = try Factors.estimate(own: cohorts, pool: pool, member: member, index: index)
  }
}

extension MemberBasis {
  /// The member's net orders on the days of a range before the day they are known on.
  func netOrders(in range: DayRange) throws(MethodFailure) -> Money {
    try index.netOrders(ofMember: number, in: range, before: known)
  }
}
