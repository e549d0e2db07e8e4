import Testing

@testable import SalesMethod

@Suite struct `Months that were tested before` {
  private func planner(_ tests: MonthTests?, without member: Bool = false) throws -> Planner {
    var records = InventedTeam(seed: 1).records
    records.goals = [goal("g", 10_000, owner: "p0", from: "2026-06-01", to: "2026-06-30")]
    if member { records.members.removeLast() }
    return try Planner(
      RecordIndex(records), settings: MethodSettings(),
      period: try #require(.month(InventedTeam.today.month, of: InventedTeam.today.year)),
      now: InventedTeam.today, tests: tests)
  }

  @Test func `teach the same, whoever tested them`() throws {
    let first = MonthTests()
    let made = try planner(first)
    // The period begins today, and the month before had a goal.
    #expect(first.made.keys.sorted() == ["2026-07 2026-07-01 last", "2026-07 2026-07-01 now"])
    let second = MonthTests(first.made)
    let again = try planner(second)
    #expect(second.made == first.made)
    for member in made.index.members.map(\.id) {
      let plan = try made.plan(for: member)
      #expect(try again.plan(for: member).outlook == plan.outlook)
      #expect(try planner(nil).plan(for: member).outlook == plan.outlook)
    }
  }

  @Test func `say nothing of another number of members`() throws {
    let fewer = MonthTests()
    _ = try planner(fewer, without: true)
    let kept = MonthTests(fewer.made)
    _ = try planner(kept)
    let whole = MonthTests()
    _ = try planner(whole)
    let isPooled = whole.made.values.allSatisfy { $0.isPooled }
    #expect(isPooled || kept.made == whole.made)
  }
}
