/// Money that a customer owes, as it was known on the day of planning.
package struct OpenReceivable: Hashable, Sendable {
  /// The customer's id.
  package let customer: String
  /// The customer's name.
  package let name: String
  /// What is still to be paid.
  package let amount: Money
  /// The day it is due.
  package let due: Day
  /// The days since it was due, up to the day of planning; 0 where it is not late.
  package let daysLate: Int

  /// Whether it was due before the day of planning.
  package var isLate: Bool { daysLate > 0 }
}

extension OpenReceivable {
  /// What the customers of a member owe and is due by the period’s end, the longest overdue first; equals
  /// in the order of the tables.
  static func all(_ basis: MemberBasis) -> [OpenReceivable] {
    let (index, asOf) = (basis.index, basis.asOf)
    let found = basis.histories.flatMap { history in
      index.receivablesOfCustomer[history.number].compactMap { position -> OpenReceivable? in
        let owed = index.records.receivables[position]
        let amount = owed.outstanding(before: basis.known)
        guard amount > .zero, owed.due <= basis.period.range.end else { return nil }
        return OpenReceivable(
          customer: history.customer.id, name: history.customer.name, amount: amount,
          due: owed.due, daysLate: max(0, owed.due.days(to: asOf)))
      }
    }
    return found.enumerated().sorted {
      ($0.element.due, $0.offset) < ($1.element.due, $1.offset)
    }.map(\.element)
  }
}
