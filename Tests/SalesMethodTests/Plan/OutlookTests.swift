import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `The outlook of a plan` {
  @Test func `has a confident column from given rates`() throws {
    let plan = try samplePlan(WorkedExample.given())
    let forecast = try #require(plan.forecast)
    #expect(forecast.contacts == 160)
    #expect(plan.outlook.saidChance == nil)
    #expect(plan.notes.contains(.outlook(.chanceUnsaid(.tooFewMonths(0)))))
    #expect(plan.notes.contains(.lagUnknown))
    #expect(plan.notes.contains(.orderSizesUnknown))
    let contacts = try #require(forecast.contactsForConfidence)
    #expect(plan.workload?.stages[0].confident == contacts)
    #expect(contacts > 160)
  }

  @Test func `meets the worked example from rows`() throws {
    var records = WorkedExample.history()
    records.orders = records.orders.map { order in
      var order = order
      order.customer = order.customer.map { $0 }
      return order
    }
    let planner = try samplePlanner(records)
    let plan = try planner.plan(for: "zhang")
    let rates = try #require(plan.rates).rates.map(\.working)
    #expect(try BackSolving.forward(245, rates: rates) == [245, 98, 37, 13])
    let time = try BackSolving.time(for: [245, 98, 37, 13], funnel: FunnelStage.standard)
    #expect(time.hours == Rational(1577, over: 4))
    let lag = try #require(plan.lag)
    #expect(lag.lag.days == WorkedExample.lags)
    #expect(lag.lag.median == Rational(26))
    // Twelve first orders of twelve contacts after WorkedExample.lags.
    let waits = try #require(plan.outlook.evidence.first { $0.kind == .firstOrder })
    #expect(waits.tables[0].groups.reduce(0) { $0 + $1.won } == 12)
    #expect(lag.lastUsefulStart.map(\.shareThousandths) == [250, 500, 750])
    // A quarter within 15 days, a half within 24, three quarters within 39: the last working days before.
    #expect(
      lag.lastUsefulStart.compactMap(\.day) == ["2026-05-15", "2026-05-07", "2026-04-22"].map(day))
    #expect(lag.text(in: .chinese).hasPrefix("从首次接触到成交的中位数为 26 天"))
    #expect(plan.pareto?.entries.count == 12)
    #expect(plan.customers.filter { $0.valueTier != nil }.count == 12)
  }

  @Test func `keeps the observed cycles`() throws {
    let lag = try #require(LagDistribution(WorkedExample.lags))
    #expect(lag.share(within: 14) == Rate(successes: 2, trials: 12))
    #expect(lag.share(within: 21) == Rate(successes: 5, trials: 12))
    #expect(lag.share(within: 30) == Rate(successes: 7, trials: 12))
  }

  @Test func `adds up parts, whatever the records`() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<4 {
      let records = randomRecords(&random)
      let plan = try samplePlan(records, now: "2026-05-12")
      let again = try samplePlan(records, now: "2026-05-12")
      #expect(plan.notes == again.notes)
      #expect(plan.customers == again.customers)
      #expect(plan.forecast == again.forecast)
      if let streams = plan.streams {
        let parts =
          streams.achieved + streams.openPipeline + streams.repeats + streams.inProgress
          + streams.other + streams.gap
        #expect(parts - streams.surplus == streams.target)
        #expect(plan.outlook.gap == streams.gap && plan.outlook.surplus == streams.surplus)
      }
      for (number, stage) in (plan.workload?.stages ?? []).enumerated() {
        #expect(stage.perDay.reduce(0, +) == stage.mean)
        #expect(stage.perWeek.map(\.count).reduce(0, +) == stage.mean)
        #expect(plan.workedDays.map { $0.quotas[number] }.reduce(0, +) == stage.mean)
      }
      #expect(plan.classCounts.total == plan.customers.count)
      let placed = plan.customers.reduce(0) { $0 + $1.visits.count }
      let missing = plan.unplaced.reduce(0) { $0 + $1.missing }
      #expect(placed + missing == plan.customers.reduce(0) { $0 + $1.wantedVisits })
      #expect(plan.days.reduce(0) { $0 + $1.visits.count } == placed)
    }
  }
}
