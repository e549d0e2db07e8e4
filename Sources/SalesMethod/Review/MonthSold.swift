/// What a member sold in a calendar month.
package struct MonthSold: Hashable, Sendable {
  package let month: DayRange
  /// The net orders.
  package let amount: Money
}

extension MonthSold {
  /// The twelve whole months before the day the rows are known on, the oldest first; none where nothing was sold.
  static func twelve(_ basis: MemberBasis) throws(MethodFailure) -> [MonthSold] {
    var months: [MonthSold] = []
    for month in basis.known.monthsBefore(12).reversed() {
      months.append(MonthSold(month: month, amount: try basis.netOrders(in: month)))
    }
    return months.contains { $0.amount != .zero } ? months : []
  }
}
