import SalesMethod

/// A day as it is written in a cell, before its column has decided on an order.
enum WrittenDay: Hashable {
  /// A day that can be read in one way only.
  case day(Day)
  /// Three numbers whose order is open: `03-07-2021`.
  case triple(Triple)
  /// No day.
  case none

  /// Three numbers of a day in the order written; the year may be any but the middle one.
  struct Triple: Hashable {
    let first: Int
    let second: Int
    let third: Int
    /// Whether the last number has four digits and so is the year.
    let endsWithYear: Bool
    /// The time behind it, where it names its zone.
    var moment: ZonedTime?

    /// The orders in which this is a day of the calendar.
    var orders: [DateOrder] { DateOrder.allCases.filter { day(in: $0) != nil } }

    /// The day in an order, on the workspace's clocks; nil where the calendar has none or a four-digit
    /// year stands elsewhere.
    func day(in order: DateOrder) -> Day? {
      guard let written = writtenDay(in: order) else { return nil }
      return moment.map { $0.localDay(of: written) } ?? written
    }

    private func writtenDay(in order: DateOrder) -> Day? {
      switch order {
      case .ymd:
        endsWithYear ? nil : Day(year: Self.year(first), month: second, day: third)
      case .dmy: Day(year: Self.year(third), month: second, day: first)
      case .mdy: Day(year: Self.year(third), month: first, day: second)
      }
    }

    /// The year that two digits mean: up to 69 of this century, else of the last.
    private static func year(_ number: Int) -> Int {
      switch number {
      case 0..<70: 2000 + number
      case 70..<100: 1900 + number
      default: number
      }
    }
  }
}

/// A time of a day that names its zone, and the clocks by which it becomes a day.
struct ZonedTime: Hashable {
  /// Minutes from the midnight of the written day to the moment in UTC; less than 0 for the day before.
  let utcMinutes: Int
  let clock: LocalClock

  /// The day of the moment on the clocks.
  func localDay(of written: Day) -> Day {
    clock.day(atUTCMinute: written.number * 1440 + utcMinutes)
  }
}

extension LocalClock {
  /// The day of a moment, given in minutes since 1970 began in UTC.
  func day(atUTCMinute minute: Int) -> Day {
    let local = minute + minutesAhead(atUTCMinute: minute)
    return Day(number: local >= 0 ? local / 1440 : -((1439 - local) / 1440))
  }
}

/// The day of an Excel serial number: 46148 is 2026-05-06.
///
/// Serial 60 is the 29 February 1900 that never was; nothing before it is a day here.
func serialDay(_ serial: Int) -> Day? {
  (61...2_958_465).contains(serial) ? Day(number: serial - 25_569) : nil
}

/// The day of a plain ISO date, `2026-05-06`, read from its bytes: the common case.
func plainDay(_ bytes: Span<UInt8>) -> Day? {
  guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
    return nil
  }
  func number(_ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    return value
  }
  guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
    return nil
  }
  return Day(year: year, month: month, day: day)
}
