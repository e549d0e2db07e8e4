import OrderedJSON
import Phrases
import SalesMethod
import Testing

@testable import PlanData

/// Plans of the method's worked example for May 2026: 240 contacts, 96 visits, 36 proposals and 12
/// customers gave 15 orders of 35,000 on average; 350,000 are to be reached.
enum PlanSample {
  private static let row = Row(path: "table.csv", line: 2)

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// The example with its rates and factors typed by hand and two customers.
  static func given() throws -> SalesRecords {
    var records = try withGoal()
    records.givenRates = [
      ("contact", "visit", 96, 240), ("visit", "proposal", 36, 96), ("proposal", "deal", 12, 36),
    ].map { from, to, successes, trials in
      GivenRate(from: from, to: to, successes: successes, trials: trials, row: row)
    }
    records.givenFactors = [
      GivenFactors(dealSize: Money(units: 35_000), repeatThousandths: 1250, row: row)
    ]
    records.customers = [
      Customer(
        id: "c1", name: "云杉公司", owner: "lin", purchasingPower: .yes, need: .yes,
        closeDate: try day("2026-05-20"), row: row),
      Customer(
        id: "c2", name: "白桦公司", owner: "lin", purchasingPower: .no, decisionPower: .no, need: .no,
        row: row),
    ]
    records.presentTables += ["customers", "factors", "rates"]
    return records
  }

  /// The example as rows of activities and orders.
  static func history() throws -> SalesRecords {
    var records = try withGoal()
    let first = try day("2025-11-03")
    for number in 0..<240 {
      let id = "c\(number)"
      records.customers.append(Customer(id: id, name: id, owner: "lin", row: row))
      let stages = ["contact", "visit", "proposal"].prefix(number < 36 ? 3 : number < 96 ? 2 : 1)
      for (step, stage) in stages.enumerated() {
        let date = first.adding(days: number % 90 + step * 3)
        records.activities.append(Activity(customer: id, date: date, type: stage, row: row))
      }
    }
    let sizes = [9, 12, 15, 18, 22, 25, 28, 30, 33, 36, 40, 45]
    for (number, lag) in [9, 12, 15, 18, 21, 24, 28, 33, 39, 46, 58, 75].enumerated() {
      records.orders.append(
        order("c\(number)", first.adding(days: number + lag), sizes[number] * 1000))
    }
    for (number, size) in [54, 68, 90].enumerated() {
      records.orders.append(order("c\(number)", try day("2026-04-2\(number)"), size * 1000))
    }
    records.presentTables += ["activities", "customers", "orders"]
    return records
  }

  /// Twelve customers with these revenues, in order.
  static func revenues(_ units: [Int]) throws -> SalesRecords {
    var records = try withGoal()
    for (number, amount) in units.enumerated() {
      records.customers.append(
        Customer(id: "c\(number)", name: "c\(number)", owner: "lin", row: row))
      records.orders.append(order("c\(number)", try day("2026-04-01"), amount))
    }
    records.presentTables += ["customers", "orders"]
    return records
  }

  /// The plan of the records as data.
  static func json(_ records: SalesRecords, in language: Language = .chinese) throws -> JSON {
    let planner = try Planner(
      RecordIndex(records), settings: MethodSettings(), period: #require(.month(5, of: 2026)),
      now: day("2026-05-06"))
    return planJSON(try planner.plan(for: "lin"), in: language)
  }

  private static func withGoal() throws -> SalesRecords {
    var records = SalesRecords()
    records.members = [Member(id: "lin", name: "林", team: "east", row: row)]
    records.teams = [Team(id: "east", name: "华东", row: row)]
    records.goals = [
      Goal(
        id: "g1", owner: "lin", dimension: .performance, metric: .amount,
        targetHundredths: 35_000_000, unit: "元", start: try day("2026-05-01"),
        end: try day("2026-05-31"), row: row)
    ]
    records.presentTables = ["goals", "team"]
    return records
  }

  private static func order(_ customer: String, _ date: Day, _ units: Int) -> Order {
    Order(customer: customer, date: date, amount: Money(units: units), row: row)
  }
}

extension JSON {
  /// The text of what stands under a path of keys and positions; nil where there is nothing.
  ///
  ///     json[at: "workload/stages/0/mean"]  // "160"
  subscript(at path: String) -> String? {
    path.split(separator: "/").reduce(Optional(self)) { $0?.value(String($1)) }?.text()
  }

  /// What stands under a key or a position.
  func value(_ name: String) -> JSON? {
    switch self {
    case .members(let members): members.first { $0.key == name }?.value
    case .array(let items): Int(name).flatMap { items.indices.contains($0) ? items[$0] : nil }
    default: nil
    }
  }
}
