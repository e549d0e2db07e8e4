import Testing

@testable import SalesMethod

@Suite struct `The rows behind a number with a date` {
  @Test func `of a customer are the orders before the day of planning, not of that day`() throws {
    var records = WorkedExample.given()
    records.customers = [Customer(id: "c1", name: "甲", owner: "zhang", row: row)]
    let dates = ["2026-03-02", "2026-05-05", "2026-05-06", "2026-05-07"]
    records.orders = dates.enumerated().map { number, date in
      var sold = order("c1", date, 1_000)
      sold.row = Row(path: "orders.csv", line: 2 + number)
      return sold
    }
    let planner = try samplePlanner(records, now: "2026-05-06")
    let sources = PlanSources(planner, try planner.plan(for: "zhang"))
    #expect(sources.orderRows(ofCustomer: "c1").rows.map(\.line) == [2, 3])
    #expect(sources.orderRows(ofCustomer: "nobody").rows.isEmpty)
  }

  @Test func `of a contact in progress are its first activity, else its own row`() throws {
    var records = WorkedExample.given()
    records.customers = ["c1", "c2"].enumerated().map { number, id in
      Customer(
        id: id, name: id, owner: "zhang", row: Row(path: "customers.csv", line: 2 + number))
    }
    records.activities = [("2026-04-09", 8), ("2026-04-02", 9), ("2026-04-02", 7)].map {
      Activity(
        customer: "c1", date: day($0.0), type: "contact",
        row: Row(path: "activities.csv", line: $0.1))
    }
    let planner = try samplePlanner(records)
    let sources = PlanSources(planner, try planner.plan(for: "zhang"))
    #expect(sources.contactRows(ofCustomer: "c1").rows.map(\.line) == [7])
    #expect(sources.contactRows(ofCustomer: "c2").rows.map(\.path) == ["customers.csv"])
  }
}
