/// A range of amounts that stands for an amount where that itself is not told.
package struct AmountBand: Hashable, Comparable, Sendable {
  /// The number of the range, from 0 for the lowest.
  package let number: Int
  /// The least amount; nil for the lowest range.
  package let from: Money?
  /// The amount that is too much; nil for the highest range.
  package let below: Money?

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// The range that an amount lies in; nil where there are no edges.
  ///
  ///     AmountBand(of: Money(units: 87_654), edges: [Money(units: 50_000), Money(units: 200_000)])
  ///     // from 50,000, below 200,000
  package init?(of amount: Money, edges: [Money]) {
    guard !edges.isEmpty else { return nil }
    number = edges.firstIndex { amount < $0 } ?? edges.count
    from = number > 0 ? edges[number - 1] : nil
    below = number < edges.count ? edges[number] : nil
  }
}
