import Testing
import Wording

@testable import SalesMethod

@Suite struct `A date that stands on a deal alone` {
  private func plan(due: String) throws -> MonthlyPlan {
    var records = WorkedExample.given()
    records.customers = [
      Customer(
        id: "c1", name: "一", purchasingPower: .yes, decisionPower: .yes, need: .yes, row: row)
    ]
    records.deals = [
      Deal(
        customer: "c1", amount: Money(units: 900), created: day("2026-04-20"),
        expectedClose: day(due), row: row)
    ]
    return try samplePlan(records)
  }

  @Test func `is to be confirmed with the customer, not asked for`() throws {
    let plan = try plan(due: "2026-05-20")
    #expect(plan.customers.map(\.nextStep) == [.confirmDate(day("2026-05-20"))])
    #expect(plan.nextSteps["c1"] == .confirmDate(day("2026-05-20")))
  }

  @Test func `is asked for where it has passed`() throws {
    #expect(try plan(due: "2026-05-05").nextSteps["c1"] == .askDate)
  }
}
