import Testing

@testable import SalesMethod

@Suite struct `A team’s summary` {
  private func records() -> SalesRecords {
    var records = WorkedExample.given()
    records.teams = [
      Team(id: "east", name: "华东", row: row),
      Team(id: "shanghai", name: "上海", parent: "east", row: row),
      Team(id: "west", name: "西部", row: row),
    ]
    records.members = [
      Member(id: "zhang", name: "张", team: "east", row: row),
      Member(id: "li", name: "李", team: "shanghai", row: row),
      Member(id: "wang", name: "王", team: "west", row: row),
    ]
    records.goals = [
      goal("g1", 350_000), goal("g2", 80_000, owner: "li"), goal("t", 400_000, owner: "east"),
    ]
    records.customers = [
      Customer(id: "c1", name: "甲", owner: "zhang", row: row),
      Customer(id: "c2", name: "乙", owner: "li", purchasingPower: .no, row: row),
    ]
    records.deals = [
      Deal(
        customer: "c1", amount: Money(units: 100), expectedClose: day("2026-06-10"),
        probabilityMillionths: 500_000, row: row),
      Deal(
        customer: "c2", amount: Money(units: 50), expectedClose: day("2026-05-10"),
        probabilityMillionths: 200_000, row: row),
    ]
    return records
  }

  @Test func `is a dash, not nothing, where a part can be told of nobody`() throws {
    let planner = try samplePlanner(records())
    let figures = try planner.index.members.map { try planner.plan(for: $0.id).figures() }
    let team = try planner.summary(ofTeam: "east", figures).outlook
    #expect(team.untold == Set(Wait.Kind.allCases))
    #expect(team.toldDeals == nil && team.toldExisting == nil && team.toldInProgress == nil)
    #expect(team.toldExpected == nil)
    // One of them has customers who come back: the sum is theirs.
    var more = records()
    for number in 0..<12 {
      let id = "r\(number)"
      more.customers.append(Customer(id: id, name: id, owner: "li", row: row))
      for day in [1, 3, 5] {
        more.orders.append(order(id, "2026-0\(day > 4 ? 4 : day)-0\(day)", 1_000))
      }
    }
    let known = try samplePlanner(more)
    let both = try known.index.members.map { try known.plan(for: $0.id).figures() }
    let sums = try known.summary(ofTeam: "east", both).outlook
    #expect(sums.toldExisting == both[1].outlook.existing && sums.existing > .zero)
    #expect(sums.toldExpected != nil && sums.toldDeals == nil)
  }

  @Test func `adds up its members and the teams below it`() throws {
    let planner = try samplePlanner(records())
    let figures = try planner.index.members.map { try planner.plan(for: $0.id).figures() }
    let team = try planner.summary(ofTeam: "east", figures)
    #expect(team.members.map(\.member.id) == ["zhang", "li"])
    #expect(team.assigned == Money(units: 430_000))
    #expect(team.target == Money(units: 400_000))
    #expect(team.assignment == Rational(43, over: 40))
    #expect(team.classCounts[.c] == 2)
    #expect(team.hours.available.hours == Rational(152))
    #expect(team.infeasibleMembers == 1)
    #expect(
      team.pipeline.map { $0.month?.description } == ["2026-05-01", "2026-06-01"])
    #expect(team.pipeline.map(\.amount) == [Money(units: 50), Money(units: 100)])
    // Nobody wrote down when the deals were created: nothing is expected of them.
    #expect(team.pipeline.map(\.expected) == [.zero, .zero])
    #expect(team.goals.map(\.goal.id) == ["t"])
    let company = try planner.summary(ofTeam: nil, figures)
    #expect(company.members.count == 3)
    #expect(company.target == nil)
    #expect(company.membersWithoutWorkload == 1)
    #expect(throws: MethodFailure.unknownTeam("nowhere")) {
      try planner.summary(ofTeam: "nowhere", figures)
    }
  }

  @Test func `compares no hours where no member has a workload`() throws {
    var records = records()
    records.givenRates = []
    let planner = try samplePlanner(records)
    let figures = try planner.index.members.map { try planner.plan(for: $0.id).figures() }
    let team = try planner.summary(ofTeam: "east", figures)
    let check = try #require(team.goals.first?.checks.first { $0.id == .a3 })
    #expect(check.status == .ask)
    #expect(check.finding == .noWorkload)
  }

  @Test func `splits a target over a quarter, with a season where there is one`() throws {
    let calendar = WorkCalendar(CalendarSettings())
    let quarter = try #require(Period.quarter(2, of: 2026)).range
    let split = try TargetSplit(
      Money(units: 1_000_000), overMonthsOf: quarter, calendar: calendar)
    #expect(split.parts.map(\.target) == [344_262, 311_476, 344_262].map(Money.init(units:)))
    let season = try TargetSplit(
      Money(units: 1_000_000), overMonthsOf: quarter, calendar: calendar, season: [1, 0, 1])
    #expect(season.parts.map(\.target) == [500_000, 0, 500_000].map(Money.init(units:)))
  }
}
