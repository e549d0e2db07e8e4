/// What an order is worth: the sizes that were seen, smallest first, each as likely as the other.
package struct OrderSizes: Hashable, Sendable {
  /// In hundredths.
  let sizes: [Int]
  /// Their mean and variance, in hundredths.
  let mean: Double
  let variance: Double
  /// Whether they are the team’s, because there are too few of one’s own.
  var isTeams = false

  /// With fewer of one’s own, the team’s are taken.
  package static let leastOwn = 20

  /// Sizes in any order; nil without one.
  init?(_ sizes: [Int]) throws(MethodFailure) {
    guard !sizes.isEmpty else { return nil }
    self.sizes = sizes.sorted()
    var whole = 0
    for size in sizes { whole = try sum(whole, size) }
    let mean = Double(whole) / Double(sizes.count)
    self.mean = mean
    variance =
      self.sizes.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      / Double(sizes.count)
  }

  /// The sizes to reckon with, for each member: their own of the year before the day where there are
  /// enough, else the team's, else their own however few.
  static func byMember(
    _ rows: WaitRows, _ book: WaitBook
  ) throws(MethodFailure) -> [OrderSizes?] {
    var own = [[Int]](repeating: [], count: rows.memberCount)
    let first = book.day.adding(days: -WaitBook.reach)
    for (customer, orders) in zip(rows.customers, book.orders) {
      guard let owner = customer.owner else { continue }
      for order in orders.reversed() {
        guard order.day >= first else { break }
        own[owner].append(order.amount)
      }
    }
    let owners = own.enumerated().flatMap { member, sizes in sizes.map { _ -> Int? in member } }
    var pooled =
      Pooling.allows(owners, members: rows.memberCount)
      ? try OrderSizes(own.flatMap { $0 }) : nil
    pooled?.isTeams = true
    var result: [OrderSizes?] = []
    for sizes in own {
      let isPooled = sizes.count < leastOwn && pooled != nil
      result.append(isPooled ? pooled : try OrderSizes(sizes))
    }
    return result
  }
}
