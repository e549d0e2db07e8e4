extension Language {
  /// A day as pages write it; a month beyond 1 to 12 is written as its number.
  ///
  ///     Language.chinese.day(year: 2026, month: 5, day: 6)  // "2026年5月6日"
  ///     Language.english.day(year: 2026, month: 5, day: 6)  // "6 May 2026"
  package func day(year: Int, month: Int, day: Int) -> String {
    guard self == .english else { return "\(year)年\(month)月\(day)日" }
    return "\(day) \(Self.month(month)) \(year)"
  }

  private static func month(_ number: Int) -> String {
    months.indices.contains(number - 1) ? months[number - 1] : String(number)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
