/// Takes the time of day behind a day off a text, and says how far its zone is ahead of UTC where it
/// names one; nil where something else stands there.
///
///     // behind "2026-05-06", the rest " 下午3:05 GMT+8" gives (905, 480)
func takeTime(_ rest: inout Substring) -> (minutes: Int, minutesAhead: Int?)? {
  var reader = TimeReader(rest: rest)
  let time = reader.read()
  rest = reader.rest
  return time
}

/// Reads a time of day from folded text.
private struct TimeReader {
  var rest: Substring

  mutating func read() -> (minutes: Int, minutesAhead: Int?)? {
    rest = rest.drop { $0 == " " || $0 == "," || $0 == "t" }
    if let weekday = rest.first, weekday == "星" || weekday == "周" || weekday == "(" {
      rest = rest.drop { "(星期周一二三四五六日天) ".contains($0) }
    }
    guard !rest.isEmpty else { return (0, nil) }
    var half = takeHalf()
    guard let (hour, minute) = takeClock() else { return nil }
    rest = rest.drop { $0 == " " }
    half = half ?? takeHalf()
    let hour24 =
      half == .afternoon && hour < 12 ? hour + 12 : half == .morning && hour == 12 ? 0 : hour
    guard let zone = takeZone() else { return nil }
    return (hour24 * 60 + minute, zone)
  }

  private enum Half { case morning, afternoon }

  /// `PM`, 下午 and their like, in front of the time or behind it.
  private mutating func takeHalf() -> Half? {
    for name in ["pm", "p.m.", "下午", "晚上", "傍晚"] where take(name) { return .afternoon }
    for name in ["am", "a.m.", "上午", "早上", "凌晨"] where take(name) { return .morning }
    return nil
  }

  /// `15:30`, `15:30:00.123`, 15时30分.
  private mutating func takeClock() -> (hour: Int, minute: Int)? {
    rest = rest.drop { $0 == " " }
    var text = String(rest.prefix { ($0.isASCII && $0.isNumber) || ":.时点分秒".contains($0) })
    rest.removeFirst(text.count)
    text = String(text.map { "时点分".contains($0) ? ":" : $0 }.filter { $0 != "秒" })
    if let point = text.firstIndex(of: ".") { text = String(text[..<point]) }
    if text.last == ":" { text.removeLast() }
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(numbers.count), let hour = numbers[0], (0...24).contains(hour) else {
      return nil
    }
    if numbers.count == 1 { return rest.isEmpty ? nil : (hour, 0) }
    guard let minute = numbers[1], (0...59).contains(minute) else { return nil }
    return (hour, minute)
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest.removeFirst(text.count)
    rest = rest.drop { $0 == " " }
    return true
  }

  /// The zone: none is nil inside, something unreadable is nil outside.
  private mutating func takeZone() -> Int?? {
    rest = rest.drop { $0 == " " || $0 == "(" || $0 == "[" }
    while rest.last == ")" || rest.last == "]" || rest.last == " " { rest.removeLast() }
    if rest.isEmpty { return .some(nil) }
    if let known = Self.zones[String(rest)] { return known }
    for name in ["utc", "gmt"] where rest.hasPrefix(name) {
      rest = rest.dropFirst(name.count).drop { $0 == " " }
    }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return .none }
    let digits = rest.dropFirst().filter { $0 != ":" }
    guard (1...4).contains(digits.count), digits.count != 3, let value = Int(digits) else {
      return .none
    }
    let minutes = digits.count <= 2 ? value * 60 : value / 100 * 60 + value % 100
    guard minutes <= 14 * 60 else { return .none }
    return sign == "-" ? -minutes : minutes
  }

  /// Zones by their names; CST and IST are two each, and no zone here.
  private static let zones: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "北京时间": 480, "hkt": 480, "sgt": 480, "jst": 540, "kst": 540,
    "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "bst": 60, "cet": 60, "cest": 120, "wet": 0, "west": 60, "aest": 600, "aedt": 660,
  ]
}
