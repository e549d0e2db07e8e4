/// What was done in one ISO week of a period, before the day of planning.
///
/// The first activity with a customer is a contact; the first of each stage’s kind is that stage’s; the
/// first order is the deal. Everything else done with a customer is a visit to its class.
package struct WeekActual: Hashable, Sendable {
  package let week: ISOWeek
  /// The first and the last working day of the week in the period that is over.
  package let days: DayRange
  /// The count of each stage of the funnel, in order.
  package private(set) var stages: [Int]
  /// The visits to known customers, by class.
  package private(set) var visits: [CustomerClass: Int] = [:]
  /// The net orders of the week.
  package private(set) var amount = Money.zero

  /// The weeks of the period that have begun, in order.
  static func all(
    _ basis: MemberBasis, _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) -> [WeekActual] {
    var weeks = Self.begun(basis)
    guard !weeks.isEmpty else { return [] }
    let classes = Dictionary(
      customers.map { ($0.customer.id, $0.classification.customerClass) },
      uniquingKeysWith: { first, _ in first })
    for history in basis.histories {
      let customerClass = classes[history.customer.id] ?? .d
      for done in Self.work(history, basis) {
        guard let place = weeks.firstIndex(where: { $0.week == ISOWeek(of: done.day) }) else {
          continue
        }
        if let stage = done.stage {
          weeks[place].stages[stage] += 1
        } else {
          weeks[place].visits[customerClass, default: 0] += 1
        }
      }
    }
    for place in weeks.indices {
      weeks[place].amount = try basis.netOrders(in: weeks[place].days)
    }
    return weeks
  }

  /// The weeks with a day of the period before the day of planning, nothing done in them yet.
  private static func begun(_ basis: MemberBasis) -> [WeekActual] {
    var weeks: [WeekActual] = []
    for day in basis.days.all.map(\.calendar.day) where day < basis.asOf {
      let week = ISOWeek(of: day)
      let start = weeks.last?.week == week ? weeks.removeLast().days.start : day
      guard let range = DayRange(from: start, through: day) else { continue }
      weeks.append(
        WeekActual(
          week: week, days: range, stages: basis.settings.funnel.map { _ in 0 }))
    }
    return weeks
  }

  /// The work with one customer in the period: the day, and the stage it was the first of.
  static func work(
    _ history: CustomerHistory, _ basis: MemberBasis
  ) -> [(day: Day, stage: Int?)] {
    let funnel = basis.settings.funnel
    let start = basis.period.range.start
    var seen: Set<Int> = []
    var work: [(day: Day, stage: Int?)] = []
    for (number, activity) in history.activities.enumerated() {
      var stages: [Int] = number == 0 ? [0] : []
      if let stage = funnel.firstIndex(where: { $0.name == activity.type }), stage > 0,
        stage < funnel.count - 1, seen.insert(stage).inserted
      {
        stages.append(stage)
      }
      guard activity.date >= start else { continue }
      work += stages.map { (activity.date, $0) }
      if stages.isEmpty { work.append((activity.date, nil)) }
    }
    if let bought = history.firstPurchase, bought >= start {
      work.append((bought, funnel.count - 1))
    }
    return work
  }
}
