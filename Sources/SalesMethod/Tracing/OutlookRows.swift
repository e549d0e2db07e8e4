/// The rows that numbers with a date were counted from: a person's own; of others there are only counts.
extension PlanSources {
  /// The orders of a customer before the day of planning.
  package func orderRows(ofCustomer id: String) -> SourceRows {
    guard let number = index.customerNumbers[id] else { return SourceRows() }
    return SourceRows(
      index.ordersOfCustomer[number].map { index.records.orders[$0] }
        .filter { $0.date < plan.known }.map(\.row))
  }

  /// The first activity of a customer, or else its own row.
  package func contactRows(ofCustomer id: String) -> SourceRows {
    guard let number = index.customerNumbers[id] else { return SourceRows() }
    let first = index.activitiesOfCustomer[number].map { index.records.activities[$0] }
      .min { ($0.date.number, $0.row.line) < ($1.date.number, $1.row.line) }
    return SourceRows([first?.row ?? index.records.customers[number].row])
  }

  /// The orders of all customers from whom another is waited for.
  package var existingRows: SourceRows {
    SourceRows(plan.outlook.customers.flatMap { orderRows(ofCustomer: $0.customer).rows })
  }

  /// The first contacts of those who have not ordered yet.
  package var inProgressRows: SourceRows {
    SourceRows(plan.outlook.contacts.flatMap { contactRows(ofCustomer: $0.customer).rows })
  }

  /// The person's own rows behind a kind of wait.
  package func rows(of kind: Wait.Kind) -> SourceRows {
    switch kind {
    case .deal: pipelineRows
    case .reorder: existingRows
    case .firstOrder: inProgressRows
    }
  }
}
