/// How far the clocks of a place are ahead of UTC, and when that changes.
///
///     LocalClock.china.minutesAhead(atUTCMinute: 0)  // 480
package struct LocalClock: Hashable, Sendable {
  /// From when on clocks are so far ahead.
  package struct Change: Hashable, Sendable {
    /// Minutes since 1970 began in UTC.
    package let utcMinute: Int
    package let minutesAhead: Int

    package init(utcMinute: Int, minutesAhead: Int) {
      self.utcMinute = utcMinute
      self.minutesAhead = minutesAhead
    }
  }

  private let first: Int
  private let changes: [Change]

  /// Clocks that are so far ahead before the first of the changes, which are given in their order.
  package init(minutesAhead first: Int, changes: [Change] = []) {
    self.first = first
    self.changes = changes
  }

  /// China's: eight hours ahead, all year.
  package static let china = LocalClock(minutesAhead: 480)

  /// How far the clocks are ahead at a moment.
  package func minutesAhead(atUTCMinute minute: Int) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].utcMinute <= minute { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : changes[low - 1].minutesAhead
  }
}
