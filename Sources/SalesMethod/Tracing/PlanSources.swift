/// The rows of the tables that the numbers of one plan were computed from.
///
///     PlanSources(planner, plan).factorRows.rows  // the orders that deal size was counted from
package struct PlanSources {
  let basis: PlanBasis
  let plan: MonthlyPlan
  var index: RecordIndex { basis.index }

  /// The sources of a plan that the planner made.
  package init(_ planner: Planner, _ plan: MonthlyPlan) {
    basis = planner.basis
    self.plan = plan
  }

  /// The rows of the calendar table for days of the period, and the member's own row.
  package var calendarRows: SourceRows {
    let range = plan.period.range
    let entries = index.records.calendar.filter { range.contains($0.date) }
    return SourceRows(entries.compactMap(\.row) + [plan.member.row])
  }

  /// The customer's own row and the rows of its contacts, orders and receivables.
  package func rows(of customer: Customer) -> SourceRows {
    guard let number = index.customerNumbers[customer.id] else { return SourceRows([customer.row]) }
    return SourceRows(
      [customer.row] + index.contactsOfCustomer[number].map { index.records.contacts[$0].row }
        + index.receivablesOfCustomer[number].map { index.records.receivables[$0].row }
        + index.ordersOfCustomer[number].map { index.records.orders[$0].row })
  }

  /// The days that 80/20 and attention look at.
  package var lookback: DayRange? { basis.lookback }

  /// The orders that 80/20 looks at.
  package var ordersLookedAt: [Order] {
    guard let number = index.memberNumbers[plan.member.id], let lookback else {
      return []
    }
    return index.ordersOfMember[number].map { index.records.orders[$0] }
      .filter { lookback.contains($0.date) }
  }

  /// The activities that attention looks at.
  package var activitiesLookedAt: [Activity] {
    guard let lookback else { return [] }
    return plan.customers.compactMap { index.customerNumbers[$0.customer.id] }
      .flatMap { index.activitiesOfCustomer[$0] }.map { index.records.activities[$0] }
      .filter { $0.isDone != false && lookback.contains($0.date) }
  }
}
