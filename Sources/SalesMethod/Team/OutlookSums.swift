/// What a period is expected to bring by its end, in sums: a member's, or a team's, which is the sum of
/// its members'.
///
/// Expected amounts are whole units, so the rows of a table add up to its last line as they are shown.
package struct OutlookSums: Codable, Hashable, Sendable {
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
  /// The kinds of waits of which nobody of these people can be told how much they bring.
  package let untold: Set<Wait.Kind>
  /// Whether nothing of what may still come can be told of anybody.
  package let isSilent: Bool

  /// What open deals are expected to bring; nil where that can be told of nobody.
  package var toldDeals: Money? { untold.contains(.deal) ? nil : deals }
  /// What existing customers are expected to bring; nil where that can be told of nobody.
  package var toldExisting: Money? { untold.contains(.reorder) ? nil : existing }
  /// What contacts in progress are expected to bring; nil where that can be told of nobody.
  package var toldInProgress: Money? { untold.contains(.firstOrder) ? nil : inProgress }
  /// All of it together; nil where nothing can be told of anybody.
  package var toldExpected: Money? { isSilent ? nil : expected }

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
      inProgress: outlook.inProgress, newContacts: outlook.newContacts, other: outlook.other,
      untold: Set(outlook.unknown), isSilent: outlook.toldExpected == nil)
  }

  /// The sum of members’ sums.
  init(of members: [OutlookSums], by end: Day) throws(MethodFailure) {
    self.init(
      end: end, won: try total(members.map(\.won)), deals: try total(members.map(\.deals)),
      existing: try total(members.map(\.existing)),
      inProgress: try total(members.map(\.inProgress)),
      newContacts: try total(members.map(\.newContacts)), other: try total(members.map(\.other)),
      untold: Set(
        Wait.Kind.allCases.filter { kind in
          !members.isEmpty && members.allSatisfy { $0.untold.contains(kind) }
        }), isSilent: !members.isEmpty && members.allSatisfy(\.isSilent))
  }
}
