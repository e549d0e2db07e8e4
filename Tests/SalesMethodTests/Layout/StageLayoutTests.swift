import Testing

@testable import SalesMethod

/// Days of five hours; a contact takes a quarter of an hour, a visit two hours, a proposal three.
@Suite struct `The later stages on days` {
  private let times = [250, 2000, 3000].map { WorkingTime(thousandthsOfHour: $0) }
  private func caps(_ days: Int) -> [WorkingTime] {
    Array(repeating: WorkingTime(thousandthsOfHour: 5000), count: days)
  }

  private func hours(_ loads: [Int]) -> [WorkingTime] {
    loads.map { WorkingTime(thousandthsOfHour: $0) }
  }

  @Test func `move within their week to the nearest day with room`() throws {
    // Three days hold 1, 4 and 1 hours; two visits belong to the middle one, where neither fits.
    let layout = try StageLayout(
      [[4, 4, 4], [0, 2, 0], [0, 0, 0]], times: times, weeks: [0..<3],
      loads: hours([1000, 4000, 1000]), caps: caps(3))
    #expect(layout.perDay == [[4, 4, 4], [1, 0, 1], [0, 0, 0]])
    #expect(layout.loads == hours([3000, 4000, 3000]))
  }

  @Test func `lay the longest work first`() throws {
    // The proposal takes the only day with three hours left; the visit goes where two are.
    let layout = try StageLayout(
      [[0, 0], [1, 0], [1, 0]], times: times, weeks: [0..<2], loads: hours([2000, 3000]),
      caps: caps(2))
    #expect(layout.perDay == [[0, 0], [0, 1], [1, 0]])
    #expect(layout.loads == hours([5000, 5000]))
  }

  @Test func `stay in their week, on their own day, where no day has room`() throws {
    let layout = try StageLayout(
      [[0, 0, 0], [2, 0, 0], [0, 0, 0]], times: times, weeks: [0..<2, 2..<3],
      loads: hours([4000, 3500, 0]), caps: caps(3))
    #expect(layout.perDay[1] == [2, 0, 0])
    #expect(layout.loads == hours([8000, 3500, 0]))
  }

  @Test func `leave half a day free where it is off`() throws {
    // The second day has two and a half hours: the visit of two fits it, the proposal of three does not.
    let layout = try StageLayout(
      [[0, 0], [0, 1], [0, 1]], times: times, weeks: [0..<2], loads: hours([0, 0]),
      caps: hours([5000, 2500]))
    #expect(layout.perDay == [[0, 0], [0, 1], [1, 0]])
    #expect(layout.loads == hours([3000, 2000]))
  }

  @Test func `are as many as they were, however many there are`() throws {
    let layout = try StageLayout(
      [[0, 0], [1_000_000, 3], [0, 0]], times: times, weeks: [0..<2], loads: hours([0, 0]),
      caps: caps(2))
    #expect(layout.perDay[1].reduce(0, +) == 1_000_003)
    // Two fit into the first day, two into the second; the rest stays where it was.
    #expect(layout.perDay[1] == [999_998, 5])
  }
}

@Suite struct `A plan's days` {
  @Test(arguments: [60_000, 350_000]) func `hold all the work of the workload`(target: Int) throws {
    var records = WorkedExample.given(target: target)
    records.customers = (1...9).map { number in
      Customer(
        id: "c\(number)", name: "c\(number)", owner: "zhang", purchasingPower: .yes,
        decisionPower: number % 2 == 0 ? .yes : .unknown, need: .yes,
        closeDate: day("2026-05-20"), row: row)
    }
    let planner = try Planner(
      RecordIndex(records), settings: MethodSettings(), period: try #require(Period("2026-05")),
      now: day("2026-05-06"))
    let plan = try planner.plan(for: "zhang")
    let workload = try #require(plan.workload)
    // Day by day and stage by stage the counts are those of the workload.
    for (number, stage) in workload.stages.enumerated() {
      let perDay = plan.workedDays.map { $0.quotas[number] }
      #expect(perDay == stage.perDay)
      #expect(perDay.reduce(0, +) == stage.mean)
      for week in stage.perWeek {
        let days = plan.workedDays.filter { ISOWeek(of: $0.day) == week.week }
        #expect(days.reduce(0) { $0 + $1.quotas[number] } == week.count)
      }
    }
    // All days and what found none are the hours needed.
    let left = plan.unplaced.reduce(0) {
      $0 + $1.missing * planner.settings.cadence[$1.customerClass].time.milliminutes
    }
    let loads = plan.workedDays.reduce(0) { $0 + $1.load.milliminutes }
    #expect(loads + left == workload.hours.needed.milliminutes)
    // No day over its cap goes unsaid.
    let over = plan.workedDays.filter { $0.load > $0.cap }.map(\.day)
    #expect(plan.notes.contains(.daysOverCap(over)) == !over.isEmpty)
    if target == 350_000 { #expect(!over.isEmpty) }
    // Only the funnel and the visits to A may take a day beyond its hours.
    for day in plan.workedDays where day.isOverCap {
      #expect(day.visits.allSatisfy { $0.customerClass == .a })
    }
    #expect(plan.workedDays.contains { $0.visits.contains { $0.customerClass == .a } })
  }
}
