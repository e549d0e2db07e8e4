/// The days of a period that are over: what its first day’s plan laid on them, what was done on them, and
/// where that leaves the visits that were not made.
package struct BegunPeriod: Hashable, Sendable {
  /// First contacts and visits.
  package struct Work: Hashable, Sendable {
    package fileprivate(set) var contacts = 0
    package fileprivate(set) var visits = 0
  }

  /// A working day that is over.
  package struct PastDay: Hashable, Sendable {
    package let day: Day
    package fileprivate(set) var planned = Work()
    package fileprivate(set) var done = Work()
  }

  /// A visit that was not made on its day.
  package struct MovedVisit: Hashable, Sendable {
    /// The customer's id.
    package let customer: String
    /// The day it was planned for.
    package let from: Day
    /// The day it stands on now; nil where it found none.
    package let to: Day?
  }

  /// The days that are over, in order.
  package let days: [PastDay]
  /// The visits that were planned and not made, by the day they were planned for.
  package let moved: [MovedVisit]

  /// All that was planned.
  package var planned: Work { Self.sum(days.map(\.planned)) }
  /// All that was done.
  package var done: Work { Self.sum(days.map(\.done)) }

  /// Where a visit that stands on a day was planned for at first; nil where it was not moved.
  package func origin(of customer: String, on day: Day) -> Day? {
    moved.first { $0.customer == customer && $0.to == day }?.from
  }

  private static func sum(_ all: [Work]) -> Work {
    all.reduce(into: Work()) {
      $0.contacts += $1.contacts
      $0.visits += $1.visits
    }
  }
}

extension BegunPeriod {
  /// Sets the plan of the period’s first day, made again of what was known then, beside what came; nil
  /// where no working day is over.
  init?(
    _ basis: MemberBasis, in firstDay: PlanBasis?, _ layout: DayLayout,
    _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) {
    guard let firstDay, basis.days.all.contains(where: { $0.isWorked && $0.isPast }) else {
      return nil
    }
    let known = try MemberBasis(basis.number, in: firstDay, histories: basis.histories)
    let then = try CustomerClassifier(known, nil).customers()
    let outlook = try MemberOutlook(known, beside: then)
    let begun = try DayLayout(known, outlook.workload, then)
    let visits = Dictionary(
      zip(customers.map(\.customer.id), layout.visitDays), uniquingKeysWith: { first, _ in first })
    days = Self.days(basis, begun)
    moved = Self.moved(basis, zip(then.map(\.customer.id), begun.visitDays), to: visits)
  }

  private static func days(_ basis: MemberBasis, _ begun: DayLayout) -> [PastDay] {
    var days = begun.days.filter { $0.isWorked && $0.day < basis.asOf }.map { planned in
      PastDay(
        day: planned.day,
        planned: Work(contacts: planned.newContacts, visits: planned.visits.count))
    }
    let last = basis.settings.funnel.count - 1
    for history in basis.histories {
      for work in WeekActual.work(history, basis) where work.stage != last {
        // What was done on a day off belongs to the working day before it.
        guard let place = days.lastIndex(where: { $0.day <= work.day }) ?? days.indices.first else {
          continue
        }
        if work.stage == 0 {
          days[place].done.contacts += 1
        } else {
          days[place].done.visits += 1
        }
      }
    }
    return days
  }

  /// The visits of the first day’s plan for which nothing was done: with each customer what was done
  /// stands for the visits in their order, so the last ones are missing.
  private static func moved(
    _ basis: MemberBasis, _ planned: some Sequence<(String, [Day])>, to visits: [String: [Day]]
  ) -> [MovedVisit] {
    let start = basis.period.range.start
    let done = Dictionary(
      basis.histories.map { history in
        (history.customer.id, Set(history.activities.map(\.date).filter { $0 >= start }).count)
      }, uniquingKeysWith: { first, _ in first })
    var moved: [MovedVisit] = []
    for (customer, days) in planned {
      let due = days.filter { $0 < basis.asOf }
      let next = visits[customer] ?? []
      for (number, day) in due.dropFirst(done[customer] ?? 0).enumerated() {
        moved.append(
          MovedVisit(
            customer: customer, from: day, to: number < next.count ? next[number] : nil))
      }
    }
    return moved.enumerated().sorted {
      ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
    }.map(\.element)
  }
}

extension PlanBasis {
  /// What the period would have been planned by on its first day; nil where that is the day of planning.
  func onFirstDay(_ tests: MonthTests?) throws(MethodFailure) -> PlanBasis? {
    guard period.range.start < asOf else { return nil }
    return try PlanBasis(
      index, settings: settings, period: period, asOf: period.range.start, tests: tests)
  }
}
