/// How many orders a customer places in a period: after each one it waits for the next, in the next
/// stratum, from age 1 on the day after.
///
/// The sixth is the last that is counted.
struct RenewedOrders: Sendable {
  /// More orders of one customer in a period are not counted.
  static let most = 6

  private let strata: [DailyHazards]
  private let days: Int
  /// Orders count on so many of the last days.
  private let counted: Int
  /// For the waits after the second, third and fourth order (and later ones): the chances of 0 to 6
  /// orders in 0, 1, 2 … days.
  private let after: [[Double]]

  private static let width = most + 1

  /// Prepares for so many days; orders of the first of them, the lead before the period, are not counted but
  /// waited on from.
  init(_ strata: [DailyHazards], days: Int, lead: Int = 0) {
    self.strata = strata
    self.days = days
    counted = days - lead
    var after: [[Double]] = [[], [], []]
    for number in [4, 3, 2] {
      let first = strata[Wait.stratum(ofOrder: number)].daily(from: 1, days: days)
      var table = [Double](repeating: 0, count: (days + 1) * Self.width)
      for length in 0...days {
        let counts =
          number == 4
          ? Self.counts(first, within: length, then: table, counted)
          : Self.counts(first, within: length, then: after[number - 1], counted)
        for (count, chance) in counts.enumerated() { table[length * Self.width + count] = chance }
      }
      after[number - 2] = table
    }
    self.after = after
  }

  /// The chances of 0 to 6 orders of a customer whose latest order has this number, its first day of
  /// the period at this age.
  func counts(afterOrder number: Int, age: Int) -> [Double] {
    let first = strata[Wait.stratum(ofOrder: number)].daily(from: age, days: days)
    return Self.counts(first, within: days, then: after[min(number + 1, 4) - 2], counted)
  }

  /// The next order falls on one of the days; what follows has the days that are left.
  private static func counts(
    _ first: [Double], within length: Int, then table: [Double], _ counted: Int
  ) -> [Double] {
    var counts = [Double](repeating: 0, count: width)
    var none = 1.0
    for day in 0..<length where first[day] > 0 {
      none -= first[day]
      let start = (length - day - 1) * width
      let order = length - day <= counted ? 1 : 0
      for count in 0..<width {
        counts[min(count + order, most)] += first[day] * table[start + count]
      }
    }
    counts[0] += none
    return counts
  }
}
