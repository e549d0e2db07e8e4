import SalesMethod
import Tables

/// What a part of a list of days comes to.
enum WrittenDays: Hashable {
  case days([Day])
  /// One day whose order is open.
  case triple(WrittenDay.Triple)
  /// Half a day, which a list of days cannot hold.
  case halfDay
  case none
}

/// Reads a day, or a range of at most a year: `2026-10-01~10-07`, `2026-10-01至2026-10-07`,
/// `2026/10/1 - 2026/10/7`, `2026-10-01..2026-10-07`.
///
///     readDays("2026-10-01~10-03", …)  // .days of three
func readDays(_ text: String, kind: CellKind, _ how: DayReading) -> WrittenDays {
  if isHalfDay(text) { return .halfDay }
  func read(_ part: String) -> WrittenDay {
    let bytes = Array(part.utf8)
    return readDay(bytes.span, kind: kind, how)
  }
  switch read(text) {
  case .day(let day): return .days([day])
  case .triple(let triple): return .triple(triple)
  case .none: break
  }
  for sign in ["～", "~", "至", "到", "..", " - ", "–", "—", " to ", "-"] {
    let sides = text.components(around: sign)
    guard let sides, case .day(let first) = read(sides.first) else { continue }
    let year = String(first.year)
    for last in [
      sides.last, "\(year)-\(sides.last)", "\(year)/\(sides.last)", "\(year)年\(sides.last)",
    ] {
      guard case .day(let end) = read(last) else { continue }
      guard end >= first, end.number - first.number <= 366 else { return .none }
      return .days((first.number...end.number).map { Day(number: $0) })
    }
  }
  return .none
}

/// Whether a text says that half a day is meant.
private func isHalfDay(_ text: String) -> Bool {
  let folded = folded(text)
  let words = ["上午", "下午", "半天", "半日", "half", " am", " pm", "(am)", "(pm)"]
  return words.contains { folded.contains($0) } && !folded.contains(":")
}

extension String {
  /// What stands before and behind the only place of a sign; nil where it does not stand there.
  fileprivate func components(around sign: String) -> (first: String, last: String)? {
    let parts = split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    func trimmed(_ part: Substring) -> String {
      var part = part
      while part.first == " " { part.removeFirst() }
      while part.last == " " { part.removeLast() }
      return String(part)
    }
    return (trimmed(parts[0]), trimmed(parts[1]))
  }
}
