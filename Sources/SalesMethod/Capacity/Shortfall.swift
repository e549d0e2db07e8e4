/// What to do about a plan that needs more hours than there are: it is shown, never clipped.
package struct Shortfall: Hashable, Sendable {
  /// The hours that are missing.
  package let missing: WorkingTime
  /// The most customers whose work fits.
  package let feasibleCustomers: Int
  /// What each stage needs for them.
  package let feasibleCounts: [Int]
  /// The time that takes.
  package let feasibleTime: WorkingTime
  /// The largest target that fits: what those customers bring, with what arrives beside them.
  package let largestFeasibleTarget: Money
  /// The part of the target that is out of reach.
  package let missingAmount: Money
  /// What could be changed, one thing at a time.
  package let levers: [Lever]
}

extension Shortfall {
  /// The same where the contacts that fit are expected to bring more by the period’s end than whole customers at the
  /// deal size of the work: what is expected is never out of reach.
  func reaching(newContacts: Money, of streams: Streams?) throws(MethodFailure) -> Shortfall {
    guard let streams else { return self }
    let beside = try total([
      streams.achieved, streams.openPipeline, streams.repeats, streams.inProgress, streams.other,
    ])
    let expected = try total([beside, newContacts])
    guard expected > largestFeasibleTarget else { return self }
    return Shortfall(
      missing: missing, feasibleCustomers: feasibleCustomers, feasibleCounts: feasibleCounts,
      feasibleTime: feasibleTime, largestFeasibleTarget: expected,
      missingAmount: max(streams.gap - newContacts, .zero), levers: levers)
  }

  /// What is missing and what would help; nil where the plan fits.
  init?(
    _ basis: MemberBasis, _ streams: Streams?, _ workload: Workload?,
    _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) {
    guard let workload, !workload.isFeasible, let streams, let rates = basis.rates,
      let factors = basis.factors
    else { return nil }
    let left = try workload.hours.available - workload.hours.cadence
    let problem = CapacityProblem(
      rates: rates.rates.map(\.working), funnel: basis.settings.funnel, factors: factors,
      budget: max(left, .zero), gap: streams.gap, counts: workload.stages.map(\.mean))
    let feasible = try problem.feasibleCustomers()
    let counts = try BackSolving.counts(for: feasible, rates: problem.rates)
    let value = Money(
      hundredths: try (factors.customerValue() * Rational(feasible)).rounded)
    let reachable = min(value, streams.gap)
    self.init(
      missing: try workload.hours.needed - workload.hours.available,
      feasibleCustomers: feasible, feasibleCounts: counts,
      feasibleTime: try BackSolving.time(for: counts, funnel: basis.settings.funnel),
      largestFeasibleTarget: try total(
        [
          streams.achieved, streams.openPipeline, streams.repeats, streams.inProgress,
          streams.other,
          value,
        ]),
      missingAmount: streams.gap - reachable,
      levers: try Self.levers(problem, basis, workload, customers, feasible: feasible))
  }

  private static func levers(
    _ problem: CapacityProblem, _ basis: MemberBasis, _ workload: Workload,
    _ customers: [ClassifiedCustomer], feasible: Int
  ) throws(MethodFailure) -> [Lever] {
    var levers = [
      try problem.valueLever(.dealSize, feasible: feasible),
      try problem.valueLever(.repeats, feasible: feasible),
    ]
    for (step, rate) in (basis.rates?.rates ?? []).enumerated() {
      levers.append(try problem.conversionLever(step, from: rate.from, to: rate.to))
    }
    levers.append(
      Lever(
        kind: .hours, effect: workload.hours.utilisation.map(Lever.Effect.times) ?? .insufficient))
    levers.append(
      Lever(
        kind: .endDate, effect: try laterEnd(basis, workload).map { .until($0) } ?? .insufficient)
    )
    levers.append(try lowClassLever(workload, customers, basis.settings.cadence))
    return levers
  }

  static func lowClassLever(
    _ workload: Workload, _ customers: [ClassifiedCustomer], _ cadence: Cadence
  ) throws(MethodFailure) -> Lever {
    var freed = WorkingTime.zero
    for customer in customers where customer.classification.customerClass >= .c {
      let visits = cadence[customer.classification.customerClass]
      freed = try freed + visits.time * customer.wantedVisits
    }
    let suffices = try workload.hours.needed - freed <= workload.hours.available
    return Lever(kind: .lowClassVisits, effect: suffices ? .frees(freed) : .insufficient)
  }

  /// The end of the first month by which the hours suffice and, spread over the days they take,
  /// enough contacts have ordered; nil within two years, or where the calendar ends before.
  private static func laterEnd(
    _ basis: MemberBasis, _ workload: Workload
  ) throws(MethodFailure) -> Day? {
    let perDay = try basis.member.sellingTime().milliminutes
    guard perDay > 0 else { return nil }
    let halves = Set(basis.member.halfDaysOff)
    var days: [Day] = []
    var time = WorkingTime.zero
    var used = 0
    var month = DayRange(from: basis.asOf, through: basis.period.range.end)
    for _ in 0..<24 {
      guard let range = month, let workdays = try? basis.calendar.workdays(in: range) else {
        return nil
      }
      days += workdays.filter { !basis.member.daysOff.contains($0) }
      while used < days.count, time < workload.hours.needed {
        let isHalf = halves.contains(days[used])
        time = try time + WorkingTime(milliminutes: isHalf ? perDay / 2 : perDay)
        used += 1
      }
      if time >= workload.hours.needed {
        let counts = try Apportionment.cumulative(
          workload.stages[0].mean, weights: days[..<used].map { _ in 1 })
        let closed = basis.plan.waits.firstOrders(
          of: basis.number, on: zip(days, counts).map { (day: $0, count: $1) }, by: range.end)
        if closed ?? .infinity >= Double(workload.customers) { return range.end }
      }
      let next = range.end.adding(days: 1)
      month = DayRange.month(next.month, of: next.year)
    }
    return nil
  }
}
