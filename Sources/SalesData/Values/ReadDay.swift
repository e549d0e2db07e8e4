import SalesMethod
import Tables

/// Reads a day as people and programs write it: `2026-05-06`, `2026/5/6`, `2026.5.6`, `2026年5月6日`,
/// `20260506`, `46148` (Excel's serial), `16 Apr, 2021 00:02:00`, `01-Jan-2015`, `26-02-2018 19:58`.
///
/// A time behind the day is dropped; one with a zone of its own is first taken to the workspace's.
///
///     readDay("2026-05-06T20:00:00Z", minutesAheadOfUTC: 480)  // .day(2026-05-07)
func readDay(_ bytes: Span<UInt8>, kind: CellKind, minutesAheadOfUTC: Int) -> WrittenDay {
  if let day = plainDay(bytes) { return .day(day) }
  guard bytes.count <= 60 else { return .none }
  var reader = DayReader(folded(String(copying: bytes)))
  return reader.read(isNumber: kind == .number, minutesAheadOfUTC: minutesAheadOfUTC)
}

/// Reads the parts of a day from folded text.
private struct DayReader {
  private enum Part: Hashable {
    case number(Int, digits: Int)
    case month(Int)
    case mark(Character)
  }

  private var rest: Substring

  init(_ text: String) { rest = Substring(text) }

  mutating func read(isNumber: Bool, minutesAheadOfUTC: Int) -> WrittenDay {
    if let day = serial(isNumber: isNumber) { return day }
    guard let written = takeDay() else { return .none }
    guard let time = takeTime() else { return .none }
    guard let zone = time.minutesAhead, case .day(let day) = written else { return written }
    let minutes = time.minutes - zone + minutesAheadOfUTC
    let shift = minutes < 0 ? -1 : minutes >= 1440 ? 1 : 0
    return .day(day.adding(days: shift))
  }

  /// `20260506` and Excel's serial numbers.
  ///
  /// Five digits in a text are a serial only from 1954 to 2119.
  private func serial(isNumber: Bool) -> WrittenDay? {
    let whole = rest.prefix { $0 != "." }
    guard whole.utf8.allSatisfy(isDigit), let value = Int(whole) else { return nil }
    let decimals = rest.dropFirst(whole.count + 1)
    guard decimals.utf8.allSatisfy(isDigit) else { return nil }
    if whole.utf8.count == 8, decimals.isEmpty {
      return Day(year: value / 10_000, month: value / 100 % 100, day: value % 100).map { .day($0) }
        ?? WrittenDay.none
    }
    guard isNumber || (20_000...80_000).contains(value) else { return nil }
    return serialDay(value).map { .day($0) } ?? WrittenDay.none
  }

  private mutating func takeDay() -> WrittenDay? {
    skipWeekday()
    guard let first = takePart(), let separator = takeSeparator(after: first),
      let second = takePart(), takeSeparator(after: second, like: separator), let third = takePart()
    else { return nil }
    takeDaySign()
    switch (first, second, third) {
    case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)):
      return Day(year: year, month: month, day: day).map { .day($0) }
    case (.number(let a, 1...2), .number(let b, 1...2), .number(let c, let digits)):
      guard digits == 4 || digits <= 2 else { return nil }
      let triple = WrittenDay.Triple(first: a, second: b, third: c, endsWithYear: digits == 4)
      return triple.orders.isEmpty ? nil : .triple(triple)
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
  /// name; both separators must be of one kind.
  private mutating func takeSeparator(after part: Part) -> Character? {
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

  private mutating func takeSeparator(after part: Part, like first: Character) -> Bool {
    takeSeparator(after: part) == first
  }

  private mutating func takeDaySign() {
    if rest.first == "日" || rest.first == "号" { rest.removeFirst() }
  }

  private mutating func skipWeekday() {
    for name in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] where rest.hasPrefix(name) {
      rest = rest.drop { $0.isLetter || $0 == "," || $0 == " " }
    }
  }

  /// A time of day behind the day, and how far its zone is ahead of UTC where it names one; nil where
  /// something else stands there.
  private mutating func takeTime() -> (minutes: Int, minutesAhead: Int?)? {
    rest = rest.drop { $0 == " " || $0 == "," || $0 == "t" }
    if let weekday = rest.first, weekday == "星" || weekday == "周" {
      rest = rest.drop { "星期周一二三四五六日天 ".contains($0) }
    }
    guard !rest.isEmpty else { return (0, nil) }
    var parts = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }
    rest.removeFirst(parts.count)
    if let point = parts.firstIndex(of: ".") { parts = parts[..<point] }
    let numbers = parts.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(numbers.count), let hour = numbers[0], let minute = numbers[1],
      (0...24).contains(hour), (0...59).contains(minute)
    else { return nil }
    rest = rest.drop { $0 == " " }
    let isAfternoon = take("pm")
    let isMorning = !isAfternoon && take("am")
    let hour24 = isAfternoon && hour < 12 ? hour + 12 : isMorning && hour == 12 ? 0 : hour
    guard let zone = takeZone() else { return nil }
    return (hour24 * 60 + minute, zone)
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest.removeFirst(text.count)
    return true
  }

  /// The zone: none is nil inside, something unreadable is nil outside.
  private mutating func takeZone() -> Int?? {
    rest = rest.drop { $0 == " " }
    if rest.isEmpty { return .some(nil) }
    if rest == "z" || rest == "utc" || rest == "gmt" { return 0 }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return .none }
    let digits = rest.dropFirst().filter { $0 != ":" }
    guard digits.count == 4 || digits.count == 2, let value = Int(digits) else { return .none }
    let minutes = digits.count == 2 ? value * 60 : value / 100 * 60 + value % 100
    guard minutes <= 14 * 60 else { return .none }
    return sign == "-" ? -minutes : minutes
  }
}
