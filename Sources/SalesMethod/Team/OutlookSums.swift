/// What a period is expected to bring by its end, in sums: a member's, or a team's, which is the sum of
/// its members'.
///
/// Expected amounts are whole units, so the rows of a table add up to its last line as they are shown.
package struct OutlookSums: Hashable, Sendable {
  /// The last day of the period: “by” this day.
  package let end: Day
  /// Net orders of the period before the day of planning.
  package let won: Money
  /// Expected of open deals.
  package let deals: Money
  /// Expected of customers who ordered before.
  package let existing: Money
  /// Expected of those contacted already.
  package let inProgress: Money
  /// Expected of the new contacts that fit into the hours.
  package let newContacts: Money
  /// A usual month’s other business, where nothing else can be expected.
  package let other: Money

  /// All of it together, by the end.
  ///
  ///     // 40,000 won and 60,000 of open deals
  ///     sums.expected  // 100,000
  package var expected: Money { won + deals + existing + inProgress + newContacts + other }
}

extension OutlookSums {
  init(_ outlook: PeriodOutlook) {
    self.init(
      end: outlook.end, won: outlook.won, deals: outlook.deals, existing: outlook.existing,
      inProgress: outlook.inProgress, newContacts: outlook.newContacts, other: outlook.other)
  }

  /// The sum of members’ sums.
  init(of members: [OutlookSums], by end: Day) throws(MethodFailure) {
    self.init(
      end: end, won: try total(members.map(\.won)), deals: try total(members.map(\.deals)),
      existing: try total(members.map(\.existing)),
      inProgress: try total(members.map(\.inProgress)),
      newContacts: try total(members.map(\.newContacts)), other: try total(members.map(\.other)))
  }
}
