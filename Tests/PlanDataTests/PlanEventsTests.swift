import Phrases
import SalesMethod
import Testing

@testable import PlanData

/// A plan for the last three working days of May 2026: 27, 28 and 29, from Wednesday on.
@Suite struct `A plan in a calendar` {
  private static let row = Row(path: "test.csv", line: 1)

  private func calendar(_ language: Language = .chinese) throws -> CalendarFile {
    var records = SalesRecords()
    let row = Self.row
    let month = try #require(DayRange.month(5, of: 2026))
    records.members = [Member(id: "zhang", name: "张", row: row)]
    records.customers = [
      Customer(
        id: "c1", name: "甲,乙", purchasingPower: .yes, decisionPower: .yes, need: .yes,
        closeDate: Day("2026-05-29"), row: row)
    ]
    records.deals = [
      Deal(
        id: "d1", customer: "c1", amount: Money(units: 45_000), created: Day("2026-05-01"),
        expectedClose: Day("2026-05-28"), row: row),
      Deal(
        id: "d2", customer: "c1", amount: Money(units: 7_000), created: Day("2026-03-01"),
        expectedClose: Day("2026-04-30"), row: row),
    ]
    records.goals = [
      Goal(
        id: "g1", owner: "zhang", dimension: .performance, metric: .amount,
        targetHundredths: 35_000_000, unit: "元", start: month.start, end: month.end,
        milestones: [
          .init(date: try #require(Day("2026-05-15")), targetHundredths: 17_500_000),
          .init(date: try #require(Day("2026-05-28")), targetHundredths: 30_000_000),
        ], row: row)
    ]
    let settings = MethodSettings(cadence: Cadence(a: Cadence.Visits(perMonth: 1)))
    let now = try #require(Day("2026-05-27"))
    let planner = try Planner(
      RecordIndex(records), settings: settings, period: #require(Period("2026-05")), now: now)
    return CalendarFile(
      of: try planner.plan(for: "zhang"), in: language, zone: .china, made: now)
  }

  @Test func `has the visits, and what is due from the day of planning on`() throws {
    let titles = try calendar().events.map(\.title)
    #expect(titles.contains("拜访 甲,乙（A）"))
    #expect(titles.contains("节点：今天以前做到 300,000元"))
    #expect(!titles.contains { $0.contains("175,000") })
    #expect(titles.contains("目标到期：350,000元"))
    #expect(titles.contains("预计成交：甲,乙 45,000元"))
    #expect(titles.contains("已过预计成交日：1 单，问清新的日子"))
  }

  @Test func `says the same in English`() throws {
    let titles = try calendar(.english).events.map(\.title)
    #expect(titles.contains("Visit 甲,乙 (A)"))
    #expect(titles.contains("Goal due: CNY 350,000"))
    #expect(titles.contains("Past their date: 1 deal; agree new ones"))
  }

  @Test func `every event has an id of its own that says whose and which it is`() throws {
    let ids = try calendar().events.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("zhang/2026-05/visit/c1/1"))
    #expect(ids.contains("zhang/2026-05/deal/d1"))
  }

  @Test func `every event lies in what is left of the period`() throws {
    let (first, last) = (try #require(Day("2026-05-27")), try #require(Day("2026-05-31")))
    for event in try calendar().events {
      switch event.time {
      case .allDay(let day), .timed(let day, minute: _, minutes: _):
        #expect(day >= first && day <= last, "\(event.title)")
      }
    }
  }
}
