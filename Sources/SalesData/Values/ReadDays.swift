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
  let (whole, half) = withoutHalf(text)
  switch read(whole) {
  case .day(let day): return half == nil ? .days([day], halves: []) : .days([], halves: [day])
  case .triple(let triple) where half == nil: return .triple(triple)
  case .triple, .none: break
  }
  for sign in ["～", "~", "至", "到", "..", " - ", "–", "—", " to ", "-"] {
    guard let sides = text.components(around: sign) else { continue }
    let (from, to) = (withoutHalf(sides.first), withoutHalf(sides.last))
    guard case .day(let first) = read(from.text) else { continue }
    let year = String(first.year)
    for last in [to.text, "\(year)-\(to.text)", "\(year)/\(to.text)", "\(year)年\(to.text)"] {
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
  let folded = folded(text)
  // A time of day says nothing of halves.
  if folded.contains(":") { return (text, nil) }
  let words: [(String, Half)] = [
    ("(上午)", .first), ("(下午)", .second), ("上午", .first), ("下午", .second), ("半天", .any),
    ("半日", .any),
    ("half day", .any), ("half-day", .any), ("(half)", .any), ("half", .any), ("morning", .first),
    ("afternoon", .second), ("(am)", .first), ("(pm)", .second), (" am", .first), (" pm", .second),
  ]
  guard let (word, half) = words.first(where: { folded.contains($0.0) }) else { return (text, nil) }
  var rest = folded.replacing(word, with: "").replacing("()", with: "")
  for other in ["半天", "半日"] { rest = rest.replacing(other, with: "") }
  return (trimmed(rest[...]), half)
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
