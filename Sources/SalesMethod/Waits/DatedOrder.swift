/// An order as it counts: all lines of one id together, all of a customer's day together, after
/// returns.
struct DatedOrder: Hashable, Sendable {
  let day: Day
  /// What it is worth after returns, in hundredths: more than nothing.
  let amount: Int
}

extension DatedOrder {
  /// The orders of one customer as they were known before a day, oldest first.
  ///
  /// A day whose lines come to nothing or less is no order: what was returned reduces the latest
  /// order before it, not below nothing, and an order of nothing is none.
  static func orders(
    of lines: [WaitRows.Line], before day: Day
  ) throws(MethodFailure) -> [DatedOrder] {
    var days: [(day: Day, amount: Int)] = []
    for line in lines.prefix(while: { $0.date < day }) {
      if let last = days.last, last.day == line.orderDay {
        days[days.count - 1].amount = try sum(last.amount, line.amount)
      } else {
        days.append((line.orderDay, line.amount))
      }
    }
    if !zip(days, days.dropFirst()).allSatisfy({ $0.day < $1.day }) { days = try merged(days) }
    var orders: [DatedOrder] = []
    for (day, amount) in days {
      if amount > 0 {
        orders.append(DatedOrder(day: day, amount: amount))
      } else if let last = orders.popLast() {
        let left = try sum(last.amount, amount)
        if left > 0 { orders.append(DatedOrder(day: last.day, amount: left)) }
      }
    }
    return orders
  }

  /// Lines of an order that came later than others, put on the day of the order.
  private static func merged(
    _ days: [(day: Day, amount: Int)]
  ) throws(MethodFailure) -> [(day: Day, amount: Int)] {
    var result: [(day: Day, amount: Int)] = []
    for (day, amount) in days.sorted(by: { $0.day < $1.day }) {
      if let last = result.last, last.day == day {
        result[result.count - 1].amount = try sum(last.amount, amount)
      } else {
        result.append((day, amount))
      }
    }
    return result
  }
}
