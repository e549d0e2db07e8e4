import SalesMethod
import Synchronization

/// What sums without names are made of, by period: everybody's figures, and of whom each team's sums are;
/// made when a first page asks, and once for all pages.
final class EverybodysFigures: Sendable {
  /// What a period's sums are made of.
  struct Made: Sendable {
    /// The figures of the people counted for each team, in the order of the members' table; the company is
    /// the empty name.
    let figures: [String: [MemberFigures]]
    let counted: CountedPeople
    /// The teams of which it may be told what was sold; the company is the empty name.
    let tellingWon: Set<String>
    /// The teams of which it may be told what is expected; each is among those that tell what was sold.
    let tellingExpected: Set<String>
    /// The teams of which it may be told what was sold in each week; each is among those of the whole period.
    let tellingWeeks: Set<String>
    /// The teams of which deals may be listed, without names.
    let tellingDeals: Set<String>
    /// The teams of which it may be told how many customers each class has.
    let tellingClasses: Set<String>
  }

  private let made = Mutex<[Period: Result<Made, PlanProblem>]>([:])

  /// What was made for a period; whoever asks while it is made waits for it.
  func made(
    for period: Period, _ make: () -> Result<Made, PlanProblem>
  ) -> Result<Made, PlanProblem> {
    made.withLock { made in
      if let known = made[period] { return known }
      let result = make()
      made[period] = result
      return result
    }
  }
}

extension EverybodysFigures.Made {
  /// The goals that may be told: a team of too few people has one person's, and a sum of goals of which one
  /// is not told would tell it.
  func told(_ steps: [GoalStep]) -> [GoalStep] {
    func isTold(_ team: String?) -> Bool { team.map { counted.members[$0] != nil } ?? true }
    return steps.filter { isTold($0.team) }.map { step in
      step.parts.allSatisfy { isTold($0) } ? step : step.withoutParts
    }
  }

  /// Decides what may be told of each team.
  init(_ figures: [MemberFigures], teams: [Team], buyers: Buyers) {
    counted = CountedPeople(figures.map(\.member), in: teams)
    let ofMember = Dictionary(
      figures.map { ($0.member.id, $0) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(
      figures.enumerated().map { ($1.member.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.figures = counted.members.mapValues { ids in
      ids.compactMap { places[$0] }.sorted().map { figures[$0] }
    }
    let nested = NestedTeams(counted, teams)
    let knowledge = Knowledge(figures.map(\.member))
    let customersOfDeals = ofMember.mapValues { Set($0.deals.map(\.customer)) }
    func named(_ customers: Set<String>?, _ member: String) -> Disclosure.Count {
      Disclosure.Count(of: customers ?? [], by: member)
    }
    // What few people sold tells how each did, as what few customers bought tells of each.
    func sold(_ customers: Set<String>?, _ member: String) -> [Disclosure.Count] {
      let isSeller = !(customers ?? []).isEmpty
      return [named(customers, member), Disclosure.Count(isSeller ? 1 : 0, by: member)]
    }
    let inPeriod = nested.groups { sold(buyers.inPeriod[$0], $0) }
    tellingWon = Disclosure.shown(inPeriod, to: knowledge)
    // Of open deals, and of all of whom anything may still come.
    let expected = nested.groups { member in
      let deals = customersOfDeals[member] ?? []
      return sold(buyers.inPeriod[member], member) + [
        named(deals, member), named((buyers.ever[member] ?? []).union(deals), member),
      ]
    }
    tellingExpected = Disclosure.shown(expected, to: knowledge).intersection(tellingWon)
    let weeks = Set(buyers.inWeek.values.flatMap(\.keys)).sorted()
    let inWeeks = nested.groups { member in
      weeks.flatMap { sold(buyers.inWeek[member]?[$0], member) }
    }
    tellingWeeks = Disclosure.weekly(
      nested.groups { member in weeks.map { named(buyers.inWeek[member]?[$0], member) } },
      weekly: Disclosure.shown(inWeeks, to: knowledge), whole: tellingWon, to: knowledge)
    tellingDeals = Disclosure.shown(
      nested.groups { [named(customersOfDeals[$0], $0)] }, to: knowledge)
    tellingClasses = Disclosure.shown(
      nested.groups { member in
        CustomerClass.allCases.map {
          Disclosure.Count(ofMember[member]?.classCounts[$0] ?? 0, by: member)
        }
      }, to: knowledge)
  }
}

/// The teams whose people are counted, as they lie in one another.
private struct NestedTeams {
  /// Each team with the team around it and those of its people who are in none inside.
  private let teams: [(id: String, parent: String?, own: [String])]

  init(_ counted: CountedPeople, _ teams: [Team]) {
    let known = Set(teams.map(\.id))
    let parents = Dictionary(
      teams.map { ($0.id, isOutmost($0, known) ? "" : $0.parent ?? "") },
      uniquingKeysWith: { first, _ in first })
    let inside = Dictionary(grouping: teams) { parents[$0.id] ?? "" }
    self.teams = counted.members.keys.sorted().map { id in
      var own = counted.members[id] ?? []
      for team in inside[id] ?? [] { own.subtract(counted.members[team.id] ?? []) }
      return (id, id.isEmpty ? nil : parents[id], own.sorted())
    }
  }

  /// The teams with what their own people come to, for each thing that is told.
  func groups(_ counts: (String) -> [Disclosure.Count]) -> [Disclosure.Group] {
    teams.map { team in
      let sums = team.own.reduce(into: counts("")) { sums, member in
        for (thing, count) in counts(member).enumerated() { sums[thing] += count }
      }
      return Disclosure.Group(id: team.id, parent: team.parent, counts: sums)
    }
  }
}

/// Whether a team lies in the company and in no other team.
private func isOutmost(_ team: Team, _ known: Set<String>) -> Bool {
  team.parent.map { !known.contains($0) } ?? true
}
