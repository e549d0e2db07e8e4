extension Goal.Metric {
  /// The table the actual is counted from.
  var sourceTable: String {
    switch self {
    case .amount, .quantity: "orders"
    case .collections: "receivables"
    case .problems, .promotion: "activities"
    }
  }
}

/// What was reached of a goal on the days of a range, before the day of planning.
struct GoalActual {
  let goal: Goal
  /// The numbers of the members whose records count.
  let members: [Int]
  let index: RecordIndex
  let asOf: Day

  /// The table that the actual is counted from: won deals, where there are no orders and they stand in.
  var sourceTable: String {
    let table = goal.metric.sourceTable
    return table == "orders" && !index.has("orders") && index.tellsSales ? "deals" : table
  }

  /// Whether the table is there.
  var hasSource: Bool {
    let table = goal.metric.sourceTable
    if index.has(table) { return true }
    switch goal.metric {
    case .amount, .quantity: return index.tellsSales
    case .collections: return !index.records.receivables.isEmpty
    case .problems, .promotion: return !index.records.activities.isEmpty
    }
  }

  /// The actual in hundredths of the goal's unit.
  func hundredths(in range: DayRange) throws(MethodFailure) -> Int {
    var result = 0
    for member in members {
      switch goal.metric {
      case .amount: result = try sum(result, amount(of: member, in: range))
      case .quantity: result = try sum(result, quantity(of: member, in: range))
      case .collections: result = try sum(result, collections(of: member, in: range))
      case .problems, .promotion:
        result = try sum(result, product(100, activities(of: member, in: range).count))
      }
    }
    return result
  }

  /// The first day with a row that could count.
  var firstDay: Day? {
    members.compactMap { member -> Day? in
      switch goal.metric {
      case .amount, .quantity:
        return index.ordersOfMember[member].first.map { index.records.orders[$0].date }
      case .collections:
        return index.customersOfMember[member].flatMap { customer in
          index.receivablesOfCustomer[customer].compactMap {
            index.records.receivables[$0].paidDate
          }
        }.min()
      case .problems, .promotion:
        return index.customersOfMember[member].compactMap { customer in
          index.activitiesOfCustomer[customer].first.map { index.records.activities[$0].date }
        }.min()
      }
    }.min()
  }

  private func orders(of member: Int, in range: DayRange) -> [Order] {
    var orders: [Order] = []
    for position in index.ordersOfMember[member] {
      let order = index.records.orders[position]
      guard order.date < asOf, order.date <= range.end else { break }
      if order.date >= range.start { orders.append(order) }
    }
    return orders
  }

  private func amount(of member: Int, in range: DayRange) throws(MethodFailure) -> Int {
    try total(orders(of: member, in: range).map(\.amount)).hundredths
  }

  /// New customers, orders, or the sum of quantities in hundredths.
  private func quantity(of member: Int, in range: DayRange) throws(MethodFailure) -> Int {
    let found = orders(of: member, in: range)
    switch goal.counted {
    case .newCustomers:
      let buyers = Set(found.filter { $0.amount > .zero }.compactMap(\.customer))
      let new = buyers.filter { isFirstOrder(of: $0, in: range) }
      return try product(100, new.count)
    case .orders:
      return try product(100, found.count { $0.amount > .zero })
    case .pieces:
      var thousandths = 0
      for order in found { thousandths = try sum(thousandths, order.quantityThousandths ?? 0) }
      return thousandths / 10
    }
  }

  private func isFirstOrder(of customer: String, in range: DayRange) -> Bool {
    guard let number = index.customerNumbers[customer] else { return false }
    let first = index.ordersOfCustomer[number].first {
      index.records.orders[$0].amount > .zero
    }
    return first.map { index.records.orders[$0].date >= range.start } ?? false
  }

  private func collections(of member: Int, in range: DayRange) throws(MethodFailure) -> Int {
    var paid = 0
    for receivable in paidReceivables(of: member, in: range) {
      paid = try sum(paid, (receivable.paid ?? receivable.amount).hundredths)
    }
    return paid
  }

  private func paidReceivables(of member: Int, in range: DayRange) -> [Receivable] {
    index.customersOfMember[member].flatMap { index.receivablesOfCustomer[$0] }
      .map { index.records.receivables[$0] }
      .filter { receivable in
        receivable.paidDate.map { range.contains($0) && $0 < asOf } ?? false
      }
  }

  /// Activities that name the goal.
  private func activities(of member: Int, in range: DayRange) -> [Activity] {
    index.customersOfMember[member].flatMap { index.activitiesOfCustomer[$0] }
      .map { index.records.activities[$0] }
      .filter { activity in
        activity.goal == goal.id && activity.isDone != false && range.contains(activity.date)
          && activity.date < asOf
      }
  }

  /// The rows that are counted.
  func rows(in range: DayRange) -> [Row] {
    members.flatMap { member -> [Row] in
      switch goal.metric {
      case .amount, .quantity: orders(of: member, in: range).map(\.row)
      case .collections: paidReceivables(of: member, in: range).map(\.row)
      case .problems, .promotion: activities(of: member, in: range).map(\.row)
      }
    }
  }
}
