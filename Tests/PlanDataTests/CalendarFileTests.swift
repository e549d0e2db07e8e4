import Phrases
import SalesMethod
import Testing

@testable import PlanData

@Suite struct `A calendar file` {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func lines(_ file: CalendarFile) throws -> [String] {
    let text = try #require(String(validating: file.bytes, as: UTF8.self))
    return text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  private func file(_ events: [CalendarEvent], _ zone: CalendarZone = .china) throws -> CalendarFile
  {
    CalendarFile(title: "计划", made: try day("2026-11-23"), zone: zone, events: events)
  }

  @Test func `puts a timed event into its zone and a day's event on the whole day`() throws {
    let first = try day("2026-12-31")
    let lines = try lines(
      file([
        CalendarEvent(id: "a", time: .timed(first, minute: 570, minutes: 90), title: "拜访"),
        CalendarEvent(id: "b", time: .allDay(first), title: "首次接触 8"),
      ]))
    #expect(lines.contains("DTSTART;TZID=Asia/Shanghai:20261231T093000"))
    #expect(lines.contains("DTEND;TZID=Asia/Shanghai:20261231T110000"))
    #expect(lines.contains("DTSTART;VALUE=DATE:20261231"))
    // The end of a whole day is the day after, which is in another year here.
    #expect(lines.contains("DTEND;VALUE=DATE:20270101"))
    #expect(lines.contains("UID:a@salesbook"))
    #expect(!lines.contains { $0.contains("VALARM") })
  }

  @Test func `an event that runs past midnight ends on the next day`() throws {
    let late = CalendarEvent(
      id: "a", time: .timed(try day("2026-12-31"), minute: 1380, minutes: 120), title: "x")
    #expect(try lines(file([late])).contains("DTEND;TZID=Asia/Shanghai:20270101T010000"))
  }

  /// Days from 2020-01-01 on: 2026-11-23 is six years (two of them leap years) and 326 days later.
  @Test func `a file of a later day outranks an earlier one`() throws {
    let event = CalendarEvent(id: "a", time: .allDay(try day("2026-12-01")), title: "x")
    let sequence = 6 * 365 + 2 + 326
    #expect(try lines(file([event])).contains("SEQUENCE:\(sequence)"))
    let later = CalendarFile(
      title: "计划", made: try day("2026-11-24"), zone: .china, events: [event])
    #expect(try lines(later).contains("SEQUENCE:\(sequence + 1)"))
  }

  /// Berlin's clocks went back at 3 in the morning of 25 October 2026, and forward at 2 of 29 March.
  @Test func `defines the clocks of a zone that changes them`() throws {
    let zone = CalendarZone(
      name: "Europe/Berlin", minutesAhead: 60,
      changes: [
        .init(day: try day("2026-03-29"), minute: 120, minutesAhead: 120),
        .init(day: try day("2026-10-25"), minute: 180, minutesAhead: 60),
      ])
    let october = try #require(DayRange.month(10, of: 2026))
    let lines = try lines(file([], zone.over(october)))
    #expect(lines.contains("DTSTART:20261025T030000"))
    #expect(lines.filter { $0 == "TZOFFSETFROM:+0200" }.count == 2)
    #expect(lines.contains("TZOFFSETTO:+0100"))
    #expect(!lines.contains("DTSTART:20260329T020000"))
    let november = try #require(DayRange.month(11, of: 2026))
    #expect(zone.over(november) == CalendarZone(name: "Europe/Berlin", minutesAhead: 60))
  }

  @Test func `knows its own files`() throws {
    #expect(CalendarFile.isOurs(try file([]).bytes))
    #expect(!CalendarFile.isOurs(Array("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".utf8)))
  }

  /// 09:00 and an hour and a half; an hour and a half again to noon; what is left after half past one.
  @Test func `the visits of a day follow each other, with a pause at noon`() {
    var clock = DayClock()
    let times = [90, 90, 30, 60].map { clock.place(WorkingTime(minutes: $0)).minute }
    #expect(times == [540, 630, 810, 840])
    var early = DayClock()
    #expect([60, 150].map { early.place(WorkingTime(minutes: $0)).minute } == [540, 810])
  }
}
