/// What chances the rule would have given in past months, and how often the target was reached: what
/// stands beside every chance.
package struct ChanceRecord: Codable, Hashable, Sendable {
  /// A month of a member.
  package struct Entry: Codable, Hashable, Sendable {
    package let month: DayRange
    /// The member's number.
    package let member: Int
    /// The chance that would have been said on the first day.
    package let chance: Double
    package let isReached: Bool
    /// What was to be reached: the month's target, or a usual month where none is on record.
    package let target: Money
    /// What the rule would have expected on the first day, in whole units.
    package let expected: Money
    /// What came.
    package let actual: Money
  }

  /// The months, the oldest first, members in order.
  package let entries: [Entry]
  /// How many calendar months were tested.
  package let months: Int

  /// Fewer months say nothing of a chance.
  package static let leastMonths = 3

  /// How far chances were from what happened, squared, on average (0 is best); nil without an entry.
  package var brier: Double? {
    guard !entries.isEmpty else { return nil }
    var whole = 0.0
    for entry in entries {
      let error = entry.chance - (entry.isReached ? 1 : 0)
      whole += error * error
    }
    return whole / Double(entries.count)
  }

  /// The same of somebody who always says the share that was reached.
  package var brierOfShare: Double? {
    guard !entries.isEmpty else { return nil }
    let share = Double(entries.count { $0.isReached }) / Double(entries.count)
    return share * (1 - share)
  }

  /// Whether a chance may be said at all: enough months, and not worse than always saying the same.
  package var allowsChance: Bool {
    guard months >= Self.leastMonths, let brier, let brierOfShare else { return false }
    return brier <= brierOfShare
  }
}

extension ChanceRecord {
  /// Judges months against their targets; where none is on record, against a usual month.
  init(
    _ judged: [BackTest.PersonMonth], _ adjustment: Adjustment,
    target: (_ member: Int, _ month: DayRange) throws(MethodFailure) -> Money?
  ) throws(MethodFailure) {
    var entries: [Entry] = []
    for month in judged {
      let target = try target(month.member, month.month).map { Rational($0.hundredths) }
      guard let target = target ?? month.usual else { continue }
      let outlook = Self.outlook(month, adjustment, target: target)
      entries.append(
        Entry(
          month: month.month, member: month.member, chance: outlook.chance(toReach: target),
          isReached: Rational(month.actual) >= target, target: Money(hundredths: target.ceiling),
          expected: .wholeUnits(outlook.expected), actual: Money(hundredths: month.actual)))
    }
    self.entries = entries.sorted {
      ($0.month.start, $0.member) < ($1.month.start, $1.member)
    }
    months = adjustment.months
  }

  private static func outlook(
    _ month: BackTest.PersonMonth, _ adjustment: Adjustment, target: Rational
  ) -> DatedOutlook {
    DatedOutlook(
      month.arrivals, adjustment,
      OutlookQuestion(
        won: 0, target: target.ceiling, usual: month.usual?.double, share: 1, isRough: true))
  }
}
