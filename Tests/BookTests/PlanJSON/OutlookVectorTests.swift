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
    // 177,745.18 in the vector: the counts of customers stop at a tail of 1e-9, which takes 0.01.
    #expect(json[at: "forecast/sd"] == "177745.17")
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
}
