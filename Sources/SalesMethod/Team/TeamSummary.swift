/// A team's period in sums: no customer appears in it, and no ranking of people.
package struct TeamSummary: Hashable, Sendable {
  /// The team; nil for the whole company.
  package let team: Team?
  package let period: Period
  package let asOf: Day
  /// The members, in the order of the members table.
  package let members: [MemberFigures]
  /// The team's own goals that touch the period, with what SMART+C says of them.
  package let goals: [PlannedGoal]
  /// The team's own target for the period, if it has one.
  package let target: Money?
  /// The sum of the members' targets.
  package let assigned: Money
  /// The sum of the members' net orders of the period before the day of planning.
  package let achieved: Money
  /// The sum of the expected worth of open deals in the period.
  package let openPipeline: Money
  /// The sum of what existing customers are expected to order again.
  package let repeats: Money
  /// The sum of the gaps.
  package let gap: Money
  /// What the members are expected to bring by the period’s end: the sum of theirs.
  package let outlook: OutlookSums
  package let classCounts: ClassCounts
  /// The hours of all members who have a workload.
  package let hours: HoursBalance
  /// How many members need more hours than they have.
  package let infeasibleMembers: Int
  /// How many members have no workload, for want of a goal or of rates.
  package let membersWithoutWorkload: Int
  /// The open deals of all members by month.
  package let pipeline: [MonthPipeline]
  /// The weeks of the period, summed over the members.
  package let weeks: [TeamWeek]
  /// The working days of the period, summed over the members.
  package let days: [TeamDay]
  /// The open deals of all members, those longest past their date first, then by amount.
  package let deals: [TeamDeal]
  /// How long the open deals of all members have been open.
  package let ages: DealAges
  /// What the members together should come to in eight of ten months, taken as if no month of theirs depended
  /// on another's; nil where it can be told of nobody.
  package let interval: AmountInterval?
  /// Of how many members nothing can be told, beside others of whom it can.
  package let membersWithoutSpread: Int
  /// How the members' customers moved between the classes; nil where no plan of theirs was kept.
  package let moves: ClassMoves?
  /// Whether the holidays are announced or may still change.
  package let calendarStatus: CalendarEntry.Status

  /// The members' targets over the team's; nil where the team has none.
  package var assignment: Rational? {
    target.flatMap { Rational(assigned.hundredths, over: $0.hundredths) }
  }
}

extension Planner {
  /// Sums up the figures of a team's members: those of the team and of the teams below it, or of
  /// the company where no team is named.
  ///
  /// Figures of others are left out.
  package func summary(
    ofTeam id: String?, _ figures: [MemberFigures]
  ) throws(MethodFailure) -> TeamSummary {
    let team = index.records.teams.first { $0.id == id }
    if let id, team == nil { throw .unknownTeam(id) }
    let inside = id.map(index.teams(below:))
    let members = figures.filter { figure in
      inside.map { figure.member.team.map($0.contains) ?? false } ?? true
    }
    let goals = index.goals.owned(by: id ?? Goal.company, touching: period.range)
    let streams = members.compactMap(\.streams)
    let hours = try hours(members)
    return TeamSummary(
      team: team, period: period, asOf: asOf, members: members.map(\.withoutDeals),
      goals: try planned(goals, of: members, members.contains { $0.hours != nil } ? hours : nil),
      target: try MemberTarget(goals, period: period, calendar: calendar)?.amount,
      assigned: try total(streams.map(\.target)), achieved: try total(streams.map(\.achieved)),
      openPipeline: try total(streams.map(\.openPipeline)),
      repeats: try total(streams.map(\.repeats)), gap: try total(streams.map(\.gap)),
      outlook: try OutlookSums(of: members.map(\.outlook), by: period.range.end),
      classCounts: members.reduce(ClassCounts()) { $0 + $1.classCounts },
      hours: hours,
      infeasibleMembers: members.count { $0.hours?.fit == .infeasible },
      membersWithoutWorkload: members.count { $0.hours == nil },
      pipeline: try MonthPipeline.merged(members.flatMap(\.pipeline)),
      weeks: try TeamWeek.merged(members.flatMap(\.weeks)),
      days: TeamDay.merged(members.flatMap(\.days)),
      deals: members.flatMap(\.deals).longestOverdueFirst,
      ages: try DealAges(members.flatMap(\.deals)), interval: AmountInterval(of: members),
      membersWithoutSpread: members.count { $0.spread == nil },
      moves: members.compactMap(\.moves).reduce(nil) { sum, moves in sum.map { $0 + moves } ?? moves
      },
      calendarStatus: try calendar.status(of: period.range))
  }

  private func planned(
    _ goals: [Goal], of members: [MemberFigures], _ hours: HoursBalance?
  ) throws(MethodFailure) -> [PlannedGoal] {
    let numbers = members.compactMap { index.memberNumbers[$0.member.id] }
    var planned: [PlannedGoal] = []
    for goal in goals {
      planned.append(
        try PlannedGoal(GoalContext(goal: goal, members: numbers, plan: basis, hours: hours)))
    }
    return planned
  }

  private func hours(_ members: [MemberFigures]) throws(MethodFailure) -> HoursBalance {
    var (funnel, cadence, available) = (WorkingTime.zero, WorkingTime.zero, WorkingTime.zero)
    for hours in members.compactMap(\.hours) {
      funnel = try funnel + hours.funnel
      cadence = try cadence + hours.cadence
      available = try available + hours.available
    }
    return try HoursBalance(
      funnel: funnel, cadence: cadence, available: available, settings.goals)
  }
}
