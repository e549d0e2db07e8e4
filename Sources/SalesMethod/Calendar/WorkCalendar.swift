/// A day as the working calendar sees it.
package struct CalendarDay: Hashable, Sendable {
  /// The day.
  package let day: Day
  /// Whether people work on it.
  package let isWorkday: Bool
  /// Why it differs from the plain week, if it does.
  package let name: DayName?

  /// A weekend day that is worked: a make-up day.
  package var isMakeUpWorkday: Bool { isWorkday && day.weekday > 5 }
}

/// Which days are worked: the plain week, the country's holidays, and over them, day by day, what
/// the workspace's calendar table says.
///
/// A year that nobody described is an error, never a guess; one of which the table has only the company's
/// own days is provisional, since its holidays are still to come.
package struct WorkCalendar: Sendable {
  private struct Exception: Sendable {
    let kind: CalendarEntry.Kind
    let name: DayName
    let status: CalendarEntry.Status
  }

  private var exceptions: [Day: Exception] = [:]
  private var statusOfYear: [Int: CalendarEntry.Status] = [:]
  private let settings: CalendarSettings

  /// The built-in calendar of the country, where there is one (`CN`), under the overlay; of two
  /// entries for a day the later wins.
  package init(_ settings: CalendarSettings, overlay: [CalendarEntry] = []) {
    self.settings = settings
    if settings.country == "CN" { addChina() }
    let known = statusOfYear
    var daysOff: [Int: [Day]] = [:]
    var announced: Set<Int> = []
    for entry in overlay {
      let isNew =
        exceptions.updateValue(
          Exception(kind: entry.kind, name: .given(entry.name), status: entry.status),
          forKey: entry.date) == nil
      if isNew, entry.kind == .off { daysOff[entry.date.year, default: []].append(entry.date) }
      if entry.saysStatus, entry.status == .official { announced.insert(entry.date.year) }
      statusOfYear[entry.date.year] = .official
    }
    for year in statusOfYear.keys where known[year] == nil {
      if !announced.contains(year), !Self.areHolidays(daysOff[year] ?? [], of: year) {
        statusOfYear[year] = .provisional
      }
    }
    for (day, exception) in exceptions where exception.status == .provisional {
      statusOfYear[day.year] = .provisional
    }
  }

  /// Whether days off are the holidays of a country and not a company's own: seven or more, in five
  /// months or more, and New Year's Day among them where it is no weekend.
  private static func areHolidays(_ days: [Day], of year: Int) -> Bool {
    guard days.count >= 7, Set(days.map(\.month)).count >= 5 else { return false }
    guard let newYear = Day(year: year, month: 1, day: 1), newYear.weekday <= 5 else { return true }
    return days.contains(newYear)
  }

  /// Whether the day is worked, and why not.
  package func day(_ day: Day) throws(MethodFailure) -> CalendarDay {
    _ = try status(ofYear: day.year)
    return knownDay(day)
  }

  /// Every day of a range.
  package func days(in range: DayRange) throws(MethodFailure) -> [CalendarDay] {
    _ = try status(of: range)
    return range.days.map(knownDay)
  }

  /// The working days of a range.
  ///
  ///     try calendar.workdays(in: .month(5, of: 2026)!).count  // 19
  package func workdays(in range: DayRange) throws(MethodFailure) -> [Day] {
    try days(in: range).filter(\.isWorkday).map(\.day)
  }

  /// Provisional where any year of the range is, official otherwise.
  package func status(of range: DayRange) throws(MethodFailure) -> CalendarEntry.Status {
    var result = CalendarEntry.Status.official
    for year in range.start.year...range.end.year
    where try status(ofYear: year) == .provisional {
      result = .provisional
    }
    return result
  }

  /// The status of a year, which the calendar must know.
  package func status(ofYear year: Int) throws(MethodFailure) -> CalendarEntry.Status {
    guard let status = statusOfYear[year] else { throw .yearWithoutCalendar(year) }
    if status == .provisional, !settings.allowsProvisional { throw .provisionalYear(year) }
    return status
  }

  private func knownDay(_ day: Day) -> CalendarDay {
    guard let exception = exceptions[day] else {
      return CalendarDay(day: day, isWorkday: day.weekday <= 5, name: nil)
    }
    return CalendarDay(day: day, isWorkday: exception.kind == .work, name: exception.name)
  }

  private mutating func addChina() {
    for year in ChinaHolidays.years {
      statusOfYear[year.year] = year.status
      for observance in year.observances {
        for off in observance.off.joined() {
          add(off, of: year, .off, .festival(observance.festival))
        }
        for work in observance.work { add(work, of: year, .work, .makeUp(observance.festival)) }
      }
    }
  }

  private mutating func add(
    _ monthAndDay: Int, of year: ChinaHolidays.Year, _ kind: CalendarEntry.Kind, _ name: DayName
  ) {
    guard let day = Day(year: year.year, month: monthAndDay / 100, day: monthAndDay % 100) else {
      return
    }
    exceptions[day] = Exception(kind: kind, name: name, status: year.status)
  }
}
