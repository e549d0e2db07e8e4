/// A fifth of all chances, with the months in which one of them was said and those that reached their
/// target.
///
///     // chances of .62, .71 and .79 were said; two of the months reached their target
///     ChanceBand(around: 0.7, in: record)  // from .6 to .8: said 3, reached 2
package struct ChanceBand: Hashable, Sendable {
  /// The number of the fifth, from 0 to 4.
  private let fifth: Int
  /// The months in which such a chance was said.
  package let said: Int
  /// Those that reached their target.
  package let reached: Int

  /// The least chance of the fifth, in percent.
  package var fromPercent: Int { fifth * 20 }
  /// The chance at its end, in percent.
  package var toPercent: Int { fifth * 20 + 20 }

  /// Counts the months in which a chance of the same fifth as this one was said.
  package init(around chance: Double, in record: ChanceRecord) {
    self.init(fifth: Self.fifth(of: chance), record)
  }

  private init(fifth: Int, _ record: ChanceRecord) {
    let entries = record.entries.filter { Self.fifth(of: $0.chance) == fifth }
    self.fifth = fifth
    said = entries.count
    reached = entries.count { $0.isReached }
  }

  private static func fifth(of chance: Double) -> Int { min(max(Int(chance * 5), 0), 4) }

  /// All five, the lowest chances first.
  ///
  ///     ChanceBand.all(of: record).map(\.fromPercent)  // 0, 20, 40, 60, 80
  package static func all(of record: ChanceRecord) -> [ChanceBand] {
    (0..<5).map { ChanceBand(fifth: $0, record) }
  }
}
