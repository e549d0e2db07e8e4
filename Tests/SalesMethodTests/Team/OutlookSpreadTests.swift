import Testing

@testable import SalesMethod

/// What several may bring together.
@Suite struct OutlookSpreadTests {
  private let coin = OutlookSpread([(0, 0.5), (10_000, 0.5)])

  @Test func `two coins come to nothing, one or two of them`() {
    let sum = coin.adding(coin)
    #expect(sum.chances.map { ($0 * 1e9).rounded() / 1e9 } == [0.25, 0.5, 0.25])
    #expect(sum.amounts == [0, 10_000, 20_000])
  }

  // The binomial of 100 and one half has 10 % at 44 and 90 % at 56; of 1,000 it is 480 and 520.
  @Test(arguments: [(100, 44.0, 56.0), (1_000, 480.0, 520.0)])
  func `many coins come to what the binomial says`(count: Int, low: Double, high: Double) {
    let sum = OutlookSpread.sum([OutlookSpread](repeating: coin, count: count))
    #expect(abs(sum.quantile(0.1) / 10_000 - low) < 0.7)
    #expect(abs(sum.quantile(0.9) / 10_000 - high) < 0.7)
    #expect(abs(sum.mean - Double(count) * 5_000) < 1)
  }

  @Test func `a sum with what is certain is moved by it`() {
    let sum = coin.adding(OutlookSpread(certain: 500))
    #expect(sum.amounts == [500, 10_500])
    #expect(OutlookSpread.sum([]).amounts == [0])
  }

  @Test func `a rare large amount keeps its mean among many small ones`() {
    let rare = OutlookSpread([(0, 0.98), (5_000_000, 0.02)])
    let sum = OutlookSpread.sum([rare] + [OutlookSpread](repeating: coin, count: 40))
    #expect(abs(sum.mean - (100_000 + 200_000)) < 1)
    // 40 coins alone have their 90 % at 24: what is rare moves it by little.
    #expect(sum.quantile(0.9) / 10_000 > 23 && sum.quantile(0.9) / 10_000 < 26)
  }

  // 12,345,678 hundredths: a width of 50,000.00 bears steps of 1,000.00.
  @Test(arguments: [
    (12_345_678.0, 5_000_000.0, 12_300_000), (12_345_678, 40, 12_345_700), (-149, 100, -100),
  ])
  func `an end of a range has no more digits than the range bears`(
    amount: Double, width: Double, rounded: Int
  ) {
    #expect(Money.rounded(amount, for: width) == Money(hundredths: rounded))
  }
}

/// The lines in which a team's page lists its people.
@Suite struct TeamLinesTests {
  private func index(_ teams: [(String, String?)], _ people: [(String, String?)]) -> RecordIndex {
    var records = SalesRecords()
    records.teams = teams.map { Team(id: $0.0, name: "", parent: $0.1, row: row) }
    records.members = people.map { Member(id: $0.0, name: "", team: $0.1, row: row) }
    return RecordIndex(records)
  }

  @Test func `a small company is listed whole, each team before its people`() {
    let index = index(
      [("hq", nil), ("east", "hq"), ("south", "hq")],
      [("w", "hq"), ("a", "east"), ("b", "south"), ("c", "south")])
    #expect(
      index.lines(ofTeam: "hq").lines == [
        .member("w", depth: 0), .team("east", depth: 0, people: 1, isFolded: false),
        .member("a", depth: 1), .team("south", depth: 0, people: 2, isFolded: false),
        .member("b", depth: 1), .member("c", depth: 1),
      ])
    #expect(index.lines(ofTeam: "south").lines == [.member("b", depth: 0), .member("c", depth: 0)])
    #expect(
      index.lines(ofTeam: nil).lines.first == .team("hq", depth: 0, people: 4, isFolded: false))
  }

  @Test func `of many people the teams inside are one line each`() {
    let people = (0..<80).map { ("m\($0)", $0 < 40 ? "east" : "south") } + [("w", "hq")]
    let index = index([("hq", nil), ("east", "hq"), ("south", "hq")], people)
    #expect(
      index.lines(ofTeam: "hq").lines == [
        .member("w", depth: 0), .team("east", depth: 0, people: 40, isFolded: true),
        .team("south", depth: 0, people: 40, isFolded: true),
      ])
    #expect(index.lines(ofTeam: "east").lines.count == 40)
  }

  @Test func `a list of 250 takes three pages, and every one is on one of them`() {
    let index = index([("all", nil)], (0..<250).map { ("m\($0)", "all") })
    let lines = index.lines(ofTeam: "all")
    #expect(lines.pages == 3)
    #expect((1...3).flatMap { lines.lines(ofPage: $0) } == lines.lines)
    #expect(TeamLines.none.pages == 1)
  }

  @Test func `teams that lie around each other are followed once`() {
    let index = index([("a", "b"), ("b", "a")], [("x", "a")])
    #expect(index.lines(ofTeam: "a").people == 1)
  }
}

/// The open deals and the moves between classes on a team's page.
@Suite struct TeamDealsTests {
  private func deal(_ age: Int?, _ amount: Int, late: Int? = nil) -> TeamDeal {
    TeamDeal(
      member: "m", customer: "c", customerClass: .a, amount: Money(units: amount), expected: nil,
      age: age, expectedClose: nil, overdueDays: late)
  }

  @Test func `deals stand in the range of their age, overdue ones counted`() throws {
    let ages = try DealAges([
      deal(0, 10), deal(30, 20, late: 3), deal(31, 40), deal(181, 80, late: 90), deal(nil, 160),
    ]).ranges
    #expect(ages.map(\.through) == [30, 60, nil, nil])
    #expect(ages.map(\.from) == [0, 31, 181, nil])
    #expect(ages.map(\.deals) == [2, 1, 1, 1])
    #expect(ages.map(\.amount.hundredths) == [3_000, 4_000, 8_000, 16_000])
    #expect(ages.map(\.overdue) == [1, 0, 1, 0])
    #expect(ages.map(\.overdueAmount.hundredths) == [2_000, 0, 8_000, 0])
  }

  @Test func `the longest past their date come first, then the largest`() {
    let deals = [deal(1, 10), deal(1, 90), deal(1, 5, late: 2), deal(1, 5, late: 9)]
    #expect(
      deals.longestOverdueFirst.map(\.overdueDays) == [9, 2, nil, nil])
    #expect(deals.longestOverdueFirst.map(\.amount.hundredths) == [500, 500, 9_000, 1_000])
  }

  @Test func `an amount lies in the range above the last edge that it reaches`() throws {
    let edges = [Money(units: 100), Money(units: 500)]
    #expect(AmountBand(of: Money(units: 99), edges: edges)?.below == edges[0])
    let middle = try #require(AmountBand(of: Money(units: 100), edges: edges))
    #expect(middle.from == edges[0] && middle.below == edges[1] && middle.number == 1)
    #expect(AmountBand(of: Money(units: 500), edges: edges)?.below == nil)
    #expect(AmountBand(of: Money(units: 500), edges: []) == nil)
  }

  @Test func `moves of several plans add up`() {
    func plan(_ classes: [(String, CustomerClass)]) -> RecordedPlan {
      RecordedPlan(
        person: "m", asOf: day("2026-04-01"), periodEnd: day("2026-04-30"),
        customers: classes.map { .init(id: $0.0, name: "", customerClass: $0.1) })
    }
    let matrix = MigrationMatrix(
      from: plan([("a", .b), ("b", .b), ("c", .a)]), to: plan([("a", .a), ("b", .b), ("d", .c)]))
    let moves = ClassMoves(matrix, since: day("2026-04-01"))
    #expect(moves[.b, .a] == 1 && moves[.b, .b] == 1 && moves[.a, nil] == 1 && moves[nil, .c] == 1)
    #expect(moves.raised == 1 && moves.lowered == 0)
    let both = moves + ClassMoves(matrix, since: day("2026-04-03"))
    #expect(both[.b, .a] == 2 && both.raised == 2)
    #expect(both.days?.start == day("2026-04-01") && both.days?.end == day("2026-04-03"))
  }
}
