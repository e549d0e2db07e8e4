/// How much faster or slower than the team a person's waits end: 1 is the team's pace.
package struct OwnPace: Hashable, Sendable {
  /// The factor for events.
  package let won: Double
  /// The factor for losses.
  package let lost: Double
  /// The person's events, and those the team's pace would have brought on the same days.
  package let events: Int
  package let expectedEvents: Double

  /// Twenty events at the team's pace stand beside a person's own.
  private static let weight = 20.0

  /// The team's pace.
  static let team = OwnPace(won: 1, lost: 1, events: 0, expectedEvents: 0)

  private init(won: Double, lost: Double, events: Int, expectedEvents: Double) {
    self.won = won
    self.lost = lost
    self.events = events
    self.expectedEvents = expectedEvents
  }

  /// The factor of each cause over all ages and strata: (own events + 20) ÷ (own days × the team's
  /// rates + 20).
  init(_ own: [AgeTally], against tables: [LifeTable]) {
    var (won, lost) = (0, 0)
    var expected = (won: 0.0, lost: 0.0)
    for (tally, table) in zip(own, tables) {
      for bin in tally.bins {
        won += bin.won
        lost += bin.lost
      }
      let part = table.expected(on: tally)
      expected.won += part.won
      expected.lost += part.lost
    }
    self.init(
      won: (Double(won) + Self.weight) / (expected.won + Self.weight),
      lost: (Double(lost) + Self.weight) / (expected.lost + Self.weight),
      events: won, expectedEvents: expected.won)
  }
}
