/// One day of the working calendar that differs from the plain week.
package struct CalendarEntry: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case off, work }
  package enum Status: String, Hashable, Sendable, CaseIterable { case official, provisional }

  package var date: Day
  package var kind: Kind
  package var name: String
  package var status: Status
  /// Whether the table itself says the status, which is official where it says nothing.
  package var saysStatus = false
  /// The row of the calendar table; nil for a day that no table gave.
  package var row: Row?

  package init(date: Day, kind: Kind, name: String, status: Status, row: Row? = nil) {
    self.date = date
    self.kind = kind
    self.name = name
    self.status = status
    self.row = row
  }
}
