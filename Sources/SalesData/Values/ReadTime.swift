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
  /// Whether the time was written to the second.
  private var hadSeconds = false

  init(rest: Substring) { self.rest = rest }

  mutating func read() -> (minutes: Int, minutesAhead: Int?)? {
    let isISO = rest.first == "t"
    rest = rest.drop { $0 == " " || $0 == "," || $0 == "t" }
    if let weekday = rest.first, weekday == "星" || weekday == "周" || weekday == "(" {
      rest = rest.drop { "(星期周一二三四五六日天) ".contains($0) }
    }
    guard !rest.isEmpty else { return (0, nil) }
    var half = takeHalf()
    guard let (hour, minute) = takeClock() else { return nil }
    let isSpaced = rest.first == " "
    rest = rest.drop { $0 == " " }
    // `04:00 -05:00` is a zone, `04:00 - 05:00` is not.
    let mayEnd = !isISO && (!isSpaced || rest.dropFirst().first == " ")
    half = half ?? takeHalf()
    let hour24 =
      half == .afternoon && hour < 12 ? hour + 12 : half == .morning && hour == 12 ? 0 : hour
    if mayEnd, isEnd(rest, after: hour24 * 60 + minute) { return (hour24 * 60 + minute, nil) }
    guard let zone = takeZone() else { return nil }
    return (hour24 * 60 + minute, zone)
  }

  /// Whether `-12:00` behind `09:00` is the end of a meeting and not a zone: hardly a program writes a
  /// zone behind a time without its seconds and without a `T`.
  private func isEnd(_ text: Substring, after start: Int) -> Bool {
    guard let sign = text.first, "-~–—至到".contains(sign), !hadSeconds else { return false }
    let numbers = text.dropFirst().filter { $0 != " " }.split(
      separator: ":", omittingEmptySubsequences: false
    ).map { Int($0) }
    guard numbers.count == 2, let hour = numbers[0], let minute = numbers[1], hour <= 24,
      (0..<60).contains(minute)
    else { return false }
    return hour * 60 + minute >= start
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
    // A comma may stand before the parts of a second.
    if text.contains(":"), rest.first == ",", rest.dropFirst().first?.isNumber == true {
      rest = rest.dropFirst().drop { $0.isASCII && $0.isNumber }
    }
    if text.count == 4 || text.count == 6, text.allSatisfy(\.isNumber) {
      text = "\(text.prefix(2)):\(text.dropFirst(2).prefix(2))"
    }
    text = String(text.map { "时点分".contains($0) ? ":" : $0 }.filter { $0 != "秒" })
    if let point = text.firstIndex(of: ".") { text = String(text[..<point]) }
    if text.last == ":" { text.removeLast() }
    let numbers = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    hadSeconds = numbers.count == 3
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
    // The name of the zone may stand behind it once more: `+01:00[Europe/Berlin]`.
    let named = rest
    if let bracket = rest.firstIndex(where: { $0 == "[" || $0 == "(" }) { rest = rest[..<bracket] }
    while rest.last == ")" || rest.last == "]" || rest.last == " " { rest.removeLast() }
    if rest.isEmpty { return named.isEmpty ? .some(nil) : .none }
    if let known = Self.zones[String(rest)] { return known }
    for name in ["utc", "gmt"] where rest.hasPrefix(name) {
      rest = rest.dropFirst(name.count).drop { $0 == " " }
    }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return .none }
    guard let minutes = minutes(ofOffset: rest.dropFirst()), minutes <= 14 * 60 else {
      return .none
    }
    return sign == "-" ? -minutes : minutes
  }

  /// `8`, `08`, `0800`, `8:00` and `05:30` as minutes.
  private func minutes(ofOffset text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard (1...2).contains(parts[0].count), parts[1].count == 2, let hours = Int(parts[0]),
        let minutes = Int(parts[1]), minutes < 60
      else { return nil }
      return hours * 60 + minutes
    }
    guard (1...4).contains(text.count), text.count != 3, let value = Int(text), value >= 0 else {
      return nil
    }
    return text.count <= 2 ? value * 60 : value / 100 * 60 + value % 100
  }

  /// Zones by their names, and of the places only those whose clocks never change; CST and IST are two
  /// zones each, and none here.
  private static let zones: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "etc/utc": 0, "etc/gmt": 0, "世界标准时间": 0, "协调世界时": 0,
    "coordinated universal time": 0, "北京时间": 480, "中国标准时间": 480, "中国时间": 480,
    "china standard time": 480, "asia/shanghai": 480, "asia/chongqing": 480, "asia/urumqi": 360,
    "prc": 480, "asia/hong_kong": 480, "asia/taipei": 480, "asia/macau": 480, "台北标准时间": 480,
    "taipei standard time": 480, "asia/singapore": 480, "asia/kuala_lumpur": 480, "asia/tokyo": 540,
    "japan": 540, "asia/seoul": 540, "asia/kolkata": 330, "asia/bangkok": 420, "asia/dubai": 240,
    "hkt": 480, "sgt": 480, "jst": 540, "kst": 540,
    "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "bst": 60, "cet": 60, "cest": 120, "wet": 0, "west": 60, "aest": 600, "aedt": 660,
  ]
}
