import Testing

@testable import SalesMethod

@Suite struct `A target that is worked out` {
  private func records(_ orders: [(String, Int)], deals: [(String, Int)] = []) -> SalesRecords {
    var records = SalesRecords()
    records.orders = orders.map { date, units in
      var order = order("c", date, units)
      order.owner = "zhang"
      return order
    }
    records.deals = deals.map { date, units in
      Deal(
        customer: "c", amount: Money(units: units), status: .won, closed: day(date),
        owner: "zhang", row: row)
    }
    return records
  }

  private func proposed(
    _ records: SalesRecords, _ period: String = "2026-12", asOf today: String = "2026-11-10"
  ) throws -> ProposedTarget? {
    let period = try #require(Period(period))
    return try ProposedTarget(records, of: "zhang", for: period, asOf: day(today))
  }

  @Test func `is the mean of whole months, rounded up to two digits`() throws {
    // Sales from June on; June is the month that the records begin in, on its second day: it is not
    // whole. July to October: 10,000 + 0 + 31,000 - 1,000 + 5,100 = 45,100; a quarter is 11,275.
    let found = try proposed(
      records([
        ("2026-06-02", 900_000), ("2026-07-01", 10_000), ("2026-09-30", 31_000),
        ("2026-09-30", -1_000), ("2026-10-05", 5_100), ("2026-11-03", 70_000),
      ]))
    #expect(
      found?.months.map(\.range.start.description) == [
        "2026-07-01", "2026-08-01", "2026-09-01", "2026-10-01",
      ])
    #expect(found?.months.map(\.sold) == [10_000, 0, 30_000, 5_100].map(Money.init(units:)))
    #expect(found?.mean == Money(units: 11_275))
    #expect(found?.target == Money(units: 12_000))
    #expect(found?.isOfDeals == false)
  }

  @Test func `takes six months at most, and the current one in its last days`() throws {
    let sales = records([
      ("2026-01-01", 600), ("2026-05-15", 600), ("2026-06-15", 600), ("2026-11-15", 600),
    ])
    // 26 November: five days are left, and June to November count: 1,200 / 6.
    let late = try proposed(sales, asOf: "2026-11-26")
    #expect(late?.months.first?.range.start == day("2026-06-01"))
    #expect(late?.months.last?.range.start == day("2026-11-01"))
    #expect(late?.mean == Money(units: 200) && late?.target == Money(units: 200))
    // 25 November: six are left, and June to October remain: 600 / 5.
    let early = try proposed(sales, asOf: "2026-11-25")
    #expect(early?.months.count == 5 && early?.mean == Money(units: 120))
  }

  @Test func `counts won deals where there are no orders`() throws {
    let found = try proposed(records([], deals: [("2026-08-15", 999), ("2026-10-01", 4_001)]))
    // August began before the first sale; September and October are whole: 4,001 / 2.
    #expect(found?.months.count == 2 && found?.isOfDeals == true)
    #expect(found?.mean == Money(units: 2_000) && found?.target == Money(units: 2_000))
  }

  @Test func `takes the month that the records begin in where there is no other`() throws {
    let found = try proposed(records([("2026-10-20", 345_678)]))
    #expect(found?.months.count == 1 && found?.target == Money(units: 350_000))
  }

  @Test func `is none where nothing was sold, or all of it by others or later`() throws {
    #expect(try proposed(records([])) == nil)
    #expect(try proposed(records([("2026-12-01", 100)])) == nil)
    var others = records([("2026-08-01", 100), ("2026-09-01", 100)])
    others.orders = others.orders.map { order in
      var other = order
      other.owner = "li"
      return other
    }
    #expect(try proposed(others) == nil)
    #expect(try proposed(records([("2026-08-01", 100), ("2026-09-01", -100)])) == nil)
  }
}
