import SalesMethod

/// Invented records of one salesperson: 300 customers, 12 months, 2,000 activities, 300 orders.
///
/// The same seed gives the same records. Amounts are whole units, so that the forecast counts on
/// its fine grid: the slow case.
struct SyntheticTeam {
  static let customers = 300
  static let activities = 2_000
  static let orders = 300

  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % limit
  }

  /// The records of one member with this id, for a plan of December 2026.
  mutating func records(id: String) -> SalesRecords {
    var records = SalesRecords()
    let row = Row(path: "synthetic.csv", line: 1)
    guard let first = Day(year: 2025, month: 12, day: 1),
      let month = DayRange.month(12, of: 2026)
    else { return records }
    records.members = [Member(id: id, name: id, row: row)]
    records.goals = [
      Goal(
        id: "goal", owner: id, dimension: .performance, metric: .amount,
        targetHundredths: 180_000_000, unit: "元", start: month.start, end: month.end, row: row),
      Goal(
        id: "goal of the month before", owner: id, dimension: .performance, metric: .amount,
        targetHundredths: 170_000_000, unit: "元", start: month.start.adding(days: -30),
        end: month.start.adding(days: -1), row: row),
    ]
    var met: [Int] = []
    for customer in 0..<Self.customers {
      met.append(number(below: 360))
      records.customers.append(self.customer(customer, of: id, row, month.start))
    }
    let stages = ["contact", "visit", "visit", "proposal", "service"]
    for activity in 0..<Self.activities {
      let customer = activity < Self.customers ? activity : number(below: Self.customers)
      let later = activity < Self.customers ? 0 : number(below: 90)
      let stage = activity < Self.customers ? "contact" : stages[number(below: stages.count)]
      records.activities.append(
        Activity(
          customer: "c\(customer)", date: first.adding(days: min(364, met[customer] + later)),
          type: stage, owner: id, row: row))
    }
    for _ in 0..<Self.orders {
      let customer = number(below: 90)
      let date = first.adding(days: min(364, met[customer] + 10 + number(below: 120)))
      records.orders.append(
        Order(
          customer: "c\(customer)", date: date,
          amount: Money(units: 3_000 + number(below: 60_000)), owner: id, row: row))
    }
    for deal in 0..<20 {
      records.deals.append(
        Deal(
          customer: "c\(200 + deal)", amount: Money(units: 5_000 + number(below: 80_000)),
          created: first.adding(days: 300 + number(below: 60)),
          probabilityMillionths: 100_000 * (1 + number(below: 8)), row: row))
    }
    records.presentTables = ["activities", "customers", "deals", "goals", "orders", "team"]
    return records
  }

  private mutating func customer(
    _ position: Int, of owner: String, _ row: Row, _ start: Day
  ) -> Customer {
    let entries: [LetterEntry] = [
      .unknown, .yes, .no, .score(thousandths: 2_000), .score(thousandths: 4_000),
      .score(thousandths: 5_000),
    ]
    let close = number(below: 3) == 0 ? nil : start.adding(days: number(below: 200) - 30)
    return Customer(
      id: "c\(position)", name: "客户\(position)", owner: owner,
      purchasingPower: entries[number(below: entries.count)],
      decisionPower: entries[number(below: entries.count)],
      need: entries[number(below: entries.count)], closeDate: close,
      segment: ["工业", "医疗", "教育"][number(below: 3)], row: row)
  }
}
