/// The result of one check of a goal: SMART and C, comparability and consistency.
package struct GoalCheck: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable, CaseIterable {
    case pass, warn, fail
    /// Only a person can answer.
    case ask
  }

  /// The stable name of a check: exercises refer to it.
  package enum ID: String, Hashable, Sendable, CaseIterable {
    case s1 = "S1"
    case s2 = "S2"
    case m1 = "M1"
    case m2 = "M2"
    case a1 = "A1"
    case a2 = "A2"
    case a3 = "A3"
    case r1 = "R1"
    case r2 = "R2"
    case r3 = "R3"
    case t1 = "T1"
    case t2 = "T2"
    case t3 = "T3"
    case c1 = "C1"
    case c2 = "C2"
    case c3 = "C3"
    case c4 = "C4"
    case c5 = "C5"
    case c6 = "C6"
    case c7 = "C7"
    case c8 = "C8"

    /// The letter of SMART+C it belongs to.
    package var letter: String { String(rawValue.prefix(1)) }
  }

  /// A number of the sentence, by name.
  package struct Value: Hashable, Sendable {
    package let name: String
    package let number: Double
  }

  package let id: ID
  package let status: Status
  package let finding: GoalFinding

  /// The numbers of the sentence, in its order.
  package var values: [Value] { finding.values }

  init(_ id: ID, _ status: Status, _ finding: GoalFinding) {
    self.id = id
    self.status = status
    self.finding = finding
  }
}

/// What a check found, with the numbers it found it by.
package enum GoalFinding: Hashable, Sendable {
  case complete
  case missingFields([Field])
  case noVagueWords
  case vague(String)
  case measurable(table: String)
  case noSource(table: String)
  case noRecentRows(table: String)
  case baseline(amount: Double, periods: Int)
  case noBaseline
  case againstHistory(ratio: Double, rank: Int, of: Int, isAboveLargest: Bool, isAboveSpread: Bool)
  /// The chance to reach the target by a day.
  case probability(Double, by: Day)
  /// Why no chance is said.
  case chanceUnsaid(PeriodOutlook.Chance)
  case noForecast
  case capacity(needed: Double, available: Double, HoursBalance.Fit)
  case noWorkload
  /// The goal's own period is not the plan's.
  case otherPeriod(Day, Day)
  case parent(String)
  case parentByDriver(String)
  case noParent
  case unknownParent(String)
  case unrelatedParent(String)
  case plannedHours(Double)
  case noPlannedHours
  case whyAsked(String?)
  case dates
  case startAfterEnd
  case endOutside(Day)
  case endIsNoWorkday(Day)
  case milestones(count: Int)
  case noMilestones
  case milestonesDiffer(sum: Double, target: Double)
  case milestonesUnordered
  case closesInTime(expected: Double, needed: Double)
  case closesLate(expected: Double, needed: Double, lastStart: Day?)
  case assignment(ratio: Double, low: Double, high: Double)
  case priceTimesQuantity(amount: Double, expected: Double, price: Double)
  case noPriceToCompare
  case priceAboveFloor(price: Double, floor: Double)
  case priceBelowFloor(price: Double, floor: Double)
  case discount(share: Double, largest: Double)
  case noPricePolicy
  case partsAdd(sum: Double, target: Double)
  case partsDiffer(sum: Double, target: Double)
  case collectable(target: Double, due: Double, fromSales: Double)
  case notCollectable(target: Double, due: Double, fromSales: Double)
  case goalsFit(needed: Double, available: Double)
  case goalsCompete(needed: Double, available: Double)
  case cadenceKept(customers: Int)
  case cadenceBroken(visits: Int)
  case promotionInPeriod(String)
  case promotionOutside(String)
  case strategyAsked

  package enum Field: String, Hashable, Sendable, CaseIterable { case target, unit, scope }
}

extension GoalFinding {
  /// The numbers of the finding, by name.
  package var values: [GoalCheck.Value] {
    numbers.map { GoalCheck.Value(name: $0.key, number: $0.value) }
  }

  private var numbers: KeyValuePairs<String, Double> {
    switch self {
    case .baseline(let amount, let periods): ["baseline": amount, "periods": Double(periods)]
    case .againstHistory(let ratio, let rank, let count, _, _):
      ["ratio": ratio, "rank": Double(rank), "of": Double(count)]
    case .probability(let chance, _): ["probability": chance]
    case .capacity(let needed, let available, _), .goalsFit(let needed, let available),
      .goalsCompete(let needed, let available):
      ["needed": needed, "available": available]
    case .plannedHours(let hours): ["hours": hours]
    case .milestones(let count): ["count": Double(count)]
    case .milestonesDiffer(let sum, let target), .partsAdd(let sum, let target),
      .partsDiffer(let sum, let target):
      ["sum": sum, "target": target]
    case .closesInTime(let expected, let needed), .closesLate(let expected, let needed, _):
      ["expected": expected, "needed": needed]
    case .assignment(let ratio, let low, let high): ["ratio": ratio, "low": low, "high": high]
    case .priceTimesQuantity(let amount, let expected, let price):
      ["amount": amount, "expected": expected, "price": price]
    case .priceAboveFloor(let price, let floor), .priceBelowFloor(let price, let floor):
      ["price": price, "floor": floor]
    case .discount(let share, let largest): ["discount": share, "largest": largest]
    case .collectable(let target, let due, let sales),
      .notCollectable(let target, let due, let sales):
      ["target": target, "due": due, "fromSales": sales]
    case .cadenceKept(let customers): ["customers": Double(customers)]
    case .cadenceBroken(let visits): ["visits": Double(visits)]
    case .complete, .missingFields, .noVagueWords, .vague, .measurable, .noSource, .noRecentRows,
      .noBaseline, .noForecast, .chanceUnsaid, .noWorkload, .otherPeriod, .parent, .parentByDriver,
      .noParent,
      .unknownParent, .unrelatedParent, .noPlannedHours, .whyAsked, .dates, .startAfterEnd,
      .endOutside, .endIsNoWorkday, .noMilestones, .milestonesUnordered, .noPriceToCompare,
      .noPricePolicy, .promotionInPeriod, .promotionOutside, .strategyAsked:
      [:]
    }
  }
}
