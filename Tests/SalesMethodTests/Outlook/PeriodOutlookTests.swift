import Testing

@testable import SalesMethod

@Suite struct `The dated outlook of a plan` {
  @Test func `adds up, part by part and row by row, whatever the records`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<6 {
      var records = randomRecords(&random)
      for number in 0..<8 {
        records.deals.append(
          Deal(
            customer: "c\(number % 5)", amount: Money(units: 4_321),
            status: number % 2 == 0 ? .won : .lost, created: day("2026-02-01"),
            closed: day("2026-03-0\(number + 1)"), row: row))
      }
      let plan = try samplePlan(records, now: "2026-05-12")
      let outlook = plan.outlook
      let parts = [
        outlook.won, outlook.deals, outlook.existing, outlook.inProgress, outlook.newContacts,
        outlook.other,
      ]
      #expect(parts.reduce(.zero, +) == outlook.expected)
      #expect(outlook.openDeals.map(\.expected).reduce(.zero, +) == outlook.deals)
      #expect(outlook.customers.map(\.expected).reduce(.zero, +) == outlook.existing)
      #expect(outlook.contacts.map(\.expected).reduce(.zero, +) == outlook.inProgress)
      #expect(plan.streams?.gap == outlook.gap && plan.streams?.surplus == outlook.surplus)
      let amounts = outlook.quantiles.map(\.amount)
      #expect(zip(amounts, amounts.dropFirst()).allSatisfy { $0 <= $1 })
      for stage in plan.workload?.stages ?? [] {
        #expect(stage.confident.map { $0 >= stage.mean } ?? true)
      }
    }
  }

  @Test func `counts won deals as sold where a person has no orders`() throws {
    var records = WorkedExample.given()
    records.customers = [Customer(id: "c1", name: "一", row: row)]
    records.deals = ["2026-05-04", "2026-05-05", "2026-05-06"].map {
      Deal(
        customer: "c1", amount: Money(units: 7_000), status: .won, created: day("2026-04-01"),
        closed: day($0), row: row)
    }
    let plan = try samplePlan(records)
    #expect(plan.outlook.won == Money(units: 14_000))
    #expect(plan.streams?.achieved == Money(units: 14_000))
    #expect(plan.outlook.today == Money(units: 7_000))
    #expect(plan.notes.contains(.outlook(.wonDealsStandIn)))
    #expect(plan.notes.contains(.outlook(.today(Money(units: 7_000)))))
    records.orders = [order("c1", "2026-03-01", 500)]
    let withOrders = try samplePlan(records)
    #expect(withOrders.outlook.won == .zero)
    #expect(!withOrders.notes.contains(.outlook(.wonDealsStandIn)))
  }

  @Test func `lists won deals that no order followed, and deals past their date`() throws {
    var records = WorkedExample.given()
    records.customers = ["c1", "c2"].map { Customer(id: $0, name: $0, row: row) }
    records.deals = ["c1", "c2"].map {
      Deal(
        customer: $0, amount: Money(units: 7_000), status: .won, created: day("2026-02-01"),
        closed: day("2026-03-01"), row: row)
    }
    records.deals.append(
      Deal(
        customer: "c2", amount: Money(units: 900), created: day("2026-04-20"),
        expectedClose: day("2026-05-05"), row: row))
    records.orders = [order("c1", "2026-03-31", 500)]
    let outlook = try samplePlan(records).outlook
    #expect(outlook.wonWithoutOrder.map(\.customer) == ["c2"])
    #expect(outlook.overdueDeals.map(\.deal.customer) == ["c2"])
    #expect(outlook.openDeals.map(\.age) == [16])
    // Two wins are fewer than five: nothing is said of deals.
    #expect(outlook.unknown.contains(.deal) && outlook.openDeals[0].chance == nil)
    #expect(outlook.coverage == Rational(900, over: 350_000))
    // Past its date: it is apart, in no best case.
    #expect(outlook.bestCase == .zero && outlook.commit == .zero)
  }
}

@Suite struct `A plan made before its period` {
  /// Orders of every tenth day until today, and of every tenth day after.
  private func records() -> SalesRecords {
    var records = WorkedExample.given()
    records.goals = [goal("g1", 40_000)]
    records.customers = (1...30).map { Customer(id: "c\($0)", name: "c\($0)", row: row) }
    records.orders = (0..<60).map { number in
      var order = order("c\(number % 30 + 1)", "2025-06-01", 1_000)
      order.date = order.date.adding(days: number * 6)
      return order
    }
    return records
  }

  private func plan(_ records: SalesRecords, now: String) throws -> MonthlyPlan {
    try Planner(
      RecordIndex(records), settings: MethodSettings(), period: try #require(Period("2026-05")),
      now: day(now)
    ).plan(for: "zhang")
  }

  @Test func `reads nothing that is dated after the day it is made`() throws {
    var without = records()
    without.orders.removeAll { $0.date > day("2026-04-10") }
    #expect(without.orders.count < records().orders.count)
    let seen = try plan(records(), now: "2026-04-10")
    let unseen = try plan(without, now: "2026-04-10")
    #expect(seen.asOf == day("2026-05-01") && seen.known == day("2026-04-11"))
    #expect(seen.outlook.laterOrders > 0)
    #expect(seen.outlook.expected == unseen.outlook.expected)
    #expect(seen.outlook.evidence == unseen.outlook.evidence)
    #expect(seen.outlook.usualMonth == unseen.outlook.usualMonth)
    #expect(seen.sold == unseen.sold)
    // The month before its own has not ended: the last one that has is March.
    #expect(seen.sold.last?.month.end == day("2026-03-31"))
  }

  @Test func `expects of the period what it expects, however early it is made`() throws {
    // Thirty customers come back every 180 days: some five orders a month, whenever the plan is made.
    let early = try plan(records(), now: "2026-03-20").outlook.existing
    let late = try plan(records(), now: "2026-05-01").outlook.existing
    #expect(early > .zero && late > .zero)
    #expect(2 * early.hundredths > late.hundredths && early.hundredths < 2 * late.hundredths)
  }
}

@Suite struct `The verdict of a plan` {
  private func verdict(_ change: (inout SalesRecords) -> Void) throws -> Verdict? {
    var records = WorkedExample.given()
    change(&records)
    return try samplePlan(records).verdict
  }

  @Test func `is over capacity first, with the lever that asks for the least`() throws {
    let verdict = try #require(try verdict { _ in })
    #expect(verdict.standing == .overCapacity)
    #expect(
      verdict.reason
        == .hours(needed: WorkingTime(minutes: 256 * 60), available: WorkingTime(minutes: 76 * 60)))
    // Hours × 64/19 is less than an order size × 4.
    let lever = Lever(kind: .hours, effect: .times(Rational(64, over: 19) ?? .zero))
    #expect(verdict.help == .lever(lever))
  }

  @Test func `cannot say where no month could be tested`() throws {
    let verdict = try verdict { $0.goals = [goal("g1", 40_000)] }
    #expect(verdict?.standing == .cannotSay)
    #expect(verdict?.reason == .unsaid(.tooFewMonths(0)))
  }

  @Test func `is on track where the target is won`() throws {
    let verdict = try verdict { records in
      records.goals = [goal("g1", 40_000)]
      records.customers = [Customer(id: "c1", name: "一", row: row)]
      records.orders = [order("c1", "2026-05-05", 40_000)]
    }
    #expect(verdict == Verdict(standing: .onTrack, reason: .reached, help: nil))
  }

  @Test func `is nothing without a goal`() throws {
    #expect(try verdict { $0.goals = [] } == nil)
  }
}
