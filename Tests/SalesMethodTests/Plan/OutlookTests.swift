import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `The outlook of a plan` {
  @Test func `has a confident column from given rates`() throws {
    let plan = try samplePlan(WorkedExample.given())
    let forecast = try #require(plan.forecast)
    #expect(forecast.contacts == 160)
    #expect(forecast.probabilityInPeriod == nil)
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
    #expect(
      lag.lastUsefulStart.map { $0.day?.description } == ["2026-05-15", "2026-05-07", "2026-04-22"])
    #expect(
      lag.text(in: .chinese)
        == "从首次接触到成交的中位数为 26 天：5 月 7 日后新接触的客户，即使最终成交，过半也要到 6 月或以后")
    #expect(plan.pareto?.entries.count == 12)
    #expect(plan.customers.filter { $0.valueTier != nil }.count == 12)
  }

  @Test func `knows when planned contacts close`() throws {
    let lag = try #require(LagDistribution(WorkedExample.lags))
    #expect(lag.share(within: 14) == Rate(successes: 2, trials: 12))
    #expect(lag.share(within: 21) == Rate(successes: 5, trials: 12))
    #expect(lag.share(within: 30) == Rate(successes: 7, trials: 12))
    let range = try #require(DayRange.month(5, of: 2026))
    let workdays = try WorkCalendar(CalendarSettings()).workdays(in: range)
    let conversion = try #require(Rational(1, over: 20))
    let expected: [(LayoutSettings.Shape, [Double])] = [
      (.even, [1.654167, 6.108333, 7.65]), (.front, [2.066667, 6.279167, 7.7375]),
    ]
    for (shape, deals) in expected {
      let counts = try ContactLayout.daily(160, days: 19, LayoutSettings(shape: shape))
      let schedule = ClosingSchedule(counts, on: workdays, lag: lag)
      for (date, value) in zip(["2026-05-31", "2026-06-30", "2026-07-31"], deals) {
        #expect(isClose(try schedule.deals(by: day(date), conversion: conversion).double, value))
      }
    }
  }

  @Test func `ages open deals`() throws {
    let lag = try #require(LagDistribution(WorkedExample.lags))
    let aging = DealAging(won: lag, lost: nil)
    #expect(isClose(aging.chance(0.5, age: 21, horizon: 30)?.within, 0.357143))
    let old = try #require(aging.chance(0.5, age: 75, horizon: 30))
    #expect(old.within == 0 && old.isOlder)
    #expect(DealAging(won: nil, lost: nil).chance(0.5, age: 1, horizon: 1) == nil)
  }

  @Test func `expects repeats from the gaps seen`() {
    let gaps = [20, 30, 40, 50]
    #expect(RepeatOrder.chance(gaps: gaps, age: 25, horizon: 10).chance == 1.0 / 3)
    #expect(RepeatOrder.chance(gaps: gaps, age: 50, horizon: 10).isOlder)
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
        let parts = streams.achieved + streams.openPipeline + streams.repeats + streams.gap
        #expect(parts - streams.surplus == streams.target)
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
