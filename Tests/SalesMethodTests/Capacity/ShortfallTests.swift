import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `A plan that does not fit` {
  private func plan(_ records: SalesRecords) throws -> MonthlyPlan {
    try samplePlan(records)
  }

  @Test func `names the largest target that fits`() throws {
    let plan = try plan(WorkedExample.given())
    let shortfall = try #require(plan.shortfall)
    #expect(plan.notes.contains(.allWorkLaidOut(asked: 160, fit: 40)))
    #expect(shortfall.feasibleCustomers == 2)
    #expect(shortfall.feasibleCounts == [40, 16, 6, 2])
    #expect(shortfall.feasibleTime.hours == Rational(64))
    #expect(shortfall.largestFeasibleTarget == Money(units: 87_500))
    #expect(shortfall.missing.hours == Rational(180))
    #expect(shortfall.missingAmount == Money(units: 262_500))
  }

  @Test func `names every single lever`() throws {
    let shortfall = try #require(try plan(WorkedExample.given()).shortfall)
    let effects = shortfall.levers.map(\.effect)
    #expect(
      effects.prefix(5) == [
        .times(Rational(4)), .times(Rational(4)), .insufficient, .insufficient, .insufficient,
      ])
    #expect(shortfall.levers[5].effect == .times(Rational(64, over: 19) ?? .zero))
    #expect(shortfall.levers[5].text(in: .chinese) == "可用时间或人手提高到 3.37 倍")
    // 64 working days of 4 hours: 19 in May, 21 in June, 23 in July, the last one in August.
    #expect(shortfall.levers[6].effect == .until(day("2026-08-31")))
    #expect(shortfall.levers[7].effect == .insufficient)
  }

  @Test func `waits for the sales cycle before it names a later end`() throws {
    var records = WorkedExample.history()
    // Only the rates and cycles matter here, not what customers order again.
    records.goals = [goal("g1", 350_000)]
    let shortfall = try #require(try plan(records).shortfall)
    let end = try #require(shortfall.levers.first { $0.kind == .endDate })
    guard case .until(let date) = end.effect else {
      Issue.record("no later end")
      return
    }
    #expect(date > day("2026-08-31"))
  }

  @Test func `finds the conversion that would do`() throws {
    var records = WorkedExample.given(target: 90_000)
    records.members[0].sellingShareThousandths = 600
    let plan = try plan(records)
    // Three customers need 60 contacts, 24 visits, 9 proposals: 96 h; there are 91.2 h.
    #expect(plan.workload?.stages.map(\.mean) == [60, 24, 9, 3])
    let shortfall = try #require(plan.shortfall)
    let first = try #require(
      shortfall.levers.first { $0.kind == .conversion(from: "contact", to: "visit") })
    // 40 contacts for the 24 visits take 10 h instead of 15: 24·240/(96·40) = 3/2.
    #expect(first.effect == .times(Rational(3, over: 2) ?? .zero))
  }

  @Test func `tells the manager in one paragraph`() throws {
    let message = try #require(try plan(WorkedExample.given()).managerMessage)
    let chinese = message.text(in: .chinese)
    #expect(chinese.contains("目标 350,000 需要 256 小时，本期可用 76 小时（336.8%）"))
    #expect(chinese.contains("可行目标为 87,500"))
    #expect(chinese.contains("单量提高到 4 倍"))
    #expect(message.text(in: .english).contains("180 hours too few"))
  }

  @Test func `is not one where the hours suffice`() throws {
    let plan = try plan(WorkedExample.given(target: 80_000))
    #expect(plan.workload?.isFeasible == true)
    #expect(plan.shortfall == nil)
    #expect(plan.managerMessage == nil)
  }
}
