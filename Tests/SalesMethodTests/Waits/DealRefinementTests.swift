import Testing

@testable import SalesMethod

@Suite struct `Chances of open deals` {
  private static let today = day("2026-07-01")
  private static let end = day("2026-07-31")

  /// A deal of one person, created so many days after 1 October 2024; open where its end is not over.
  private func deal(
    _ offset: Int, endsAfter age: Int, won: Bool, stage: String? = nil, isDated: Bool = false
  ) -> Deal {
    let created = day("2024-10-01").adding(days: offset)
    let closed = created.adding(days: age)
    var deal = Deal(customer: "c", amount: Money(units: 1000), created: created, row: row)
    deal.stage = stage
    if isDated { deal.expectedClose = closed }
    if closed < Self.today { (deal.status, deal.closed) = (won ? .won : .lost, closed) }
    return deal
  }

  private func waits(_ deals: [Deal]) throws -> TeamWaits {
    var records = SalesRecords()
    records.members = [Member(id: "zhang", name: "张", row: row)]
    records.customers = [Customer(id: "c", name: "c", owner: "zhang", row: row)]
    records.deals = deals
    return try TeamWaits(WaitRows(records), before: Self.today) { _, _ in nil }
  }

  /// Created every tenth day and won sixty days later, on the day expected.
  private var dated: [Deal] {
    stride(from: 0, to: 630, by: 10).map { deal($0, endsAfter: 60, won: true, isDated: true) }
  }

  @Test func `follow expected dates where these proved right`() throws {
    let waits = try waits(dated)
    let choice = waits.dealRefinement(of: 0)
    #expect(choice.tried == DealRefinement(byDate: true))
    #expect(choice.used == DealRefinement(byDate: true))
    #expect(choice.brierUsed ?? 1 < choice.brier ?? 0)
    let deals = waits.arrivals(of: 0, through: Self.end).deals
    #expect(!deals.isEmpty)
    for open in deals {
      let expected = try #require(dated[open.deal].expectedClose)
      // Every deal was won on its day: due by the end of July, or not at all by then.
      #expect(expected <= Self.end ? open.chance > 0.99 : open.chance == 0)
    }
  }

  @Test func `are not raised by a date that has passed`() throws {
    let late = Deal(
      customer: "c", amount: Money(units: 1000), created: day("2026-05-20"),
      expectedClose: day("2026-06-15"), row: row)
    var undated = late
    undated.expectedClose = nil
    let chances = try [late, undated].map { extra in
      try #require(waits(dated + [extra]).arrivals(of: 0, through: Self.end).deals.last).chance
    }
    #expect(chances[0] == chances[1])
  }

  @Test func `go by age alone where fewer than twenty dates are known, or they say nothing`() throws
  {
    let few = dated.enumerated().map { number, deal in
      var deal = deal
      if number >= 19, deal.status != .open { deal.expectedClose = nil }
      return deal
    }
    #expect(try waits(few).dealRefinement(of: 0).tried == .none)
    // Dates that have nothing to do with what came.
    let wrong = dated.map { deal in
      var deal = deal
      deal.expectedClose = deal.created?.adding(days: 60 + ((deal.created?.number ?? 0) * 37) % 300)
      return deal
    }
    let choice = try waits(wrong).dealRefinement(of: 0)
    #expect(choice.tried.byDate && choice.used == .none)
  }

  /// “hot” deals end on their tenth day, seven of eight won; “cold” ones after a hundred, one of eight won.
  private var staged: [Deal] {
    stride(from: 0, to: 640, by: 9).flatMap { offset in
      let isEighth = offset / 9 % 8 == 0
      return [
        deal(offset, endsAfter: 10, won: !isEighth, stage: "hot"),
        deal(offset, endsAfter: 100, won: isEighth, stage: "cold"),
      ]
    }
  }

  @Test func `follow the stage where enough deals of each have closed`() throws {
    let all = staged
    let waits = try waits(all)
    let choice = waits.dealRefinement(of: 0)
    #expect(choice.tried == DealRefinement(byStage: true) && choice.used == choice.tried)
    let open = waits.arrivals(of: 0, through: Self.end).deals
    // Hot: 7/8 · (1 − (10/11)³¹) = .83 at least as long as anything closes; cold: 1/8 · (1 − (100/101)³¹).
    for open in open {
      if all[open.deal].stage == "hot" {
        #expect(open.chance > 0.75)
      } else {
        #expect(open.chance < 0.06)
      }
    }
    #expect(Set(open.compactMap { all[$0.deal].stage }) == ["hot", "cold"])
  }

  @Test func `go by age alone where a stage only says how deals ended`() throws {
    // Whoever keeps the last stage of closed deals has nothing won in “cold”.
    let ended = staged.map { deal in
      var deal = deal
      if deal.status == .won { deal.stage = "hot" }
      if deal.status == .lost { deal.stage = "cold" }
      return deal
    }
    #expect(try waits(ended).dealRefinement(of: 0).tried == .none)
  }
}
