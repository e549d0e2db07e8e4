import Testing

@testable import SalesMethod

@Suite struct `A customer's history` {
  private func history(_ orders: [Order], before end: String = "2026-05-01") -> CustomerHistory {
    var records = SalesRecords()
    records.members = [Member(id: "zhang", name: "张", row: row)]
    records.customers = [Customer(id: "c1", name: "c1", owner: "zhang", row: row)]
    records.orders = orders
    return CustomerHistory(0, in: RecordIndex(records), before: day(end))
  }

  @Test func `reads purchases by their dates, in whatever order the table has them`() {
    let found = history([
      order("c1", "2026-03-10", 500), order("c1", "2026-02-01", -100),
      order("c1", "2026-01-10", 300),
    ])
    #expect(found.firstPurchase == day("2026-01-10"))
    #expect(found.purchases.map(\.date) == [day("2026-01-10"), day("2026-03-10")])
    // 21 days of January, 28 of February, 10 of March.
    #expect(found.gaps == [59])
    // What was returned in February was bought in January.
    #expect(found.net.sizes == [20_000, 50_000])
  }

  @Test func `nets again what was known on an earlier day`() {
    let whole = history([order("c1", "2026-02-01", -100), order("c1", "2026-01-10", 300)])
    #expect(whole.net.sizes == [20_000])
    #expect(whole.before(day("2026-02-01")).net.sizes == [30_000])
    #expect(whole.before(day("2026-02-02")).net.sizes == [20_000])
  }

  /// A line each day.
  private func lines(_ amounts: [Money]) -> [Order] {
    amounts.enumerated().map { offset, amount in
      Order(
        customer: "c1", date: day("2026-01-01").adding(days: offset), amount: amount, row: row)
    }
  }

  @Test func `counts the lines of one id, and those of one day, as one order`() {
    func line(_ id: String?, _ date: String, _ amount: Int) -> Order {
      Order(id: id, customer: "c1", date: day(date), amount: Money(units: amount), row: row)
    }
    let found = history([
      line("R1", "2026-01-10", 2_000), line("R1", "2026-01-10", 3_000),
      line("R1", "2026-01-12", 5_000), line("R2", "2026-02-01", 700), line("R3", "2026-02-01", 300),
      line(nil, "2026-03-01", 40), line(nil, "2026-03-01", 2), line(nil, "2026-03-02", 8),
    ])
    // 2,000 + 3,000 + 5,000; 700 + 300 of a day; 40 + 2 of a day; 8.
    #expect(found.net.sizes == [1_000_000, 100_000, 4_200, 800])
  }

  @Test func `takes up an order again that was wholly returned, where a line follows`() {
    let found = history([
      Order(id: "R1", customer: "c1", date: day("2026-01-10"), amount: Money(units: 100), row: row),
      order("c1", "2026-01-11", -100),
      Order(id: "R1", customer: "c1", date: day("2026-01-12"), amount: Money(units: 60), row: row),
      order("c1", "2026-01-13", -10),
    ])
    #expect(found.net.sizes == [5_000])
  }

  @Test func `takes a return from the latest orders before it, and no later ones`() throws {
    let net = NetPurchases(lines([300, 200, -250, 400, -50].map(Money.init(units:))))
    #expect(net.sizes == [25_000, 0, 35_000])
    #expect(try net.excess() == 0)
    let beyond = NetPurchases(lines([-10, 300, -400].map(Money.init(units:))))
    #expect(beyond.sizes == [0])
    #expect(try beyond.excess() == 11_000)
  }

  /// Passing all orders for every return would take hours.
  @Test(.timeLimit(.minutes(10))) func `nets many returns of many orders`() {
    let count = 100_000
    let bought = repeatElement(Money(hundredths: 2), count: count)
    let returned = repeatElement(Money(hundredths: -1), count: count)
    let net = NetPurchases(lines(Array(bought) + Array(returned)))
    #expect(net.sizes.reduce(0, +) == count)
    #expect(net.sizes.count { $0 == 0 } == count / 2)
  }
}
