/// China's public holidays and make-up working days: announced for 2024 to 2026; for 2027 only the
/// statutory days are known, not what is moved to join them.
enum ChinaHolidays {
  /// A festival of a year: the days off and the weekend days worked for it, each as month·100 + day.
  struct Observance {
    let festival: Festival
    let off: [ClosedRange<Int>]
    let work: [Int]

    init(_ festival: Festival, off: [ClosedRange<Int>], work: [Int] = []) {
      self.festival = festival
      self.off = off
      self.work = work
    }
  }

  /// All that is known of a year.
  struct Year {
    let year: Int
    let status: CalendarEntry.Status
    let observances: [Observance]
  }

  static let years = [
    Year(
      year: 2024, status: .official,
      observances: [
        Observance(.newYear, off: [101...101]),
        Observance(.springFestival, off: [210...217], work: [204, 218]),
        Observance(.qingming, off: [404...406], work: [407]),
        Observance(.labourDay, off: [501...505], work: [428, 511]),
        Observance(.dragonBoat, off: [610...610]),
        Observance(.midAutumn, off: [915...917], work: [914]),
        Observance(.nationalDay, off: [1001...1007], work: [929, 1012]),
      ]),
    Year(
      year: 2025, status: .official,
      observances: [
        Observance(.newYear, off: [101...101]),
        Observance(.springFestival, off: [128...131, 201...204], work: [126, 208]),
        Observance(.qingming, off: [404...406]),
        Observance(.labourDay, off: [501...505], work: [427]),
        Observance(.dragonBoat, off: [531...531, 601...602]),
        Observance(.nationalDay, off: [1001...1005, 1007...1008], work: [928, 1011]),
        Observance(.midAutumn, off: [1006...1006]),
      ]),
    Year(
      year: 2026, status: .official,
      observances: [
        Observance(.newYear, off: [101...103], work: [104]),
        Observance(.springFestival, off: [215...223], work: [214, 228]),
        Observance(.qingming, off: [404...406]),
        Observance(.labourDay, off: [501...505], work: [509]),
        Observance(.dragonBoat, off: [619...621]),
        Observance(.midAutumn, off: [925...927]),
        Observance(.nationalDay, off: [1001...1007], work: [920, 1010]),
      ]),
    Year(
      year: 2027, status: .provisional,
      observances: [
        Observance(.newYear, off: [101...101]),
        Observance(.newYearsEve, off: [205...205]),
        Observance(.springFestival, off: [206...208]),
        Observance(.qingming, off: [405...405]),
        Observance(.labourDay, off: [501...502]),
        Observance(.dragonBoat, off: [609...609]),
        Observance(.midAutumn, off: [915...915]),
        Observance(.nationalDay, off: [1001...1003]),
      ]),
  ]
}
