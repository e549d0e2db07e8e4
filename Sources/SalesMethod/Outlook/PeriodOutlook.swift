/// What a person's period is expected to bring by its last day, and how surely: the one value behind
/// every number with a date that a plan shows.
///
/// Expected amounts are whole units of the currency, so that parts add up to what is shown:
/// `won + deals + existing + inProgress + newContacts + other = expected`, and the rows of each part to
/// the part.
package struct PeriodOutlook: Hashable, Sendable {
  /// The day it is made for: nothing on it or later is counted.
  package let asOf: Day
  /// The last day of the period: “by” this day.
  package let end: Day
  /// What is to be reached; nil without an amount goal.
  package let target: Money?
  /// Net orders of the period before the day: certain, never scaled.
  package let won: Money
  /// Whether any table tells what was sold: where none does, nothing won is not known, not nothing.
  package let tellsWon: Bool
  /// Net orders of the day itself: shown as not yet counted.
  package let today: Money
  /// How many orders are dated after the day: not known yet, whatever the tables say.
  package let laterOrders: Int
  /// Deals that were created or closed after the day, as the table says: nobody knows them yet.
  package let laterDeals: [Deal]
  /// Expected of the deals that are open.
  package let deals: Money
  /// Expected of customers who ordered before.
  package let existing: Money
  /// Expected of first orders of those contacted already.
  package let inProgress: Money
  /// Expected of first orders of the new contacts that fit into the hours.
  package let newContacts: Money
  /// A usual month's other business, where nothing else can be expected; else nothing.
  package let other: Money
  /// The new contacts that fit into the hours, of those the gap asks for.
  package let contactsThatFit: Int
  /// The new contacts that the gap asks for; nil where that cannot be worked out.
  package let contactsAsked: Int?
  /// The amounts, what is won included, that are not exceeded with a chance of 10, 25, 50, 75 and 90 %.
  package let quantiles: [Quantile]
  /// The same distribution in few amounts, to be added up over people; nil where the quantiles are none.
  package let spread: OutlookSpread?
  /// How likely the target is reached by the end with this plan, or why that is not said; nil without a
  /// target.
  package let chance: Chance?
  /// What was said in past months, and what came: of all persons judged together.
  package let record: ChanceRecord
  /// The same of this person alone.
  package let ownRecord: [ChanceRecord.Entry]
  /// What past months taught.
  package let adjustment: Adjustment
  /// What every expected unit was multiplied by.
  package let scale: Double
  /// What the scale was found from, beside past months.
  package let scaleBasis: ScaleBasis
  /// What an order is taken to bring; nil where no size is known.
  package let orderSize: OrderSize?
  /// The first orders that the new contacts which fit are expected to place.
  package let newOrders: Double
  /// What the person sells in a usual month; nil where too few months are on record.
  package let usualMonth: Money?
  /// Every deal that is open, in the order of the table.
  package let openDeals: [DealOutlook]
  /// What the chances of open deals go by.
  package let dealRefinement: DealRefinement.Choice
  /// Customers who ordered before and have no open deal, in the order of the table.
  package let customers: [CustomerOutlook]
  /// Those contacted who have not ordered and have no open deal, in the order of the table.
  package let contacts: [CustomerOutlook]
  /// The kinds of waits that nothing is expected of: fewer than five have ended on record, or `silent` says why
  /// not.
  package let unknown: [Wait.Kind]
  /// Why nothing is expected of a kind of which enough have ended.
  package let silent: [Wait.Kind: Wait.Silence]
  /// What is counted of every kind that is known.
  package let evidence: [WaitEvidence]
  /// Whether won deals stand in for orders, because the person has none.
  package let wonDealsStandIn: Bool
  /// Won deals of the last year without an order of that customer within 30 days of closing; none where
  /// they stand in for orders.
  package let wonWithoutOrder: [Deal]
  /// How many customers without an order or an open deal were met before anything is on record.
  package let unseen: Int
  /// The first day that an activity or an order is recorded for.
  package let recordsBegin: Day?
  /// Rows of the person's customers that contradict themselves and were not used.
  package let unused: [UnusedWait]

  /// What a scale is found from, beside what past months taught.
  package struct ScaleBasis: Hashable, Sendable {
    /// What everything that may arrive adds up to before any correction, in hundredths.
    package let expected: Double
    /// The working days left, as a share of those of the month.
    package let share: Double
  }

  /// What an order is taken to bring.
  package struct OrderSize: Hashable, Sendable {
    /// The mean of the orders seen, in hundredths.
    package let mean: Double
    /// How many were seen.
    package let orders: Int
    /// Whether they are the team’s, because there are too few of one’s own.
    package let isTeams: Bool
  }

  /// An amount and the chance that it is not exceeded.
  package struct Quantile: Hashable, Sendable {
    package let share: Double
    package let amount: Money
  }

  /// How likely the target is, or why that is not said.
  package enum Chance: Codable, Hashable, Sendable {
    case said(Double)
    /// Fewer than three months could be tested.
    case tooFewMonths(Int)
    /// In the months tested chances were worse than always saying the share reached.
    case worseThanShare
    /// Of nothing that may still come it can be told how much.
    case nothingKnown
  }
}

extension PeriodOutlook {
  /// What is won, where any table tells it.
  package var toldWon: Money? { tellsWon ? won : nil }

  /// What open deals are expected to bring; nil where that cannot be told.
  package var toldDeals: Money? { unknown.contains(.deal) ? nil : deals }
  /// What existing customers are expected to bring; nil where that cannot be told.
  package var toldExisting: Money? { unknown.contains(.reorder) ? nil : existing }
  /// What contacts in progress are expected to bring; nil where that cannot be told.
  package var toldInProgress: Money? { unknown.contains(.firstOrder) ? nil : inProgress }
  /// What new contacts are expected to bring; nil where there are some and it cannot be told.
  package var toldNewContacts: Money? {
    unknown.contains(.firstOrder) && newContacts == .zero && contactsThatFit > 0 ? nil : newContacts
  }
  /// Everything together that can be told; nil where that is nothing: no sale, and of all that may still come
  /// nothing can be told.
  package var toldExpected: Money? {
    let newOnes = contactsThatFit > 0 ? toldNewContacts : nil
    let parts = [toldDeals, toldExisting, toldInProgress, newOnes]
    return expected == .zero && parts.allSatisfy { $0 == nil } ? nil : expected
  }

  /// Everything together, by the end.
  package var expected: Money { won + deals + existing + inProgress + newContacts + other }

  /// What is left for new customers after all parts but their own, not below nothing; nil without a
  /// target.
  package var gap: Money? { left.map { max($0, .zero) } }

  /// What the parts exceed the target by, where they do.
  package var surplus: Money { left.map { max(.zero - $0, .zero) } ?? .zero }

  private var left: Money? {
    target.map { target in
      let others = contactsThatFit > 0 && newContacts > .zero ? .zero : other
      return target - won - deals - existing - inProgress - others
    }
  }

  /// The chance, where it may be said.
  package var saidChance: Double? {
    guard case .said(let chance) = chance else { return nil }
    return chance
  }

  /// The interval that eight of ten months should fall into.
  package var interval80: (low: Money, high: Money)? { interval(0.1, 0.9) }
  /// The interval that one of two months should fall into.
  package var interval50: (low: Money, high: Money)? { interval(0.25, 0.75) }

  private func interval(_ low: Double, _ high: Double) -> (low: Money, high: Money)? {
    guard let first = quantiles.first(where: { $0.share == low }),
      let last = quantiles.first(where: { $0.share == high })
    else { return nil }
    return (first.amount, last.amount)
  }

  /// The amounts of all open deals over what is left of the target; nil where nothing is left.
  ///
  ///     // 900,000 open, 300,000 to go
  ///     outlook.coverage  // 3
  package var coverage: Rational? {
    guard let target, target > won else { return nil }
    let open = openDeals.reduce(0) { $0 + Double($1.deal.amount.hundredths) }
    guard open < 9e15 else { return nil }
    return Rational(Int(open), over: (target - won).hundredths)
  }

  /// What is expected by the end of each customer, by id: of their open deals and of their next orders.
  ///
  ///     outlook.expectedByCustomer["C0101"]  // 23,384
  package var expectedByCustomer: [String: Money] {
    var sums: [String: Money] = [:]
    for open in openDeals {
      sums[open.deal.customer, default: .zero] =
        sums[open.deal.customer, default: .zero] + open.expected
    }
    for customer in customers + contacts {
      sums[customer.customer, default: .zero] =
        sums[customer.customer, default: .zero] + customer.expected
    }
    return sums
  }

  /// Deals past their expected date.
  package var overdueDeals: [DealOutlook] { openDeals.filter(\.isOverdue) }

  /// What is won, with every open deal that is more likely won by the end than not.
  package var commit: Money {
    openDeals.filter { $0.chance ?? 0 >= 0.5 }.reduce(won) { $0 + $1.deal.amount }
  }

  /// Everything that is expected, with every open deal won that is due by the end, or that is likely all the
  /// same: never less than what is expected, or than the commit.
  ///
  /// Deals past their date are apart: nobody has said when they are to come.
  package var bestCase: Money {
    openDeals.filter { open in
      open.chance ?? 0 >= 0.5
        || !open.isOverdue && open.deal.expectedClose.map { $0 <= end } ?? true
    }.reduce(expected) { $0 + max($1.deal.amount - $1.expected, .zero) }
  }
}

/// An open deal by the end of the period.
package struct DealOutlook: Hashable, Sendable {
  package let deal: Deal
  /// The days since it was created; nil where nobody wrote that down.
  package let age: Int?
  /// The chance to win it by the end; nil where too little is known.
  package let chance: Double?
  /// Its part of what is expected, in whole units.
  package let expected: Money
  /// Whether its expected date lies before the day of planning.
  package let isOverdue: Bool
  /// Whether it was won on the day of planning itself: not yet counted as won.
  package let isWonToday: Bool

  /// The next step with its customer, as it stands at this deal: the date that is on another deal of theirs is not
  /// this one's.
  ///
  ///     // the customer's other deal says 2027-01-16, this one's date has passed
  ///     open.step(.confirmDate(day))  // .renewDate
  package func step(_ step: NextStep) -> NextStep {
    guard case .confirmDate(let day) = step, day != deal.expectedClose else { return step }
    if isOverdue { return .renewDate }
    return deal.expectedClose.map(NextStep.confirmDate) ?? .askDate
  }

  /// Its part of what is expected; nil where too little is known to tell.
  package var toldExpected: Money? { chance == nil ? nil : expected }
}

/// A customer without an open deal by the end of the period.
package struct CustomerOutlook: Hashable, Sendable {
  /// The customer's id.
  package let customer: String
  /// The day it waits since: of the last order, or of the first contact.
  package let since: Day
  /// How many orders it has placed.
  package let orders: Int
  /// The chance of at least one order by the end.
  package let chance: Double
  /// The expected orders by the end.
  package let expectedOrders: Double
  /// Its part of what is expected, in whole units.
  package let expected: Money
}
