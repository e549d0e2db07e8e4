import OrderedJSON
import Phrases
import SalesMethod
import Testing
import Wording

@testable import PlanData

/// Numbers that look random and are the same every time.
private struct Dice {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number from 0 up to, not including, `sides`.
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}

@Suite struct `Any plan as data` {
  private static let today = "2026-05-06"

  /// One to four people with customers, contacts, orders, returns and deals of a year, some of them
  /// contradicting themselves.
  private static func records(_ seed: Int) throws -> SalesRecords {
    var dice = Dice(seed)
    var records = try PlanSample.given()
    records.customers = []
    let row = Row(path: "rows.csv", line: 2)
    let first = try PlanSample.day("2025-05-01")
    for number in 0..<dice.roll(4) {
      records.members.append(Member(id: "m\(number)", name: "", team: "east", row: row))
    }
    records.goals[0].targetHundredths = [35_000_000, 1_234_567, 100, 900_000_000][dice.roll(4)]
    if dice.roll(6) == 0 { records.goals = [] }
    for number in 0..<(5 + dice.roll(60)) {
      let (id, owner) = ("c\(number)", records.members[dice.roll(records.members.count)].id)
      records.customers.append(
        Customer(
          id: id, name: "客户\(number)", owner: owner, row: Row(path: "c.csv", line: number + 2)))
      let met = first.adding(days: dice.roll(370))
      if dice.roll(4) > 0 {
        records.activities.append(Activity(customer: id, date: met, type: "contact", row: row))
      }
      var day = met.adding(days: dice.roll(40))
      for _ in 0..<dice.roll(5) {
        records.orders.append(
          Order(
            customer: id, date: day,
            amount: Money(hundredths: (dice.roll(12) - 2) * 1_234_567), row: row))
        day = day.adding(days: 5 + dice.roll(60))
      }
      for _ in 0..<dice.roll(3) { records.deals.append(deal(id, owner, first, row, &dice)) }
    }
    records.presentTables += ["activities", "deals", "orders"]
    return records
  }

  private static func deal(
    _ customer: String, _ owner: String, _ first: Day, _ row: Row, _ dice: inout Dice
  ) -> Deal {
    let created = first.adding(days: dice.roll(365))
    let status = Deal.Status.allCases[dice.roll(3)]
    let closed = created.adding(days: dice.roll(90) - 2)
    return Deal(
      id: dice.roll(3) == 0 ? nil : "d\(dice.roll(99))", customer: customer,
      amount: Money(hundredths: 1_000_000 + dice.roll(9_999_999)), stage: "proposal",
      status: status, created: dice.roll(9) == 0 ? nil : created,
      expectedClose: dice.roll(2) == 0 ? nil : created.adding(days: dice.roll(300)),
      closed: status == .open ? nil : closed, owner: owner, row: row)
  }

  private static func planner(_ seed: Int) throws -> Planner {
    try Planner(
      RecordIndex(records(seed)), settings: MethodSettings(),
      period: #require(.month(5, of: 2026)), now: PlanSample.day(today))
  }

  /// An amount under a key, in hundredths; 0 where it cannot be told and so is absent.
  private func amount(_ json: JSON, _ path: String) throws -> Int {
    guard let text = json[at: path] else { return 0 }
    return Int((try #require(Double(text)) * 100).rounded())
  }

  private func sum(_ json: JSON, _ path: String, of key: String) throws -> Int {
    guard
      case .array(let rows)? = path.split(separator: "/").reduce(
        Optional(json), { $0?.value(String($1)) })
    else { return 0 }
    return try rows.reduce(0) { try $0 + amount($1, key) }
  }

  @Test(arguments: 1...25) func `adds up, rows to parts and parts to the whole`(seed: Int) throws {
    let plan = try Self.planner(seed).plan(for: "lin")
    let json = planJSON(plan, in: .english)
    let parts = try ["won", "deals", "existing", "inProgress", "newContacts", "other"].map {
      try amount(json, "outlook/\($0)")
    }
    #expect(try amount(json, "outlook/expected") == parts.reduce(0, +))
    #expect(try sum(json, "deals/open", of: "expected") == parts[1])
    #expect(try sum(json, "outlook/customers", of: "expected") == parts[2])
    #expect(try sum(json, "outlook/contacted", of: "expected") == parts[3])
    // Where nothing is known of what may come, no interval is said.
    if json[at: "outlook/quantiles"] == nil {
      #expect(json[at: "outlook/interval80"] == nil)
    } else {
      let quantiles = try ["0.1", "0.25", "0.5", "0.75", "0.9"].map {
        try amount(json, "outlook/quantiles/\($0)")
      }
      #expect(quantiles == quantiles.sorted())
      #expect(json[at: "outlook/interval80"] == "[\(quantiles[0] / 100),\(quantiles[4] / 100)]")
    }
    guard json[at: "outlook/target"] != nil else {
      #expect(json[at: "outlook/gap"] == nil && json[at: "verdict"] == nil)
      return
    }
    let left = try amount(json, "outlook/target") - parts[0...3].reduce(0, +)
    let (gap, surplus) = (
      try amount(json, "outlook/gap"), try amount(json, "outlook/surplus")
    )
    #expect(gap == max(left, 0) || gap == max(left - parts[5], 0))
    #expect(gap == 0 || surplus == 0)
  }

  @Test(arguments: 1...25) func `has one value for each key, here and explained`(seed: Int) throws {
    let planner = try Self.planner(seed)
    let plan = try planner.plan(for: "lin")
    let printed = PrintedKeys(planJSON(plan, in: .chinese))
    #expect(printed.twice == [])
    let explained = try planner.explanations(of: plan)
    #expect(Set(explained.map(\.subject)).count == explained.count)
    for one in explained where one.value != nil {
      let value = printed.values[one.subject]
      #expect(value == one.value?.plain || value == one.result.chinese, "\(one.subject)")
    }
    let known = Set(explained.map(\.subject))
    #expect(printed.values.keys.filter { !known.contains($0) }.sorted() == [])
  }

  @Test(arguments: 1...25) func `keeps to the schema, and a verdict to its chance`(seed: Int) throws
  {
    let plan = try Self.planner(seed).plan(for: "lin")
    let json = planJSON(plan, in: .english)
    #expect(try planSchema().complaints(json) == [])
    let chance = json[at: "outlook/chance"].flatMap(Double.init)
    switch plan.verdict?.standing {
    case .tooLate: #expect(try #require(chance) < 0.1)
    case .onTrack: #expect(try #require(chance) >= 0.5)
    case .cannotSay: #expect(chance == nil && json[at: "outlook/noChance"] != nil)
    case .atRisk, .overCapacity, nil: break
    }
    #expect(plan.outlook.commit >= plan.outlook.won)
  }
}
