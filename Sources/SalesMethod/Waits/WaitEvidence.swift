/// What is known of one kind of wait: what `explain` prints.
package struct WaitEvidence: Hashable, Sendable {
  package let kind: Wait.Kind
  /// The first day that is counted.
  package let since: Day
  /// Whether the rows of the team are counted together; else the person's alone.
  package let isPooled: Bool
  /// The tables: one, or for the next order three, after the first order, the second or third, and
  /// later ones.
  package let tables: [LifeTable]
  /// How the person's waits end beside the team's.
  package let pace: OwnPace
}
