import Testing

@testable import SalesMethod

/// The twelve deals of the method's worked example, created and closed in 2026.
private enum WorkedDeals {
  static let today = day("2026-07-01")
  static let window = day("2026-01-08")

  static let waits: [Wait] = [
    wait("01-10", "01-16", .event), wait("02-01", "02-13", .lost), wait("02-20", "03-26", .event),
    wait("03-05", "03-11", .event), wait("04-01", "05-11", .lost), wait("04-10", nil, nil),
    wait("05-02", "05-22", .event), wait("05-20", nil, nil), wait("06-12", nil, nil),
    wait("06-25", "07-09", .event), wait("01-05", nil, nil), wait("06-01", "06-05", .lost),
  ]

  private static func wait(_ start: String, _ end: String?, _ cause: Wait.Cause?) -> Wait {
    Wait(
      .deal, customer: 0, owner: 0, from: day("2026-" + start),
      to: end.map { day("2026-" + $0) }, cause)
  }

  static func tally(_ numbers: [Int]) -> AgeTally {
    var tally = AgeTally()
    for number in numbers {
      tally.count(waits[number - 1], from: window, before: today, pauses: [])
    }
    return tally
  }

  static let all = tally(Array(1...12))
}

@Suite struct `The worked example of waits` {
  @Test func `counts days and events by age`() {
    let bins = WorkedDeals.all.bins
    #expect(bins.map(\.won) == [2, 0, 1, 1, 0, 0, 0, 0, 0])
    #expect(bins.map(\.lost) == [1, 1, 0, 1, 0, 0, 0, 0, 0])
    #expect(bins.map(\.days) == [86, 54, 90, 85, 51, 30, 56, 0, 0])
  }

  @Test func `merges ages until a group has two events`() {
    let table = LifeTable(WorkedDeals.all, leastEvents: 2)
    #expect(table.groups.map(\.from) == [0, 8, 31])
    #expect(table.groups.map(\.through) == [7, 30, nil])
    #expect(table.groups.map(\.days) == [86, 144, 222])
    #expect(table.groups.map(\.won) == [2, 1, 1])
    #expect(table.groups.map(\.lost) == [1, 1, 1])
  }

  @Test func `gives the chances of the open deals`() {
    let hazards = DailyHazards(LifeTable(WorkedDeals.all, leastEvents: 2))
    #expect(isClose(hazards.chance(from: 19, days: 31), 0.144037168, 5e-10))
    #expect(isClose(hazards.chance(from: 6, days: 31), 0.191651847, 5e-10))
    // The chances of the days add up to the chance within them.
    #expect(isClose(hazards.daily(from: 6, days: 31).reduce(0, +), 0.191651847, 5e-10))
  }

  @Test func `has one group by the rule of five events`() throws {
    let table = LifeTable(WorkedDeals.all)
    #expect(table.groups.count == 1)
    let hazards = DailyHazards(table)
    #expect(isClose(hazards.chance(from: 19, days: 31), 0.219195, 5e-7))
    #expect(isClose(hazards.chance(from: 6, days: 31), 0.219195, 5e-7))
  }

  @Test func `takes a person's own deals beside the team's`() {
    let table = LifeTable(WorkedDeals.all, leastEvents: 2)
    let pace = OwnPace([WorkedDeals.tally([1, 3, 4, 9])], against: [table])
    #expect(isClose(pace.won, 2_634_696.0 / 2_400_071, 1e-14))
    #expect(isClose(pace.lost, 2_291_040.0 / 2_360_111, 1e-14))
    let chance = DailyHazards(table, pace).chance(from: 19, days: 31)
    #expect(isClose(chance, 0.157279131, 5e-10))
  }

  @Test func `learns from three months`() {
    let seen = zip([120.0, 60, 90], [90.0, 80, 85]).map { actual, usual in
      Adjustment.Observation(actual: actual, expected: 100, variance: 400, usual: usual)
    }
    let adjustment = Adjustment(seen, months: 3, withUsual: 3)
    #expect(isClose(adjustment.bias, 0.98, 1e-15))
    #expect(adjustment.blend == 0.5)
    #expect(isClose(adjustment.spread, 0.258493994, 5e-10))
  }
}

@Suite struct `What waits say of a period` {
  @Test func `is the chance of the one deal that is worth something`() throws {
    var records = SalesRecords()
    records.members = [Member(id: "zhang", name: "张", row: row)]
    records.customers = [Customer(id: "c", name: "c", owner: "zhang", row: row)]
    records.deals = WorkedDeals.waits.enumerated().map { number, wait in
      Deal(
        customer: "c", amount: Money(units: number == 8 ? 100 : 0),
        status: wait.cause == .event ? .won : wait.cause == .lost ? .lost : .open,
        created: wait.start, closed: wait.end, row: row)
    }
    let waits = try TeamWaits(WaitRows(records), before: WorkedDeals.today) { _, _ in nil }
    let said = try waits.chances(of: 0, through: day("2026-07-31"), target: 10_000, share: 1)
    // Counted from the first end on record, 16 January: 452 days less the 6 before of deal 1 and the 8 of
    // deal 11. Four won and three lost in 438 days; 31 days to the end.
    var stays = 1.0
    for _ in 0..<31 { stays *= 431.0 / 438 }
    let chance = 4.0 / 7 * (1 - stays)
    #expect(isClose(said.chance(toReach: 1), chance, 1e-12))
    #expect(isClose(said.expected, 10_000 * chance, 1e-8))
    // More often than not nothing comes; what comes is 100 times how the month goes as a whole.
    #expect(said.quantile(0.5) == 0)
    #expect(said.quantile(0.99) > 10_000)
    #expect(said.chance(toReach: 100_000) == 0)
  }
}

/// Whether two numbers differ by no more than a tolerance.
func isClose(_ left: Double, _ right: Double, _ tolerance: Double) -> Bool {
  (left - right).magnitude <= tolerance
}
