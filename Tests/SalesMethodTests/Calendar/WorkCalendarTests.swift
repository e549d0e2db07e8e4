import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `The working calendar` {
  static let counts = [
    2024: [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22],
    2025: [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23],
    2026: [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23],
  ]
  /// Weekdays off and weekend days worked, as month·100 + day.
  static let holidays: [Int: (off: [Int], work: [Int])] = [
    2024: (
      [101] + Array(210...217) + Array(404...406) + Array(501...505) + [610]
        + Array(915...917) + Array(1001...1007),
      [204, 218, 407, 428, 511, 914, 929, 1012]
    ),
    2025: (
      [101] + Array(128...131) + Array(201...204) + Array(404...406) + Array(501...505)
        + [531, 601, 602] + Array(1001...1008),
      [126, 208, 427, 928, 1011]
    ),
    2026: (
      Array(101...103) + Array(215...223) + Array(404...406) + Array(501...505)
        + Array(619...621) + Array(925...927) + Array(1001...1007),
      [104, 214, 228, 509, 920, 1010]
    ),
  ]
  let calendar = WorkCalendar(CalendarSettings())

  @Test func `names weeks as ISO 8601 does`() {
    #expect(ISOWeek(of: day("2026-01-26")).description == "2026-W05")
    #expect(ISOWeek(of: day("2027-01-01")).description == "2026-W53")
  }

  @Test func `knows every one of the 1,096 days of 2024 to 2026`() throws {
    let range = try #require(DayRange(from: day("2024-01-01"), through: day("2026-12-31")))
    let days = try calendar.days(in: range)
    #expect(days.count == 1096)
    for known in days {
      let (year, month, date) = known.day.civil
      let holiday = try #require(Self.holidays[year])
      let key = month * 100 + date
      let works =
        holiday.work.contains(key)
        || known.day.weekday <= 5 && !holiday.off.contains(key)
      #expect(known.isWorkday == works, "\(known.day)")
      #expect(known.isMakeUpWorkday == holiday.work.contains(key), "\(known.day)")
    }
  }

  @Test(arguments: [2024, 2025, 2026]) func `counts the working days of a month`(year: Int) throws {
    let expected = try #require(Self.counts[year])
    for month in 1...12 {
      let range = try #require(DayRange.month(month, of: year))
      #expect(try calendar.workdays(in: range).count == expected[month - 1])
      #expect(try calendar.status(of: range) == .official)
    }
  }

  @Test func `counts the quarters of 2026 and the provisional year 2027`() throws {
    let quarters = try (1...4).map { quarter in
      try calendar.workdays(in: #require(Period.quarter(quarter, of: 2026)).range).count
    }
    #expect(quarters == [59, 61, 66, 62])
    let year = try #require(DayRange(from: day("2027-01-01"), through: day("2027-12-31")))
    #expect(try calendar.workdays(in: year).count == 254)
    #expect(try calendar.status(of: year) == .provisional)
  }

  @Test func `refuses a year nobody described`() {
    #expect(throws: MethodFailure.yearWithoutCalendar(2028)) {
      try calendar.day(day("2028-01-03"))
    }
    let strict = WorkCalendar(CalendarSettings(allowsProvisional: false))
    #expect(throws: MethodFailure.provisionalYear(2027)) { try strict.day(day("2027-03-01")) }
    let elsewhere = WorkCalendar(CalendarSettings(country: "DE"))
    #expect(throws: MethodFailure.yearWithoutCalendar(2026)) {
      try elsewhere.day(day("2026-05-06"))
    }
  }

  @Test func `is overlaid day by day`() throws {
    let overlay = [
      CalendarEntry(date: day("2026-05-06"), kind: .off, name: "厂休", status: .official),
      CalendarEntry(date: day("2026-05-10"), kind: .work, name: "补班", status: .official),
      CalendarEntry(date: day("2028-01-03"), kind: .off, name: "元旦", status: .official),
    ]
    let calendar = WorkCalendar(CalendarSettings(), overlay: overlay)
    let off = try calendar.day(day("2026-05-06"))
    #expect(!off.isWorkday)
    #expect(off.name?.text(in: .chinese) == "厂休")
    #expect(try calendar.day(day("2026-05-10")).isMakeUpWorkday)
    #expect(try calendar.day(day("2026-05-09")).isWorkday)
    #expect(try calendar.day(day("2028-01-04")).isWorkday)
  }

  @Test func `of another year is official only with a year's holidays`() throws {
    let range = try #require(DayRange(from: day("2028-01-01"), through: day("2028-12-31")))
    func status(
      _ days: String, kind: CalendarEntry.Kind = .off, isSaid: Bool = false, in range: DayRange
    ) throws -> CalendarEntry.Status {
      let overlay = days.split(separator: " ").map {
        var entry = CalendarEntry(date: day(String($0)), kind: kind, name: "", status: .official)
        entry.saysStatus = isSaid
        return entry
      }
      return try WorkCalendar(CalendarSettings(), overlay: overlay).status(of: range)
    }
    // England's holidays of 2029: New Year's Day is a Monday.
    let year = try #require(DayRange(from: day("2029-01-01"), through: day("2029-12-31")))
    let bank =
      "2029-01-01 2029-03-30 2029-04-02 2029-05-07 2029-05-28 2029-08-27 2029-12-25 2029-12-26"
    #expect(try status(bank, in: year) == .official)
    // Without New Year's Day, six of them, or as days of work they are none.
    #expect(try status(String(bank.dropFirst(11)), in: year) == .provisional)
    #expect(try status(String(bank.dropLast(22)), in: year) == .provisional)
    #expect(try status(bank, kind: .work, in: year) == .provisional)
    // Eight days of a company's own: an inventory and a week's rest.
    let own8 =
      "2029-01-01 2029-01-04 2029-01-05 2029-08-06 2029-08-07 2029-08-08 2029-08-09 2029-08-10"
    #expect(try status(own8, in: year) == .provisional)
    #expect(try status(own8, isSaid: true, in: year) == .official)
    // 1 January 2028 is a Saturday, which a table need not name.
    let weekend = "2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25"
    #expect(try status(weekend, in: range) == .official)
    // The built-in years stay what they are.
    let own = CalendarEntry(date: day("2026-05-06"), kind: .off, name: "厂休", status: .official)
    let built = try #require(DayRange(from: day("2026-01-01"), through: day("2026-12-31")))
    #expect(try WorkCalendar(CalendarSettings(), overlay: [own]).status(of: built) == .official)
  }

  @Test func `becomes official once every provisional day is announced`() throws {
    let range = try #require(DayRange(from: day("2027-01-01"), through: day("2027-12-31")))
    let announced = try calendar.days(in: range).filter { $0.name != nil }.map {
      CalendarEntry(date: $0.day, kind: .off, name: "放假", status: .official)
    }
    let calendar = WorkCalendar(
      CalendarSettings(allowsProvisional: false), overlay: announced)
    #expect(try calendar.status(of: range) == .official)
  }

  @Test func `names the festival and the make-up day in both languages`() throws {
    let saturday = try calendar.day(day("2026-05-09"))
    #expect(saturday.name?.text(in: .chinese) == "劳动节调休上班")
    #expect(saturday.name?.text(in: .english) == "working day for Labour Day")
  }
}

@Suite struct `Weeks and periods` {
  @Test(arguments: [
    ("2027-01-01", 2026, 53), ("2026-05-06", 2026, 19), ("2024-12-30", 2025, 1),
    ("2026-01-01", 2026, 1), ("2021-01-03", 2020, 53),
  ])
  func `an ISO week belongs to its Thursday’s year`(date: String, year: Int, week: Int) {
    let found = ISOWeek(of: day(date))
    #expect(found.year == year)
    #expect(found.week == week)
  }

  @Test(arguments: ["2026-05", "2026-Q2", "2026-05-06..2026-06-10"])
  func `a period is written as it is read`(text: String) throws {
    #expect(try #require(Period(text)).description == text)
  }

  @Test(arguments: [
    "2026-13", "2026-Q5", "2026", "26-05", "2026-5", "2026-+5", "2026-05-10..2026-05-01", "",
  ])
  func `anything else is no period`(text: String) { #expect(Period(text) == nil) }

  @Test func `a period falls into months`() throws {
    let months = try #require(Period("2026-05-20..2026-07-02")).months
    #expect(months.map(\.start.description) == ["2026-05-20", "2026-06-01", "2026-07-01"])
    #expect(months.map(\.end.description) == ["2026-05-31", "2026-06-30", "2026-07-02"])
  }
}
