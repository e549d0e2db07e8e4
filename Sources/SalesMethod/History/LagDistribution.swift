/// How many days pass from the first contact to the first order, as it was observed.
package struct LagDistribution: Hashable, Sendable {
  /// The observed days, shortest first.
  package let days: [Int]

  /// With fewer observations the lag is not known.
  package static let leastCount = 5

  /// The distribution of observed days; nil with fewer than five.
  package init?(_ observed: [Int]) {
    guard observed.count >= Self.leastCount else { return nil }
    days = observed.sorted()
  }

  /// The share of customers who had bought within so many days, as a count of all.
  ///
  ///     lag.share(within: 21)  // 5 of 12
  package func share(within limit: Int) -> Rate {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return Rate(successes: low, trials: days.count)
  }

  /// The least days within which a share of customers had bought.
  ///
  ///     lag.days(toReach: 900, of: 1000)  // the 90 % lag
  package func days(toReach part: Int, of whole: Int) -> Int {
    let rank = (days.count * part + whole - 1) / whole
    return days[min(max(rank, 1), days.count) - 1]
  }

  /// The middle of the observed days; of an even number, halfway between the two.
  package var median: Rational {
    let middle = days.count / 2
    return days.count.isMultiple(of: 2)
      ? Rational(days[middle - 1] + days[middle], over: 2) ?? .zero : Rational(days[middle])
  }
}
