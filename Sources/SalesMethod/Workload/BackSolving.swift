/// How much of every stage a number of customers needs, and how far a number of first contacts
/// gets.
package enum BackSolving {
  /// The whole customers a gap needs: the gap over what one is worth, rounded up.
  ///
  ///     // 350,000 at 35,000 an order and 1.25 orders a customer
  ///     try BackSolving.customers(for: gap, factors: factors)  // 8
  package static func customers(for gap: Money, factors: Factors) throws(MethodFailure) -> Int {
    guard gap > .zero else { return 0 }
    return try (Rational(gap.hundredths) / factors.customerValue()).ceiling
  }

  /// What each stage needs so that so many come out at the end, first stage first.
  ///
  ///     // 240 contacts → 96 visits → 36 proposals → 12 deals
  ///     try BackSolving.counts(for: 8, rates: rates)  // 160 64 24 8
  package static func counts(for deals: Int, rates: [Rate]) throws(MethodFailure) -> [Int] {
    var counts = [deals]
    for rate in rates.reversed() { counts.append(try rate.trials(for: counts[counts.count - 1])) }
    return counts.reversed()
  }

  /// What each stage sees of so many first contacts, rounded up at every stage.
  ///
  ///     try BackSolving.forward(245, rates: rates)  // 245 98 37 13
  package static func forward(_ contacts: Int, rates: [Rate]) throws(MethodFailure) -> [Int] {
    var counts = [contacts]
    for rate in rates { counts.append(try rate.successes(of: counts[counts.count - 1])) }
    return counts
  }

  /// The time that counts of each stage take.
  package static func time(
    for counts: [Int], funnel: [FunnelStage]
  ) throws(MethodFailure) -> WorkingTime {
    var time = WorkingTime.zero
    for (count, stage) in zip(counts, funnel) { time = try time + stage.time * count }
    return time
  }
}
