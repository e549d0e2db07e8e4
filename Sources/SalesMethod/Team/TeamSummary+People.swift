extension TeamSummary {
  /// The sums without anything of any one of the people: no members, no findings about goals, no open deals,
  /// and of what is expected the whole alone.
  ///
  /// What is not to be told is zero here, so that whoever prints it by mistake tells nothing.
  package func withoutPeople(target: Bool, won: Bool, classes: Bool) -> TeamSummary {
    let shownWon = won ? outlook.won : .zero
    return TeamSummary(
      team: team, period: period, asOf: asOf, members: [], goals: [],
      target: target ? self.target : nil, assigned: assigned, achieved: won ? achieved : .zero,
      openPipeline: .zero, repeats: .zero, gap: .zero,
      outlook: OutlookSums(
        end: outlook.end, won: shownWon, deals: .zero, existing: .zero, inProgress: .zero,
        newContacts: .zero, other: outlook.expected - shownWon),
      classCounts: classes ? classCounts : ClassCounts(), hours: hours, infeasibleMembers: 0,
      membersWithoutWorkload: 0, pipeline: [], calendarStatus: calendarStatus)
  }
}
