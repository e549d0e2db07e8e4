/// The date of a serial number as ISO text: `46148` is `2026-05-06`, `46148.5` is
/// `2026-05-06T12:00:00`; nil where Excel has no such date.
///
/// In the system of 1900 the serials up to 60 are one day off, since 1900 was taken for a leap year.
func isoDate(ofSerial serial: Double, uses1904: Bool) -> String? {
  let shifted = uses1904 ? serial + 1462 : serial
  guard shifted >= 1, shifted < 2_958_466 else { return nil }
  var day = Int(shifted)
  var seconds = Int((shifted - Double(day)) * 86_400 + 0.5)
  if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
  let (year, month, dayOfMonth) = civilDay(day - (day < 60 ? 25_568 : 25_569))
  let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
  return seconds == 0 ? date : "\(date)T\(clock(seconds)):\(padded(seconds % 60, 2))"
}

/// A number of days as hours and minutes: `0.0625` is `01:30`.
func hoursAndMinutes(ofSerial serial: Double) -> String? {
  guard serial >= 0, serial < 1_000_000 else { return nil }
  return clock(Int(serial * 86_400 + 0.5))
}

private func clock(_ seconds: Int) -> String {
  "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2))"
}

private func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// The year, month and day of a day counted from 1970-01-01, by the civil calendar's eras of 400
/// years.
private func civilDay(_ number: Int) -> (year: Int, month: Int, day: Int) {
  let shifted = number + 719_468
  let era = shifted / 146_097
  let dayOfEra = shifted % 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return (
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
    dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
  )
}
