extension GoalContext {
  /// S1: metric, number, unit and scope are there.
  func specific() -> GoalCheck {
    var missing: [GoalFinding.Field] = []
    if goal.targetHundredths <= 0 { missing.append(.target) }
    if goal.unit?.isEmpty ?? true { missing.append(.unit) }
    if goal.scope?.isEmpty ?? true { missing.append(.scope) }
    guard !missing.isEmpty else { return GoalCheck(.s1, .pass, .complete) }
    return GoalCheck(.s1, missing == [.scope] ? .warn : .fail, .missingFields(missing))
  }

  private static let vagueWords = [
    "努力", "尽量", "加强", "提升", "争取", "尽可能", "进一步", "improve", "more", "better", "try",
    "strengthen",
  ]

  /// S2: no vague verb without a number.
  func concrete() -> GoalCheck {
    for text in [goal.scope, goal.why].compactMap(\.self) {
      let hasDigit = text.unicodeScalars.contains { $0.properties.numericType != nil }
      let lower = text.lowercased()
      if !hasDigit, let word = Self.vagueWords.first(where: { lower.contains($0) }) {
        return GoalCheck(.s2, .warn, .vague(word))
      }
    }
    return GoalCheck(.s2, .pass, .noVagueWords)
  }

  /// M1: the actual can be computed, and the table is alive.
  func measurable() throws(MethodFailure) -> GoalCheck {
    let table = actual.sourceTable
    guard actual.hasSource else { return GoalCheck(.m1, .fail, .noSource(table: table)) }
    let recent = DayRange(
      from: plan.known.adding(days: -183), through: plan.known.adding(days: -1))
    if let recent, try isCounted(in: recent) {
      return GoalCheck(.m1, .pass, .measurable(table: table))
    }
    return GoalCheck(.m1, .warn, .noRecentRows(table: table))
  }

  /// Whether rows of the time count for the goal: returns larger than the orders leave less than
  /// nothing, and are rows all the same.
  private func isCounted(in range: DayRange) throws(MethodFailure) -> Bool {
    guard goal.metric == .quantity else { return !actual.rows(in: range).isEmpty }
    return try actual.hundredths(in: range) > 0
  }

  /// M2: a baseline exists.
  func baseline(_ baseline: GoalBaseline?) -> GoalCheck {
    guard let baseline else {
      return GoalCheck(.m2, .warn, .noBaseline)
    }
    return GoalCheck(
      .m2, .pass, .baseline(amount: baseline.amount, periods: baseline.history.count))
  }

  /// A1: how the target stands to what was reached before.
  func againstHistory(_ baseline: GoalBaseline?) -> GoalCheck? {
    guard goal.better == .more, let baseline, baseline.amount > 0 else { return nil }
    let ratio = target / baseline.amount
    let isLargest = target > baseline.history.max() ?? 0
    let isSpread = ratio > baseline.usualSpread
    return GoalCheck(
      .a1, isLargest || isSpread ? .warn : .pass,
      .againstHistory(
        ratio: ratio, rank: baseline.history.count { $0 > target } + 1,
        of: baseline.history.count, isAboveLargest: isLargest, isAboveSpread: isSpread))
  }

  /// A2: the chance to reach it by the end of the period, where past months bear one.
  func probability() -> GoalCheck? {
    guard let personal, goal.metric == .amount else { return nil }
    guard isPlanned else { return GoalCheck(.a2, .ask, .otherPeriod(goal.start, goal.end)) }
    guard let chance = personal.chance else { return GoalCheck(.a2, .ask, .noForecast) }
    guard case .said(let said) = chance else { return GoalCheck(.a2, .ask, .chanceUnsaid(chance)) }
    let status: GoalCheck.Status =
      switch Attainability(chance: said) {
      case .safe, .achievable: .pass
      case .challenging: .warn
      case .unrealistic: .fail
      }
    return GoalCheck(.a2, status, .probability(said, by: period.end))
  }

  /// A3: the hours needed fit.
  func capacity() -> GoalCheck? {
    guard goal.metric == .amount else { return nil }
    guard isPlanned else { return GoalCheck(.a3, .ask, .otherPeriod(goal.start, goal.end)) }
    guard let hours else { return GoalCheck(.a3, .ask, .noWorkload) }
    let finding = GoalFinding.capacity(
      needed: hours.needed.hours.double, available: hours.available.hours.double, hours.fit)
    let status: GoalCheck.Status =
      switch hours.fit {
      case .comfortable: .pass
      case .tight: .warn
      case .infeasible: .fail
      }
    return GoalCheck(.a3, status, finding)
  }

  /// R1: the parent exists and measures the same, or what drives it.
  func parent() -> GoalCheck? {
    guard let id = goal.parent else {
      return goal.owner == Goal.company ? nil : GoalCheck(.r1, .warn, .noParent)
    }
    guard let parent = index.goals[id] else {
      return GoalCheck(.r1, .fail, .unknownParent(id))
    }
    if parent.metric == goal.metric { return GoalCheck(.r1, .pass, .parent(id)) }
    if parent.metric == .amount, goal.metric == .quantity {
      return GoalCheck(.r1, .pass, .parentByDriver(id))
    }
    return GoalCheck(.r1, .warn, .unrelatedParent(id))
  }

  /// R2: the plan spends time on it.
  func plannedHours() throws(MethodFailure) -> GoalCheck? {
    var time = try plannedTime(onlyThis: true)
    if goal.metric == .amount, let hours { time = try time + hours.needed }
    if time == .zero, goal.metric == .amount, !isPlanned {
      return GoalCheck(.r2, .ask, .otherPeriod(goal.start, goal.end))
    }
    return time > .zero
      ? GoalCheck(.r2, .pass, .plannedHours(time.hours.double))
      : GoalCheck(.r2, .fail, .noPlannedHours)
  }

  /// T1: the dates hold together and with the period.
  func dates() -> GoalCheck {
    guard goal.start < goal.end else { return GoalCheck(.t1, .fail, .startAfterEnd) }
    guard goal.end <= period.end else { return GoalCheck(.t1, .warn, .endOutside(goal.end)) }
    let isWorkday = (try? plan.calendar.day(goal.end))?.isWorkday ?? true
    return isWorkday
      ? GoalCheck(.t1, .pass, .dates) : GoalCheck(.t1, .warn, .endIsNoWorkday(goal.end))
  }

  /// T2: the milestones add up and are in order.
  func milestones() throws(MethodFailure) -> GoalCheck {
    guard !goal.milestones.isEmpty else { return GoalCheck(.t2, .warn, .noMilestones) }
    var reached = 0
    for milestone in goal.milestones { reached = try sum(reached, milestone.targetHundredths) }
    guard reached == goal.targetHundredths else {
      return GoalCheck(
        .t2, .fail, .milestonesDiffer(sum: Double(reached) / 100, target: target))
    }
    let dates = goal.milestones.map(\.date)
    let isOrdered = zip(dates, dates.dropFirst()).allSatisfy { $0 < $1 }
    let isInside = dates.allSatisfy { goal.start <= $0 && $0 <= goal.end }
    return isOrdered && isInside
      ? GoalCheck(.t2, .pass, .milestones(count: dates.count))
      : GoalCheck(.t2, .fail, .milestonesUnordered)
  }

  /// T3: enough of what is planned can still close.
  func closesInTime() throws(MethodFailure) -> GoalCheck? {
    guard goal.metric == .amount, isPlanned, let workload = personal?.workload,
      let lag = personal?.lag,
      let closing = lag.closesBy.first
    else { return nil }
    let (expected, needed) = (closing.deals.double, Double(workload.customers))
    return closing.deals >= Rational(workload.customers)
      ? GoalCheck(.t3, .pass, .closesInTime(expected: expected, needed: needed))
      : GoalCheck(
        .t3, .fail,
        .closesLate(expected: expected, needed: needed, lastStart: lag.lastStartForHalf))
  }
}
