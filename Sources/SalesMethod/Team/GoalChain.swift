/// The amount that the company or a team is to reach, one line of the way from the company's goal down.
package struct GoalStep: Hashable, Sendable {
  /// The team's id; nil for the company.
  package let team: String?
  /// The team's name; empty for the company.
  package let name: String
  /// How many lines of the way stand above it.
  package let depth: Int
  /// The amount for the period.
  package let target: Money
  /// The teams right below that have goals.
  package let parts: [String]
  /// The sum of their goals; nil where none has one.
  package let sumOfParts: Money?

  /// The same without the sum of the parts.
  package var withoutParts: GoalStep {
    GoalStep(team: team, name: name, depth: depth, target: target, parts: [], sumOfParts: nil)
  }

  /// The sum of the parts over the goal; nil without parts.
  package var share: Rational? {
    sumOfParts.flatMap { Rational($0.hundredths, over: target.hundredths) }
  }
}

extension Planner {
  /// The goals from the company down to a team and to those right below it, or to the first below the
  /// company; a team without a goal is passed over.
  ///
  ///     // Company 2,000,000; east 800,000, south 700,000, north 500,000
  ///     try planner.goalChain(toTeam: "east").map(\.target)  // 2,000,000, 800,000
  ///
  /// Without parts the way ends at the team itself.
  package func goalChain(
    toTeam id: String?, withParts: Bool = true
  ) throws(MethodFailure) -> [GoalStep] {
    let nesting = TeamNesting(index.records.teams)
    var steps: [GoalStep] = []
    for owner in [nil] + nesting.way(to: id).map(Optional.some) {
      if let step = try step(owner, steps.count, nesting) { steps.append(step) }
    }
    guard withParts else { return steps }
    let depth = steps.count
    for owner in try teamsWithGoals(below: id, nesting) {
      if let step = try step(owner, depth, nesting) { steps.append(step) }
    }
    return steps
  }

  private func step(
    _ owner: String?, _ depth: Int, _ nesting: TeamNesting
  ) throws(MethodFailure) -> GoalStep? {
    guard let target = try target(ofTeam: owner) else { return nil }
    let parts = try teamsWithGoals(below: owner, nesting)
    var sum: [Money] = []
    for part in parts {
      if let target = try self.target(ofTeam: part) { sum.append(target) }
    }
    return GoalStep(
      team: owner, name: owner.map(nesting.name) ?? "", depth: depth, target: target,
      parts: parts, sumOfParts: parts.isEmpty ? nil : try total(sum))
  }

  private func target(ofTeam id: String?) throws(MethodFailure) -> Money? {
    let goals = index.goals.owned(by: id ?? Goal.company, touching: period.range)
    return try MemberTarget(goals, period: period, calendar: calendar)?.amount
  }

  /// The teams right below that have goals; of one that has none, those below it.
  private func teamsWithGoals(
    below id: String?, _ nesting: TeamNesting
  ) throws(MethodFailure) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    var waiting = Array(nesting.children(of: id).reversed())
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      if try target(ofTeam: next) != nil {
        found.append(next)
      } else {
        waiting += nesting.children(of: next).reversed()
      }
    }
    return found
  }
}
