import Phrases
package import SalesMethod

/// Something that stands in a calendar.
package struct CalendarEvent: Hashable, Sendable {
  /// When it is.
  package enum Time: Hashable, Sendable {
    /// A day without a time.
    case allDay(Day)
    /// From a minute of a day on, for so many minutes.
    case timed(Day, minute: Int, minutes: Int)
  }

  /// What makes it the same event in the next file: `visit/2026-12/qian/C0101/1`.
  package private(set) var id: String
  package let time: Time
  /// The line that a calendar shows.
  package private(set) var title: String
  /// What stands below it when it is opened; empty for nothing.
  package let details: String
  /// Where it is; empty for nowhere.
  package let location: String

  /// An event.
  package init(
    id: String, time: Time, title: String, details: String = "", location: String = ""
  ) {
    self.id = id
    self.time = time
    self.title = title
    self.details = details
    self.location = location
  }
}

extension CalendarEvent {
  /// The event in a team's calendar: its line begins with whose it is, and it is another one than that in the
  /// person's own.
  ///
  ///     visit.of("钱二", in: .chinese).title  // "钱二：拜访 云杉公司（A）"
  func of(_ person: String, in language: Language) -> CalendarEvent {
    var event = self
    event.id = "team/" + id
    event.title = language.say(zh: "\(person)：\(title)", en: "\(person): \(title)")
    return event
  }
}

/// A calendar file (`.ics`, RFC 5545): what a phone's or a desk's calendar takes in.
///
/// Events keep their ids, and a later file outranks an earlier one, so that taking it in again replaces
/// what was there. There are no alarms.
package struct CalendarFile: Hashable, Sendable {
  /// The name that calendars show.
  package let title: String
  /// The day the file is made: it stamps every event.
  package let made: Day
  package let zone: CalendarZone
  package let events: [CalendarEvent]

  /// A file of events.
  package init(title: String, made: Day, zone: CalendarZone, events: [CalendarEvent]) {
    self.title = title
    self.made = made
    self.zone = zone
    self.events = events
  }

  /// The bytes of the file: the same for the same events, whatever the machine.
  package var bytes: [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Salesbook//Salesbook//ZH", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:\(CalendarText.escaped(title))",
      "X-WR-TIMEZONE:\(CalendarText.escaped(zone.name))",
    ]
    lines += zone.lines
    for event in events { lines += self.lines(of: event) }
    lines.append("END:VCALENDAR")
    return lines.flatMap(CalendarText.folded)
  }

  private func lines(of event: CalendarEvent) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(CalendarText.escaped(event.id))@salesbook",
      "DTSTAMP:\(stamp(made))T000000Z", "SEQUENCE:\(max(0, made.number - Self.firstSequence))",
    ]
    switch event.time {
    case .allDay(let day):
      lines += [
        "DTSTART;VALUE=DATE:\(stamp(day))", "DTEND;VALUE=DATE:\(stamp(day.adding(days: 1)))",
        "TRANSP:TRANSPARENT",
      ]
    case .timed(let day, let minute, let minutes):
      let zone = CalendarText.parameter(zone.name)
      lines += [
        "DTSTART;TZID=\(zone):\(stamp(day, minute: minute))",
        "DTEND;TZID=\(zone):\(stamp(day, minute: minute + minutes))", "TRANSP:OPAQUE",
      ]
    }
    lines.append("SUMMARY:\(CalendarText.escaped(event.title))")
    if !event.details.isEmpty {
      lines.append("DESCRIPTION:\(CalendarText.escaped(event.details))")
    }
    if !event.location.isEmpty {
      lines.append("LOCATION:\(CalendarText.escaped(event.location))")
    }
    return lines + ["CLASS:PRIVATE", "END:VEVENT"]
  }

  /// Sequences count the days from 2020 on.
  private static let firstSequence = Day(year: 2020, month: 1, day: 1)?.number ?? 0
}

extension CalendarFile {
  /// Whether a file is a calendar that this program wrote.
  package static func isOurs(_ bytes: [UInt8]) -> Bool {
    let head = Array("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Salesbook//".utf8)
    return bytes.starts(with: head)
  }
}
