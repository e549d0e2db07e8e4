import OrderedJSON
import SalesMethod
import Testing

@testable import Book

@Suite struct `The plan as data, against the vectors of the method` {
  private static let row = Row(path: "table.csv", line: 2)

  /// The worked example with its lags and orders as rows, existing customers out of the way: nobody
  /// who bought may be met again, so that the whole target is for new ones.
  private func example() throws -> SalesRecords {
    var records = try PlanSample.history()
    let bought = Set(records.orders.map(\.customer))
    for number in records.customers.indices
    where bought.contains(records.customers[number].id) {
      records.customers[number].flags = [.doNotContact]
    }
    return records
  }

  @Test
  func `reaches the target by the end of May once in three hundred, and ever in every second`()
    throws
  {
    let json = try PlanSample.json(example())
    #expect(json[at: "streams/gap"] == "350000")
    #expect(json[at: "forecast/overdispersion"] == "0")
    #expect(json[at: "forecast/probability"] == "{\"inPeriod\":0.003393,\"ever\":0.484247}")
    #expect(json[at: "forecast/mean"] == "363070.54")
    // Exactly 177,745.18028…, by fractions: mean and deviation are not taken from the counts, whose
    // tail of 1e-9 is cut off.
    #expect(json[at: "forecast/sd"] == "177745.18")
    #expect(json[at: "forecast/grid"] == "1000")
    #expect(json[at: "forecast/quantiles/0.1"] == "151000")
    #expect(json[at: "forecast/quantiles/0.5"] == "343000")
    #expect(json[at: "forecast/quantiles/0.9"] == "601000")
    #expect(json[at: "forecast/contactsForConfidence"] == "245")
    #expect(json[at: "workload/stages/1/confident"] == "98")
    #expect(json[at: "workload/stages/2/confident"] == "37")
    #expect(json[at: "workload/stages/3/confident"] == "13")
    #expect(json[at: "lag/closesBy/0"] == "{\"date\":\"2026-05-31\",\"deals\":1.654167}")
    #expect(json[at: "lag/closesBy/1/deals"] == "6.108333")
    #expect(json[at: "lag/closesBy/2/deals"] == "7.65")
  }

  /// The worked example before April, whose customers order no more, and an April in which 150 were
  /// met, 8 of them bought, and 11 orders of 33,000 came.
  private func withApril() throws -> SalesRecords {
    var records = try PlanSample.history()
    let (start, end) = (try PlanSample.day("2026-04-01"), try PlanSample.day("2026-04-30"))
    for number in records.orders.indices where records.orders[number].date >= start {
      records.orders[number].date = records.orders[number].date.adding(days: -31)
    }
    for number in 0..<12 { records.customers[number].flags = [.closedDown] }
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
    let expected = [
      ("period", "\"2026-04\""), ("plan", "350000"), ("actual", "363000"),
      ("difference", "13000"),
      (
        "effects",
        "{\"developed\":-23050,\"conversion\":23041,\"dealSize\":-21015,\"repeat\":34024}"
      ), ("actualDeals", "8"),
    ]
    for (path, value) in expected { #expect(json[at: "variance/" + path] == value, "\(path)") }
    // 150 contacts at 1/20, so many of each day of 1 to 20 April: F of the days left to the 30th.
    #expect(json[at: "variance/expectedDeals"] == "2.629167")
    #expect(json[at: "variance/actualOverExpected"] == "3.042789")
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
