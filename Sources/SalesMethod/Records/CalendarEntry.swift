/// One day of the working calendar that differs from the plain week.
package struct CalendarEntry: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case off, work }
  package enum Status: String, Hashable, Sendable, CaseIterable { case official, provisional }

  package var date: Day
  package var kind: Kind
  package var name: String
  package var status: Status

  package init(date: Day, kind: Kind, name: String, status: Status) {
    self.date = date
    self.kind = kind
    self.name = name
    self.status = status
  }
}
