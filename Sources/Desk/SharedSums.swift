import SalesMethod
import Storing
import Synchronization

/// The figures of members and the sums of teams that several pages need, each made once.
final class SharedSums: Sendable {
  /// A team's sums in a period.
  struct Key: Hashable {
    let team: String
    let period: Period
  }

  private struct Made {
    var figures: [FiguresKey: MemberFigures] = [:]
    /// What an earlier build kept of them, unread.
    var kept: [FiguresKey: [UInt8]] = [:]
    var subtotals: [Key: TeamSubtotal] = [:]
  }

  private let made = Mutex(Made())

  /// A member's figures, where they were made, now or in an earlier build.
  func figures(_ key: FiguresKey) -> MemberFigures? {
    made.withLock { made in
      if let known = made.figures[key] { return known }
      guard let bytes = made.kept.removeValue(forKey: key),
        let figures = try? StoredCoding.value(MemberFigures.self, from: bytes),
        figures.member.id == key.member
      else { return nil }
      made.figures[key] = figures
      return figures
    }
  }

  /// Takes in what an earlier build kept of a member's figures; it is read where somebody asks.
  func keep(_ bytes: [UInt8], as key: FiguresKey) { made.withLock { $0.kept[key] = bytes } }

  /// Keeps a member's figures.
  func keep(_ figures: MemberFigures, as key: FiguresKey) {
    made.withLock { $0.figures[key] = figures }
  }

  /// A team's sums; two who ask at once may both make them, and make the same.
  func subtotal(
    _ key: Key, _ make: () throws(MethodFailure) -> TeamSubtotal
  ) throws(MethodFailure) -> TeamSubtotal {
    if let known = made.withLock({ $0.subtotals[key] }) { return known }
    let subtotal = try make()
    made.withLock { $0.subtotals[key] = subtotal }
    return subtotal
  }
}
