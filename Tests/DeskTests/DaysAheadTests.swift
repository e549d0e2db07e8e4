import Diagnostics
import SalesData
import SalesMethod
import Testing

@testable import Desk

/// Rows dated after the day of planning.
@Suite struct `Days that have not come` {
  private func records(_ file: String, _ text: String) -> SalesRecords {
    let files = [
      SourceFile(path: "customers.csv", text: "name\n甲公司\n"), SourceFile(path: file, text: text),
    ]
    return loadRecords(files: files, settings: DataSettings()).value.records
  }

  @Test(arguments: [("2027-12-05", 1), ("2027-03-04", 1), ("2027-03-03", 0), ("2026-12-05", 0)])
  func `an order more than a quarter ahead is told`(date: String, count: Int) throws {
    let today = try #require(Day("2026-12-01"))
    let orders = records("orders.csv", "customer,date,amount\n甲公司,\(date),9\n")
    let found = ordersAhead(orders, of: today)
    #expect(found.map(\.id) == Array(repeating: "data.far-ahead", count: count))
    #expect(found.first.map { $0.place.line == 2 } ?? true)
  }

  @Test(arguments: [("won", "2026-12-02", 1), ("won", "2026-12-01", 0), ("open", "2026-12-02", 0)])
  func `a deal that is over on a day ahead is told`(status: String, closed: String, count: Int)
    throws
  {
    let today = try #require(Day("2026-12-01"))
    let text = "customer,amount,status,closed\n甲公司,9,\(status),\(closed)\n"
    #expect(dealsAhead(records("deals.csv", text), of: today).count == count)
  }
}
