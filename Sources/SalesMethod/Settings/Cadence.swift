/// How often the customers of each class are met.
package struct Cadence: Hashable, Sendable {
  package var a: Visits
  package var b: Visits
  package var c: Visits
  package var d: Visits

  /// The visits of one class.
  package struct Visits: Hashable, Sendable {
    /// How many in a month.
    package var perMonth: Int
    /// The least working days from one to the next.
    package var gap: Int
    /// How long each takes.
    package var time: WorkingTime

    package init(perMonth: Int, gap: Int = 1, time: WorkingTime = .zero) {
      self.perMonth = perMonth
      self.gap = gap
      self.time = time
    }
  }

  package init(
    a: Visits = Visits(perMonth: 4, gap: 3, time: WorkingTime(thousandthsOfHour: 1500)),
    b: Visits = Visits(perMonth: 2, gap: 6, time: WorkingTime(thousandthsOfHour: 1500)),
    c: Visits = Visits(perMonth: 1, gap: 12, time: WorkingTime(thousandthsOfHour: 500)),
    d: Visits = Visits(perMonth: 0)
  ) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }

  /// The visits of a class.
  package subscript(_ customerClass: CustomerClass) -> Visits {
    switch customerClass {
    case .a: a
    case .b: b
    case .c: c
    case .d: d
    }
  }
}
