import SalesMethod
import Tables

/// How the days of a column are read: the workspace's clocks, and the first year of its workbook.
struct DayReading {
  /// By which moments that name their zone become days.
  let clock: LocalClock
  /// Whether numbers that stand for days count from 1904.
  var uses1904 = false
}

/// Reads a day as people and programs write it: `2026-05-06`, `2026/5/6`, `2026.5.6`, `2026年5月6日`,
/// `20260506`, `46148` (Excel's serial), `16 Apr, 2021 00:02:00`, `01-Jan-2015`, `26-02-2018 19:58`,
/// `1777982400` (seconds since 1970).
///
/// A time behind the day is dropped; one with a zone of its own is first taken to the workspace's.
///
///     readDay("2026-05-06T20:00:00Z", DayReading(clock: .china))  // .day(2026-05-07)
func readDay(_ bytes: Span<UInt8>, kind: CellKind, _ how: DayReading) -> WrittenDay {
  if let day = plainDay(bytes) { return .day(day) }
  guard bytes.count <= 60 else { return .none }
  var reader = DayReader(folded(String(copying: bytes)))
  return reader.read(isNumber: kind == .number, how)
}

/// Reads the parts of a day from folded text.
private struct DayReader {
  private enum Part: Hashable {
    case number(Int, digits: Int)
    case month(Int)

    /// Whether it is a month by its name.
    var isMonth: Bool { if case .month = self { true } else { false } }
  }

  private var rest: Substring

  /// A reader of a text without the mark that a spreadsheet puts before digits which stay text.
  init(_ text: String) {
    rest = Substring(text)
    if rest.first == "'", rest.dropFirst().first?.isNumber == true { rest.removeFirst() }
    rest = Self.withoutEra(rest)
  }

  /// A text whose year is counted in an era, with the year of the calendar: 民國115年11月3日 is
  /// 2026年11月3日, and so is 令和8年11月3日.
  private static func withoutEra(_ text: Substring) -> Substring {
    let eras = [("民國", 1911), ("民国", 1911), ("令和", 2018), ("平成", 1988)]
    guard let (name, offset) = eras.first(where: { text.hasPrefix($0.0) }) else { return text }
    let rest = text.dropFirst(name.count).drop { $0 == " " }
    let year = rest.hasPrefix("元年") ? "1" : String(rest.prefix { $0.isASCII && $0.isNumber })
    guard let number = Int(year), number < 200 else { return text }
    return String(number + offset) + rest.dropFirst(rest.hasPrefix("元年") ? 1 : year.count)
  }

  mutating func read(isNumber: Bool, _ how: DayReading) -> WrittenDay {
    if let day = serial(isNumber: isNumber, how) { return day }
    if let day = moment(how) { return .day(day) }
    guard let written = takeCompactDay() ?? takeDay() else { return .none }
    guard let time = takeTime(&rest) else { return .none }
    guard let zone = time.minutesAhead else { return written }
    let moment = ZonedTime(utcMinutes: time.minutes - zone, clock: how.clock)
    switch written {
    case .day(let day): return .day(moment.localDay(of: day))
    case .triple(var triple):
      triple.moment = moment
      return .triple(triple)
    case .none: return .none
    }
  }

  /// `20260506`, Excel's serial numbers, and moments in seconds or thousandths since 1970.
  ///
  /// Five digits in a text are a serial only from 1954 to 2119.
  private func serial(isNumber: Bool, _ how: DayReading) -> WrittenDay? {
    let whole = rest.prefix { $0 != "." }
    guard whole.utf8.allSatisfy(isDigit), let value = Int(whole) else { return nil }
    let decimals = rest.dropFirst(whole.count + 1)
    guard decimals.utf8.allSatisfy(isDigit) else { return nil }
    switch whole.utf8.count {
    case 8 where decimals.isEmpty:
      return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100).map { .day($0) }
        ?? WrittenDay.none
    case 10 where Self.moments.contains(value):
      return .day(how.clock.day(atUTCMinute: value / 60))
    case 13 where Self.moments.contains(value / 1000):
      return .day(how.clock.day(atUTCMinute: value / 60_000))
    default: break
    }
    guard isNumber || (20_000...80_000).contains(value) else { return nil }
    // A number such as 2026 is a year, and no day of 1905.
    if isNumber, (1900...2100).contains(value) { return WrittenDay.none }
    let shift = isNumber && how.uses1904 ? 1462 : 0
    return serialDay(value + shift).map { .day($0) } ?? WrittenDay.none
  }

  /// `/Date(1793736000000)/`, thousandths of seconds since 1970, as older programs of Microsoft write it.
  private func moment(_ how: DayReading) -> Day? {
    let parts = rest.split { "/()+-".contains($0) }
    guard rest.hasPrefix("/date("), parts.count > 1, let value = Int(parts[1]),
      parts[1].count == 13,
      Self.moments.contains(value / 1000)
    else { return nil }
    return how.clock.day(atUTCMinute: value / 60_000)
  }

  /// The day of `20261103T200000Z` and `20261103200000`, where a time follows without a sign between.
  private mutating func takeCompactDay() -> WrittenDay? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let next = rest.dropFirst(digits.count).first
    guard digits.count == 14 && next == nil || digits.count == 8 && (next == "t" || next == " "),
      let value = Int(digits.prefix(8)),
      let day = Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    else { return nil }
    rest.removeFirst(8)
    return .day(day)
  }

  /// The seconds from 2000 to 2100, in which a number of ten digits is a moment.
  private static let moments = 946_684_800..<4_102_444_800

  private mutating func takeDay() -> WrittenDay? {
    skipWeekday()
    guard let first = takePart(), let separator = takeSeparator(), let second = takePart(),
      let other = takeSeparator(), let third = takePart()
    else { return nil }
    // Beside a month's name the signs may differ: `3. November 2026`.
    guard other == separator || first.isMonth || second.isMonth else { return nil }
    takeDaySign()
    switch (first, second, third) {
    case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)):
      return Day(year: year, month: month, day: day).map { .day($0) }
    case (.number(let a, 1...2), .number(let b, 1...2), .number(let c, let digits)):
      guard digits == 4 || digits <= 2 else { return nil }
      let triple = WrittenDay.Triple(first: a, second: b, third: c, endsWithYear: digits == 4)
      return triple.orders.isEmpty ? nil : .triple(triple)
    case (.number(let day, 1...2), .month(let month), .number(let year, 2)):
      return WrittenDay.Triple(first: day, second: month, third: year, endsWithYear: false)
        .day(in: .dmy).map { .day($0) }
    case (.number(let day, 1...2), .month(let month), .number(let year, 4)),
      (.month(let month), .number(let day, 1...2), .number(let year, 4)),
      (.number(let year, 4), .month(let month), .number(let day, 1...2)):
      return Day(year: year, month: month, day: day).map { .day($0) }
    default: return nil
    }
  }

  private mutating func takePart() -> Part? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      guard digits.count <= 4, let value = Int(digits) else { return nil }
      rest.removeFirst(digits.count)
      return .number(value, digits: digits.count)
    }
    let letters = rest.prefix { $0.isASCII && $0.isLetter }
    guard letters.count >= 3,
      let month = Self.months.firstIndex(where: {
        $0.hasPrefix(letters) || letters == "sept" && $0 == "september"
      })
    else { return nil }
    rest.removeFirst(letters.count)
    return .month(month + 1)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// What stands between two parts: `-`, `/`, `.`, 年 and 月, a blank or a comma beside a month's
  /// name.
  private mutating func takeSeparator() -> Character? {
    let isSpaced = rest.first == " " || rest.first == ","
    while let next = rest.first, next == " " || next == "," { rest.removeFirst() }
    guard let next = rest.first else { return nil }
    if "-/.年月".contains(next) {
      rest.removeFirst()
      while rest.first == " " { rest.removeFirst() }
      return next == "年" || next == "月" ? "年" : next
    }
    return isSpaced ? " " : nil
  }

  private mutating func takeDaySign() {
    if rest.first == "日" || rest.first == "号" { rest.removeFirst() }
  }

  private mutating func skipWeekday() {
    for name in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] where rest.hasPrefix(name) {
      rest = rest.drop(while: \.isLetter).drop { ",. ".contains($0) }
      return
    }
    for name in ["星期", "周"] where rest.hasPrefix(name) {
      rest = rest.dropFirst(name.count + 1).drop { ",， ".contains($0) }
      return
    }
  }
}
