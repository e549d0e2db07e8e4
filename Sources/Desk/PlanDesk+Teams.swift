package import Pages
package import SalesMethod

extension PlanDesk {
  /// What a page about a team, or about all, may see; nil where there are no data.
  ///
  /// The figures of members whose plans were made already are taken, the others are computed.
  package func team(
    _ id: String?, on head: FrontMatter, _ figures: [FiguresKey: MemberFigures], for reader: Reader
  ) -> TeamFigures? {
    guard let own else { return nil }
    let period = period(of: head)
    let members = id.map { own.index.members(ofTeam: $0) } ?? own.index.members
    let planner = planner(own, period)
    if let refusal = reader.refusal(of: .teams) {
      // A planner that cannot be had is told first, as on every page.
      let problem = planner.flatMap { _ in Result<TeamFigures.Sums, PlanProblem>.failure(refusal) }
      return TeamFigures(sums: problem, roster: .failure(refusal))
    }
    let sums = planner.flatMap { self.sums(of: id, members, by: $0, figures, in: own) }
    return TeamFigures(sums: sums, roster: .success(roster(own, id, members)))
  }

  private func sums(
    of id: String?, _ members: [Member], by planner: Planner,
    _ known: [FiguresKey: MemberFigures], in own: Dataset
  ) -> Result<TeamFigures.Sums, PlanProblem> {
    var all: [MemberFigures] = []
    for member in members {
      if let figures = known[FiguresKey(member: member.id, period: planner.period)] {
        all.append(figures)
        continue
      }
      switch plan(of: member.id, by: planner, in: own).flatMap({ self.figures(of: $0, in: own) }) {
      case .success(let figures): all.append(figures)
      case .failure(let problem): return .failure(problem)
      }
    }
    return Result { () throws(MethodFailure) in
      TeamFigures.Sums(
        summary: try planner.summary(ofTeam: id, all),
        workdays: try planner.calendar.workdays(in: planner.period.range).count)
    }.mapError { PlanProblem($0, in: own) }
  }

  private func figures(of plan: MonthlyPlan, in own: Dataset) -> Result<MemberFigures, PlanProblem>
  {
    Result { () throws(MethodFailure) in try plan.figures() }.mapError { PlanProblem($0, in: own) }
  }

  private func roster(_ own: Dataset, _ id: String?, _ members: [Member]) -> [TeamFigures.Group] {
    let teams = own.index.records.teams.filter { id == nil || $0.id == id }
    let byTeam = Dictionary(grouping: members) { $0.team ?? "" }
    var groups = teams.map { team in
      TeamFigures.Group(
        name: team.name.isEmpty ? team.id : team.name, members: byTeam[team.id] ?? [])
    }
    let known = Set(teams.map(\.id))
    let rest = members.filter { member in !(member.team.map(known.contains) ?? false) }
    if !rest.isEmpty { groups.append(TeamFigures.Group(name: "", members: rest)) }
    return groups.filter { !$0.members.isEmpty }
  }
}
