import Testing
import Wording

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
      if let largest = plan.shortfall?.largestFeasibleTarget {
        #expect(largest >= outlook.expected)
      }
      let amounts = outlook.quantiles.map(\.amount)
      #expect(zip(amounts, amounts.dropFirst()).allSatisfy { $0 <= $1 })
      for stage in plan.workload?.stages ?? [] {
        #expect(stage.confident.map { $0 >= stage.mean } ?? true)
      }
    }
  }

  /// Three members with thirty customers who ordered twice, and one who has six customers of their own.
  private func team() -> SalesRecords {
    var records = SalesRecords()
    records.members = ["zhang", "li", "wang", "xu"].map { Member(id: $0, name: $0, row: row) }
    records.goals = [goal("g1", 400_000)]
    for number in 0..<36 {
      let id = "c\(number)"
      let owner = number < 6 ? "zhang" : ["li", "wang", "xu"][number % 3]
      records.customers.append(Customer(id: id, name: id, owner: owner, row: row))
      let first = day("2025-11-01").adding(days: number * 4)
      let units = number < 6 ? 1_000 : 30_000
      records.orders.append(order(id, first.description, units))
      records.orders.append(order(id, first.adding(days: 20 + number).description, units))
    }
    records.presentTables = ["customers", "goals", "orders", "team"]
    return records
  }

  @Test func `goes by the team's orders where one's own are few, and says so`() throws {
    let plan = try samplePlan(team(), now: "2026-05-06")
    let size = try #require(plan.outlook.orderSize)
    // Twelve of 1,000 and, as the last two come after the day, 58 of 30,000: 1,752,000 ÷ 70.
    #expect(size.isTeams && size.orders == 70)
    #expect(abs(size.mean - 2_502_857.14) < 0.01)
    #expect(plan.outlook.existing > .zero)
    #expect(plan.notes.contains(.outlook(.sizesOfTeam(orders: 70))))
    let others = try samplePlanner(team()).plan(for: "li")
    #expect(others.outlook.orderSize?.isTeams == false && others.outlook.orderSize?.orders == 20)
    #expect(!others.notes.contains(.outlook(.sizesOfTeam(orders: 70))))
  }

  @Test func `is never more than the largest target that fits`() throws {
    var records = WorkedExample.history()
    records.goals = [goal("g1", 3_000_000)]
    let plan = try samplePlan(records)
    let shortfall = try #require(plan.shortfall)
    #expect(shortfall.largestFeasibleTarget >= plan.outlook.expected)
    let raised = try shortfall.reaching(newContacts: Money(units: 2_000_000), of: plan.streams)
    let streams = try #require(plan.streams)
    #expect(raised.largestFeasibleTarget == streams.target - streams.gap + Money(units: 2_000_000))
    #expect(raised.missingAmount == streams.gap - Money(units: 2_000_000))
    let given = try samplePlan(WorkedExample.given())
    let whole = try #require(given.shortfall)
    #expect(try whole.reaching(newContacts: Money(units: 87_500), of: given.streams) == whole)
    #expect(try whole.reaching(newContacts: Money(units: 87_501), of: given.streams) != whole)
  }

  @Test func `is no wider where the target is far away`() throws {
    let near = try samplePlan(team())
    for units in [40_000_000, 900_000_000_000] {
      var records = team()
      records.goals = [goal("g1", units)]
      let far = try samplePlan(records)
      #expect(far.outlook.expected == near.outlook.expected)
      for (one, other) in zip(near.outlook.quantiles, far.outlook.quantiles) {
        // One step of either grid, at most.
        #expect(abs((one.amount - other.amount).hundredths) <= 100_000, "\(one) \(other)")
      }
      #expect(far.outlook.saidChance ?? 0 < 0.001)
    }
  }

  @Test func `of a usual month alone may come out at nothing`() throws {
    var records = SalesRecords()
    records.members = [Member(id: "zhang", name: "张", row: row)]
    records.goals = [goal("g1", 20_000)]
    // Four first orders, of people whom nobody is on record to have contacted: no wait of any kind has ended.
    records.customers = (0..<4).map {
      Customer(id: "c\($0)", name: "c\($0)", owner: "zhang", row: row)
    }
    records.orders = ["2025-12-03", "2026-02-10", "2026-03-20", "2026-04-08"].enumerated().map {
      order("c\($0.offset)", $0.element, 5_000)
    }
    records.presentTables = ["customers", "goals", "orders", "team"]
    let outlook = try samplePlan(records, now: "2026-05-01").outlook
    #expect(outlook.unknown.count == 3)
    if outlook.other > .zero {
      #expect(outlook.interval80?.low == .zero)
      #expect(outlook.interval80.map { $0.high >= Money(units: 5_000) } ?? false)
    }
  }

  @Test func `takes for each deal the date that stands on it`() throws {
    var records = team()
    records.deals = ["2026-05-20", "2026-04-20", nil].enumerated().map { number, close in
      Deal(
        id: "d\(number)", customer: "c0", amount: Money(units: 9), created: day("2026-04-01"),
        expectedClose: close.flatMap { Day($0) }, row: row)
    }
    let open = try samplePlan(records).outlook.openDeals
    let step = NextStep.confirmDate(day("2026-05-20"))
    #expect(open.map { $0.step(step) } == [step, .renewDate, .askDate])
    #expect(open.map { $0.step(.findDecisionMaker) }.allSatisfy { $0 == .findDecisionMaker })
  }

  @Test func `names deals that are dated after the day`() throws {
    var records = team()
    records.deals = [
      Deal(
        customer: "c0", amount: Money(units: 9), status: .won, created: day("2026-04-01"),
        closed: day("2026-06-01"), row: Row(path: "deals.csv", line: 2)),
      Deal(
        customer: "c1", amount: Money(units: 9), created: day("2026-07-01"),
        row: Row(path: "deals.csv", line: 3)),
      Deal(
        customer: "c2", amount: Money(units: 9), created: day("2026-04-01"),
        row: Row(path: "deals.csv", line: 4)),
    ]
    let planner = try samplePlanner(records)
    let plan = try planner.plan(for: "zhang")
    #expect(plan.notes.contains(.outlook(.laterDeals(count: 2))))
    #expect(try planner.explain("notes.later_deals", in: plan).rows.map(\.line) == [2, 3])
  }

  @Test func `sets time beside what customers are expected to bring by the end`() throws {
    var records = team()
    records.activities = [
      Activity(customer: "c0", date: day("2026-04-10"), type: "visit", row: row),
      Activity(customer: "c5", date: day("2026-04-13"), type: "visit", row: row),
    ]
    records.presentTables.append("activities")
    let plan = try samplePlan(records)
    let attention = try #require(plan.attention)
    let expected = plan.outlook.expectedByCustomer
    let sum = expected.values.reduce(.zero, +)
    #expect(sum == plan.outlook.existing + plan.outlook.deals + plan.outlook.inProgress)
    for entry in attention.entries {
      let part = expected[entry.customer] ?? .zero
      let share = try #require(entry.expectedShare)
      #expect(abs(share - Double(part.hundredths) / Double(sum.hundredths)) < 1e-12)
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

  @Test func `is over capacity by visits alone where nothing tells the rates`() throws {
    var records = SalesRecords()
    records.members = [Member(id: "zhang", name: "张", row: row)]
    records.customers = (0..<60).map {
      Customer(
        id: "c\($0)", name: "c\($0)", owner: "zhang", purchasingPower: .yes, decisionPower: .yes,
        need: .yes, row: row)
    }
    records.presentTables = ["customers", "goals", "team"]
    for target in [100_000, 0] {
      records.goals = [goal("g1", max(target, 1))]
      if target == 0 { records.orders = [order("c0", "2026-05-02", 10)] }
      let plan = try samplePlan(records)
      guard case .hours(let needed, let available)? = plan.verdict?.reason else {
        Issue.record("\(String(describing: plan.verdict))")
        continue
      }
      #expect(plan.verdict?.standing == .overCapacity && needed > available)
      let check = plan.goals[0].checks.first { $0.id == .a3 }
      #expect(check?.status == .fail)
      #expect((plan.workload != nil) == (target == 0))
    }
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
