import SalesMethod
import Synchronization

/// The months looked back at, and what was said of each member in them: made when a first page asks, and
/// once for all pages.
final class PastMonths: Sendable {
  private struct Made {
    var months: Result<[PastMonth], MethodFailure>?
    var records: [String: PlanRecord] = [:]
  }

  private let made = Mutex(Made())

  /// The months; whoever asks while they are made waits for them.
  func months(
    _ make: () throws(MethodFailure) -> [PastMonth]
  ) throws(MethodFailure) -> [PastMonth] {
    let months = made.withLock { made in
      if let known = made.months { return known }
      let months = Result { () throws(MethodFailure) in try make() }
      made.months = months
      return months
    }
    return try months.get()
  }

  /// A member's record, kept for the pages of teams.
  func record(
    of member: String, _ make: () throws(MethodFailure) -> PlanRecord
  ) throws(MethodFailure) -> PlanRecord {
    if let known = made.withLock({ $0.records[member] }) { return known }
    let record = try make()
    made.withLock { $0.records[member] = record }
    return record
  }
}
