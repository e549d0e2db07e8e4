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
  init(
    _ figures: [MemberFigures], teams: [Team], buyers: [String: Int],
    buyersByWeek: [String: [ISOWeek: Int]]
  ) {
    counted = CountedPeople(figures.map(\.member), in: teams)
    let places = Dictionary(
      figures.enumerated().map { ($1.member.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.figures = counted.members.mapValues { ids in
      ids.compactMap { places[$0] }.sorted().map { figures[$0] }
    }
    let classes = Dictionary(
      figures.map { ($0.member.id, $0.classCounts) }, uniquingKeysWith: { first, _ in first })
    let members = counted.members
    let known = Set(teams.map(\.id))
    let parents = Dictionary(
      teams.map { ($0.id, isOutmost($0, known) ? "" : $0.parent ?? "") },
      uniquingKeysWith: { first, _ in first })
    let inside = Dictionary(grouping: teams) { parents[$0.id] ?? "" }
    func telling(_ counts: (String) -> [Int], of kinds: Int) -> Set<String> {
      let zero = [Int](repeating: 0, count: kinds)
      let groups = members.keys.sorted().map { id in
        var own = members[id] ?? []
        for team in inside[id] ?? [] { own.subtract(members[team.id] ?? []) }
        let sum = own.reduce(zero) { sum, member in zip(sum, counts(member)).map(+) }
        return Disclosure.Group(id: id, parent: id.isEmpty ? nil : parents[id], counts: sum)
      }
      return Disclosure.shown(groups)
    }
    let tellingWon = telling({ [buyers[$0] ?? 0] }, of: 1)
    self.tellingWon = tellingWon
    let weeks = Set(buyersByWeek.values.flatMap(\.keys)).sorted()
    // The weeks of a team add up to the whole: they are told only where that is.
    tellingWeeks = telling(
      { id in weeks.map { buyersByWeek[id]?[$0] ?? 0 } }, of: weeks.count
    ).intersection(tellingWon)
    let deals = Dictionary(
      figures.map { ($0.member.id, $0.deals.count) }, uniquingKeysWith: { first, _ in first })
    tellingDeals = telling({ [deals[$0] ?? 0] }, of: 1)
    tellingClasses = telling(
      { id in CustomerClass.allCases.map { classes[id]?[$0] ?? 0 } },
      of: CustomerClass.allCases.count)
  }
}

/// Whether a team lies in the company and in no other team.
private func isOutmost(_ team: Team, _ known: Set<String>) -> Bool {
  team.parent.map { !known.contains($0) } ?? true
}
