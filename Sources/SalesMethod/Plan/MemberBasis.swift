/// What is known of a member before anything is planned: the days, the goals, the history.
struct MemberBasis {
  /// A day of the period and whether this member works on it.
  struct WorkDay {
    let calendar: CalendarDay
    let isWorked: Bool
    let isPast: Bool
  }

  let number: Int
  let member: Member
  let team: Team?
  /// Every day of the period.
  let days: [WorkDay]
  /// The days worked from the day of planning on.
  let worked: [Day]
  /// The goals that touch the period, in the order of the table.
  let goals: [Goal]
  /// What happened with each of the member's customers, in the order of the table.
  let histories: [CustomerHistory]
  let lag: LagDistribution?
  let cohort: Cohort
  let rates: FunnelRates?
  let factors: Factors?
  private(set) var notes: [PlanNote] = []

  /// Reads a member's rows, or takes the histories that were read, cut to the planner's day.
  init(
    _ number: Int, in planner: Planner, histories read: [CustomerHistory]? = nil
  ) throws(MethodFailure) {
    let index = planner.index
    self.number = number
    let member = index.members[number]
    self.member = member
    team = index.records.teams.first { $0.id == member.team }
    let daysOff = Set(member.daysOff)
    let asOf = planner.asOf
    days = try planner.calendar.days(in: planner.period.range).map { day in
      WorkDay(
        calendar: day,
        isWorked: day.isWorkday && !daysOff.contains(day.day)
          && day.day >= member.start ?? day.day,
        isPast: day.day < asOf)
    }
    worked = days.filter { $0.isWorked && !$0.isPast }.map(\.calendar.day)
    let range = planner.period.range
    goals = index.goals.owned(by: member.id, touching: range)
    histories =
      read?.map { $0.before(asOf) } ?? planner.pool.reader.histories(ofMember: number, in: index)
    lag = planner.pool.lag(
      own: LagDistribution(histories.compactMap(\.lag)), team: member.team)
    cohort = try planner.pool.reader.cohort(histories, lag: lag)
    let estimate = try FunnelEstimate(
      own: cohort, pool: planner.pool, member: member, index: index,
      funnel: planner.settings.funnel)
    rates = estimate.rates
    factors = try Factors.estimate(own: cohort, pool: planner.pool, member: member, index: index)
    notes = calendarNotes(planner) + tableNotes(index) + historyNotes(estimate)
  }

  private func calendarNotes(_ planner: Planner) -> [PlanNote] {
    let range = planner.period.range
    var notes = (range.start.year...range.end.year).filter {
      (try? planner.calendar.status(ofYear: $0)) == .provisional
    }.map(PlanNote.provisionalCalendar)
    if worked.isEmpty { notes.append(.noWorkdayLeft) }
    return notes
  }

  private func tableNotes(_ index: RecordIndex) -> [PlanNote] {
    let wanted: [(table: String, part: PlanNote.Part)] = [
      ("goals", .goal), ("customers", .customers), ("deals", .openPipeline),
      ("orders", .repeatOrders), ("receivables", .collections), ("contacts", .authority),
      ("activities", .attention),
    ]
    return wanted.filter { !index.has($0.table) }.map { .missingTable($0.table, without: $0.part) }
  }

  private func historyNotes(_ estimate: FunnelEstimate) -> [PlanNote] {
    var notes = estimate.unknown.map { PlanNote.noRate(from: $0.from, to: $0.to) }
    for rate in estimate.rates?.rates ?? [] {
      switch rate.source {
      case .own: break
      case .given: notes.append(.rateGiven(from: rate.from, to: rate.to))
      case .pooled(let team): notes.append(.ratePooled(from: rate.from, to: rate.to, team: team))
      }
      if rate.isWithoutSuccess {
        notes.append(.noSuccess(from: rate.from, to: rate.to, working: rate.working))
      }
      if rate.rate.successes > rate.rate.trials {
        notes.append(.stageSkipped(from: rate.from, to: rate.to))
      }
    }
    notes += factorNotes
    if cohort.leftOut > 0, let lag {
      notes.append(
        .recentLeftOut(count: cohort.leftOut, days: lag.days(toReach: 9, of: 10)))
    }
    return notes
  }
  /// What there is to say of deal size and repeats: where they are from, and what they leave out.
  private var factorNotes: [PlanNote] {
    var notes: [PlanNote] = []
    switch factors?.source {
    case nil: notes.append(.noFactors)
    case .own where cohort.orders < Factors.leastOrders: notes.append(.fewOrders(cohort.orders))
    case .own: break
    case .given: notes.append(.factorsGiven)
    case .pooled(let team):
      notes.append(.factorsPooled(team: team, ownOrders: cohort.orders))
    }
    if cohort.customersWithExcessReturns > 0 {
      notes.append(
        .returnsBeyondOrders(
          customers: cohort.customersWithExcessReturns,
          amount: Money(hundredths: cohort.excessReturns)))
    }
    return notes
  }
}
