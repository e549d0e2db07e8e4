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

  /// The ids of the teams.
  package var teamIds: [String] { own?.index.records.teams.map(\.id) ?? [] }

  /// What a team is called; its id where it has no name.
  package func teamName(_ id: String) -> String {
    let name = own?.index.records.teams.first { $0.id == id }?.name ?? ""
    return name.isEmpty ? id : name
  }

  /// The plans of all in a team for the period that was asked for, as somebody sees them who may see all of
  /// them: customers under codes and contacts in masks where the settings say so.
  ///
  ///     try desk.plans(ofTeam: "east", for: reader).get().map(\.member.id)  // ["zhao", "qian"]
  package func plans(ofTeam id: String, for reader: Reader) -> Result<[MonthlyPlan], PlanProblem> {
    guard let own else { return .failure(.noData) }
    let members = own.index.members(ofTeam: id).map(\.id)
    if let refusal = reader.refusal(of: .people(members.map(subject))) { return .failure(refusal) }
    var plans: [MonthlyPlan] = []
    for member in members {
      switch plan(of: member, for: reader) {
      case .success(let plan): plans.append(plan)
      case .failure(let problem): return .failure(problem)
      }
    }
    return .success(plans)
  }

  /// What a team's sums come to in the period that was asked for, as a reader sees them.
  package func sums(
    ofTeam id: String, for reader: Reader
  ) -> Result<TeamFigures.Sums, PlanProblem> {
    team(id, in: request.period, [:], for: reader)?.sums ?? .failure(.noData)
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
      return TeamFigures(
        sums: problem, roster: .failure(refusal), lines: .none)
    }
    let lines = own.index.lines(ofTeam: id)
    let showsPeople = reader.refusal(of: .people(members.map { subject($0.id) })) == nil
    let sums = planner.flatMap { planner in
      showsPeople
        ? self.sums(of: id, members, by: planner, figures, lines, in: own)
        : sumsWithoutPeople(of: id, members, by: planner, figures, in: own)
    }
    return TeamFigures(
      sums: sums, roster: .success(roster(own, id, lines, showsPeople: showsPeople)), lines: lines)
  }

  private func sums(
    of id: String?, _ members: [Member], by planner: Planner,
    _ known: [FiguresKey: MemberFigures], _ lines: TeamLines, in own: Dataset
  ) -> Result<TeamFigures.Sums, PlanProblem> {
    figures(of: members, by: planner, known, in: own).flatMap { all in
      Result { () throws(MethodFailure) in
        var subtotals: [String: TeamSubtotal] = [:]
        for case .team(let team, _, _, _) in lines.lines {
          subtotals[team] = try sums.subtotal(SharedSums.Key(team: team, period: planner.period)) {
            () throws(MethodFailure) in TeamSubtotal(try planner.summary(ofTeam: team, all))
          }
        }
        let summary = try planner.summary(ofTeam: id, all)
        return TeamFigures.Sums(
          summary: summary, workdays: try workdays(planner), coverage: .everybody,
          goals: try planner.goalChain(toTeam: id, withParts: false), subtotals: subtotals,
          listedDeals: listed(summary.deals))
      }.mapError { PlanProblem($0, in: own) }
    }
  }

  /// So many deals are listed.
  private static let mostListed = 20

  /// The largest deals under codes, in an order that says nothing of whose they are.
  private func listed(_ deals: [TeamDeal]) -> [ListedDeal] {
    guard let codes, deals.count >= Disclosure.least else { return [] }
    let listed = deals.compactMap { deal -> (code: String, deal: ListedDeal)? in
      guard let code = codes[deal.customer],
        let band = AmountBand(of: deal.amount, edges: amountBands)
      else { return nil }
      let month = deal.expectedClose.flatMap { DayRange.month($0.month, of: $0.year)?.start }
      return (
        code,
        ListedDeal(
          customer: CustomerCodes.name(code, in: language), customerClass: deal.customerClass,
          band: band, month: month, isOverdue: deal.overdueDays != nil)
      )
    }
    return listed.sorted { left, right in
      (-left.deal.band.number, left.deal.month?.number ?? .max, left.code)
        < (-right.deal.band.number, right.deal.month?.number ?? .max, right.code)
    }.prefix(Self.mostListed).map(\.deal)
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
        tellsWon: made.tellingWon.contains(key), tellsExpected: made.tellingExpected.contains(key),
        tellsWeeks: made.tellingWeeks.contains(key), tellsClasses: made.tellingClasses.contains(key)
      )
      return Result { () throws(MethodFailure) in
        let summary = try planner.summary(ofTeam: id, made.figures[key] ?? [])
        return TeamFigures.Sums(
          summary: summary.withoutPeople(
            target: !counted.isEmpty, won: coverage.tellsWon,
            expected: coverage.tellsExpected, weeks: coverage.tellsWeeks,
            classes: coverage.tellsClasses),
          workdays: try workdays(planner), coverage: .without(coverage),
          goals: made.told(try planner.goalChain(toTeam: id)), subtotals: [:],
          listedDeals: made.tellingDeals.contains(key) ? listed(summary.deals) : [])
      }.mapError { PlanProblem($0, in: own) }
    }
  }

  private func figures(
    of members: [Member], by planner: Planner, _ known: [FiguresKey: MemberFigures],
    in own: Dataset
  ) -> Result<[MemberFigures], PlanProblem> {
    var all: [MemberFigures] = []
    for member in members {
      let key = FiguresKey(member: member.id, period: planner.period)
      if let figures = known[key] ?? sums.figures(key) {
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
    Result { () throws(MethodFailure) in try figures(of: plan) }
      .mapError { PlanProblem($0, in: own) }
  }

  /// What pages of teams need of a member's plan, kept for all of them; made of the plan's customers, whether they
  /// have their names in it or codes.
  package func figures(of plan: MonthlyPlan) throws(MethodFailure) -> MemberFigures {
    var figures = try plan.figures { customersOfCodes[$0] ?? $0 }
    figures.moves = moves(of: plan)
    sums.keep(figures, as: FiguresKey(member: plan.member.id, period: plan.period))
    return figures
  }

  /// How a plan's customers moved between classes since the latest plan that was kept of the member.
  func moves(of plan: MonthlyPlan) -> ClassMoves? {
    latestClasses[plan.member.id].map { earlier in
      let now = RecordedPlan(plan, asking: { customersOfCodes[$0] ?? $0 })
      return ClassMoves(MigrationMatrix(from: earlier, to: now), since: earlier.asOf)
    }
  }

  /// Takes in the figures of a member's plan for the period of a page, as an earlier build kept them: they are right
  /// where the plan is.
  package func keepFigures(_ bytes: [UInt8], of member: String, on head: FrontMatter) {
    sums.keep(bytes, as: FiguresKey(member: member, period: period(of: head)))
  }

  /// How many pages the list of a team's people takes.
  package func pages(ofTeam id: String) -> Int { own?.index.lines(ofTeam: id).pages ?? 1 }

  private func roster(
    _ own: Dataset, _ id: String?, _ lines: TeamLines, showsPeople: Bool
  ) -> [TeamFigures.Group] {
    let teams = Dictionary(
      own.index.records.teams.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func name(_ id: String) -> String {
      teams[id].map { $0.name.isEmpty ? $0.id : $0.name } ?? id
    }
    var groups: [(id: String?, name: String, members: [Member], folded: Int)] = [
      (id, id.map(name) ?? "", [], 0)
    ]
    for line in lines.lines {
      switch line {
      case .member(let member, _):
        own.index.member(member).map { groups[groups.count - 1].members.append($0) }
      case .team(let team, _, let people, let isFolded):
        groups.append((team, name(team), [], isFolded ? people : 0))
      }
    }
    return groups.filter { !$0.members.isEmpty || $0.folded > 0 }.map { group in
      TeamFigures.Group(
        id: group.id, name: group.name, members: showsPeople ? group.members : [],
        count: group.members.count + group.folded)
    }
  }
}
