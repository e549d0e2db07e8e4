/// A period that is over: what its plan for new customers would have been, and what came of it.
///
/// Planned is what had to be won beside what was open and due again; reached are the net orders of those
/// who first ordered in the period, whenever they were first contacted.
package struct PeriodReview: Hashable, Sendable {
  /// The period looked back at.
  package let period: Period
  /// Planned and reached, split over the factors of the formula.
  package let variance: Variance
  /// Deals that the contacts really made were expected to bring by its end; nil where the sales
  /// cycle was not known then.
  package let expectedDeals: Rational?
  /// Deals they did bring by its end.
  package let actualDeals: Int

  /// The deals that came over those expected: 1 where the forecast was right; nil where nothing was
  /// expected.
  ///
  ///     // 5 came of 4 expected: 5/4
  package var actualOverExpected: Rational? {
    guard let expectedDeals, expectedDeals > .zero else { return nil }
    return try? Rational(actualDeals) / expectedDeals
  }
}

extension PeriodReview {
  /// Looks back at the last whole month before the day of planning, with nothing known but what was
  /// known when it began; nil where nothing could be planned then.
  init?(_ past: PastPlan, beside basis: MemberBasis) throws(MethodFailure) {
    guard let rates = past.basis.rates, let factors = past.basis.factors else { return nil }
    let period = past.basis.period
    let conversion = try rates.workingShare()
    let plan = FactorValues(
      developed: Double(past.workload.stages[0].mean), conversion: conversion.double,
      dealSize: factors.dealSize.double / 100, repeats: factors.ordersPerBuyer.double)
    let made = try NewBusiness(basis.histories, in: period.range)
    let expected = past.basis.plan.waits.firstOrders(
      of: past.basis.number, on: made.contacts.map { (day: $0, count: 1) }, by: period.range.end)
    self.init(
      period: period, variance: try Variance(plan: plan, actual: made.factors(planned: plan)),
      expectedDeals: expected.flatMap {
        Rational(Int(min($0 * 1_000_000, 9e15).rounded()), over: 1_000_000)
      }, actualDeals: made.wonOfContacts)
  }
}

/// What a member did about new customers in a period.
private struct NewBusiness {
  /// The days of the first contacts made.
  private(set) var contacts: [Day] = []
  /// Those first contacted and first ordering in the period.
  private(set) var wonOfContacts = 0
  /// Those first ordering in the period, whenever they were first contacted.
  private var buyers = 0
  private var orders = 0
  private var net = 0

  init(_ histories: [CustomerHistory], in range: DayRange) throws(MethodFailure) {
    for whole in histories {
      let history = whole.before(range.end.adding(days: 1))
      let isContacted = history.firstActivity.map(range.contains) ?? false
      if isContacted, let first = history.firstActivity { contacts.append(first) }
      guard let bought = history.firstPurchase, range.contains(bought) else { continue }
      if isContacted, let first = history.firstActivity, bought >= first { wonOfContacts += 1 }
      let sizes = history.net.sizes
      buyers += 1
      orders += sizes.count
      for size in sizes { net = try sum(net, size) }
    }
    contacts.sort()
  }

  /// The factors, whose product is what the buyers brought.
  ///
  /// Where nobody was first contacted, the buyers stand for the contacts that the planned conversion
  /// would have asked for them.
  func factors(planned: FactorValues) -> FactorValues {
    var factors = FactorValues(
      developed: contacts.count, buyers: buyers, orders: orders, net: Money(hundredths: net),
      planned: planned)
    if contacts.isEmpty, buyers > 0 {
      factors.conversion = planned.conversion > 0 ? planned.conversion : 1
      factors.developed = Double(buyers) / factors.conversion
    }
    return factors
  }
}
