/// Everything a workspace's tables say, decoded and checked: the one input of the method.
///
/// Every row knows the line it came from (`row`), so that any number on a plan can be traced back.
/// References are resolved: `customer` is always the id of a customer in `customers`, `owner` the id
/// of a member in `members`.
package struct SalesRecords: Hashable, Sendable {
  package var members: [Member] = []
  package var teams: [Team] = []
  package var customers: [Customer] = []
  package var contacts: [Contact] = []
  package var deals: [Deal] = []
  package var orders: [Order] = []
  package var activities: [Activity] = []
  package var receivables: [Receivable] = []
  package var products: [Product] = []
  package var goals: [Goal] = []
  /// The overlay of the built-in working calendar, in the order of the file.
  package var calendar: [CalendarEntry] = []
  /// Conversion rates given by hand.
  package var givenRates: [GivenRate] = []
  /// Deal size and repeat purchases given by hand.
  package var givenFactors: [GivenFactors] = []
  /// Who takes part in the course.
  package var participants: [Participant] = []
  /// The tables that were there, by their names in `workspace.md`, sorted: an absent table is not
  /// an empty one.
  package var presentTables: [String] = []

  /// No records at all.
  package init() {}
}

/// The row of a table a record came from.
package struct Row: Codable, Hashable, Sendable {
  /// The file, as the user knows it.
  package let path: String
  /// The line (or the sheet's row) from 1.
  package let line: Int

  package init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}
