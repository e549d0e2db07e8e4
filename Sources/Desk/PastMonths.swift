import SalesMethod
import Storing
import Synchronization

/// The months looked back at, and what was said of each member in them: made when a first page asks, and
/// once for all pages.
final class PastMonths: Sendable {
  private struct Made {
    var months: Result<[PastMonth], MethodFailure>?
    var records: [String: PlanRecord] = [:]
    /// What another run kept of them, unread.
    var kept: [String: [UInt8]] = [:]
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
    if let known = known(member) { return known }
    let record = try make()
    made.withLock { $0.records[member] = record }
    return record
  }

  /// Takes in what another run kept of a member's record; it is read where somebody asks.
  func keep(_ bytes: [UInt8], of member: String) { made.withLock { $0.kept[member] = bytes } }

  /// A member's record, where it was made, now or in another run.
  func known(_ member: String) -> PlanRecord? {
    made.withLock { made in
      if let known = made.records[member] { return known }
      guard let bytes = made.kept.removeValue(forKey: member),
        let record = try? StoredCoding.value(PlanRecord.self, from: bytes)
      else { return nil }
      made.records[member] = record
      return record
    }
  }
}
