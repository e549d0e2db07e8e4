/// An open deal of a team.
package struct TeamDeal: Codable, Hashable, Sendable {
  /// The member whose plan it is in.
  package let member: String
  /// The customer's id.
  package let customer: String
  package let customerClass: CustomerClass?
  package let amount: Money
  /// Its part of what is expected by the period's end; nil where too little is known to tell.
  package let expected: Money?
  /// The days since it was created; nil where nobody wrote that down.
  package let age: Int?
  package let expectedClose: Day?
  /// The days since its expected date; nil where that has not passed.
  package let overdueDays: Int?
}

/// How long open deals have been open, in ranges of days.
package struct DealAges: Hashable, Sendable {
  /// The deals of one range.
  package struct Range: Hashable, Sendable {
    /// The least and the greatest age; no greatest one for the last range, neither where it is unknown.
    package let from: Int?
    package let through: Int?
    package fileprivate(set) var deals = 0
    package fileprivate(set) var amount = Money.zero
    /// How many of them are past their expected date.
    package fileprivate(set) var overdue = 0
    package fileprivate(set) var overdueAmount = Money.zero
  }

  /// The ranges that hold a deal, youngest first, those of unknown age last.
  package let ranges: [Range]

  /// No deals.
  static let none = DealAges(ranges: [])

  private init(ranges: [Range]) { self.ranges = ranges }

  private static let edges = [30, 60, 90, 180]

  /// Sorts deals by their age.
  ///
  ///     // created 12 and 45 days ago
  ///     try DealAges(deals).ranges.map(\.through)  // 30, 60
  package init(_ deals: [TeamDeal]) throws(MethodFailure) {
    var ranges: [Range] = []
    var from = 0
    for edge in Self.edges {
      ranges.append(Range(from: from, through: edge))
      from = edge + 1
    }
    ranges.append(Range(from: from, through: nil))
    ranges.append(Range(from: nil, through: nil))
    for deal in deals {
      let place =
        deal.age.map { age in
          Self.edges.firstIndex { age <= $0 } ?? Self.edges.count
        } ?? ranges.count - 1
      ranges[place].deals += 1
      ranges[place].amount = try total([ranges[place].amount, deal.amount])
      if deal.overdueDays != nil {
        ranges[place].overdue += 1
        ranges[place].overdueAmount = try total([ranges[place].overdueAmount, deal.amount])
      }
    }
    self.ranges = ranges.filter { $0.deals > 0 }
  }
}

extension MonthlyPlan {
  /// The open deals as a team's page needs them.
  func teamDeals(_ customerId: (String) -> String) -> [TeamDeal] {
    let classes = Dictionary(
      customers.map { ($0.customer.id, $0.classification.customerClass) },
      uniquingKeysWith: { first, _ in first })
    return outlook.openDeals.map { open in
      let close = open.deal.expectedClose
      return TeamDeal(
        member: member.id, customer: customerId(open.deal.customer),
        customerClass: classes[open.deal.customer], amount: open.deal.amount,
        expected: open.toldExpected, age: open.age, expectedClose: close,
        overdueDays: open.isOverdue ? close.map { $0.days(to: known) } : nil)
    }
  }
}

extension [TeamDeal] {
  /// Those longest past their date first, then the largest.
  var longestOverdueFirst: [TeamDeal] {
    enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return (-(one.overdueDays ?? -1), -one.amount.hundredths, left.offset)
        < (-(other.overdueDays ?? -1), -other.amount.hundredths, right.offset)
    }.map(\.element)
  }
}
