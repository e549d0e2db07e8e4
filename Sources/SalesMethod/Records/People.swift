/// A salesperson or a manager.
package struct Member: Codable, Hashable, Sendable {
  package enum Role: String, Codable, Hashable, Sendable { case member, manager }

  package var id: String
  package var name: String
  /// The id of the team, if any.
  package var team: String?
  package var role: Role
  /// The id of the manager, if any.
  package var manager: String?
  /// Working hours a day in minutes: 480 where nothing was said.
  package var minutesPerDay: Int
  /// The share of the day spent selling, in thousandths: 500 where nothing was said.
  package var sellingShareThousandths: Int
  package var daysOff: [Day]
  /// Days of which one half is off: they hold half the working time.
  package var halfDaysOff: [Day]
  package var start: Day?
  package var row: Row

  package init(
    id: String, name: String, team: String? = nil, role: Role = .member, manager: String? = nil,
    minutesPerDay: Int = 480, sellingShareThousandths: Int = 500, daysOff: [Day] = [],
    halfDaysOff: [Day] = [], start: Day? = nil, row: Row
  ) {
    self.id = id
    self.name = name
    self.team = team
    self.role = role
    self.manager = manager
    self.minutesPerDay = minutesPerDay
    self.sellingShareThousandths = sellingShareThousandths
    self.daysOff = daysOff
    self.halfDaysOff = halfDaysOff
    self.start = start
    self.row = row
  }

  /// The time a day leaves for selling.
  ///
  ///     // 8 hours, half of them selling: 4 hours
  func sellingTime() throws(MethodFailure) -> WorkingTime {
    WorkingTime(milliminutes: try product(minutesPerDay, sellingShareThousandths))
  }
}

/// A team; the company is the team without a parent, or stands above all.
package struct Team: Hashable, Sendable {
  package var id: String
  package var name: String
  package var parent: String?
  package var row: Row

  package init(id: String, name: String, parent: String? = nil, row: Row) {
    self.id = id
    self.name = name
    self.parent = parent
    self.row = row
  }
}
