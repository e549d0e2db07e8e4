/// An existing customer and how likely it is to order again.
package struct RepeatOrder: Hashable, Sendable {
  /// The customer's id.
  package let customer: String
  /// The chance of an order by the end of the period.
  package let chanceInPeriod: Double
  /// What an order of this customer is worth on average, in hundredths.
  package let size: Rational
  /// Whether it waits longer than any customer like it ever did.
  package let isOlderThanHistory: Bool

  /// The chance that the next order falls within a horizon, given the gaps seen so far and the days
  /// since the last order: (G(α+h) − G(α)) / (1 − G(α)).
  static func chance(
    gaps sorted: [Int], age: Int, horizon: Int
  ) -> (chance: Double, isOlder: Bool) {
    func count(_ limit: Int) -> Int {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] <= limit { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let before = count(age)
    let left = sorted.count - before
    guard left > 0 else { return (0, true) }
    return (Double(count(age + horizon) - before) / Double(left), false)
  }
}
