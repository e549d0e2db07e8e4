/// A target for a month, worked out from what a member sold in the months before.
///
///     ProposedTarget(records, of: "zhang", for: december, asOf: today)?.target
///     // the mean of the six months before, rounded up
package struct ProposedTarget: Hashable, Sendable {
  /// One of the months.
  package struct Month: Hashable, Sendable {
    package let range: DayRange
    package let sold: Money
  }

  /// The months before the period, the oldest first: six, or fewer where the records begin later.
  package let months: [Month]
  /// What they sold on average, in whole units of money.
  package let mean: Money
  /// The mean, rounded up to two digits.
  package let target: Money
  /// Whether it was counted from won deals, since there are no orders.
  package let isOfDeals: Bool

  private static let most = 6

  /// A month that is not over counts in its last days only.
  private static let daysLeft = 5

  /// Looks back from the first day of a period; nil where nothing was sold in the months before it.
  ///
  /// Orders count by their day, after returns; without any, won deals by the day they were closed. A month
  /// counts from the first whole one on record on; where nothing was sold in those, from the one that the
  /// records begin in. The month of the day itself counts in its last five days.
  package init?(
    _ records: SalesRecords, of member: String, for period: Period, asOf day: Day
  ) throws(MethodFailure) {
    let orders = records.orders.filter { $0.owner == member }.map { ($0.date, $0.amount) }
    let deals = records.deals.filter { $0.status == .won && $0.owner == member }
    let sales =
      orders.isEmpty ? deals.compactMap { deal in deal.closed.map { ($0, deal.amount) } } : orders
    guard let first = sales.map(\.0).min() else { return nil }
    let past = period.range.start.monthsBefore(Self.most)
      .filter { $0.end < day.adding(days: Self.daysLeft) }
    let whole = try Self.months(past.filter { $0.start >= first }, sales)
    let months = whole.total > 0 ? whole : try Self.months(past.filter { $0.end >= first }, sales)
    guard months.total > 0, !months.list.isEmpty else { return nil }
    let units = months.total / months.list.count / 100
    guard units > 0 else { return nil }
    self.months = months.list
    mean = Money(hundredths: units * 100)
    target = Money(hundredths: try product(Self.roundedUp(units), 100))
    isOfDeals = orders.isEmpty
  }

  /// Months, the oldest first, with what was sold in each, and in all of them in hundredths.
  private static func months(
    _ ranges: [DayRange], _ sales: [(Day, Money)]
  ) throws(MethodFailure) -> (list: [Month], total: Int) {
    var list: [Month] = []
    var total = 0
    for range in ranges.reversed() {
      var sold = 0
      for (date, amount) in sales where range.contains(date) {
        sold = try sum(sold, amount.hundredths)
      }
      total = try sum(total, sold)
      list.append(Month(range: range, sold: Money(hundredths: sold)))
    }
    return (list, total)
  }

  /// The next number with two digits and zeros behind them.
  private static func roundedUp(_ number: Int) throws(MethodFailure) -> Int {
    var step = 1
    while number / step >= 100 { step *= 10 }
    let count = number % step == 0 ? number / step : number / step + 1
    return try product(count, step)
  }
}
