import SalesMethod

/// The order in which a day's parts are written.
package enum DateOrder: String, Hashable, Sendable, CaseIterable {
  case ymd, dmy, mdy
}

/// What the days of a column whose order is not plain say together.
struct OrderEvidence {
  /// For each order, the first row it cannot be.
  private var firstMisfit: [DateOrder: Int] = [:]
  private(set) var count = 0
  /// A row that two orders read as different days.
  private(set) var example: (row: Int, triple: WrittenDay.Triple)?

  /// Takes the day of a row into account.
  mutating func add(_ triple: WrittenDay.Triple, row: Int) {
    count += 1
    for order in DateOrder.allCases where triple.day(in: order) == nil {
      firstMisfit[order] = firstMisfit[order] ?? row
    }
    if example == nil, Set(triple.orders.map { triple.day(in: $0) }).count > 1 {
      example = (row, triple)
    }
  }

  /// The orders that fit every row.
  var fitting: [DateOrder] { DateOrder.allCases.filter { firstMisfit[$0] == nil } }

  /// The first row that an order cannot be.
  func misfit(of order: DateOrder) -> Int? { firstMisfit[order] }
}
