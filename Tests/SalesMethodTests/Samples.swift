import Testing

@testable import SalesMethod

/// The day written as `2026-05-06`; the first day of all where the test wrote none.
func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

/// A row for records whose place does not matter.
let row = Row(path: "test.csv", line: 1)

/// An order in whole units.
func order(_ customer: String?, _ date: String, _ units: Int) -> Order {
  Order(customer: customer, date: day(date), amount: Money(units: units), row: row)
}

/// An amount goal in whole units, for May 2026 unless said otherwise.
func goal(
  _ id: String, _ units: Int, owner: String = "zhang", from start: String = "2026-05-01",
  to end: String = "2026-05-31"
) -> Goal {
  Goal(
    id: id, owner: owner, dimension: .performance, metric: .amount,
    targetHundredths: units * 100, unit: "元", start: day(start), end: day(end), row: row)
}

/// The worked example of the method: 240 contacts, 96 visits, 36 proposals, 12 customers, 15 orders
/// and 525,000, with a target of 350,000 for May 2026.
enum WorkedExample {
  /// The order sizes in thousands.
  static let sizes = [9, 12, 15, 18, 22, 25, 28, 30, 33, 36, 40, 45, 54, 68, 90]
  /// The days from first contact to order of the twelve customers.
  static let lags = [9, 12, 15, 18, 21, 24, 28, 33, 39, 46, 58, 75]

  /// The rates and factors typed by hand.
  static func given(target: Int = 350_000) -> SalesRecords {
    var records = SalesRecords()
    records.members = [Member(id: "zhang", name: "张", row: row)]
    records.goals = [goal("g1", target)]
    records.givenRates = [
      ("contact", "visit", 96, 240), ("visit", "proposal", 36, 96),
      ("proposal", "deal", 12, 36),
    ].map { from, to, successes, trials in
      GivenRate(from: from, to: to, successes: successes, trials: trials, row: row)
    }
    records.givenFactors = [
      GivenFactors(dealSize: Money(units: 35_000), repeatThousandths: 1250, row: row)
    ]
    records.presentTables = ["factors", "goals", "rates", "team"]
    return records
  }

  /// The same as rows of activities and orders.
  static func history(target: Int = 350_000) -> SalesRecords {
    var records = given(target: target)
    records.givenRates = []
    records.givenFactors = []
    let first = day("2025-11-03")
    for number in 0..<240 {
      let id = "c\(number)"
      records.customers.append(Customer(id: id, name: id, owner: "zhang", row: row))
      let stages = ["contact", "visit", "proposal"].prefix(number < 36 ? 3 : number < 96 ? 2 : 1)
      for (offset, stage) in stages.enumerated() {
        records.activities.append(
          Activity(
            customer: id, date: first.adding(days: number % 90 + offset * 3), type: stage, row: row)
        )
      }
    }
    for (number, lag) in lags.enumerated() {
      let bought = first.adding(days: number % 90 + lag)
      records.orders.append(order("c\(number)", bought.description, sizes[number] * 1000))
    }
    for number in 0..<3 {
      records.orders.append(order("c\(number)", "2026-04-2\(number)", sizes[12 + number] * 1000))
    }
    records.presentTables = ["activities", "customers", "goals", "orders", "team"]
    return records
  }
}

/// A planner for May 2026 with the default settings.
func samplePlanner(_ records: SalesRecords, now: String = "2026-05-06") throws -> Planner {
  try Planner(
    RecordIndex(records), settings: MethodSettings(),
    period: #require(.month(5, of: 2026)), now: day(now))
}

/// The first member's plan for May 2026.
func samplePlan(_ records: SalesRecords, now: String = "2026-05-06") throws -> MonthlyPlan {
  let planner = try samplePlanner(records, now: now)
  return try planner.plan(for: planner.index.members[0].id)
}

/// Records of one member with customers, activities, orders, deals and receivables at random.
func randomRecords(_ random: inout SeededGenerator) -> SalesRecords {
  var records = SalesRecords()
  records.members = [Member(id: "zhang", name: "张", row: row)]
  records.goals = [goal("g1", Int.random(in: 1...60, using: &random) * 10_000)]
  let entries: [LetterEntry] = [.yes, .no, .unknown, .level(.high), .score(thousandths: 3000)]
  let first = day("2025-08-01")
  for number in 0..<Int.random(in: 5...80, using: &random) {
    let id = "c\(number)"
    func entry() -> LetterEntry { entries[Int.random(in: 0..<entries.count, using: &random)] }
    var customer = Customer(
      id: id, name: id, owner: "zhang", purchasingPower: entry(), decisionPower: entry(),
      need: entry(), row: row)
    if Bool.random(using: &random) {
      customer.closeDate = day("2026-05-01").adding(days: Int.random(in: -30...150, using: &random))
    }
    records.customers.append(customer)
    let start = Int.random(in: 0...280, using: &random)
    for (offset, stage) in ["contact", "visit", "proposal"].enumerated()
    where offset == 0 || Int.random(in: 0...2, using: &random) > 0 {
      records.activities.append(
        Activity(
          customer: id, date: first.adding(days: start + offset * 5), type: stage, row: row))
    }
    for _ in 0..<max(0, Int.random(in: -4...3, using: &random)) {
      let bought = first.adding(days: start + Int.random(in: 0...90, using: &random))
      let amount = Int.random(in: -300...5000, using: &random)
      records.orders.append(order(id, bought.description, amount))
    }
    if Int.random(in: 0...4, using: &random) == 0 {
      records.deals.append(
        Deal(
          customer: id, amount: Money(units: Int.random(in: 1...90, using: &random) * 500),
          created: day("2026-03-01"), probabilityMillionths: 300_000, row: row))
    }
  }
  records.presentTables = ["activities", "customers", "deals", "goals", "orders", "team"]
  return records
}
