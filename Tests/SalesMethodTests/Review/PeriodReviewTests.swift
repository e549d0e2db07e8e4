import Testing

@testable import SalesMethod

@Suite struct `The review of the month before` {
  private func review(_ change: (inout SalesRecords) -> Void = { _ in }) throws -> PeriodReview {
    var records = WorkedExample.history()
    records.orders.removeAll { $0.date >= day("2026-04-01") }
    records.goals.append(goal("april", 350_000, from: "2026-04-01", to: "2026-04-30"))
    change(&records)
    return try #require(try samplePlan(records).review)
  }

  @Test func `counts what new customers brought in the month, whenever they were first met`() throws
  {
    let review = try review { records in
      // Met in the winter, first order in April.
      records.orders.append(order("c100", "2026-04-10", 20_000))
      records.orders.append(order("c100", "2026-04-20", 5_000))
    }
    #expect(review.variance.reached == Money(units: 25_000))
    #expect(review.variance.actual.repeats == 2)
    #expect(review.variance.actual.dealSize == 12_500)
    #expect(review.actualDeals == 0)  // of those first met in April
    let parts = review.variance.shown.reduce(Money.zero, +)
    #expect(parts == review.variance.difference)
  }

  @Test func `leaves out what existing customers order again`() throws {
    let review = try review { $0.orders.append(order("c1", "2026-04-10", 20_000)) }
    #expect(review.variance.reached == .zero)
  }

  @Test func `plans only for what was not under way when the month began`() throws {
    func decide(_ records: inout SalesRecords) {
      records.presentTables.append("deals")
      for number in 0..<5 {
        records.deals.append(
          Deal(
            customer: "c20\(number)", amount: Money(units: 1_000), status: .won,
            created: day("2026-02-01"), closed: day("2026-03-0\(number + 1)"), row: row))
      }
    }
    let plain = try review { decide(&$0) }
    let underWay = try review { records in
      decide(&records)
      records.deals.append(
        Deal(
          customer: "c210", amount: Money(units: 900_000), created: day("2026-03-01"), row: row))
    }
    #expect(plain.variance.planned > .zero)
    #expect(underWay.variance.planned < plain.variance.planned)
  }

  @Test func `takes buyers for the contacts they stand for where nobody was met`() throws {
    let review = try review { $0.orders.append(order("c100", "2026-04-10", 20_000)) }
    let actual = review.variance.actual
    #expect(actual.conversion == review.variance.plan.conversion)
    #expect((actual.developed * actual.conversion - 1).magnitude < 1e-9)
  }
}

extension `The review of the month before` {
  @Test func `plans by the cautious rate where nothing had succeeded yet`() throws {
    var records = WorkedExample.given()
    records.givenRates[2].successes = 0
    records.presentTables.append("orders")
    records.goals.append(goal("april", 350_000, from: "2026-04-01", to: "2026-04-30"))
    let review = try #require(try samplePlan(records).review)
    #expect(review.variance.planned >= Money(units: 350_000))
    #expect(review.variance.reached == .zero)
    #expect(review.variance.difference == Money(units: 0) - review.variance.planned)
  }

  @Test func `is absent where nothing tells what was sold`() throws {
    var records = WorkedExample.given()
    records.goals.append(goal("april", 350_000, from: "2026-04-01", to: "2026-04-30"))
    let plan = try samplePlan(records)
    #expect(plan.review == nil && plan.pastForecast == nil)
  }
}
