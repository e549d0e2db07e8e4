/// Whose rows stand in a figure, and how many: it is shown to others only where nobody's own can be read
/// off.
struct Contributors: Hashable, Sendable {
  private var persons = 0
  private var records = 0
  private var last: Int?

  /// Counts rows of a member; all of a member's rows are counted before the next member's.
  mutating func add(_ count: Int, of member: Int) {
    guard count > 0 else { return }
    if last != member { persons += 1 }
    last = member
    records += count
  }

  /// Whether the rows of at least three persons and twenty records stand in it.
  var mayBePooled: Bool { persons >= Pooling.leastPersons && records >= Pooling.leastRecords }
}
