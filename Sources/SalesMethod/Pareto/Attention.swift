/// Whether time goes where the money comes from.
package struct Attention: Hashable, Sendable {
  /// One customer's share of the revenue and of the time.
  package struct Entry: Hashable, Sendable {
    /// The customer's id.
    package let customer: String
    package let revenueShare: Double
    package let timeShare: Double
    /// The share of what the customers are expected to bring next, if that is known.
    package let expectedShare: Double?
    /// Revenue less time, in points of 100: below nothing where more time goes in than comes out.
    package var gap: Double { (revenueShare - timeShare) * 100 }
  }

  /// What one customer brought, took and may bring.
  package struct Observation: Hashable, Sendable {
    package var customer: String
    package var revenue: Money
    package var time: WorkingTime
    package var expected: Money

    package init(
      customer: String, revenue: Money, time: WorkingTime, expected: Money = .zero
    ) {
      self.customer = customer
      self.revenue = revenue
      self.time = time
      self.expected = expected
    }
  }

  /// The customers, in the order they were given.
  package let entries: [Entry]
  /// The share of time that would have to move to match revenue: ½ Σ |rᵢ/B − hᵢ/H|.
  package let mismatch: Double
  /// The same against what the customers are expected to bring next; nil where that is nothing.
  package let expectedMismatch: Double?

  /// Compares shares; nil where there is no revenue or no time.
  ///
  ///     // revenue 420 260 110 60 50 40 30 20 10 0, hours 12 10 14 16 14 12 10 6 4 2
  ///     Attention(observations)?.mismatch  // 0.46
  package init?(_ observations: [Observation]) {
    func whole(_ part: (Observation) -> Int) -> Double {
      observations.reduce(0.0) { $0 + Double(max(part($1), 0)) }
    }
    let revenue = whole(\.revenue.hundredths)
    let time = whole(\.time.milliminutes)
    let expected = whole(\.expected.hundredths)
    guard revenue > 0, time > 0 else { return nil }
    entries = observations.map { observation in
      Entry(
        customer: observation.customer,
        revenueShare: Double(max(observation.revenue.hundredths, 0)) / revenue,
        timeShare: Double(max(observation.time.milliminutes, 0)) / time,
        expectedShare: expected > 0
          ? Double(max(observation.expected.hundredths, 0)) / expected : nil)
    }
    mismatch = entries.reduce(0) { $0 + ($1.revenueShare - $1.timeShare).magnitude } / 2
    expectedMismatch =
      expected > 0
      ? entries.reduce(0) { $0 + (($1.expectedShare ?? 0) - $1.timeShare).magnitude } / 2 : nil
  }
}
