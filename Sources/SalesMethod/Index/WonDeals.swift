extension RecordIndex {
  /// The same, with won deals as orders for members who have no order within a year before a day: theirs
  /// is what was sold, and everything that looks at orders sees it.
  func countingWonDeals(before day: Day) throws(MethodFailure) -> RecordIndex {
    let first = day.adding(days: -365)
    let without = members.indices.filter { member in
      !ordersOfMember[member].contains { position in
        let date = records.orders[position].date
        return first <= date && date < day && records.orders[position].amount > .zero
      }
    }
    var orders: [Order] = []
    for member in without {
      for position in dealsOfMember[member] {
        let deal = records.deals[position]
        guard deal.status == .won, deal.amount > .zero, let closed = deal.closed else { continue }
        orders.append(
          Order(
            id: deal.id, customer: deal.customer, date: closed, amount: deal.amount,
            product: deal.product, owner: members[member].id, row: deal.row))
      }
    }
    guard !orders.isEmpty else { return self }
    var counted = records
    // Orders that are older than a year would be counted beside the deals they came from.
    let replaced = Set(
      without.flatMap { ordersOfMember[$0] }.filter { records.orders[$0].date < first })
    counted.orders = records.orders.indices.filter { !replaced.contains($0) }.map {
      records.orders[$0]
    }
    counted.orders += orders
    return RecordIndex(counted, recorded: records)
  }
}
