/// What came of the classes of one kept plan: counts only, no customer.
package struct ClassOutcome: Hashable, Sendable {
  /// How many customers of each class are still in the tables.
  package let customers: ClassCounts
  /// How many of them ordered from the day of the plan to the end of the horizon.
  package let bought: ClassCounts

  /// Counts the orders of a plan's customers.
  ///
  /// A customer who is not in the tables any more is left out: whether it bought cannot be known. Nil
  /// where the horizon is not over before `day`, and where there is no table of orders.
  ///
  ///     ClassOutcome(of: mayPlan, near: .days(30), in: index, before: today)?.bought[.a]  // 4
  package init?(
    of plan: RecordedPlan, near: ManRule.Horizon, in index: RecordIndex, before day: Day
  ) {
    let last = plan.horizonEnd(near: near)
    guard last < day, index.has("orders") else { return nil }
    var (customers, bought) = (ClassCounts(), ClassCounts())
    for customer in plan.customers {
      guard let number = index.customerNumbers[customer.id] else { continue }
      customers.add(customer.customerClass)
      let hasBought = index.ordersOfCustomer[number].contains { position in
        let order = index.records.orders[position]
        return order.amount > .zero && plan.asOf <= order.date && order.date <= last
      }
      if hasBought { bought.add(customer.customerClass) }
    }
    (self.customers, self.bought) = (customers, bought)
  }
}
