/// How an expected close date stands to the day of planning.
package enum CloseReading: Hashable, Sendable {
  /// No date was given.
  case undated
  /// The date has passed, so many days ago.
  case overdue(Day, days: Int)
  /// Near enough for class A.
  case near(Day, days: Int)
  /// Near enough for class B.
  case mid(Day, days: Int)
  /// Beyond both horizons.
  case far(Day, days: Int)

  /// Reads a date by the horizons of the rule.
  package init(_ date: Day?, by rule: ManRule, asOf today: Day, periodEnd: Day) {
    guard let date else {
      self = .undated
      return
    }
    let days = today.days(to: date)
    let isNear =
      switch rule.near {
      case .days(let limit): days <= limit
      case .periodEnd: date <= periodEnd
      }
    if days < 0 {
      self = .overdue(date, days: -days)
    } else if isNear {
      self = .near(date, days: days)
    } else if days <= rule.mid {
      self = .mid(date, days: days)
    } else {
      self = .far(date, days: days)
    }
  }

  /// The best class the date allows.
  package var cap: CustomerClass {
    switch self {
    case .near: .a
    case .undated, .overdue, .mid: .b
    case .far: .c
    }
  }
}
