/// A time that somebody waits: from the day it begins to the day it ends, and what ended it.
///
///     // a deal created on 20 February and won on 26 March
///     Wait(.deal, customer: 0, owner: 0, from: day, to: closed, .event)
package struct Wait: Hashable, Sendable {
  /// What is waited for.
  package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    /// A deal, from its creation until it is won or lost.
    case deal
    /// The next order of a customer, from the order before.
    case reorder
    /// The first order of a customer, from the first contact. It has no “lost”.
    case firstOrder
  }

  /// What ended a wait.
  package enum Cause: Hashable, Sendable { case event, lost }

  let kind: Kind
  /// The customer's number in the records.
  let customer: Int
  /// The member it belongs to today, by number; nil where it is nobody's.
  let owner: Int?
  /// The day it begins.
  let start: Day
  /// The day it ended; nil where it goes on.
  let end: Day?
  /// What ended it; nil where it goes on.
  let cause: Cause?
  /// The number of the order that a wait for the next one began with, from 1; else 0.
  let orderNumber: Int
  /// The position of the deal in its table; nil for other waits.
  let deal: Int?

  init(
    _ kind: Kind, customer: Int, owner: Int?, from start: Day, to end: Day? = nil,
    _ cause: Cause? = nil, orderNumber: Int = 0, deal: Int? = nil
  ) {
    self.kind = kind
    self.customer = customer
    self.owner = owner
    self.start = start
    self.end = end
    self.cause = cause
    self.orderNumber = orderNumber
    self.deal = deal
  }

  /// The stratum that it is counted in: after the first order 0, after the second or third 1, later 2;
  /// other waits are in one.
  var stratum: Int { Self.stratum(ofOrder: orderNumber) }

  /// The stratum of the wait that begins with an order of this number.
  static func stratum(ofOrder number: Int) -> Int { number <= 1 ? 0 : number <= 3 ? 1 : 2 }
}

extension Wait.Kind {
  /// The first age that is at risk: nobody orders again on the day of an order.
  var firstAge: Int { self == .reorder ? 1 : 0 }
  /// How many strata there are.
  var strata: Int { self == .reorder ? 3 : 1 }
  /// The kind's number.
  var number: Int {
    switch self {
    case .deal: 0
    case .reorder: 1
    case .firstOrder: 2
    }
  }
}

extension Wait {
  /// Why nothing is expected of a kind of waits of which enough have ended.
  package enum Silence: Hashable, Sendable {
    /// All ended within the last four weeks.
    case recordTooShort
    /// None ended well.
    case neverWell
  }
}

/// A row that contradicts itself: no wait was made of it.
package struct UnusedWait: Hashable, Sendable {
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// A deal closed before it was created.
    case closedBeforeCreated
    /// A deal without the day it was created.
    case noCreatedDay
    /// A deal won or lost without the day it closed.
    case noClosedDay
    /// A first contact after the first order.
    case contactAfterOrder
  }

  package let reason: Reason
  /// The customer's number in the records.
  package let customer: Int
  /// The row that says so.
  package let row: Row
}
