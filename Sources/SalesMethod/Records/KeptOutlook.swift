/// What a plan said of a month as a whole: kept when it was made, or computed again.
package struct KeptOutlook: Codable, Hashable, Sendable {
  /// The member's id.
  package let member: String
  package let month: DayRange
  /// The day the plan was made for.
  package let asOf: Day
  package let target: Money?
  package let expected: Money
  /// The ends of the interval that eight of ten months should fall into.
  package let low: Money
  package let high: Money
  /// The chance that was said; nil where none was.
  package let chance: Double?
  /// Whether it was kept when it was made.
  package let isKept: Bool

  package init(
    member: String, month: DayRange, asOf: Day, target: Money?, expected: Money, low: Money,
    high: Money, chance: Double?, isKept: Bool = true
  ) {
    self.member = member
    self.month = month
    self.asOf = asOf
    self.target = target
    self.expected = expected
    self.low = low
    self.high = high
    self.chance = chance
    self.isKept = isKept
  }
}
