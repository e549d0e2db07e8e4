import Foundation
import PlanData
import SalesMethod

extension CalendarZone {
  /// The clocks of a zone two years before and after a day, as the machine's copy of the IANA database
  /// has them; China's where no such zone is known, which is said elsewhere.
  ///
  ///     CalendarZone(named: "Europe/Berlin", around: day).changes.count  // 8
  init(named name: String, around day: Day) {
    guard let zone = TimeZone(identifier: name) else {
      self = .china
      return
    }
    func moment(_ days: Int) -> Date {
      Date(timeIntervalSince1970: Double(day.number + days) * 86_400)
    }
    let (start, end) = (moment(-730), moment(730))
    let first = zone.secondsFromGMT(for: start) / 60
    var (ahead, last, changes) = (first, start, [Change]())
    while let next = zone.nextDaylightSavingTimeTransition(after: last), next > last, next < end {
      let local = Int((next.timeIntervalSince1970 / 60).rounded(.up)) + ahead
      let after = zone.secondsFromGMT(for: next.addingTimeInterval(1)) / 60
      changes.append(
        Change(
          day: Day(number: local / (24 * 60)), minute: local % (24 * 60), minutesAhead: after))
      (ahead, last) = (after, next)
    }
    self.init(name: name, minutesAhead: first, changes: changes)
  }
}
