/// How unevenly revenue is spread over customers: computed, never asserted.
package struct Pareto: Hashable, Sendable {
  /// A customer and its net revenue.
  package struct Entry: Hashable, Sendable {
    /// The customer's id.
    package let customer: String
    package let revenue: Money
    /// The share of the base; nothing for a net-negative customer.
    package let share: Rational
    /// Whether it is among the top fifth.
    package let isInTop20: Bool
    /// Whether it ties across the edge of the top fifth: the share is unaffected by who is in.
    package let isTied: Bool
  }

  /// The sum of the net revenues above nothing.
  package let base: Money
  /// The customers with any transaction, largest revenue first, ties by id.
  package let entries: [Entry]
  /// How many make up the top fifth, rounded up.
  package let topCount: Int
  /// Their share of the base.
  package let topShare: Rational
  /// The share at exactly 20 % of the customers, between two of them where need be: comparable
  /// across any number of customers.
  package let shareAtExactly20: Rational
  /// The fewest customers who bring 80 %.
  package let countFor80: Int
  /// Those whose returns exceed their orders.
  package let negativeCount: Int
  /// The sum of their revenues.
  package let negativeSum: Money
  /// Orders nobody wrote a customer to.
  package let ordersWithoutCustomer: Int
  /// Their sum.
  package let sumWithoutCustomer: Money
  /// How unequal the revenues are: 0 where all are equal, towards 1 where one has everything.
  package let gini: Double

  /// With fewer customers there is a ranking but no statement about 80 and 20.
  package static let leastCustomers = 10

  /// Whether there are enough customers to speak of 80 and 20.
  package var hasStatement: Bool { entries.count >= Self.leastCustomers }

  /// The rank of a customer from 1; nil where it has no transaction.
  package func rank(of customer: String) -> Int? {
    entries.firstIndex { $0.customer == customer }.map { $0 + 1 }
  }

  /// Ranks customers by net revenue; nil where nobody's is above nothing.
  ///
  ///     // 300 200 200 120 80 50 30 20 10 5 0 −15 → 3 customers bring 68.9655 % of 1,015
  package init?(_ orders: some Sequence<Order>) throws(MethodFailure) {
    var revenues: [String: Int] = [:]
    var without = (count: 0, sum: 0)
    for order in orders {
      if let customer = order.customer {
        revenues[customer] = try sum(revenues[customer, default: 0], order.amount.hundredths)
      } else {
        without = (without.count + 1, try sum(without.sum, order.amount.hundredths))
      }
    }
    try self.init(revenues: revenues, without: without)
  }

  private init?(
    revenues: [String: Int], without: (count: Int, sum: Int)
  ) throws(MethodFailure) {
    let ranked = revenues.map { (customer: $0.key, revenue: $0.value) }
      .sorted { ($1.revenue, $0.customer) < ($0.revenue, $1.customer) }
    let amounts = ranked.map { max($0.revenue, 0) }
    var sums = [0]
    for amount in amounts { sums.append(try sum(sums[sums.count - 1], amount)) }
    guard let base = sums.last, base > 0 else { return nil }
    func share(_ part: Int) -> Rational { Rational(part, over: base) ?? .zero }
    let count = ranked.count
    let top = (count + 4) / 5
    let edge = ranked[top - 1].revenue
    let isCutTied = top < count && ranked[top].revenue == edge
    entries = ranked.enumerated().map { position, entry in
      Entry(
        customer: entry.customer, revenue: Money(hundredths: entry.revenue),
        share: share(amounts[position]), isInTop20: position < top,
        isTied: isCutTied && entry.revenue == edge)
    }
    self.base = Money(hundredths: base)
    topCount = top
    topShare = share(sums[top])
    let fifth = count / 5
    let rest =
      Rational(fifth < count ? try product(count % 5, amounts[fifth]) : 0, over: 5) ?? .zero
    shareAtExactly20 = try (Rational(sums[fifth]) + rest) / Rational(base)
    countFor80 = sums.dropFirst().firstIndex { share($0) >= Self.eighty } ?? count
    let negative = ranked.map(\.revenue).filter { $0 < 0 }
    negativeCount = negative.count
    negativeSum = try total(negative.map(Money.init(hundredths:)))
    ordersWithoutCustomer = without.count
    sumWithoutCustomer = Money(hundredths: without.sum)
    gini = Self.gini(amounts.reversed())
  }

  private static let eighty = Rational(4, over: 5) ?? .zero

  /// Gini's coefficient of amounts in rising order.
  private static func gini(_ rising: [Int]) -> Double {
    let count = Double(rising.count)
    var (weighted, sum) = (0.0, 0.0)
    for (position, amount) in rising.enumerated() {
      weighted += (2 * Double(position + 1) - count - 1) * Double(amount)
      sum += Double(amount)
    }
    return weighted / (count * sum)
  }
}
