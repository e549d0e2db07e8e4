import OrderedJSON
import Phrases
import SalesMethod
import Testing
import Wording

@testable import PlanData

@Suite struct `What earlier plans said and what came` {
  private func said(
    _ month: Int, expected: Int, _ low: Int, _ high: Int, target: Int? = nil, chance: Double? = nil
  ) throws -> KeptOutlook {
    let range = try #require(DayRange.month(month, of: 2026))
    return KeptOutlook(
      member: "lin", month: range, asOf: range.start, target: target.map { Money(units: $0) },
      expected: Money(units: expected), low: Money(units: low), high: Money(units: high),
      chance: chance, isKept: false)
  }

  /// 100 expected in each of three months: 90 came of 80–120, 120 of the same, 15 of 20–200.
  private func record() throws -> PlanRecord {
    PlanRecord(
      entries: [
        .init(
          said: try said(1, expected: 100, 80, 120, target: 90, chance: 0.7),
          actual: Money(units: 90)),
        .init(said: try said(2, expected: 100, 80, 120), actual: Money(units: 120)),
        .init(
          said: try said(3, expected: 100, 20, 200, target: 16), actual: Money(units: 15)),
      ], unsaid: [try #require(.month(12, of: 2025))])
  }

  @Test func `counts what fell into its interval and how far off plans were`() throws {
    let record = try record()
    #expect(record.inside == 2)
    #expect(record.bias == Rational(3, over: 4))
    #expect(record.entries.map(\.isReached) == [true, nil, false])
    #expect(
      record.text(in: .english)
        == "2 of 3 months fell into their interval (8 of 10 should); 75% of what was expected came")
    #expect(record.text(in: .chinese) == "3 个月里有 2 个落在区间内（应为十之八）；实际为预计的 75%")
    #expect(record.of("bai").text(in: .chinese) == "过去的月份里还没有一个可以对照")
  }

  @Test func `is printed as data`() throws {
    let json = recordJSON(
      try record(), of: ["lin"], asOf: try PlanSample.day("2026-05-06"), months: 6)
    #expect(json[at: "schema"] == "\"salesbook.record/1\"")
    #expect(
      json[at: "entries/0"]
        == #"{"person":"lin","month":"2026-01-01","asOf":"2026-01-01","kept":false,"target":90,"#
        + #""expected":100,"interval80":[80,120],"chance":0.7,"actual":90,"inside":true,"#
        + #""reached":true}"#)
    #expect(json[at: "entries/1/reached"] == nil)
    #expect(json[at: "unsaid"] == "[\"2025-12-01\"]")
    #expect(json[at: "persons/0"] == #"{"person":"lin","months":3,"inside":2,"bias":0.75}"#)
    #expect(json[at: "together"] == #"{"months":3,"inside":2,"bias":0.75}"#)
  }

  @Test func `is what a plan of the month’s first day says, beside the month’s orders`() throws {
    let records = try PlanSample.history()
    func planner(_ month: Int, _ day: String) throws -> Planner {
      try Planner(
        RecordIndex(records), settings: MethodSettings(), period: #require(.month(month, of: 2026)),
        now: PlanSample.day(day))
    }
    let may = try planner(5, "2026-05-06")
    let record = try may.record(of: ["lin"], in: may.pastMonths(3))
    let april = try #require(record.entries.last)
    let then = try planner(4, "2026-04-01").plan(for: "lin").outlook
    #expect(april.said.month == DayRange.month(4, of: 2026))
    #expect(april.said.expected == then.expected)
    #expect(april.said.low == then.interval80?.low && april.said.high == then.interval80?.high)
    // 54,000, 68,000 and 90,000 were ordered in April.
    #expect(april.actual == Money(units: 212_000))
    let kept = KeptOutlook(
      member: "lin", month: april.said.month, asOf: april.said.asOf, target: nil,
      expected: Money(units: 1), low: .zero, high: Money(units: 2), chance: nil)
    let beside = try may.record(of: ["lin"], in: may.pastMonths(3), kept: [kept])
    #expect(beside.entries.last?.said == kept)
    #expect(beside.entries.last?.isInside == false)
  }

  @Test(arguments: [("2026-04-01", [4]), ("2026-03-31", [3, 4]), ("2026-05-01", [])])
  func `leaves out the months before somebody began`(start: String, months: [Int]) throws {
    var records = try PlanSample.history()
    let lin = try #require(records.members.firstIndex { $0.id == "lin" })
    records.members[lin].start = try PlanSample.day(start)
    let may = try Planner(
      RecordIndex(records), settings: MethodSettings(), period: #require(.month(5, of: 2026)),
      now: PlanSample.day("2026-05-06"))
    let record = try may.record(of: ["lin"], in: may.pastMonths(3))
    #expect(record.entries.map(\.said.month.start.month) == months)
    #expect(record.unsaid.map(\.start.month) == [2, 3, 4].filter { !months.contains($0) })
  }
}
