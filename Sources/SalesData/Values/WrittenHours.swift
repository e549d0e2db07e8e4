import Tables

/// Reads a length of time as people and programs write it, in seconds: `2小时`, `90分钟`, `1h30m`,
/// `1:30`, `半小时`, `两个半小时`, `1.5 hours`, `PT1H30M`; nil where the text is none or has no unit.
///
///     readLength("1小时30")  // 5400
func readLength(_ text: String) -> Int? {
  // A number alone has no unit: most cells of a column of hours.
  if text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) { return nil }
  if let clock = secondsOfClock(text) { return clock }
  var rest = Substring(folded(text).filter { !$0.isWhitespace })
  if rest.hasPrefix("pt") { rest.removeFirst(2) }
  if ["全天", "整天", "allday", "fullday", "wholeday"].contains(rest) { return 8 * 3600 }
  if ["halfday", "halfaday", "上半天", "下半天"].contains(rest) { return 4 * 3600 }
  guard !rest.isEmpty else { return nil }
  var (total, last) = (0, 0)
  while !rest.isEmpty {
    guard let thousandths = takeAmount(&rest) else { return nil }
    if rest.hasPrefix("个半"), thousandths % 1000 == 0 {
      rest.removeFirst(2)
      guard takeUnit(&rest) == 3600 else { return nil }
      total += thousandths / 1000 * 3600 + 1800
      continue
    }
    // What stands behind the hours without a unit are minutes.
    guard let unit = takeUnit(&rest) ?? (rest.isEmpty && last == 3600 ? 60 : nil) else {
      return nil
    }
    total += (thousandths * unit + 500) / 1000
    last = unit
    if rest.first == "半", unit == 3600 {
      rest.removeFirst()
      total += 1800
      if !rest.isEmpty, takeUnit(&rest) == nil { return nil }
    }
  }
  return total
}

/// The number at the start of a text, in thousandths: digits, 半, or one Chinese digit.
private func takeAmount(_ rest: inout Substring) -> Int? {
  guard let first = rest.first else { return nil }
  if let digit = ["半": 500, "两": 2000][first] ?? hanDigits.firstIndex(of: first).map({ $0 * 1000 })
  {
    rest.removeFirst()
    return digit
  }
  let digits = rest.prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
  rest.removeFirst(digits.count)
  let bytes = Array(digits.utf8)
  guard let thousandths = (try? readNumber(bytes.span))?.thousandths else { return nil }
  return (0...100_000_000).contains(thousandths) ? thousandths : nil
}

private let hanDigits = Array("零一二三四五六七八九")

/// The seconds of `1:30` or `01:30:00`, which is how workbooks show a length of time.
private func secondsOfClock(_ text: String) -> Int? {
  let parts = text.split(separator: ":")
  guard (2...3).contains(parts.count), let hours = Int(parts[0]), let minutes = Int(parts[1]),
    (0..<10_000).contains(hours), (0..<60).contains(minutes)
  else { return nil }
  return hours * 3600 + minutes * 60
}

/// The seconds of the unit at the start of a text, which is taken off.
private func takeUnit(_ rest: inout Substring) -> Int? {
  guard let found = units.first(where: { rest.hasPrefix($0.text) }) else { return nil }
  rest.removeFirst(found.text.count)
  return found.seconds
}

/// The units, the longest of those that begin alike first.
private let units: [(text: String, seconds: Int)] = [
  ("个小时", 3600), ("个钟头", 3600), ("小时", 3600), ("钟头", 3600), ("hours", 3600),
  ("hour", 3600), ("hrs", 3600), ("hr", 3600), ("h", 3600), ("时", 3600), ("分钟", 60), ("分", 60),
  ("minutes", 60), ("minute", 60), ("mins", 60), ("min", 60), ("m", 60), ("'", 60),
  // A day of work has eight hours.
  ("个工作日", 28_800), ("工作日", 28_800), ("天", 28_800), ("days", 28_800), ("day", 28_800),
  ("d", 28_800), ("seconds", 1), ("secs", 1), ("sec", 1), ("s", 1), ("秒", 1),
]

extension WrittenNumber {
  /// The number in thousandths; nil where it is too large.
  fileprivate var thousandths: Int? { try? scaled(decimals: 3) }
}
