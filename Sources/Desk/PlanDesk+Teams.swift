package import Pages
package import SalesMethod

extension PlanDesk {
  /// What a page about a team, or about all, may see; nil where there are no data.
  ///
  /// Who may not see the team's people gets sums without them. The figures of members whose plans were made
  /// already are taken, the others are computed.
  package func team(
    _ id: String?, on head: FrontMatter, _ figures: [FiguresKey: MemberFigures], for reader: Reader
  ) -> TeamFigures? {
    team(id, in: period(of: head), figures, for: reader)
  }

  /// The same for a period.
  func team(
    _ id: String?, in period: Period, _ figures: [FiguresKey: MemberFigures], for reader: Reader
  ) -> TeamFigures? {
    guard let own else { return nil }
    let members = id.map { own.index.members(ofTeam: $0) } ?? own.index.members
    let planner = planner(own, period)
    if let refusal = reader.refusal(of: .teams) {
      // A planner that cannot be had is told first, as on every page.
      let problem = planner.flatMap { _ in Result<TeamFigures.Sums, PlanProblem>.failure(refusal) }
      return TeamFigures(sums: problem, roster: .failure(refusal))
    }
    let showsPeople = reader.refusal(of: .people(members.map { subject($0.id) })) == nil
    let sums = planner.flatMap { planner in
      showsPeople
        ? self.sums(of: id, members, by: planner, figures, in: own)
        : sumsWithoutPeople(of: id, members, by: planner, figures, in: own)
    }
    return TeamFigures(
      sums: sums, roster: .success(roster(own, id, members, showsPeople: showsPeople)))
  }

  private func sums(
    of id: String?, _ members: [Member], by planner: Planner,
    _ known: [FiguresKey: MemberFigures], in own: Dataset
  ) -> Result<TeamFigures.Sums, PlanProblem> {
    figures(of: members, by: planner, known, in: own).flatMap { all in
      Result { () throws(MethodFailure) in
        TeamFigures.Sums(
          summary: try planner.summary(ofTeam: id, all), workdays: try workdays(planner),
          coverage: .everybody, goals: try planner.goalChain(toTeam: id))
      }.mapError { PlanProblem($0, in: own) }
    }
  }

  /// The sums over those of a team who are not known by them.
  private func sumsWithoutPeople(
    of id: String?, _ members: [Member], by planner: Planner,
    _ known: [FiguresKey: MemberFigures], in own: Dataset
  ) -> Result<TeamFigures.Sums, PlanProblem> {
    let made = everybody.made(for: planner.period) {
      figures(of: own.index.members, by: planner, known, in: own).map { figures in
        EverybodysFigures.Made(
          figures, teams: own.index.records.teams, buyers: planner.buyers())
      }
    }
    return made.flatMap { made in
      let key = id ?? ""
      let counted = made.counted.members[key] ?? []
      let coverage = TeamFigures.Coverage(
        people: counted.count, leftOut: members.count - counted.count,
        tellsWon: made.tellingWon.contains(key), tellsClasses: made.tellingClasses.contains(key))
      return Result { () throws(MethodFailure) in
        let summary = try planner.summary(ofTeam: id, made.figures[key] ?? [])
        return TeamFigures.Sums(
          summary: summary.withoutPeople(
            target: !counted.isEmpty, won: coverage.tellsWon, classes: coverage.tellsClasses),
          workdays: try workdays(planner), coverage: .without(coverage),
          goals: made.told(try planner.goalChain(toTeam: id)))
      }.mapError { PlanProblem($0, in: own) }
    }
  }

  private func figures(
    of members: [Member], by planner: Planner, _ known: [FiguresKey: MemberFigures],
    in own: Dataset
  ) -> Result<[MemberFigures], PlanProblem> {
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
    return .success(all)
  }

  private func workdays(_ planner: Planner) throws(MethodFailure) -> Int {
    try planner.calendar.workdays(in: planner.period.range).count
  }

  private func figures(of plan: MonthlyPlan, in own: Dataset) -> Result<MemberFigures, PlanProblem>
  {
    Result { () throws(MethodFailure) in try plan.figures() }.mapError { PlanProblem($0, in: own) }
  }

  private func roster(
    _ own: Dataset, _ id: String?, _ members: [Member], showsPeople: Bool
  ) -> [TeamFigures.Group] {
    let teams = own.index.records.teams
    let byTeam = Dictionary(grouping: members) { $0.team ?? "" }
    func group(_ name: String, _ members: [Member]) -> TeamFigures.Group {
      TeamFigures.Group(
        name: name, members: showsPeople ? members : [], count: members.count)
    }
    var groups = teams.compactMap { team in
      byTeam[team.id].map { group(team.name.isEmpty ? team.id : team.name, $0) }
    }
    let known = Set(teams.map(\.id))
    let rest = members.filter { member in !(member.team.map(known.contains) ?? false) }
    if !rest.isEmpty { groups.append(group("", rest)) }
    return groups
  }
}
