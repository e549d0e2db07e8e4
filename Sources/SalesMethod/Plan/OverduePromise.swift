/// Something promised to a customer for a day that is over, and not done since.
package struct OverduePromise: Hashable, Sendable {
  /// The customer's id.
  package let customer: String
  /// The customer's name.
  package let name: String
  /// What was promised: a stage of the funnel, or any other word.
  package let type: String
  /// The day it was promised for.
  package let day: Day
  /// The days since then, up to the day of planning.
  package let daysLate: Int
}

extension OverduePromise {
  /// What a member's activities that are marked as not done were to be, the longest overdue first.
  ///
  /// Whatever was done with the customer on that day or later keeps the promise: people write down what
  /// they did, and seldom go back to the row that announced it.
  static func all(_ basis: MemberBasis) -> [OverduePromise] {
    let (index, asOf) = (basis.index, basis.asOf)
    let found = basis.histories.flatMap { history -> [OverduePromise] in
      let lastDone = history.activities.last?.date
      return index.activitiesOfCustomer[history.number].compactMap { position in
        let promised = index.records.activities[position]
        guard promised.isDone == false, promised.date < asOf,
          lastDone.map({ $0 < promised.date }) ?? true
        else { return nil }
        return OverduePromise(
          customer: history.customer.id, name: history.customer.name, type: promised.type,
          day: promised.date, daysLate: promised.date.days(to: asOf))
      }
    }
    return found.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }
}
