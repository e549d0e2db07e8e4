import SalesMethod

/// What a page about teams may see: the sums of one team or of all, who belongs where, and where
/// each member's plan stands.
struct TeamDesk: Sendable {
  /// One team and its members, in the order of the tables.
  struct Group: Sendable {
    let name: String
    let link: String?
    let members: [Member]
  }

  /// The sums of the page's team, or of everybody.
  let summary: Result<TeamSummary, PlanProblem>
  /// The working days of the period.
  let workdays: Int
  /// The members by team; a page about one team has that one.
  let roster: [Group]
  /// The link from the page to each member's plan, by the member's id; absent where the build makes
  /// none.
  let links: [String: String]
}
