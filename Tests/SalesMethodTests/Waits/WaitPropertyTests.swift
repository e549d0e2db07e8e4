import Testing

@testable import SalesMethod

/// An invented team with deals, orders and contacts; the same seed gives the same rows.
struct InventedTeam {
  private var state: UInt64
  private(set) var records = SalesRecords()
  static let today = day("2026-07-01")
  static let end = day("2026-07-31")

  init(seed: UInt64, persons: Int = 4, customers: Int = 80) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    records.members = (0..<persons).map { Member(id: "p\($0)", name: "p\($0)", row: row) }
    for number in 0..<customers { add(customer: "c\(number)", owner: "p\(number % persons)") }
  }

  private mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % limit
  }

  private mutating func add(customer id: String, owner: String) {
    var date = Self.today.adding(days: -1 - number(below: 400))
    records.customers.append(Customer(id: id, name: id, owner: owner, firstContact: date, row: row))
    if number(below: 3) == 0 {
      let closed = date.adding(days: number(below: 60))
      records.deals.append(
        Deal(
          customer: id, amount: Money(units: 1_000 + number(below: 9_000)),
          status: number(below: 2) == 0 ? .won : .lost, created: date, closed: closed, row: row))
    }
    while number(below: 3) > 0 {
      date = date.adding(days: 1 + number(below: 90))
      guard date < Self.today else { break }
      records.orders.append(
        Order(
          customer: id, date: date, amount: Money(units: 500 + number(below: 5_000)), row: row))
    }
    if number(below: 4) == 0 {
      records.deals.append(
        Deal(
          customer: id, amount: Money(units: 1_000 + number(below: 9_000)),
          created: Self.today.adding(days: -number(below: 50) - 1), row: row))
    }
  }
}

/// What an invented team's first member may expect.
private func outlook(_ records: SalesRecords, through end: Day = InventedTeam.end) throws
  -> DatedOutlook
{
  let waits = try TeamWaits(WaitRows(records), before: InventedTeam.today) { _, _ in nil }
  return DatedOutlook(
    waits.arrivals(of: 0, through: end), waits.adjustment(of: 0),
    OutlookQuestion(
      won: 0, target: 5_000_000, usual: try waits.usualMonth(of: 0)?.double, share: 1))
}

@Suite struct `Waits of any team` {
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `do not depend on the order of rows`(seed: UInt64) throws {
    let records = InventedTeam(seed: seed).records
    var turned = records
    turned.customers.reverse()
    turned.orders.reverse()
    turned.deals.reverse()
    let (first, second) = (try outlook(records), try outlook(turned))
    #expect(isClose(first.expected / second.expected, 1, 1e-12))
    #expect(
      isClose(first.chance(toReach: 5_000_000), second.chance(toReach: 5_000_000), 1e-12))
    #expect(isClose(first.scaled.adjustment.spread, second.scaled.adjustment.spread, 1e-12))
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `know nothing of the day itself and of what follows`(seed: UInt64) throws {
    let records = InventedTeam(seed: seed).records
    var later = records
    later.orders.append(order("c0", "2026-07-01", 99_999))
    later.orders.append(order("c1", "2026-07-20", 99_999))
    later.orders.append(order("c0", "2026-07-02", -99_999))
    later.deals.append(
      Deal(customer: "c2", amount: Money(units: 77), created: InventedTeam.today, row: row))
    for position in later.deals.indices where later.deals[position].status == .open {
      later.deals[position].status = .won
      later.deals[position].closed = day("2026-07-03")
    }
    let (first, second) = (try outlook(records), try outlook(later))
    #expect(first.expected == second.expected)
    #expect(first.quantile(0.9) == second.quantile(0.9))
    #expect(first.scaled.adjustment == second.scaled.adjustment)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `expect more the longer the period`(seed: UInt64) throws {
    let records = InventedTeam(seed: seed).records
    let waits = try TeamWaits(WaitRows(records), before: InventedTeam.today) { _, _ in nil }
    var before = -1.0
    for days in [0, 1, 7, 30, 90, 365] {
      let arrivals = waits.arrivals(of: 1, through: InventedTeam.today.adding(days: days - 1))
      let mean = arrivals.moments.mean
      #expect(mean >= before)
      #expect(arrivals.deals.allSatisfy { (0...1).contains($0.chance) })
      #expect(
        arrivals.existing.allSatisfy { isClose($0.counts.reduce(0, +), 1, 1e-12) })
      before = mean
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `are at risk on as many days together as one by one`(seed: UInt64) throws {
    let rows = WaitRows(InventedTeam(seed: seed).records)
    let book = try WaitBook(rows, before: InventedTeam.today)
    let window = InventedTeam.today.adding(days: -200)
    for wait in book.waits.flatMap({ $0 }) {
      let pauses = wait.kind == .deal ? [] : book.pauses[wait.customer]
      var tally = AgeTally()
      tally.count(wait, from: window, before: book.day, pauses: pauses)
      let first = max(window, wait.start.adding(days: wait.kind.firstAge)).number
      let last = min(wait.end ?? book.day, book.day.adding(days: -1)).number
      let days = first <= last ? (first...last).count { !Pause.contains($0, in: pauses) } : 0
      #expect(tally.bins.reduce(0) { $0 + $1.days } == days)
    }
  }

  @Test func `say nothing without events, quietly`() throws {
    var records = SalesRecords()
    records.customers = [
      Customer(id: "c", name: "c", firstContact: day("2026-06-30"), row: row)
    ]
    records.deals = [
      Deal(customer: "c", amount: Money(units: 900), created: day("2026-06-30"), row: row)
    ]
    for records in [SalesRecords(), records] {
      let outlook = try outlook(records)
      #expect(outlook.scaled.arrivals.unknown == Wait.Kind.allCases)
      #expect(outlook.expected == 0)
      #expect(outlook.quantile(0.9) == 0)
      #expect(outlook.chance(toReach: 1) == 0)
      #expect(outlook.scaled.adjustment == .assumed)
    }
  }

  @Test func `never let a chance be said that past months do not bear`() throws {
    let waits = try TeamWaits(WaitRows(SalesRecords()), before: InventedTeam.today) { _, _ in nil }
    #expect(!waits.record(of: 0).allowsChance)
    func record(_ said: [(Double, Bool)], months: Int) -> ChanceRecord {
      let month = DayRange.month(5, of: 2026)
      return ChanceRecord(
        entries: said.compactMap { said in
          month.map {
            .init(
              month: $0, member: 0, chance: said.0, isReached: said.1, target: .zero,
              expected: .zero, actual: .zero)
          }
        }, months: months)
    }
    // Half reached: always saying ½ errs by ¼.
    #expect(record([(0.5, true), (0.5, false)], months: 3).allowsChance)
    #expect(!record([(0.5, true), (0.5, false)], months: 2).allowsChance)
    #expect(!record([(0.2, true), (0.5, false)], months: 3).allowsChance)
  }

  @Test(.timeLimit(.minutes(10)))
  func `are quick where one customer has ten thousand orders`() throws {
    var records = SalesRecords()
    records.customers = [Customer(id: "c", name: "c", row: row)]
    for number in 0..<10_000 {
      let date = InventedTeam.today.adding(days: -1 - number)
      records.orders.append(
        Order(customer: "c", date: date, amount: Money(units: number % 7 == 0 ? -3 : 10), row: row))
    }
    let outlook = try outlook(records)
    // An order on six days of seven: the customer orders again and again, six times are counted.
    #expect(outlook.scaled.arrivals.existing.map(\.counts)[0][6] > 0.999)
  }
}
