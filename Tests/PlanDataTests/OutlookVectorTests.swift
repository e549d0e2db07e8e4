import OrderedJSON
import SalesMethod
import Testing

@testable import PlanData

@Suite struct `The plan as data, against the vectors of the method` {
  private static let row = Row(path: "table.csv", line: 2)

  /// The worked example before April, whose customers order no more, and an April in which 150 were
  /// met, 8 of them bought, and 11 orders of 33,000 came.
  private func withApril() throws -> SalesRecords {
    var records = try PlanSample.history()
    let (start, end) = (try PlanSample.day("2026-04-01"), try PlanSample.day("2026-04-30"))
    for number in records.orders.indices where records.orders[number].date >= start {
      records.orders[number].date = records.orders[number].date.adding(days: -31)
    }
    // Nobody of before orders any more: all of the target is for the new ones.
    for number in records.customers.indices { records.customers[number].flags = [.closedDown] }
    records.goals.append(
      Goal(
        id: "april", owner: "lin", dimension: .performance, metric: .amount,
        targetHundredths: 35_000_000, unit: "元", start: start, end: end, row: Self.row))
    for number in 0..<150 {
      let id = "n\(number)"
      records.customers.append(Customer(id: id, name: id, owner: "lin", row: Self.row))
      let met = start.adding(days: number % 20)
      records.activities.append(
        Activity(customer: id, date: met, type: "contact", row: Self.row))
      for order in 0..<(number < 3 ? 2 : number < 8 ? 1 : 0) {
        records.orders.append(
          Order(
            customer: id, date: met.adding(days: 1 + order), amount: Money(units: 33_000),
            row: Self.row))
      }
    }
    return records
  }

  @Test func `splits the month before over the factors, the parts adding up`() throws {
    let json = try PlanSample.json(withApril())
    let expected = [("period", "\"2026-04\""), ("actual", "363000"), ("actualDeals", "8")]
    for (path, value) in expected { #expect(json[at: "variance/" + path] == value, "\(path)") }
    func units(_ path: String) throws -> Int {
      try #require(json[at: "variance/" + path].flatMap(Int.init))
    }
    let effects = try ["developed", "conversion", "dealSize", "repeat"].map {
      try units("effects/" + $0)
    }
    #expect(try units("plan") + units("difference") == 363_000)
    #expect(try effects.reduce(0, +) == units("difference"))
    // 8 came of those expected: what is printed is their ratio, both rounded to six decimals.
    let expectedDeals = try #require(json[at: "variance/expectedDeals"].flatMap(Double.init))
    let ratio = try #require(json[at: "variance/actualOverExpected"].flatMap(Double.init))
    #expect((ratio * expectedDeals - 8).magnitude < 1e-5)
  }

  @Test func `shows rates of different sources as a product with the pairs of each stage`() throws {
    var records = try PlanSample.given()
    records.givenRates[0] = GivenRate(
      from: "contact", to: "visit", successes: 1, trials: 2, row: Self.row)
    let json = try PlanSample.json(records)
    #expect(json[at: "factors/conversion/product"] == "true")
    #expect(json[at: "factors/conversion/share"] == "0.0625")
    #expect(json[at: "factors/conversion/successes"] == nil)
    #expect(
      json[at: "factors/conversion/stages/0"]
        == "{\"from\":\"contact\",\"to\":\"visit\",\"successes\":1,\"trials\":2,\"source\":\"given\"}"
    )
    #expect(
      json[at: "factors/conversion/stages/2"]
        == "{\"from\":\"proposal\",\"to\":\"deal\",\"successes\":12,\"trials\":36,\"source\":\"given\"}"
    )
  }

  @Test func `sets time against revenue as the ten customers of the method`() throws {
    let units = [420, 260, 110, 60, 50, 40, 30, 20, 10, 0]
    let hours = [12, 10, 14, 16, 14, 12, 10, 6, 4, 2]
    var records = try PlanSample.revenues(units)
    let date = try #require(records.orders.first?.date)
    for (customer, count) in zip(records.customers, hours) {
      records.activities.append(
        Activity(
          customer: customer.id, date: date, type: "service", minutes: count * 60,
          row: Self.row))
    }
    records.presentTables.append("activities")
    let json = try PlanSample.json(records)
    #expect(json[at: "attention/mismatch"] == "0.46")
    #expect(json[at: "attention/gini"] == "0.608")
    #expect(json[at: "pareto/top20/share"] == "0.68")
  }
}
