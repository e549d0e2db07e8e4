import OrderedJSON
import SalesMethod
import Testing

@testable import PlanData

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

  @Test func `adds up open deals by their own chances`() throws {
    var records = try PlanSample.given()
    records.customers = []
    records.goals[0].targetHundredths = 10_000_000
    let deals = [(60, 60), (45, 50), (30, 50), (80, 25), (25, 20), (50, 10)]
    for (thousands, percent) in deals {
      records.deals.append(
        Deal(
          customer: "c9", amount: Money(units: thousands * 1000),
          probabilityMillionths: percent * 10_000, row: Self.row))
    }
    records.presentTables.append("deals")
    let json = try PlanSample.json(records)
    #expect(json[at: "streams/openPipeline"] == "103500")
    #expect(json[at: "streams/surplus"] == "3500")
    #expect(json[at: "forecast/mean"] == "103500")
    #expect(json[at: "forecast/sd"] == "55859.2")
    #expect(json[at: "forecast/probability/ever"] == "0.52375")
  }

  @Test func `measures how much months differ, and widens the forecast by it`() throws {
    func forecast(_ wins: [Int]) throws -> JSON? {
      var records = try PlanSample.given()
      records.givenRates = []
      records.givenFactors = []
      records.customers = []
      for (month, won) in wins.enumerated() {
        let first = try PlanSample.day(
          ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04"][month] + "-03")
        for number in 0..<40 {
          let id = "m\(month)-\(number)"
          records.customers.append(
            Customer(id: id, name: id, owner: "lin", flags: [.doNotContact], row: Self.row))
          for stage in ["contact", "visit", "proposal"] {
            records.activities.append(
              Activity(customer: id, date: first, type: stage, row: Self.row))
          }
          guard number < won else { continue }
          records.orders.append(
            Order(customer: id, date: first, amount: Money(units: 35_000), row: Self.row))
        }
      }
      records.presentTables += ["activities", "orders"]
      return try PlanSample.json(records).value("forecast")
    }
    let uneven = try #require(try forecast([1, 3, 0, 2, 5, 1]))
    let even = try #require(try forecast([2, 2, 2, 2, 2, 2]))
    #expect(uneven[at: "overdispersion"] == "0.017544")  // 1/57
    #expect(even[at: "overdispersion"] == "0")
    #expect(uneven[at: "contacts"] == even[at: "contacts"])
    // The mean over 200 midpoints of the belief lies within a thousandth of the exact one.
    let means = try [uneven, even].map { try #require($0[at: "mean"].flatMap(Double.init)) }
    #expect((means[0] / means[1] - 1).magnitude < 0.001)
    let (wide, narrow) = (Double(uneven[at: "sd"] ?? ""), Double(even[at: "sd"] ?? ""))
    #expect(try #require(wide) > #require(narrow))
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
