import Testing

@testable import SalesMethod

@Suite struct `How a customer is reached` {
  private let customer = Customer(
    id: "c", name: "云杉", contact: "前台", phone: "021-0000", address: "示例路1号", row: row)

  private func contact(
    _ name: String, _ role: Contact.Role, phone: String? = nil, reachable: Bool? = nil
  ) -> Contact {
    Contact(
      customer: "c", name: name, role: role, isReachable: reachable, phone: phone, row: row)
  }

  @Test func `is by who can be reached, has a number and decides`() {
    let all = [
      contact("王", .decision), contact("李", .user, phone: "1"),
      contact("张", .decision, phone: "2", reachable: false),
      contact("赵", .influence, phone: "3"), contact("孙", .influence, phone: "4"),
    ]
    let found = ContactDetails(of: customer, all)
    #expect(found?.name == "赵" && found?.phone == "3" && found?.address == "示例路1号")
  }

  @Test func `is by the customer's own row where nobody is named, or has no number`() {
    #expect(ContactDetails(of: customer, [])?.name == "前台")
    let found = ContactDetails(of: customer, [contact("王", .decision)])
    #expect(found?.name == "王" && found?.phone == "021-0000")
    #expect(ContactDetails(of: Customer(id: "d", name: "d", row: row), []) == nil)
  }
}

@Suite struct `What is owed and what was done` {
  /// 6 May 2026 is a Wednesday; two customers of 张, planned in May.
  private func plan(_ change: (inout SalesRecords) -> Void) throws -> MonthlyPlan {
    var records = WorkedExample.given()
    records.customers = ["c1", "c2"].map {
      Customer(id: $0, name: $0, owner: "zhang", row: row)
    }
    change(&records)
    let planner = try Planner(
      RecordIndex(records), settings: MethodSettings(), period: try #require(Period("2026-05")),
      now: day("2026-05-13"))
    return try planner.plan(for: "zhang")
  }

  @Test func `is due by the period's end and not paid, the longest overdue first`() throws {
    let plan = try plan { records in
      records.receivables = [
        ("c1", 100, "2026-05-20", nil), ("c1", 200, "2026-05-03", 50),
        ("c2", 300, "2026-04-13", nil),
        ("c2", 400, "2026-06-01", nil), ("c2", 500, "2026-05-01", 500),
      ].map { customer, amount, due, paid in
        Receivable(
          customer: customer, amount: Money(units: amount), due: day(due),
          paid: paid.map { Money(units: $0) }, row: row)
      }
    }
    #expect(plan.receivables.map(\.amount) == [300, 150, 100].map { Money(units: $0) })
    // From 13 April and 3 May to 13 May; the 20th is to come.
    #expect(plan.receivables.map(\.daysLate) == [30, 10, 0])
    #expect(plan.receivables.map(\.isLate) == [true, true, false])
  }

  @Test func `counts the first of each kind as its stage, the rest as visits to the class`() throws
  {
    let plan = try plan { records in
      records.activities = [
        ("c1", "2026-04-30", "contact"), ("c1", "2026-05-06", "visit"),
        ("c1", "2026-05-07", "visit"), ("c2", "2026-05-08", "call"),
        ("c2", "2026-05-11", "proposal"),
      ].map { customer, date, type in
        Activity(customer: customer, date: day(date), type: type, row: row)
      }
      records.orders = [order("c2", "2026-05-12", 900), order("c2", "2026-05-12", 50)]
    }
    // The weeks of 1, 4 and 11 May have begun. c1 was contacted in April.
    #expect(plan.done.map(\.days.start) == ["2026-05-01", "2026-05-04", "2026-05-11"].map(day))
    #expect(plan.done.map(\.stages) == [[0, 0, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1]])
    #expect(plan.done.map { $0.visits.values.reduce(0, +) } == [0, 1, 0])
    #expect(plan.done.map(\.amount) == [0, 0, 950].map { Money(units: $0) })
  }
}
