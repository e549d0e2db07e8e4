import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `The checks of a goal` {
  typealias Change = @Sendable (inout SalesRecords) -> Void

  /// A goal that passes what it can: with history, scope, parent and milestones.
  static func records() -> SalesRecords {
    var records = WorkedExample.history()
    records.goals = [
      goal("team", 350_000, owner: "east"),
      goal("g1", 350_000),
    ]
    records.teams = [Team(id: "east", name: "华东", row: row)]
    records.goals[1].scope = "华东"
    records.goals[1].parent = "team"
    records.goals[1].end = day("2026-05-29")
    records.goals[0].end = day("2026-05-29")
    records.goals[1].milestones = [
      Goal.Milestone(date: day("2026-05-15"), targetHundredths: 15_000_000),
      Goal.Milestone(date: day("2026-05-29"), targetHundredths: 20_000_000),
    ]
    return records
  }

  static let cases: [(GoalCheck.ID, GoalCheck.Status, Change)] = [
    (.s1, .pass, { _ in }), (.s1, .warn, { $0.goals[1].scope = nil }),
    (.s1, .fail, { $0.goals[1].unit = nil }),
    (.s2, .pass, { _ in }), (.s2, .warn, { $0.goals[1].why = "努力提升" }),
    (.s2, .pass, { $0.goals[1].why = "提升 10%" }),
    (.m1, .pass, { _ in }),
    (
      .m1, .fail,
      {
        $0.orders = []
        $0.presentTables = []
      }
    ),
    (.m1, .warn, { $0.orders = [order("c1", "2025-01-05", 9)] }),
    (.m1, .pass, { $0.orders.append(order("c1", "2026-04-05", -9_000_000)) }),
    (.m2, .pass, { _ in }), (.m2, .warn, { $0.orders = [] }),
    (.a1, .warn, { _ in }), (.a1, .pass, { $0.goals[1].targetHundredths = 100 }),
    // Past months do not bear a chance here; a target that is won already needs none.
    (.a2, .ask, { _ in }),
    (
      .a2, .pass,
      {
        $0.goals[1].targetHundredths = 100
        $0.orders.append(order("c1", "2026-05-04", 9))
      }
    ),
    (.a3, .fail, { _ in }),
    (
      .a3, .pass,
      {
        $0.goals[1].targetHundredths = 100
        $0.members[0].sellingShareThousandths = 1000
      }
    ),
    (.r1, .pass, { _ in }), (.r1, .warn, { $0.goals[1].parent = nil }),
    (.r1, .fail, { $0.goals[1].parent = "nowhere" }),
    (.r1, .warn, { $0.goals[0].metric = .collections }),
    (.r2, .pass, { _ in }),
    (.r3, .ask, { _ in }),
    (.t1, .pass, { _ in }), (.t1, .fail, { $0.goals[1].start = day("2026-05-30") }),
    (.t1, .warn, { $0.goals[1].end = day("2026-05-31") }),
    (.t1, .warn, { $0.goals[1].end = day("2026-06-05") }),
    (.t2, .pass, { _ in }), (.t2, .warn, { $0.goals[1].milestones = [] }),
    (.t2, .fail, { $0.goals[1].milestones[0].targetHundredths += 1 }),
    (.t2, .fail, { $0.goals[1].milestones.reverse() }),
    (.t3, .fail, { _ in }),
    (.c1, .pass, { _ in }), (.c1, .fail, { $0.goals[0].targetHundredths = 36_000_000 }),
    (.c1, .warn, { $0.goals[0].targetHundredths = 30_000_000 }),
    (.c2, .ask, { _ in }), (.c3, .ask, { _ in }),
    (.c2, .warn, { addQuantity(1, to: &$0) }),
    (.c2, .pass, { addQuantity(10, to: &$0) }),
    (.c3, .fail, { addQuantity(100, floor: 3501, to: &$0) }),
    (.c3, .pass, { addQuantity(100, floor: 3500, to: &$0) }),
    (.c3, .warn, { addQuantity(100, floor: 3000, list: 4000, to: &$0) }),
    (.c4, .fail, { addPart(349_999, to: &$0) }), (.c4, .pass, { addPart(350_000, to: &$0) }),
    (.c6, .fail, { _ in }),
    (.c7, .pass, { _ in }), (.c7, .warn, { addA(40, to: &$0) }),
    (.c8, .ask, { _ in }),
    (.c8, .pass, { addQuantity(1, kind: .new, to: &$0) }),
    (
      .c8, .warn,
      {
        addQuantity(1, kind: .lead, to: &$0)
        $0.products[0].promotionEnd = day("2026-04-30")
      }
    ),
  ]

  @Test(arguments: cases.indices) func `give their verdict`(number: Int) throws {
    let (id, status, change) = Self.cases[number]
    var records = Self.records()
    change(&records)
    let plan = try samplePlan(records)
    let goal = try #require(plan.goals.first { $0.goal.id == "g1" })
    let check = try #require(goal.checks.first { $0.id == id })
    #expect(check.status == status, "\(id.rawValue): \(check.finding)")
    for language in Language.allCases { #expect(!check.finding.text(in: language).isEmpty) }
  }

  /// Half of a sum of two goals is known to whose it is, and so would be the other half.
  @Test func `say nothing of a sum with one other's goal`() throws {
    func checks(beside owners: [String]) throws -> [GoalCheck.ID] {
      var records = Self.records()
      for owner in owners {
        var other = records.goals[1]
        (other.id, other.owner) = ("of-\(owner)", owner)
        records.goals.append(other)
      }
      return try #require(try samplePlan(records).goals.first { $0.goal.id == "g1" })
        .checks.map(\.id)
    }
    #expect(try checks(beside: []).contains(.c1))
    #expect(try !checks(beside: ["sun"]).contains(.c1))
    #expect(try checks(beside: ["sun", "wu"]).contains(.c1))
  }

  @Test func `carry their numbers`() throws {
    let plan = try samplePlan(WorkedExample.given())
    let check = try #require(plan.goals[0].checks.first { $0.id == .a3 })
    #expect(check.values.map(\.name) == ["needed", "available"])
    #expect(check.values.map(\.number) == [256, 76])
    #expect(check.finding.text(in: .chinese).hasPrefix("需要 256 小时，可用 76 小时（336.8%）"))
  }

  @Test func `compare collections with what falls due`() throws {
    var records = Self.records()
    var collections = goal("g2", 40_000)
    collections.metric = .collections
    collections.dimension = .organisation
    collections.payableShareThousandths = 100
    records.goals.append(collections)
    records.goals[1].end = collections.end
    records.receivables = [
      Receivable(customer: "c1", amount: Money(units: 5_000), due: day("2026-05-20"), row: row)
    ]
    func status() throws -> GoalCheck.Status? {
      try samplePlan(records).goals.first { $0.goal.id == "g2" }?.checks.first { $0.id == .c5 }?
        .status
    }
    #expect(try status() == .pass)
    records.receivables[0].paid = Money(units: 1)
    records.receivables[0].paidDate = day("2026-04-01")
    #expect(try status() == .fail)
    records.receivables = []
    #expect(try status() == nil)
  }

  @Test func `count what was reached of every metric`() throws {
    var records = Self.records()
    records.orders += [order("c1", "2026-05-07", 100), order("c200", "2026-05-07", 50)]
    records.receivables = [
      Receivable(
        customer: "c1", amount: Money(units: 70), due: day("2026-05-01"), paid: Money(units: 30),
        paidDate: day("2026-05-08"), row: row)
    ]
    records.activities.append(
      Activity(customer: "c1", date: day("2026-05-08"), type: "event", goal: "p", row: row))
    let metrics: [(Goal.Metric, Goal.Counted, Int)] = [
      (.amount, .pieces, 15_000), (.quantity, .orders, 200), (.quantity, .newCustomers, 100),
      (.collections, .pieces, 3_000), (.promotion, .pieces, 100),
    ]
    for (metric, counted, expected) in metrics {
      var measured = goal("p", 1)
      measured.metric = metric
      measured.counted = counted
      let planner = try samplePlanner(records, now: "2026-05-15")
      let actual = GoalActual(
        goal: measured, members: [0], index: planner.index, asOf: planner.asOf)
      #expect(try actual.hundredths(in: planner.period.range) == expected, "\(metric)")
    }
  }

  static func addQuantity(
    _ count: Int, floor: Int = 1, list: Int? = nil, kind: Product.Kind = .continuing,
    to records: inout SalesRecords
  ) {
    records.products = [
      Product(
        id: "华东", kind: kind, listPrice: list.map(Money.init(units:)),
        floorPrice: Money(units: floor), row: row)
    ]
    var quantity = goal("q", count)
    quantity.metric = .quantity
    quantity.unit = "单"
    quantity.counted = .orders
    quantity.scope = "华东"
    quantity.end = records.goals[1].end
    records.goals.append(quantity)
  }

  static func addPart(_ units: Int, to records: inout SalesRecords) {
    var part = goal("part", units, from: "2026-05-01", to: "2026-05-15")
    part.parent = "g1"
    records.goals.append(part)
  }

  static func addA(_ count: Int, to records: inout SalesRecords) {
    for number in 0..<count {
      records.customers.append(
        Customer(
          id: "a\(number)", name: "a\(number)", owner: "zhang", purchasingPower: .yes,
          decisionPower: .yes, need: .yes, closeDate: day("2026-05-20"), row: row))
    }
  }

  @Test func `of a quarter does not speak of the workload and the chance of a month`() throws {
    var records = Self.records()
    records.goals.append(goal("q2", 1_000_000, from: "2026-04-01", to: "2026-06-30"))
    let plan = try samplePlan(records)
    let quarter = try #require(plan.goals.first { $0.goal.id == "q2" })
    let month = try #require(plan.goals.first { $0.goal.id == "g1" })
    let other = GoalFinding.otherPeriod(day("2026-04-01"), day("2026-06-30"))
    for id in [GoalCheck.ID.a2, .a3] {
      #expect(quarter.checks.first { $0.id == id } == GoalCheck(id, .ask, other))
      let check = try #require(month.checks.first { $0.id == id })
      #expect(check.finding != other)
    }
    #expect(!quarter.checks.contains { $0.id == .t3 })
    #expect(other.text(in: .english).contains("--period 2026-04-01..2026-06-30"))
  }

  @Test func `that a period only overlaps are not blamed for the time that it plans for none`()
    throws
  {
    let planner = try Planner(
      RecordIndex(WorkedExample.given()), settings: MethodSettings(),
      period: #require(Period("2026-05-20..2026-06-10")), now: day("2026-05-06"))
    let goal = try #require(try planner.plan(for: "zhang").goals.first)
    let check = try #require(goal.checks.first { $0.id == .r2 })
    #expect(check.status == .ask)
    #expect(check.finding == .otherPeriod(day("2026-05-01"), day("2026-05-31")))
  }
}

@Suite struct `The baseline of a goal` {
  private func baseline(_ orders: [(String, Int)], now: String) throws -> (Double, Int)? {
    var records = SalesRecords()
    records.members = [Member(id: "zhang", name: "张", row: row)]
    var june = goal("g1", 40_000)
    (june.start, june.end) = (day("2026-06-01"), day("2026-06-30"))
    records.goals = [june]
    records.customers = [Customer(id: "c1", name: "c1", owner: "zhang", row: row)]
    records.orders = orders.map { order("c1", $0.0, $0.1) }
    records.presentTables = ["customers", "goals", "orders", "team"]
    let plan = try Planner(
      RecordIndex(records), settings: MethodSettings(), period: try #require(Period("2026-06")),
      now: day(now)
    ).plan(for: "zhang")
    let finding = plan.goals.first?.checks.first { $0.id == .m2 }?.finding
    guard case .baseline(let amount, let periods)? = finding else { return nil }
    return (amount, periods)
  }

  @Test func `is of periods that were over when the plan was made`() throws {
    let orders = [("2026-03-04", 22_000), ("2026-04-07", 22_000)]
    let early = try #require(try baseline(orders, now: "2026-05-10"))
    // March and April have 22 and 21 working days, June has 21: 44,000 ÷ 43 × 21.
    #expect(early.1 == 2 && abs(early.0 - 44_000.0 / 43 * 21) < 0.01)
    let begun = try #require(try baseline(orders + [("2026-05-06", 9_000)], now: "2026-05-10"))
    #expect(begun == early)
    // May has 19.
    let over = try #require(try baseline(orders + [("2026-05-06", 9_000)], now: "2026-06-01"))
    #expect(over.1 == 3 && abs(over.0 - 53_000.0 / 62 * 21) < 0.01)
  }
}
