/// A member's outlook and the work that its gap asks for: they are found together, because the gap asks
/// for contacts and the contacts that fit bring a part of the outlook.
struct MemberOutlook {
  /// The goal of which the target is only a share, by working days.
  let shareOf: String?
  /// The parts of the target; nil without an amount goal.
  let streams: Streams?
  let workload: Workload?
  let shortfall: Shortfall?
  let dated: DatedOutlook
  let arrivals: Arrivals
  let won: Money
  let target: Money?
  let basis: MemberBasis
  let contactsThatFit: Int

  /// Works the gap out twice: first with the bias alone, then with the scale that the contacts which
  /// fit have set; the scale is held from there.
  init(
    _ basis: MemberBasis, beside customers: [ClassifiedCustomer]
  ) throws(MethodFailure) {
    let waits = basis.plan.waits
    let known = waits.arrivals(of: basis.number, through: basis.period.range.end) { customer in
      !basis.index.records.customers[customer].flags.isEmpty
    }
    let target = try MemberTarget(basis.goals, period: basis.period, calendar: basis.calendar)
    let won = try basis.netOrders(in: basis.period.range)
    var question = OutlookQuestion(
      won: won.hundredths, target: target?.amount.hundredths,
      usual: try waits.usualMonth(of: basis.number)?.double, share: basis.shareOfMonth,
      countsUsual: true)
    let adjustment = waits.adjustment(of: basis.number)
    /// A usual month's other business stands only where new contacts bring nothing either.
    func work(scale: Double, standsAlone: Bool = true) throws(MethodFailure) -> GapWork {
      question.scale = scale
      if !standsAlone { question.usual = nil }
      return try GapWork(
        basis, ScaledArrivals(known, adjustment, question), target?.amount, won, customers)
    }
    func arrivals(_ contacts: Int) throws(MethodFailure) -> Arrivals {
      try known.adding(
        waits.newContacts(
          of: basis.number, through: basis.period.range.end,
          days: basis.layout(contacts: contacts)))
    }
    let first = try work(scale: adjustment.bias)
    question.scale = nil
    let filled = ScaledArrivals(try arrivals(first.contactsThatFit), adjustment, question)
    let (scale, usual) = (filled.scale, question.usual)
    let second = try work(scale: scale, standsAlone: filled.moments.mean == 0)
    question.usual = usual
    let all = try arrivals(second.contactsThatFit)
    question.scale = scale
    shareOf = target?.shareOf
    (streams, workload) = (second.streams, second.workload)
    contactsThatFit = second.contactsThatFit
    dated = DatedOutlook(all, adjustment, question)
    shortfall = try second.shortfall?.reaching(
      newContacts: .wholeUnits(dated.scaled.newContacts), of: second.streams)
    self.arrivals = all
    self.won = won
    self.target = target?.amount
    self.basis = basis
  }

  /// The hours of the plan; without rates, those of the visits to customers, where they alone are too many.
  func hours(beside customers: [ClassifiedCustomer]) throws(MethodFailure) -> HoursBalance? {
    if let workload { return workload.hours }
    let visits = try HoursBalance(
      basis, counts: basis.settings.funnel.map { _ in 0 }, beside: customers)
    return visits.fit == .infeasible ? visits : nil
  }

  /// The outlook's chance with other arrivals at the same scale.
  func chance(of arrivals: Arrivals) -> Double {
    guard let target else { return 1 }
    let question = OutlookQuestion(
      won: won.hundredths, target: target.hundredths, usual: nil, share: 1, scale: dated.scale,
      isRough: true)
    return DatedOutlook(arrivals, dated.scaled.adjustment, question)
      .chance(toReach: target.hundredths)
  }
}

/// The gap at a scale, and the work it asks for.
private struct GapWork {
  let streams: Streams?
  let workload: Workload?
  let shortfall: Shortfall?

  init(
    _ basis: MemberBasis, _ scaled: ScaledArrivals, _ target: Money?, _ won: Money,
    _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) {
    streams = try target.map { target throws(MethodFailure) in
      try Streams(
        target: target, achieved: won, openPipeline: .wholeUnits(scaled.deals),
        repeats: .wholeUnits(scaled.existing), inProgress: .wholeUnits(scaled.inProgress),
        other: .wholeUnits(scaled.other))
    }
    workload = try Workload(basis, filling: streams?.gap, beside: customers)
    shortfall = try Shortfall(basis, streams, workload, customers)
  }

  /// The first contacts that the gap asks for, as far as they fit into the hours.
  var contactsThatFit: Int {
    shortfall?.feasibleCounts.first ?? workload?.stages.first?.mean ?? 0
  }
}

extension MemberBasis {
  /// What was sold on the day of planning itself.
  func soldToday() throws(MethodFailure) -> Money {
    guard today == asOf, period.range.contains(asOf) else { return .zero }
    let orders = index.ordersOfMember[number].lazy.map { index.records.orders[$0] }
    return try total(orders.filter { $0.date == asOf }.map(\.amount))
  }

  /// How many orders are dated after today.
  var laterOrders: Int {
    index.ordersOfMember[number].reduce(0) {
      $0 + (index.records.orders[$1].date > today ? 1 : 0)
    }
  }

  /// Deals that were created or closed after today, as the table says.
  var laterDeals: [Deal] {
    index.dealsOfMember[number].lazy.map { index.records.deals[$0] }.filter { deal in
      deal.created.map { $0 > today } ?? false
        || deal.status != .open && deal.closed.map { $0 > today } ?? false
    }
  }

  /// The deals the member won, in the order of the table.
  var wonDeals: [Deal] {
    index.dealsOfMember[number].map { index.records.deals[$0] }.filter { $0.status == .won }
  }

  /// The working days left in the period, over those of the month that the day of planning lies in.
  var shareOfMonth: Double {
    let month = DayRange.month(asOf.month, of: asOf.year)
    let ofMonth =
      month == period.range
      ? days : month.flatMap { try? MemberDays(member, in: $0, of: calendar, from: asOf) }
    let workdays = (ofMonth ?? days).all.count { $0.isWorked }
    return workdays > 0 ? Double(days.worked.count) / Double(workdays) : 0
  }

  /// So many new contacts on the days left.
  func layout(contacts: Int) throws(MethodFailure) -> [(day: Day, count: Int)] {
    let counts = try ContactLayout.daily(contacts, days: days.worked.count, settings.layout)
    return zip(days.worked, counts).filter { $0.1 > 0 }.map { (day: $0, count: $1) }
  }
}
