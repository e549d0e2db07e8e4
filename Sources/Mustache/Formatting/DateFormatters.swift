import Phrases

extension Formatters {
  /// Days, given as whole days since 1970-01-01.
  static func dates(_ language: Language) -> [Formatter] {
    let english = language == .english
    return [
      day("date") { date in
        english
          ? "\(date.day) \(months[date.month - 1]) \(date.year)"
          : "\(date.year)年\(date.month)月\(date.day)日"
      },
      day("date-short") { date in
        english ? "\(date.day) \(months[date.month - 1])" : "\(date.month)月\(date.day)日"
      },
      day("month") { date in
        english ? "\(months[date.month - 1]) \(date.year)" : "\(date.year)年\(date.month)月"
      },
      day("iso-date") { $0.text },
      day("weekday") { date in
        let names = english ? ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] : weekdays
        return names[date.weekday]
      },
    ]
  }

  private static func day(
    _ name: String, _ format: @escaping @Sendable (CivilDate) -> String
  ) -> Formatter {
    Formatter(name) { value, _ in
      guard case .integer(let number) = value, let date = CivilDate(daysSince1970: number) else {
        return .wants(
          Phrase(zh: "日期，以 1970-01-01 起的整天数计", en: "a day, as whole days since 1970-01-01"))
      }
      return .value(.text(format(date)))
    }
  }

  private static let weekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

/// A day of the Gregorian calendar.
struct CivilDate {
  let year: Int
  let month: Int
  let day: Int
  /// 0 is Monday.
  let weekday: Int

  /// The day so many days after 1970-01-01; nil outside the years 1 to 9999.
  ///
  /// Years are counted from 1 March, so that the leap day ends a year, and in eras of 400 years,
  /// which all have 146,097 days.
  init?(daysSince1970 number: Int) {
    guard (-719_162...2_932_896).contains(number) else { return nil }
    let daysSinceMarchOfYear0 = number + 719_468
    let era = daysSinceMarchOfYear0 / 146_097
    let dayOfEra = daysSinceMarchOfYear0 % 146_097
    let leapDays = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    weekday = (number % 7 + 10) % 7
  }

  /// The date as `2026-05-06`.
  var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
