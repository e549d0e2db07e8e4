/// A week of the period, of a member or summed over a team: what was planned, what was done, what was sold, and
/// the hours of the days that are left.
package struct TeamWeek: Codable, Hashable, Sendable {
  /// First contacts and visits.
  package struct Work: Codable, Hashable, Sendable {
    package var contacts = 0
    package var visits = 0

    static func + (left: Work, right: Work) -> Work {
      Work(contacts: left.contacts + right.contacts, visits: left.visits + right.visits)
    }
  }

  package let week: ISOWeek
  /// The first and the last day of the week in the period.
  package let days: DayRange
  /// What is laid on its days: on those that are over by the plan of the period's first day.
  package internal(set) var planned: Work
  /// What was done; nil where the week has not begun.
  package internal(set) var done: Work?
  /// The net orders of the week; nil where it has not begun, or no table tells.
  package internal(set) var sold: Money?
  /// The time of the work on the days that are left.
  package internal(set) var load: WorkingTime
  /// The time there is on these days.
  package internal(set) var cap: WorkingTime

  /// The load over the time there is; nil where no day is left.
  package var utilisation: Rational? {
    cap > .zero ? Rational(load.milliminutes, over: cap.milliminutes) : nil
  }
}

/// A working day of the period and what is laid on it or was done.
package struct TeamDay: Codable, Hashable, Sendable {
  package let day: Day
  /// Whether it is over: then it is what was done.
  package let isPast: Bool
  package internal(set) var work: TeamWeek.Work
}

extension MonthlyPlan {
  /// The days with work, the past ones with what was done.
  func teamDays() -> [TeamDay] {
    let past = (begun?.days ?? []).map { day in
      TeamDay(
        day: day.day, isPast: true,
        work: TeamWeek.Work(contacts: day.done.contacts, visits: day.done.visits))
    }
    return past
      + workedDays.map { day in
        TeamDay(
          day: day.day, isPast: false,
          work: TeamWeek.Work(contacts: day.newContacts, visits: day.visits.count))
      }
  }

  /// The weeks of the period with a worked day, in order.
  func teamWeeks() throws(MethodFailure) -> [TeamWeek] {
    var weeks: [TeamWeek] = []
    let past = Dictionary(
      (begun?.days ?? []).map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
    for day in days where day.isWorked {
      let week = ISOWeek(of: day.day)
      var current: TeamWeek
      if let last = weeks.last, last.week == week {
        guard let range = DayRange(from: last.days.start, through: day.day) else { continue }
        weeks.removeLast()
        current = last.with(range)
      } else if let range = DayRange(from: day.day, through: day.day) {
        current = TeamWeek(
          week: week, days: range, planned: TeamWeek.Work(), done: nil, sold: nil, load: .zero,
          cap: .zero)
      } else {
        continue
      }
      if day.isPast {
        let past = past[day.day]
        current.planned.contacts += past?.planned.contacts ?? 0
        current.planned.visits += past?.planned.visits ?? 0
        if let past {
          let work = TeamWeek.Work(contacts: past.done.contacts, visits: past.done.visits)
          current.done = (current.done ?? TeamWeek.Work()) + work
        }
      } else {
        current.planned.contacts += day.newContacts
        current.planned.visits += day.visits.count
        current.load = try current.load + day.load
        current.cap = try current.cap + day.cap
      }
      weeks.append(current)
    }
    guard outlook.tellsWon else { return weeks }
    for actual in done {
      if let place = weeks.firstIndex(where: { $0.week == actual.week }) {
        weeks[place].sold = actual.amount
      }
    }
    return weeks
  }
}

extension TeamWeek {
  fileprivate func with(_ days: DayRange) -> TeamWeek {
    TeamWeek(
      week: week, days: days, planned: planned, done: done, sold: sold, load: load, cap: cap)
  }

  /// Adds up the same weeks of several people, in order.
  static func merged(_ all: [TeamWeek]) throws(MethodFailure) -> [TeamWeek] {
    var sums: [ISOWeek: TeamWeek] = [:]
    for week in all {
      guard let known = sums[week.week] else {
        sums[week.week] = week
        continue
      }
      let days = DayRange(
        from: min(known.days.start, week.days.start), through: max(known.days.end, week.days.end))
      var sum = known.with(days ?? known.days)
      sum.planned = known.planned + week.planned
      if let done = week.done { sum.done = (known.done ?? Work()) + done }
      if let sold = week.sold { sum.sold = try total([known.sold ?? .zero, sold]) }
      sum.load = try known.load + week.load
      sum.cap = try known.cap + week.cap
      sums[week.week] = sum
    }
    return sums.values.sorted { $0.week < $1.week }
  }
}

extension TeamDay {
  /// Adds up the same days of several people, in order.
  static func merged(_ all: [TeamDay]) -> [TeamDay] {
    var sums: [Day: TeamDay] = [:]
    for day in all {
      if var known = sums[day.day] {
        known.work = known.work + day.work
        sums[day.day] = known
      } else {
        sums[day.day] = day
      }
    }
    return sums.values.sorted { $0.day < $1.day }
  }
}
