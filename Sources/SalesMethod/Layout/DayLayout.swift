/// A member's work laid on days: first contacts, the visits between them, and what the later stages ask
/// for beside both.
struct DayLayout {
  /// Every day of the period.
  let days: [PlanDay]
  /// The days of each customer's visits, in the order of the customers.
  let visitDays: [[Day]]
  let unplaced: [UnplacedVisits]
  /// The count of each stage of the funnel on each day that is left; empty without a workload.
  let perDay: [[Int]]
  /// The days on which all the work takes more time than there is.
  var daysOverCap: [Day] { days.filter(\.isOverCap).map(\.day) }

  /// Lays what is nearest to an order first: the first contacts of each day, the visits to A, what the
  /// later stages of the funnel ask for, then the visits to everybody else.
  ///
  /// The funnel’s work is what the target asks for, and stays whole; visits find no day where there is no
  /// room. So only what the funnel and A need together can take a day beyond its hours.
  init(
    _ basis: MemberBasis, _ workload: Workload?, _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) {
    let caps = basis.days.caps
    let contactTime = basis.settings.funnel[0].time
    var loads: [WorkingTime] = []
    for day in basis.days.worked.indices {
      loads.append(try contactTime * (workload?.stages[0].perDay[day] ?? 0))
    }
    let demands = Self.visitDemands(basis, customers)
    var layout = VisitLayout(waiting: demands, loads: loads, caps: caps)
    try layout.lay([.a])
    let stages = try StageLayout(
      workload?.stages.map(\.perDay) ?? [], times: basis.settings.funnel.map(\.time),
      weeks: Self.weeks(basis.days.worked), loads: layout.loads, caps: caps)
    layout.loads = stages.loads
    try layout.lay([.b, .c, .d])
    perDay = stages.perDay
    days = try Self.planDays(basis, stages, layout, customers: customers)
    visitDays = layout.placed.map { $0.map { basis.days.worked[$0] } }
    unplaced = layout.unplaced
  }

  /// The places of the days of each ISO week.
  private static func weeks(_ days: [Day]) -> [Range<Int>] {
    var weeks: [Range<Int>] = []
    for (place, day) in days.enumerated() {
      let goesOn = place > 0 && ISOWeek(of: days[place - 1]) == ISOWeek(of: day)
      let start = goesOn ? weeks.removeLast().lowerBound : place
      weeks.append(start..<place + 1)
    }
    return weeks
  }

  private static func visitDemands(
    _ basis: MemberBasis, _ customers: [ClassifiedCustomer]
  ) -> [VisitDemand] {
    let earlier = earlierWorkdays(basis)
    return customers.map { customer in
      let visits = basis.settings.cadence[customer.classification.customerClass]
      let last = customer.lastTouch.flatMap { touch -> Int? in
        guard let oldest = earlier.first, touch >= oldest else { return nil }
        return -max(1, earlier.count { $0 >= touch })
      }
      return VisitDemand(
        customer: customer.customer.id, customerClass: customer.classification.customerClass,
        visits: customer.wantedVisits, gap: visits.gap, time: visits.time, lastContact: last)
    }
  }

  /// The days the member worked just before the first planned day, as far back as any gap reaches and the
  /// calendar is known.
  private static func earlierWorkdays(_ basis: MemberBasis) -> [Day] {
    guard let first = basis.days.worked.first else { return [] }
    let gaps = CustomerClass.allCases.map { basis.settings.cadence[$0].gap }
    let reach = min(gaps.max() ?? 0, 400)
    let daysOff = Set(basis.member.daysOff)
    var days: [Day] = []
    var day = first.adding(days: -1)
    while days.count < reach, first.number - day.number < 800,
      let known = try? basis.calendar.day(day)
    {
      if known.isWorkday, !daysOff.contains(day) { days.append(day) }
      day = day.adding(days: -1)
    }
    return days.reversed()
  }

  private static func planDays(
    _ basis: MemberBasis, _ stages: StageLayout, _ layout: VisitLayout,
    customers: [ClassifiedCustomer]
  ) throws(MethodFailure) -> [PlanDay] {
    let time = try basis.member.sellingTime()
    var visits = [[PlannedVisit]](repeating: [], count: basis.days.worked.count)
    for (customer, days) in zip(customers, layout.placed) {
      let customerClass = customer.classification.customerClass
      for day in days {
        visits[day].append(
          PlannedVisit(
            customer: customer.customer.id, name: customer.customer.name,
            customerClass: customerClass, time: basis.settings.cadence[customerClass].time))
      }
    }
    var next = 0
    return basis.days.all.map { day in
      guard day.isWorked, !day.isPast else {
        return PlanDay(
          calendar: day.calendar, isWorked: day.isWorked, isPast: day.isPast, quotas: [],
          visits: [], load: .zero, cap: day.isWorked ? day.isHalf ? time.half : time : .zero)
      }
      defer { next += 1 }
      return PlanDay(
        calendar: day.calendar, isWorked: true, isPast: false,
        quotas: stages.perDay.map { $0[next] }, visits: visits[next], load: layout.loads[next],
        cap: basis.days.caps[next])
    }
  }
}
