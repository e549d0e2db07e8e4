extension TeamSummary {
  /// The sums without anything of any one of the people: no members, no findings about goals, no open deals,
  /// and of what is expected the whole alone.
  ///
  /// What is expected holds what was won, and its range begins there: both are told together or not at all. What
  /// is not to be told is zero here, so that whoever prints it by mistake tells nothing.
  package func withoutPeople(
    target: Bool, won: Bool, expected: Bool, weeks tellsWeeks: Bool, classes: Bool
  ) -> TeamSummary {
    let shownWon = won ? outlook.won : .zero
    let shownRest = expected ? outlook.expected - shownWon : .zero
    return TeamSummary(
      team: team, period: period, asOf: asOf, members: [], goals: [],
      target: target ? self.target : nil, assigned: assigned, achieved: won ? achieved : .zero,
      openPipeline: .zero, repeats: .zero, gap: .zero,
      outlook: OutlookSums(
        end: outlook.end, won: shownWon, deals: .zero, existing: .zero, inProgress: .zero,
        newContacts: .zero, other: shownRest, untold: [], isSilent: !expected || outlook.isSilent),
      classCounts: classes ? classCounts : ClassCounts(), hours: hours, infeasibleMembers: 0,
      membersWithoutWorkload: 0, pipeline: [],
      weeks: weeks.map { week in
        var week = week
        if !tellsWeeks { week.sold = nil }
        return week
      }, days: days, deals: [], ages: .none, interval: expected ? interval : nil,
      membersWithoutSpread: 0,
      moves: nil, calendarStatus: calendarStatus)
  }
}
