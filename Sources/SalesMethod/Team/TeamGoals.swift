extension Planner {
  /// The goals of teams and of the company that touch the period, team by team, the company last.
  package var teamGoals: [Goal] {
    (index.records.teams.map(\.id) + [Goal.company]).filter { index.memberNumbers[$0] == nil }
      .flatMap { index.goals.owned(by: $0, touching: period.range) }
  }

  /// A goal of a team or of the company with what its members' plans say of it; nil where it does not
  /// touch the period.
  ///
  /// The plans of all its members are made for it, one after the other.
  package func planned(teamGoal goal: Goal) throws(MethodFailure) -> PlannedGoal? {
    let team = goal.owner == Goal.company ? nil : goal.owner
    var figures: [MemberFigures] = []
    for member in team.map(index.members(ofTeam:)) ?? index.members {
      figures.append(try plan(for: member.id).figures())
    }
    return try summary(ofTeam: team, figures).goals.first { $0.goal == goal }
  }
}
