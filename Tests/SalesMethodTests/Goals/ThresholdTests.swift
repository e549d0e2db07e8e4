import Testing

@testable import SalesMethod

@Suite struct `The thresholds of a goal's checks` {
  private func context(
    _ settings: MethodSettings = MethodSettings(), hours: HoursBalance? = nil,
    chance: PeriodOutlook.Chance? = nil
  ) throws -> GoalContext {
    let planner = try Planner(
      RecordIndex(WorkedExample.given()), settings: settings,
      period: #require(.month(5, of: 2026)), now: day("2026-05-06"))
    return GoalContext(
      goal: planner.index.records.goals[0], members: [0], plan: planner.basis, hours: hours,
      personal: GoalContext.Personal(
        workload: nil, chance: chance, lag: nil, unplaced: [], classCounts: ClassCounts()))
  }

  @Test(arguments: [
    (1.0, GoalCheck.Status.pass), (0.9, .pass), (0.899_999, .pass), (0.5, .pass),
    (0.499_999, .warn), (0.1, .warn), (0.099_999, .fail), (0.0, .fail),
  ])
  func `A2 passes from a half on and warns from a tenth on`(
    chance: Double, status: GoalCheck.Status
  ) throws {
    let check = try context(chance: .said(chance)).probability()
    #expect(check == GoalCheck(.a2, status, .probability(chance, by: day("2026-05-31"))))
  }

  @Test func `A2 asks where past months do not bear a chance`() throws {
    let check = try context(chance: .worseThanShare).probability()
    #expect(check == GoalCheck(.a2, .ask, .chanceUnsaid(.worseThanShare)))
  }

  @Test func `A2 asks where there is no forecast`() throws {
    #expect(try context().probability() == GoalCheck(.a2, .ask, .noForecast))
  }

  @Test(arguments: [
    (85_000, GoalCheck.Status.pass, HoursBalance.Fit.comfortable), (85_001, .warn, .tight),
    (100_000, .warn, .tight), (100_001, .fail, .infeasible),
  ])
  func `A3 warns above 85 percent of the hours and fails above all of them`(
    needed: Int, status: GoalCheck.Status, fit: HoursBalance.Fit
  ) throws {
    let hours = try HoursBalance(
      funnel: WorkingTime(milliminutes: needed - 5_000), cadence: WorkingTime(milliminutes: 5_000),
      available: WorkingTime(milliminutes: 100_000), GoalSettings())
    #expect(hours.fit == fit)
    let check = try context(hours: hours).capacity()
    #expect(check?.id == .a3)
    #expect(check?.status == status)
  }

  @Test func `A3 warns from where the settings say`() throws {
    var settings = MethodSettings()
    settings.goals.comfortableThousandths = 900
    func status(_ needed: Int) throws -> GoalCheck.Status? {
      let hours = try HoursBalance(
        funnel: WorkingTime(milliminutes: needed), cadence: .zero,
        available: WorkingTime(milliminutes: 100_000), settings.goals)
      return try context(settings, hours: hours).capacity()?.status
    }
    #expect(try status(90_000) == .pass)
    #expect(try status(90_001) == .warn)
  }

  @Test func `no hours at all are infeasible only where some are needed`() throws {
    func fit(_ needed: Int) throws -> HoursBalance.Fit {
      try HoursBalance(
        funnel: WorkingTime(minutes: needed), cadence: .zero, available: .zero, GoalSettings()
      ).fit
    }
    #expect(try fit(0) == .comfortable)
    #expect(try fit(1) == .infeasible)
  }
}
