import Testing

@testable import SalesMethod

/// Rows that cannot be, and histories of next to nothing: a note with a name, and never a certainty.
@Suite struct `Odd records` {
  /// One person with three customers and a target; nothing has happened.
  private func plan(_ change: (inout SalesRecords) -> Void) throws -> MonthlyPlan {
    var records = WorkedExample.given()
    records.customers = ["c1", "c2", "c3"].map {
      Customer(id: $0, name: $0, owner: "zhang", row: row)
    }
    records.presentTables += ["customers", "deals", "orders", "activities"]
    change(&records)
    let plan = try samplePlan(records)
    #expect(plan.outlook.saidChance == nil)
    #expect(plan.verdict?.standing != .onTrack)
    return plan
  }

  private func count(of reason: UnusedWait.Reason, in plan: MonthlyPlan) -> Int? {
    plan.notes.lazy.compactMap { note -> Int? in
      guard case .outlook(.unusedRows(reason, let count)) = note else { return nil }
      return count
    }.first
  }

  @Test func `name deals that closed before they were created, and use none of them`() throws {
    let plan = try plan { records in
      records.deals = (1...6).map { number in
        Deal(
          customer: "c1", amount: Money(units: 1000), status: .won, created: day("2026-04-20"),
          closed: day("2026-04-0\(number)"), row: row)
      }
    }
    #expect(count(of: .closedBeforeCreated, in: plan) == 6)
    #expect(plan.outlook.unknown.contains(.deal))
  }

  @Test func `count no order of the future, and say how many there are`() throws {
    let plan = try plan { records in
      records.orders = [
        order("c1", "2026-05-20", 900_000), order("c2", "2027-01-01", 900_000),
        order("c3", "2026-05-06", 5),
      ]
    }
    #expect(plan.outlook.won == .zero && plan.outlook.expected == .zero)
    #expect(plan.notes.contains(.outlook(.laterOrders(count: 2))))
    #expect(plan.notes.contains(.outlook(.today(Money(units: 5)))))
  }

  @Test func `name first contacts after the first order`() throws {
    let plan = try plan { records in
      records.orders = [order("c1", "2026-01-10", 100)]
      records.activities = [
        Activity(customer: "c1", date: day("2026-02-10"), type: "contact", row: row)
      ]
    }
    #expect(count(of: .contactAfterOrder, in: plan) == 1)
  }

  @Test func `of one day, and of no event, expect nothing and say why`() throws {
    for ordered in [false, true] {
      let plan = try plan { records in
        records.activities = ["c1", "c2", "c3"].map {
          Activity(customer: $0, date: day("2026-05-05"), type: "contact", row: row)
        }
        if ordered { records.orders = [order("c1", "2026-05-05", 100)] }
        records.deals = [
          Deal(customer: "c2", amount: Money(units: 900), created: day("2026-05-05"), row: row)
        ]
      }
      let sold = Money(units: ordered ? 100 : 0)
      #expect(plan.outlook.expected == sold)
      // Nobody knows how much more may come: no interval is said.
      #expect(plan.outlook.interval80 == nil)
      for kind in Wait.Kind.allCases {
        #expect(plan.notes.contains(.outlook(.tooFewEvents(kind))))
      }
    }
  }

  // From the first win to 6 May: 28 days from 8 April, 27 from the 9th.
  @Test(arguments: [("2026-04-08", true), ("2026-04-09", false)])
  func `of less than four weeks expect nothing of open deals, and say why`(
    first: String, isLongEnough: Bool
  ) throws {
    let plan = try plan { records in
      records.deals = [first, "2026-04-10", "2026-04-11", "2026-04-12", "2026-04-13"].map {
        Deal(
          customer: "c1", amount: Money(units: 1000), status: .won, created: day("2026-04-01"),
          closed: day($0), row: row)
      }
      records.deals.append(
        Deal(customer: "c2", amount: Money(units: 900), created: day("2026-04-20"), row: row))
    }
    #expect(plan.outlook.unknown.contains(.deal) != isLongEnough)
    #expect(plan.notes.contains(.outlook(.recordTooShort(.deal))) != isLongEnough)
  }

  @Test func `with amounts that exceed the target by far give the chance of one of them`() throws {
    var records = WorkedExample.given(target: 350)
    records.customers = [Customer(id: "c1", name: "c1", owner: "zhang", row: row)]
    records.deals = ["06", "08", "10", "12", "14"].map { closed in
      Deal(
        customer: "c1", amount: Money(units: 5_000_000), status: .won, created: day("2026-04-01"),
        closed: day("2026-04-\(closed)"), row: row)
    }
    records.deals.append(
      Deal(
        customer: "c1", amount: Money(units: 7_654_321), created: day("2026-05-05"), row: row))
    let dated = try MemberOutlook(
      MemberBasis(0, in: samplePlanner(records, now: "2026-05-15").basis), beside: [])
    // One win in seven days, as 1 + 3 + 5 + 7 + 9 and 10 days bring five: 1 − (6/7)¹⁷.
    let chance = dated.dated.chance(toReach: 35_000)
    var stays = 1.0
    for _ in 0..<17 { stays *= 6.0 / 7 }
    #expect((chance - (1 - stays)).magnitude < 1e-9)
    #expect(dated.dated.grid.step > 0)
  }

  @Test func `do not call work that fits nowhere safe`() throws {
    // 759 first contacts of a quarter of an hour alone are 189.75 h; there are 76.
    var records = WorkedExample.given(target: 1_653_750)
    records.givenFactors = [
      GivenFactors(dealSize: Money(units: 35_000), repeatThousandths: 1250, row: row)
    ]
    let plan = try samplePlan(records)
    #expect(plan.workload?.stages.first?.mean ?? 0 > 700)
    #expect(plan.verdict?.standing == .overCapacity)
    let checks = plan.goals.flatMap(\.checks)
    #expect(checks.first { $0.id == .a3 }?.status == .fail)
    #expect(checks.first { $0.id == .a2 }?.status != .pass)
    #expect(plan.outlook.contactsThatFit < 100)
  }

  @Test func `of nothing but losses say that they cannot tell`() throws {
    let plan = try plan { records in
      records.deals = (0..<30).map { number in
        Deal(
          customer: "c1", amount: Money(units: 1000), status: .lost,
          created: day("2026-01-05").adding(days: number),
          closed: day("2026-02-05").adding(days: number), row: row)
      }
      records.deals.append(
        Deal(customer: "c2", amount: Money(units: 900), created: day("2026-04-20"), row: row))
    }
    #expect(plan.outlook.unknown.contains(.deal))
    #expect(plan.notes.contains(.outlook(.neverWell(.deal))))
    #expect(plan.outlook.toldDeals == nil && plan.outlook.toldExpected == nil)
    #expect(plan.outlook.chance == .nothingKnown || plan.outlook.record.months < 3)
  }

  /// Thirty customers, each met on a day of 2024 by their row and with an order of this year.
  private func metLongAgo(_ records: inout SalesRecords, firstOrder: String) {
    for number in 0..<30 {
      let id = "old\(number)"
      records.customers.append(
        Customer(
          id: id, name: id, owner: "zhang", firstContact: day("2024-03-01").adding(days: number),
          row: row))
      records.orders.append(
        order(id, day(firstOrder).adding(days: number).description, 1000))
    }
    for id in ["cold", "new"] {
      records.customers.append(
        Customer(
          id: id, name: id, owner: "zhang",
          firstContact: day(id == "cold" ? "2024-05-01" : "2026-04-20"), row: row))
    }
  }

  @Test func `met before anything is on record are not expected to order for the first time`()
    throws
  {
    let plan = try plan { metLongAgo(&$0, firstOrder: "2026-01-05") }
    // Their orders are the first on record, and no first orders.
    #expect(plan.outlook.unknown.contains(.firstOrder))
    #expect(plan.outlook.contacts.isEmpty)
    #expect(
      plan.notes.contains(.outlook(.metBeforeRecords(count: 1, begin: day("2026-01-05")))))
  }

  @Test func `met since records begin are counted as before`() throws {
    // One order of 2024 shows that records go back as far.
    let plan = try plan { records in
      metLongAgo(&records, firstOrder: "2026-01-05")
      records.orders.append(order("c1", "2024-01-05", 1000))
    }
    #expect(!plan.outlook.unknown.contains(.firstOrder))
    #expect(Set(plan.outlook.contacts.map(\.customer)) == ["cold", "new"])
    #expect(plan.outlook.unseen == 0)
  }

  @Test func `of sales made through deals give new contacts their chance`() throws {
    // Forty met from 5 January on; twenty order twenty days later, each with a deal open in between.
    var records = WorkedExample.given()
    records.customers = []
    for number in 0..<40 {
      let (id, met) = ("d\(number)", day("2026-01-05").adding(days: number % 20))
      records.customers.append(Customer(id: id, name: id, owner: "zhang", row: row))
      records.activities.append(Activity(customer: id, date: met, type: "contact", row: row))
      guard number < 20 else { continue }
      records.orders.append(order(id, met.adding(days: 20).description, 1000))
      records.deals.append(
        Deal(
          customer: id, amount: Money(units: 1000), status: .won, created: met.adding(days: 1),
          closed: met.adding(days: 20), row: row))
    }
    records.presentTables += ["customers", "deals", "orders", "activities"]
    let planner = try samplePlanner(records)
    // Nobody ordered without a deal: contacts in progress without one have nothing to go by.
    #expect(try planner.plan(for: "zhang").outlook.unknown.contains(.firstOrder))
    // From the first order on, 25 January, 1 + 2 + … + 20 days of those who ordered and 101 of each of the
    // others until 5 May: 20 orders in 2,230 days, and 26 days are left from 6 May on.
    var stays = 1.0
    for _ in 0..<26 { stays *= 221.0 / 223 }
    let orders = planner.basis.waits.firstOrders(
      of: 0, on: [(day: day("2026-05-06"), count: 10)], by: day("2026-05-31"))
    #expect(((orders ?? 0) - 10 * (1 - stays)).magnitude < 1e-9)
  }
}
