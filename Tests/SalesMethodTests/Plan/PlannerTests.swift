import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `A plan` {
  @Test func `back-solves the worked example from given rates`() throws {
    let plan = try plan(WorkedExample.given())
    let workload = try #require(plan.workload)
    #expect(workload.customers == 8)
    #expect(workload.exactCustomers == Rational(8))
    #expect(workload.stages.map(\.mean) == [160, 64, 24, 8])
    #expect(workload.stages[0].perWeek.map(\.count) == [34, 42, 42, 42])
    #expect(workload.stages[0].perWeek.map(\.week.week) == [19, 20, 21, 22])
    #expect(workload.hours.needed.hours == Rational(256))
    #expect(workload.hours.available.hours == Rational(76))
    #expect(workload.hours.utilisation == Rational(64, over: 19))
    #expect(!workload.isFeasible)
    #expect(plan.calendar.workdays == 19)
    #expect(plan.streams?.gap == Money(units: 350_000))
    #expect(plan.days.count == 31)
    #expect(plan.workedDays.map(\.newContacts).reduce(0, +) == 160)
    #expect(plan.notes.contains(.factorsGiven))
  }

  @Test func `needs seven customers for 300,000`() throws {
    let plan = try plan(WorkedExample.given(target: 300_000))
    #expect(plan.workload?.exactCustomers == Rational(48, over: 7))
    #expect(plan.workload?.stages.map(\.mean) == [140, 56, 21, 7])
  }

  @Test func `counts the same rates from rows`() throws {
    let plan = try plan(WorkedExample.history())
    #expect(plan.cohort.reached == [240, 96, 36, 12])
    #expect(plan.cohort.leftOut == 0)
    #expect(plan.rates?.conversion == .counted(Rate(successes: 12, trials: 240)))
    #expect(plan.factors?.dealSize == Rational(3_500_000))
    #expect(plan.factors?.ordersPerBuyer == Rational(5, over: 4))
    #expect(plan.factors?.buyersByOrders == [9, 3])
    #expect(plan.rates?.rates.allSatisfy { $0.source == .own } ?? false)
  }

  @Test func `adds target, streams and gap up`() throws {
    var records = WorkedExample.given()
    records.orders = [order("c1", "2026-05-06", 20_000)]
    records.deals = [
      Deal(
        customer: "c2", amount: Money(units: 60_000), created: day("2026-05-05"),
        probabilityMillionths: 600_000, row: row)
    ]
    records.deals += ["06", "08", "10", "12", "14"].map { closed in
      Deal(
        customer: "c3", amount: Money(units: 1_000), status: .won, created: day("2026-04-01"),
        closed: day("2026-04-\(closed)"), row: row)
    }
    records.customers = ["c1", "c2", "c3"].map { Customer(id: $0, name: $0, row: row) }
    let plan = try plan(records, now: "2026-05-15")
    let streams = try #require(plan.streams)
    #expect(streams.achieved == Money(units: 20_000))
    // From the first win on, 1 + 3 + 5 + 7 + 9 days and 10 of the open deal, 5 wins: one in 7 days.
    // 60,000 × (1 − (6/7)¹⁷) for the 17 days to the end, whatever the row says of its chance.
    #expect(streams.openPipeline == Money(units: 55_634))
    #expect(streams.gap == Money(units: 350_000 - 20_000 - 55_634))
    #expect(plan.calendar.remainingWorkdays == 11)
    #expect(plan.workload?.hours.available.hours == Rational(44))
    #expect(plan.workedDays.first?.day == day("2026-05-15"))
  }

  @Test func `takes the share of a quarter’s goal by working days`() throws {
    var records = WorkedExample.given()
    records.goals = [
      goal("g", 1_000_000, from: "2026-04-01", to: "2026-06-30")
    ]
    let plan = try plan(records)
    // 1,000,000 over 21, 19 and 21 days, in whole units as the goal is.
    #expect(plan.target == Money(units: 311_476))
    #expect(plan.notes.contains(.targetIsShare(of: "g")))
  }

  @Test func `is silent where nothing is known, and says so`() throws {
    var records = SalesRecords()
    records.customers = [Customer(id: "c1", name: "一", row: row)]
    records.presentTables = ["customers"]
    let plan = try plan(records)
    #expect(plan.member.id == "me")
    #expect(plan.workload == nil)
    #expect(plan.customers.map(\.classification.customerClass) == [.c])
    #expect(plan.notes.contains(.noAmountGoal))
    #expect(plan.notes.contains(.noRate(from: "contact", to: "visit")))
    #expect(plan.notes.contains(.missingTable("goals", without: .goal)))
    #expect(
      plan.notes.map { $0.text(in: .chinese) }
        .contains("缺 activities 表：不计算关注度；有了它才看得出时间花得对不对"))
  }

  @Test func `says that deal size and repeats rest on few orders where nobody has more`() throws {
    var records = WorkedExample.history()
    records.orders = Array(records.orders.prefix(4))
    let plan = try plan(records)
    #expect(plan.factors?.source == .own)
    #expect(plan.notes.contains(.fewOrders(4)))
    let texts = plan.notes.flatMap { [$0.text(in: .chinese), $0.text(in: .english)] }
    #expect(texts.contains("只有 4 张订单（少于 5 张），也没有别人的记录可合并：单量、续购量与把握仅供参考"))
    #expect(
      texts.contains(
        "only 4 orders (fewer than 5), and nobody has more to add: take deal size, repeats and "
          + "the probability as a hint"))
    let enough = try self.plan(WorkedExample.history())
    #expect(
      !enough.notes.contains { if case .fewOrders = $0 { true } else { false } })
  }

  @Test func `says how much of the returns is in no deal size`() throws {
    var records = WorkedExample.history()
    records.orders.append(order("c5", "2026-05-01", -30_000))
    let plan = try plan(records)
    // c5 ordered 25,000, all of it returned, and 5,000 more.
    #expect(plan.factors?.orderSizes.reduce(0, +) == 50_000_000)
    #expect(plan.notes.contains(.returnsBeyondOrders(customers: 1, amount: Money(units: 5000))))
    #expect(
      plan.notes.map { $0.text(in: .chinese) }.contains(
        "1 位新客户的退货超过其订单，超出的 5,000 未从单量中扣除：核对退货记录"))
  }

  @Test func `asks for a member who is there`() {
    #expect(throws: MethodFailure.unknownMember("nobody")) {
      try planner(WorkedExample.given(), now: "2026-05-06").plan(for: "nobody")
    }
  }

  @Test func `falls back on the team’s history for a member without any`() throws {
    let planner = try planner(Self.team(of: ["zhang", "wang", "zhao"]), now: "2026-05-06")
    let plan = try planner.plan(for: "li")
    #expect(plan.workload?.stages.map(\.mean) == [140, 56, 21, 7])
    #expect(plan.factors?.source == .pooled(team: "east"))
    #expect(plan.notes.contains(.ratePooled(from: "contact", to: "visit", team: "east")))
    #expect(plan.notes.contains(.factorsPooled(team: "east", ownOrders: 0)))
  }

  /// The worked example twice, its customers dealt out to some members; Li has none.
  private static func team(of owners: [String]) -> SalesRecords {
    var records = WorkedExample.history()
    records.members = (owners + ["li"]).map {
      Member(id: $0, name: $0, team: "east", row: row)
    }
    records.teams = [Team(id: "east", name: "华东", row: row)]
    for customer in records.customers {
      var again = customer
      again.id += "+"
      records.customers.append(again)
    }
    for activity in records.activities {
      var again = activity
      again.customer += "+"
      records.activities.append(again)
    }
    for order in records.orders {
      var again = order
      again.customer = order.customer.map { $0 + "+" }
      records.orders.append(again)
    }
    for position in records.customers.indices {
      records.customers[position].owner = owners[position % owners.count]
    }
    records.goals = [goal("g2", 300_000, owner: "li")]
    return records
  }

  @Test func `takes nothing from others who are fewer than three`() throws {
    let planner = try planner(Self.team(of: ["zhang", "wang"]), now: "2026-05-06")
    let plan = try planner.plan(for: "li")
    #expect(plan.rates == nil && plan.factors == nil && plan.lag == nil)
    #expect(plan.notes.contains(.noRate(from: "contact", to: "visit")))
  }

  @Test func `takes no order sizes from fewer than twenty orders, and no segment from one person`()
    throws
  {
    var records = Self.team(of: ["zhang", "wang", "zhao"])
    records.orders = Array(records.orders.prefix(19))
    for position in records.customers.indices { records.customers[position].segment = "厂" }
    records.customers.append(
      Customer(id: "new", name: "new", owner: "li", segment: "厂", row: row))
    let planner = try planner(records, now: "2026-05-06")
    let plan = try planner.plan(for: "li")
    #expect(plan.rates?.rates.first?.source == .pooled(team: "east"))
    #expect(plan.factors == nil)
    #expect(plan.customers.map(\.expectedValue.valueSource) == [.none])
  }

  @Test func `leaves days off out, own and public`() throws {
    var records = WorkedExample.given()
    records.members[0].daysOff = [day("2026-05-07"), day("2026-05-10")]
    records.members[0].start = day("2026-05-08")
    let plan = try plan(records)
    #expect(plan.calendar.workdays == 17)
    #expect(plan.workedDays.first?.day == day("2026-05-08"))
  }

  @Test func `takes half of the hours of a day that is half off`() throws {
    // May 2026 has 19 working days from the 6th on, of four hours each: 76, less two half days of two.
    // The 10th is a Sunday and takes nothing.
    var records = WorkedExample.given()
    records.members[0].halfDaysOff = [day("2026-05-07"), day("2026-05-08"), day("2026-05-10")]
    let plan = try plan(records)
    #expect(plan.calendar.remainingWorkdays == 19)
    #expect(plan.calendar.daysLeft == Rational(18))
    #expect(plan.workload?.hours.available.hours == Rational(72))
    #expect(
      plan.workedDays.prefix(4).map(\.cap.hours) == [4, 2, 2, 4].map { Rational($0) })
  }

  @Test func `stands in with a cautious rate where nothing succeeded`() throws {
    var records = WorkedExample.given()
    records.givenRates[2] = GivenRate(
      from: "proposal", to: "deal", successes: 0, trials: 36, row: row)
    let plan = try plan(records)
    #expect(plan.workload?.stages.map(\.mean).suffix(2) == [592, 8])
    #expect(
      plan.notes.contains(
        .noSuccess(from: "proposal", to: "deal", working: Rate(successes: 1, trials: 74))))
  }

  @Test func `sorts by class, then expected value, then date, then id`() throws {
    var records = WorkedExample.given()
    func customer(_ id: String, _ value: Int, _ close: String?) -> Customer {
      Customer(
        id: id, name: id, purchasingPower: .yes, decisionPower: .yes, need: .yes,
        closeDate: close.map { day($0) }, valueHint: Money(units: value), row: row)
    }
    records.customers = [
      customer("b-late", 10, "2026-07-20"), customer("b-none", 10, nil),
      customer("b-early", 10, "2026-07-01"), customer("b-rich", 99, nil),
      customer("a", 1, "2026-05-20"),
    ]
    let plan = try plan(records)
    #expect(plan.customers.map(\.customer.id) == ["a", "b-rich", "b-early", "b-late", "b-none"])
    #expect(plan.classCounts[.b] == 4)
    #expect(plan.customers[0].visits.count == 4)
  }

  private func plan(_ records: SalesRecords, now: String = "2026-05-06") throws -> MonthlyPlan {
    let planner = try planner(records, now: now)
    return try planner.plan(for: planner.index.members[0].id)
  }

  private func planner(_ records: SalesRecords, now: String) throws -> Planner {
    try Planner(
      RecordIndex(records), settings: MethodSettings(), period: #require(.month(5, of: 2026)),
      now: day(now))
  }
}
