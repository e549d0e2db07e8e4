/// A calendar day, without a time and without a zone: the number of days since 1970-01-01.
///
///     Day("2026-05-06")!.weekday  // 3, a Wednesday
package struct Day: Codable, Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is 0.
  package let number: Int

  /// The day so many days after 1970-01-01.
  package init(number: Int) { self.number = number }

  /// The day of a year, month and day of month; nil where the calendar has no such day or the year
  /// is not within 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
  }

  /// The day written as `2026-05-06`; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day so many days later, or earlier where negative.
  package func adding(days: Int) -> Day { Day(number: number + days) }

  /// The whole days from this day to another.
  package func days(to other: Day) -> Int { other.number - number }

  /// The day of the week: Monday is 1, Sunday is 7.
  package var weekday: Int { (number + 3) - 7 * Self.floorDivide(number + 3, 7) + 1 }

  /// The year, month and day of month.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = Self.floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The year this day is in.
  package var year: Int { civil.year }
  /// The month of the year, from 1.
  package var month: Int { civil.month }
  /// The day of the month, from 1.
  package var dayOfMonth: Int { civil.day }

  /// How many days a month has.
  ///
  ///     Day.length(ofMonth: 2, year: 2024)  // 29
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
  }
}

extension Day: CustomStringConvertible {
  /// The day as `2026-05-06`.
  package var description: String {
    let (year, month, day) = civil
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
