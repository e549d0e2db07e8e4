import ArgumentParser
import Glibc
import Phrases
import SalesMethod
import Workspace

/// The options of the commands that go by a period and a day.
struct DateOptions: ParsableArguments {
  @Option(
    name: [.long, .customLong("month")],
    help: ArgumentHelp(
      zh: "计划的期间：月、季度或日期范围，例如 2026-12、2026-Q4 或 2026-12-07..2027-01-15。（默认：本月）",
      en: "The period to plan: a month, a quarter or days, such as 2026-12, 2026-Q4 or "
        + "2026-12-07..2027-01-15. (default: the current month)"),
    transform: periodValue)
  var period: Period?

  @OptionGroup var day: DayOption
}

/// The option of the commands that go by a day.
struct DayOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "以哪一天为准，例如 2026-11-23。（默认：SOURCE_DATE_EPOCH，否则今天）",
      en: "The day to go by, such as 2026-11-23. (default: SOURCE_DATE_EPOCH, else today)"),
    transform: dayValue)
  var now: Day?

  /// The one given, else `SOURCE_DATE_EPOCH`, else what the clock says.
  func requested() throws -> Now {
    if let now { return .day(now) }
    guard let epoch = environment("SOURCE_DATE_EPOCH"), !epoch.isEmpty else { return .clock() }
    guard let seconds = Int(epoch), (0...253_402_300_799).contains(seconds) else {
      throw ValidationError(
        zh: "SOURCE_DATE_EPOCH 是“\(epoch)”，不是 1970 年以来的秒数。",
        en: "SOURCE_DATE_EPOCH is “\(epoch)”, not a number of seconds since 1970.")
    }
    return .seconds(seconds)
  }
}

/// Reads the day of an option.
func dayValue(_ text: String) throws -> Day {
  guard let day = Day(text) else {
    throw ValidationError(
      zh: "“\(text)”不是日期；写成 YYYY-MM-DD。", en: "“\(text)” is not a date; use YYYY-MM-DD.")
  }
  return day
}

/// The longest period that can be planned: a year.
private let longestPeriod = 366

/// Reads the period of an option.
func periodValue(_ text: String) throws -> Period {
  guard let period = Period(text) else {
    throw ValidationError(
      zh: "“\(text)”不是期间；写月、季度或日期范围，例如 2026-12、2026-Q4 或 2026-12-07..2027-01-15。",
      en: "“\(text)” is not a period; write a month, a quarter or days, such as 2026-12, "
        + "2026-Q4 or 2026-12-07..2027-01-15.")
  }
  guard period.range.count <= longestPeriod else {
    throw ValidationError(
      zh: "“\(text)”超过一年；请按季度或月来计划。",
      en: "“\(text)” is longer than a year; plan a quarter or months.")
  }
  return period
}
