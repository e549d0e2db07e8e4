import SalesMethod
import Tables

/// What a part of a list of days comes to.
enum WrittenDays: Hashable {
  /// Whole days, and days of which one half is meant.
  case days([Day], halves: [Day])
  /// One day whose order is open.
  case triple(WrittenDay.Triple)
  case none
}

/// Reads a day, half of one, or a range of at most a year: `2026-10-01~10-07`,
/// `2026-10-01至2026-10-07`, `2026/10/1 - 2026/10/7`, `2026-10-01..2026-10-07`, `2026-10-01 上午`,
/// `2026-10-01下午~10-03`.
///
///     readDays("2026-10-01~10-03", …)  // .days of three
func readDays(_ text: String, kind: CellKind, _ how: DayReading) -> WrittenDays {
  func read(_ part: String) -> WrittenDay {
    let bytes = Array(part.utf8)
    return readDay(bytes.span, kind: kind, how)
  }
  if let part = partOfDay(text, read) { return part }
  let (whole, half) = withoutHalf(withoutCause(text))
  switch read(whole) {
  case .day(let day): return half == nil ? .days([day], halves: []) : .days([], halves: [day])
  case .triple(let triple) where half == nil: return .triple(triple)
  case .triple, .none: break
  }
  for sign in ["～", "~", "至", "到", "..", " - ", "–", "—", " to ", "-"] {
    guard let sides = withoutCause(text).components(around: sign) else { continue }
    let (from, to) = (halfFrom(sides.first), halfThrough(sides.last))
    guard case .day(let first) = read(from.text) else { continue }
    let (year, month) = (String(first.year), String(first.month))
    let ends = [
      to.text, "\(year)-\(to.text)", "\(year)/\(to.text)", "\(year).\(to.text)",
      "\(year)年\(to.text)",
      "\(year)-\(month)-\(to.text)", "\(year)年\(month)月\(to.text)",
    ]
    for last in ends {
      guard case .day(let end) = read(last) else { continue }
      guard end >= first, end.number - first.number <= 366 else { return .none }
      return leave(from: first, from.half, through: end, to.half)
    }
  }
  return .none
}

/// A half of a day, as far as it is said which.
private enum Half { case first, second, any }

/// The days of a leave that may begin at noon and end at noon.
private func leave(from first: Day, _ start: Half?, through last: Day, _ end: Half?) -> WrittenDays
{
  let all = (first.number...last.number).map { Day(number: $0) }
  if first == last {
    let isWhole = start == nil && end == nil || start == .first && end == .second
    return isWhole ? .days(all, halves: []) : .days([], halves: all)
  }
  var halves: [Day] = []
  if start == .second || start == .any { halves.append(first) }
  if end == .first || end == .any { halves.append(last) }
  return .days(all.filter { !halves.contains($0) }, halves: halves)
}

/// A day's text without the words that say which half of it is meant.
private func withoutHalf(_ text: String) -> (text: String, half: Half?) {
  var rest = folded(text)
  var half: Half?
  for (word, meant) in halfWords where rest.contains(word) {
    rest = rest.replacing(word, with: "")
    half = half == nil || half == .any ? meant : half
  }
  guard let half else { return (text, nil) }
  return (trimmed(rest.replacing("()", with: "")[...]), half)
}

private let halfWords: [(String, Half)] = [
  ("(上午)", .first), ("(下午)", .second), ("上午", .first), ("下午", .second), ("(0.5天)", .any),
  ("0.5天", .any), ("(0.5)", .any), ("0.5 day", .any), ("0.5d", .any), ("半天", .any), ("半日", .any),
  ("half day", .any), ("half-day", .any), ("(half)", .any), ("half", .any), ("morning", .first),
  ("afternoon", .second), ("(am)", .first), ("(pm)", .second), (" am", .first), (" pm", .second),
]

/// A text without the kind of leave that it names first.
private func withoutCause(_ text: String) -> String {
  let causes = ["年假", "事假", "病假", "调休", "休假", "请假", "婚假", "产假", "陪产假", "丧假", "年休假", "公休"]
  guard let cause = causes.first(where: text.hasPrefix) else { return text }
  return String(text.dropFirst(cause.count).drop { " :：,，".contains($0) })
}

/// The day on which a leave begins, and the half with which it does where a time says so.
private func halfFrom(_ text: String) -> (text: String, half: Half?) {
  guard let clock = Clock(in: text) else { return withoutHalf(text) }
  return (clock.rest, clock.minute >= 720 ? .second : nil)
}

/// The day on which it ends; a time before early afternoon ends it with the morning, midnight says nothing.
private func halfThrough(_ text: String) -> (text: String, half: Half?) {
  guard let clock = Clock(in: text) else { return withoutHalf(text) }
  return (clock.rest, clock.minute > 0 && clock.minute <= 780 ? .first : nil)
}

/// Hours of one day, `2026-12-01 13:30-17:30`: the day where they go from morning to afternoon, else half
/// of it; nil where the text is no such thing.
private func partOfDay(_ text: String, _ read: (String) -> WrittenDay) -> WrittenDays? {
  guard let first = Clock(in: text), let second = Clock(in: first.rest) else { return nil }
  let day = trimmed(second.rest.split { "-~～–—至到".contains($0) }.joined(separator: "-")[...])
  let bare = day.last == "-" ? String(day.dropLast()) : day
  guard case .day(let day) = read(bare), first.minute < second.minute else { return nil }
  let isWhole = first.minute < 720 && second.minute > 780
  return isWhole ? .days([day], halves: []) : .days([], halves: [day])
}

/// The first time of day in a text, and the text without it.
private struct Clock {
  let minute: Int
  let rest: String

  init?(in text: String) {
    let text = folded(text)
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let hours = text[..<colon].reversed().prefix { $0.isASCII && $0.isNumber }
    var end = text.index(after: colon)
    let minutes = text[end...].prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(hours.count), minutes.count == 2,
      let hour = Int(String(hours.reversed())), let minute = Int(minutes), hour < 25, minute < 60
    else { return nil }
    end = minutes.endIndex
    if text[end...].first == ":" {
      end = text[text.index(after: end)...].drop { $0.isASCII && $0.isNumber }.startIndex
    }
    self.minute = hour * 60 + minute
    let start = text.index(colon, offsetBy: -hours.count)
    rest = trimmed((text[..<start] + text[end...])[...])
  }
}

extension String {
  /// What stands before and behind the only place of a sign; nil where it does not stand there.
  fileprivate func components(around sign: String) -> (first: String, last: String)? {
    let parts = split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return (trimmed(parts[0]), trimmed(parts[1]))
  }
}

private func trimmed(_ part: Substring) -> String {
  var part = part
  while part.first == " " { part.removeFirst() }
  while part.last == " " { part.removeLast() }
  return String(part)
}
