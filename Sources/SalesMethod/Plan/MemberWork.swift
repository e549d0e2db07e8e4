/// The work of a member: how much of each stage, on which days, and the visits.
struct MemberWork {
  let workload: Workload?
  let days: [PlanDay]
  /// The days of each customer's visits, in the order of the customers.
  let visitDays: [[Day]]
  let unplaced: [UnplacedVisits]
  let notes: [PlanNote]
}

extension Planner {
  /// Back-solves the gap, spreads the counts over the days left and lays the visits between them.
  func work(
    _ basis: MemberBasis, _ gap: Money?, _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) -> MemberWork {
    let workload = try workload(basis, gap, customers)
    let cap = WorkingTime(
      milliminutes: try product(basis.member.minutesPerDay, basis.member.sellingShareThousandths))
    let contactTime = settings.funnel[0].time
    var loads: [WorkingTime] = []
    for day in basis.worked.indices {
      loads.append(try contactTime * (workload?.stages[0].perDay[day] ?? 0))
    }
    let full = loads.count { $0 > cap }
    let demands = try visitDemands(basis, customers)
    let layout = try VisitLayout(demands, loads: loads, cap: cap)
    return MemberWork(
      workload: workload,
      days: planDays(basis, workload, layout, customers: customers, cap: cap),
      visitDays: layout.placed.map { $0.map { basis.worked[$0] } }, unplaced: layout.unplaced,
      notes: full > 0 ? [.contactsOverCap(days: full)] : [])
  }

  func workload(
    _ basis: MemberBasis, _ gap: Money?, _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) -> Workload? {
    guard let gap, let rates = basis.rates, let factors = basis.factors else { return nil }
    let deals = try BackSolving.customers(for: gap, factors: factors)
    let counts = try BackSolving.counts(for: deals, rates: rates.rates.map(\.working))
    var cadence = WorkingTime.zero
    for customer in customers {
      let visits = settings.cadence[customer.classification.customerClass]
      cadence = try cadence + visits.time * customer.wantedVisits
    }
    let perDay = try product(basis.member.minutesPerDay, basis.member.sellingShareThousandths)
    let hours = try HoursBalance(
      funnel: BackSolving.time(for: counts, funnel: settings.funnel), cadence: cadence,
      available: WorkingTime(milliminutes: product(perDay, basis.worked.count)))
    var stages: [StageWorkload] = []
    for (stage, count) in zip(settings.funnel, counts) {
      let perDay = try ContactLayout.daily(count, days: basis.worked.count, settings.layout)
      stages.append(
        StageWorkload(
          stage: stage.name, mean: count, confident: nil, perDay: perDay,
          perWeek: Self.weeks(perDay, on: basis.worked), time: try stage.time * count))
    }
    return Workload(
      customers: deals, exactCustomers: try Rational(gap.hundredths) / factors.customerValue(),
      stages: stages, hours: hours)
  }

  private static func weeks(_ counts: [Int], on days: [Day]) -> [WeekCount] {
    var weeks: [WeekCount] = []
    for (count, day) in zip(counts, days) {
      let week = ISOWeek(of: day)
      let previous = weeks.last.flatMap { $0.week == week ? weeks.popLast() : nil }
      guard let range = DayRange(from: previous?.days.start ?? day, through: day) else { continue }
      weeks.append(WeekCount(week: week, days: range, count: (previous?.count ?? 0) + count))
    }
    return weeks
  }

  private func visitDemands(
    _ basis: MemberBasis, _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) -> [VisitDemand] {
    let earlier = earlierWorkdays(basis)
    return customers.map { customer in
      let visits = settings.cadence[customer.classification.customerClass]
      let last = customer.lastTouch.flatMap { touch -> Int? in
        guard let oldest = earlier.first, touch >= oldest else { return nil }
        return -max(1, earlier.count { $0 >= touch })
      }
      return VisitDemand(
        customer: customer.customer.id, customerClass: customer.classification.customerClass,
        visits: customer.wantedVisits, gap: visits.gap, time: visits.time, lastContact: last)
    }
  }

  /// The working days just before the first planned day, as far back as any gap reaches and the
  /// calendar is known.
  private func earlierWorkdays(_ basis: MemberBasis) -> [Day] {
    guard let first = basis.worked.first else { return [] }
    let gaps = CustomerClass.allCases.map { settings.cadence[$0].gap }
    let reach = min(gaps.max() ?? 0, 400)
    var days: [Day] = []
    var day = first.adding(days: -1)
    while days.count < reach, first.number - day.number < 800,
      let known = try? calendar.day(day)
    {
      if known.isWorkday { days.append(day) }
      day = day.adding(days: -1)
    }
    return days.reversed()
  }

  private func planDays(
    _ basis: MemberBasis, _ workload: Workload?, _ layout: VisitLayout,
    customers: [ClassifiedCustomer], cap: WorkingTime
  ) -> [PlanDay] {
    var visits = [[PlannedVisit]](repeating: [], count: basis.worked.count)
    for (customer, days) in zip(customers, layout.placed) {
      let customerClass = customer.classification.customerClass
      for day in days {
        visits[day].append(
          PlannedVisit(
            customer: customer.customer.id, name: customer.customer.name,
            customerClass: customerClass, time: settings.cadence[customerClass].time))
      }
    }
    var next = 0
    return basis.days.map { day in
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
