package import SalesMethod

/// A time zone as a calendar file has to define it: its name, and every change of its clocks that
/// matters to the file.
package struct CalendarZone: Hashable, Sendable {
  /// A change of the clocks.
  package struct Change: Hashable, Sendable {
    /// The day on which it happens, by the clocks before it.
    package let day: Day
    /// The minute of that day, by the clocks before it.
    package let minute: Int
    /// How many minutes ahead of UTC the clocks are from then on.
    package let minutesAhead: Int

    /// A change.
    package init(day: Day, minute: Int, minutesAhead: Int) {
      self.day = day
      self.minute = minute
      self.minutesAhead = minutesAhead
    }
  }

  /// The name in the IANA database: `Asia/Shanghai`.
  package let name: String
  /// How many minutes ahead of UTC the clocks are before the first change.
  package let minutesAhead: Int
  /// The changes, in their order.
  package let changes: [Change]

  /// A zone.
  package init(name: String, minutesAhead: Int, changes: [Change] = []) {
    self.name = name
    self.minutesAhead = minutesAhead
    self.changes = changes
  }

  /// China's: eight hours ahead, all year.
  package static let china = CalendarZone(name: "Asia/Shanghai", minutesAhead: 480)

  /// The zone with the changes that matter to some days alone.
  ///
  ///     // Clocks go back on 25 October.
  ///     berlin.over(november).changes  // []
  package func over(_ days: DayRange) -> CalendarZone {
    let before = changes.last { $0.day < days.start }
    return CalendarZone(
      name: name, minutesAhead: before?.minutesAhead ?? minutesAhead,
      changes: changes.filter { $0.day >= days.start && $0.day <= days.end })
  }

  /// The lines that define the zone.
  var lines: [String] {
    var lines = ["BEGIN:VTIMEZONE", "TZID:\(CalendarText.escaped(name))"]
    lines += observance("19700101T000000", from: minutesAhead, to: minutesAhead)
    var before = minutesAhead
    for change in changes {
      let start = stamp(change.day, minute: change.minute)
      lines += observance(start, from: before, to: change.minutesAhead)
      before = change.minutesAhead
    }
    return lines + ["END:VTIMEZONE"]
  }

  private func observance(_ start: String, from: Int, to: Int) -> [String] {
    let kind = to > from ? "DAYLIGHT" : "STANDARD"
    return [
      "BEGIN:\(kind)", "DTSTART:\(start)", "TZOFFSETFROM:\(Self.offset(from))",
      "TZOFFSETTO:\(Self.offset(to))", "END:\(kind)",
    ]
  }

  private static func offset(_ minutes: Int) -> String {
    let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
    return (minutes < 0 ? "-" : "+") + twoDigits(Int(hours)) + twoDigits(Int(rest))
  }
}

/// A moment by the clocks of its zone: `20261201T090000`.
func stamp(_ day: Day, minute: Int) -> String {
  let day = day.adding(days: minute / (24 * 60))
  let minute = minute % (24 * 60)
  return "\(stamp(day))T\(twoDigits(minute / 60))\(twoDigits(minute % 60))00"
}

/// A day without a time: `20261201`.
func stamp(_ day: Day) -> String { String(day.description.filter { $0 != "-" }) }

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
