import Foundation
import SalesData

extension LocalClock {
  /// The clocks of a zone, from 1990 to 2060; China's where no such zone is known, which is said
  /// elsewhere.
  ///
  ///     LocalClock(timeZone: "Asia/Tokyo").minutesAhead(atUTCMinute: 29_000_000)  // 540
  init(timeZone name: String) {
    guard let zone = TimeZone(identifier: name) else {
      self = .china
      return
    }
    func minutes(_ date: Date) -> Int { zone.secondsFromGMT(for: date) / 60 }
    var moment = Date(timeIntervalSince1970: 631_152_000)
    let end = Date(timeIntervalSince1970: 2_840_140_800)
    let first = minutes(moment)
    var changes: [Change] = []
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < end, next > moment
    {
      changes.append(
        Change(
          utcMinute: Int((next.timeIntervalSince1970 / 60).rounded(.up)),
          minutesAhead: minutes(next.addingTimeInterval(1))))
      moment = next
    }
    self.init(minutesAhead: first, changes: changes)
  }
}
