/// Who ordered from whom: what decides whether sums of orders may be told to those who may not know the customers.
package struct Buyers: Hashable, Sendable {
  /// The customers who ordered from each member in the period before the day of planning, by the member's id.
  package internal(set) var inPeriod: [String: Set<String>] = [:]
  /// The same for each week of the period.
  package internal(set) var inWeek: [String: [ISOWeek: Set<String>]] = [:]
  /// The customers who ever ordered from each member before the day of planning: they may again.
  package internal(set) var ever: [String: Set<String>] = [:]
}

extension Planner {
  /// Who ordered from each member; orders that name nobody are one customer's.
  package func buyers() -> Buyers {
    var buyers = Buyers()
    for (number, member) in index.members.enumerated() {
      for position in index.ordersOfMember[number] {
        let order = index.records.orders[position]
        guard order.date < asOf else { break }
        let customer = order.customer ?? ""
        buyers.ever[member.id, default: []].insert(customer)
        guard period.range.contains(order.date) else { continue }
        buyers.inPeriod[member.id, default: []].insert(customer)
        buyers.inWeek[member.id, default: [:]][ISOWeek(of: order.date), default: []]
          .insert(customer)
      }
    }
    return buyers
  }
}
