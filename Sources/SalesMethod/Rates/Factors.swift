/// The factors of the formula that are not conversions: what an order is worth and how many a
/// customer places.
package struct Factors: Hashable, Sendable {
  /// Net order amounts over orders, in hundredths of the currency.
  package let dealSize: Rational
  /// Orders over buyers in the period, the first included: 1 or more.
  package let ordersPerBuyer: Rational
  /// The order sizes the mean is made of, in hundredths; empty where only the mean is known.
  package let orderSizes: [Int]
  /// How many buyers placed one order, two, and so on; empty where only the mean is known.
  package let buyersByOrders: [Int]
  package let source: EstimateSource

  /// What a won customer is worth in the period, in hundredths.
  package func customerValue() throws(MethodFailure) -> Rational { try dealSize * ordersPerBuyer }

  /// What the known orders add up to; nothing where only their mean is known.
  package func netAmount() throws(MethodFailure) -> Money {
    try total(orderSizes.lazy.map(Money.init(hundredths:)))
  }

  /// With fewer orders than this, one's own history is pooled with the team's.
  package static let leastOrders = 5
}

extension Factors {
  /// The factors of a cohort; nil without an order or where returns ate everything.
  init?(_ cohort: Cohort, source: EstimateSource) throws(MethodFailure) {
    var net = 0
    for size in cohort.orderSizes { net = try sum(net, size) }
    guard net > 0, let dealSize = Rational(net, over: cohort.orders),
      let ordersPerBuyer = Rational(cohort.orders, over: cohort.buyers)
    else { return nil }
    self.init(
      dealSize: dealSize, ordersPerBuyer: ordersPerBuyer, orderSizes: cohort.orderSizes,
      buyersByOrders: cohort.buyersByOrders, source: source)
  }

  private init?(_ given: GivenFactors) {
    guard given.dealSize > .zero, let repeats = Rational(given.repeatThousandths, over: 1000),
      repeats >= Rational(1)
    else { return nil }
    self.init(
      dealSize: Rational(given.dealSize.hundredths), ordersPerBuyer: repeats, orderSizes: [],
      buyersByOrders: [], source: .given(given.row))
  }

  /// The factors to plan with: one's own from five orders on, else the pool's; without any order of one's
  /// own, what was given by hand comes first.
  ///
  /// Customers who are old enough go before younger ones.
  static func estimate(
    own: MemberCohorts, pool: HistoryPool, member: Member, index: RecordIndex
  ) throws(MethodFailure) -> Factors? {
    let mine = [own.mature, own.young].compactMap { $0 }
    for cohort in mine where cohort.orders >= leastOrders {
      if let factors = try Factors(cohort, source: .own) { return factors }
    }
    var few: Factors?
    for cohort in mine where few == nil { few = try Factors(cohort, source: .own) }
    if few == nil, let given = index.given.factors(for: member).flatMap({ Factors($0) }) {
      return given
    }
    for pooled in pool.cohorts(for: member) {
      if let factors = try pooled.factors() { return factors }
    }
    return few
  }
}
