package import SalesMethod

/// What a page about teams may see: the sums of one team or of all, and who belongs where.
package struct TeamFigures: Hashable, Sendable {
  /// One team and its members, in the order of the tables.
  package struct Group: Hashable, Sendable {
    /// The team's name; empty for members who belong to no team.
    package let name: String
    /// Its members.
    package let members: [Member]
  }

  /// The sums of a team and the days they are about.
  package struct Sums: Hashable, Sendable {
    /// The sums.
    package let summary: TeamSummary
    /// The working days of the period.
    package let workdays: Int
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
