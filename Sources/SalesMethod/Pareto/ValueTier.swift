/// Where a customer stands by past revenue.
package struct ValueTier: Hashable, Sendable {
  /// From 1, the largest.
  package let rank: Int
  /// The share of all revenue.
  package let share: Rational
  package let isInTop20: Bool
  /// Whether it ties across the edge of the top fifth.
  package let isTied: Bool
}

extension Pareto {
  /// Where each customer stands, by id.
  func tiers() -> [String: ValueTier] {
    Dictionary(
      entries.enumerated().map { position, entry in
        (
          entry.customer,
          ValueTier(
            rank: position + 1, share: entry.share, isInTop20: entry.isInTop20,
            isTied: entry.isTied)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
