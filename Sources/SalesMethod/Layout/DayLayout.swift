/// A member's work laid on days: the counts of each stage, and the visits between them.
struct DayLayout {
  /// Every day of the period.
  let days: [PlanDay]
  /// The days of each customer's visits, in the order of the customers.
  let visitDays: [[Day]]
  let unplaced: [UnplacedVisits]
  /// On how many days the new contacts alone take more time than there is.
  let daysOverCap: Int

  /// Lays the visits that the cadence asks for between the first contacts of each day.
  init(
    _ basis: MemberBasis, _ workload: Workload?, _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) {
    let cap = try basis.member.sellingTime()
    let contactTime = basis.settings.funnel[0].time
    var loads: [WorkingTime] = []
    for day in basis.days.worked.indices {
      loads.append(try contactTime * (workload?.stages[0].perDay[day] ?? 0))
    }
    daysOverCap = loads.count { $0 > cap }
    let demands = Self.visitDemands(basis, customers)
    let layout = try VisitLayout(demands, loads: loads, cap: cap)
    days = Self.planDays(basis, workload, layout, customers: customers, cap: cap)
    visitDays = layout.placed.map { $0.map { basis.days.worked[$0] } }
    unplaced = layout.unplaced
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
    _ basis: MemberBasis, _ workload: Workload?, _ layout: VisitLayout,
    customers: [ClassifiedCustomer], cap: WorkingTime
  ) -> [PlanDay] {
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
          visits: [], load: .zero, cap: day.isWorked ? cap : .zero)
      }
      defer { next += 1 }
      return PlanDay(
        calendar: day.calendar, isWorked: true, isPast: false,
        quotas: workload?.stages.map { $0.perDay[next] } ?? [], visits: visits[next],
        load: layout.loads[next], cap: cap)
    }
  }
}
