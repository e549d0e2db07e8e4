import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `The forecast of the month before` {
  private static func records() -> SalesRecords {
    var records = WorkedExample.history()
    records.goals.append(goal("april", 120_000, from: "2026-04-01", to: "2026-04-30"))
    return records
  }

  /// What a planner would have said on 1 April, with no later row.
  private func planOfThatDay(_ all: SalesRecords) throws -> MonthlyPlan {
    var records = all
    records.orders.removeAll { $0.date >= day("2026-04-01") }
    records.activities.removeAll { $0.date >= day("2026-04-01") }
    return try Planner(
      RecordIndex(records), settings: MethodSettings(), period: #require(.month(4, of: 2026)),
      now: day("2026-04-01")
    ).plan(for: "zhang")
  }

  @Test func `is what a plan of its first day would have said`() throws {
    let records = Self.records()
    let past = try #require(try samplePlan(records).pastForecast)
    let then = try planOfThatDay(records)
    #expect(past.period == .month(4, of: 2026))
    #expect(past.target == Money(units: 120_000))
    #expect(past.contacts == then.outlook.contactsAsked)
    #expect(past.quantiles.map(\.amount) == then.outlook.quantiles.map(\.amount))
    #expect(past.quantiles.map(\.share) == [0.1, 0.25, 0.5, 0.75, 0.9])
    #expect(past.actual == Money(units: 54_000 + 68_000 + 90_000) && past.isReached)
  }

  @Test func `does not know what happened in its month`() throws {
    let records = Self.records()
    var other = records
    for number in 100..<140 { other.orders.append(order("c\(number)", "2026-04-10", 1_000)) }
    other.activities.append(
      Activity(customer: "c1", date: day("2026-04-09"), type: "proposal", row: row))
    let (one, two) = (
      try #require(try samplePlan(records).pastForecast),
      try #require(try samplePlan(other).pastForecast)
    )
    #expect(one.quantiles == two.quantiles && one.probabilityInPeriod == two.probabilityInPeriod)
    #expect(two.actual - one.actual == Money(units: 40_000))
  }

  @Test func `counts the deals open then, whatever became of them`() throws {
    func deal(
      _ customer: String, _ status: Deal.Status, _ created: String?, _ closed: String?
    ) -> Deal {
      Deal(
        customer: customer, amount: Money(units: 60_000), status: status,
        created: created.map { day($0) }, closed: closed.map { day($0) }, row: row)
    }
    var records = Self.records()
    records.presentTables.append("deals")
    // Three won and two lost before April: what is known of deals.
    for (number, status) in [Deal.Status.won, .won, .won, .lost, .lost].enumerated() {
      records.deals.append(deal("c20\(number)", status, "2026-02-01", "2026-03-0\(number + 1)"))
    }
    let plain = try #require(try samplePlan(records).pastForecast)
    // Not known to have been open then.
    records.deals += [
      deal("c210", .open, nil, nil), deal("c210", .open, "2026-04-02", nil),
    ]
    #expect(try samplePlan(records).pastForecast == plain)
    records.deals.append(deal("c211", .won, "2026-03-20", "2026-04-20"))
    let won = try #require(try samplePlan(records).pastForecast)
    #expect((won.quantiles.last?.amount ?? .zero) > plain.quantiles.last?.amount ?? .zero)
    records.deals[records.deals.count - 1] = deal("c211", .lost, "2026-03-20", "2026-04-20")
    #expect(try samplePlan(records).pastForecast == won)
  }

  @Test func `is absent without a goal of that time, and without a calendar`() throws {
    #expect(try samplePlan(WorkedExample.history()).pastForecast == nil)
    var records = Self.records()
    records.goals[1].start = day("2024-01-01")
    let january = try Planner(
      RecordIndex(records), settings: MethodSettings(), period: #require(.month(1, of: 2024)),
      now: day("2024-01-05"))
    #expect(try january.plan(for: "zhang").pastForecast == nil)
  }

  @Test(arguments: [
    (10, "低于预测的 10% 分位", "below the 10% quantile"),
    (20, "落在预测的 10%–50% 之间", "between the 10% and the 50% quantile"),
    (59, "落在预测的 50%–90% 之间", "between the 50% and the 90% quantile"),
    (60, "达到或高于预测的 90% 分位", "at or above the 90% quantile"),
  ])
  func `says between which quantiles the month ended`(
    actual: Int, chinese: String, english: String
  ) throws {
    let quantiles = [(0.1, 20), (0.5, 40), (0.9, 60)].map {
      Forecast.Quantile(share: $0, amount: Money(units: $1))
    }
    let past = PastForecast(
      period: try #require(.month(4, of: 2026)), target: Money(units: 50), contacts: 9,
      probabilityInPeriod: 0.25, quantiles: quantiles,
      actual: Money(units: actual))
    #expect(past.place?.chinese.hasSuffix(chinese) == true)
    #expect(past.place?.english == english)
    let text = past.text(in: .chinese)
    #expect(text.contains("到期末达成把握 25%；") && text.contains(actual < 50 ? "未达成" : "，达成"))
  }
}
