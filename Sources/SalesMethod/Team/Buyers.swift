extension Planner {
  /// How many customers ordered from each member in the period before the day of planning, by the member's
  /// id; who ordered from two counts at the first, so that no sum over members counts anybody twice.
  package func buyers() -> [String: Int] {
    var seen: Set<String> = []
    var counts: [String: Int] = [:]
    for (number, member) in index.members.enumerated() {
      for position in index.ordersOfMember[number] {
        let order = index.records.orders[position]
        guard order.date < asOf else { break }
        guard period.range.contains(order.date), seen.insert(order.customer ?? "").inserted else {
          continue
        }
        counts[member.id, default: 0] += 1
      }
    }
    return counts
  }

  /// How many customers ordered from each member in each week of the period before the day of planning, by the
  /// member's id; who ordered from two in a week counts at the first.
  package func buyersByWeek() -> [String: [ISOWeek: Int]] {
    struct Buying: Hashable {
      let customer: String
      let week: ISOWeek
    }
    var seen: Set<Buying> = []
    var counts: [String: [ISOWeek: Int]] = [:]
    for (number, member) in index.members.enumerated() {
      for position in index.ordersOfMember[number] {
        let order = index.records.orders[position]
        guard order.date < asOf else { break }
        let week = ISOWeek(of: order.date)
        guard period.range.contains(order.date),
          seen.insert(Buying(customer: order.customer ?? "", week: week)).inserted
        else { continue }
        counts[member.id, default: [:]][week, default: 0] += 1
      }
    }
    return counts
  }
}
