package import SalesMethod

/// What a page about teams may see: the sums of one team or of all, and who belongs where.
package struct TeamFigures: Hashable, Sendable {
  /// One team and its members, in the order of the tables.
  package struct Group: Hashable, Sendable {
    /// The team's name; empty for members who belong to no team.
    package let name: String
    /// Its members; none where the reader may not see them.
    package let members: [Member]
    /// How many they are.
    package let count: Int
  }

  /// The sums of a team and the days they are about.
  package struct Sums: Hashable, Sendable {
    /// The sums.
    package let summary: TeamSummary
    /// The working days of the period.
    package let workdays: Int
    /// Whom the sums are of.
    package let coverage: Covering
    /// The goals from the company down to the page's team and those below it.
    package let goals: [GoalStep]
  }

  /// Whom sums are of.
  package enum Covering: Hashable, Sendable {
    /// Everybody, each by name.
    case everybody
    /// People who are not named, as far as no one of them can be known by the sums.
    case without(Coverage)

    /// What may be told where nobody is named; nil where everybody is.
    package var limits: Coverage? {
      if case .without(let coverage) = self { coverage } else { nil }
    }
  }

  /// What sums without names tell.
  package struct Coverage: Hashable, Sendable {
    /// How many people they are of; 0 where they were fewer than three, and nothing is told.
    package let people: Int
    /// How many of the team are in no sum, because they would be known by it.
    package let leftOut: Int
    /// Whether it is told what was sold: three customers or more bought, or none.
    package let tellsWon: Bool
    /// Whether it is told how many customers each class has.
    package let tellsClasses: Bool
  }

  /// The sums of the page's team, or of everybody.
  package let sums: Result<Sums, PlanProblem>
  /// The members by team; a page about one team has that one.
  package let roster: Result<[Group], PlanProblem>
}

/// A member's plan for a period.
package struct FiguresKey: Hashable, Sendable {
  /// The member's id.
  package let member: String
  /// The period.
  package let period: Period

  /// Names a plan.
  package init(member: String, period: Period) {
    self.member = member
    self.period = period
  }
}
