import Diagnostics
import Foundation
package import SalesMethod

/// When a build takes place: a fact that is handed in, so that the same input gives the same bytes.
package enum Now: Hashable, Sendable {
  /// A day that somebody named.
  case day(Day)
  /// So many seconds since the beginning of 1970 in UTC.
  case seconds(Int)

  /// What the machine's clock says.
  package static func clock() -> Now { .seconds(Int(Date().timeIntervalSince1970)) }

  /// The day in a time zone; nil where no such zone is known.
  ///
  ///     Now.seconds(1_764_518_400).day(inTimeZone: "Asia/Shanghai")  // 2025-12-01
  package func day(inTimeZone name: String) -> Day? {
    switch self {
    case .day(let day): return day
    case .seconds(let seconds):
      guard let zone = TimeZone(identifier: name) else { return nil }
      let moment = Date(timeIntervalSince1970: Double(seconds))
      let local = seconds + zone.secondsFromGMT(for: moment)
      return Day(number: Int((Double(local) / 86_400).rounded(.down)))
    }
  }

  /// Whether there is a time zone of this name.
  package static func knows(timeZone name: String) -> Bool { TimeZone(identifier: name) != nil }

  /// The known time zone whose name is nearest to one that is not known.
  static func timeZone(near name: String) -> String? {
    nearestName(to: name, in: TimeZone.knownTimeZoneIdentifiers)
  }
}
