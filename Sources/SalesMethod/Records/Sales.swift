/// An opportunity: open, won or lost.
package struct Deal: Codable, Hashable, Sendable {
  package enum Status: String, Codable, Hashable, Sendable, CaseIterable { case open, won, lost }

  package var id: String?
  package var customer: String
  package var amount: Money
  package var stage: String?
  package var status: Status
  package var created: Day?
  package var expectedClose: Day?
  package var closed: Day?
  package var owner: String?
  package var product: String?
  /// The chance to win in millionths; nil where neither the row nor its stage says.
  package var probabilityMillionths: Int?
  package var row: Row

  package init(
    id: String? = nil, customer: String, amount: Money, stage: String? = nil,
    status: Status = .open, created: Day? = nil, expectedClose: Day? = nil, closed: Day? = nil,
    owner: String? = nil, product: String? = nil, probabilityMillionths: Int? = nil, row: Row
  ) {
    self.id = id
    self.customer = customer
    self.amount = amount
    self.stage = stage
    self.status = status
    self.created = created
    self.expectedClose = expectedClose
    self.closed = closed
    self.owner = owner
    self.product = product
    self.probabilityMillionths = probabilityMillionths
    self.row = row
  }
}

/// An order; a negative amount is a return.
package struct Order: Hashable, Sendable {
  package var id: String?
  /// The customer's id; nil for a row whose customer nobody wrote down (80/20 keeps it apart).
  package var customer: String?
  package var date: Day
  package var amount: Money
  package var product: String?
  /// The quantity in thousandths.
  package var quantityThousandths: Int?
  package var contact: String?
  package var owner: String?
  package var row: Row

  package init(
    id: String? = nil, customer: String?, date: Day, amount: Money, product: String? = nil,
    quantityThousandths: Int? = nil, contact: String? = nil, owner: String? = nil, row: Row
  ) {
    self.id = id
    self.customer = customer
    self.date = date
    self.amount = amount
    self.product = product
    self.quantityThousandths = quantityThousandths
    self.contact = contact
    self.owner = owner
    self.row = row
  }
}

/// Something done with a customer: a stage of the funnel, or any other word.
package struct Activity: Hashable, Sendable {
  package var customer: String
  package var date: Day
  /// A stage of the funnel but the last, or any other word.
  package var type: String
  package var owner: String?
  package var minutes: Int?
  package var isDone: Bool?
  /// The id of the goal it serves.
  package var goal: String?
  package var row: Row

  package init(
    customer: String, date: Day, type: String, owner: String? = nil, minutes: Int? = nil,
    isDone: Bool? = nil, goal: String? = nil, row: Row
  ) {
    self.customer = customer
    self.date = date
    self.type = type
    self.owner = owner
    self.minutes = minutes
    self.isDone = isDone
    self.goal = goal
    self.row = row
  }
}

/// Money a customer owes.
package struct Receivable: Hashable, Sendable {
  package var customer: String
  package var amount: Money
  package var due: Day
  package var paid: Money?
  package var paidDate: Day?
  package var row: Row

  package init(
    customer: String, amount: Money, due: Day, paid: Money? = nil, paidDate: Day? = nil, row: Row
  ) {
    self.customer = customer
    self.amount = amount
    self.due = due
    self.paid = paid
    self.paidDate = paidDate
    self.row = row
  }
}

/// A product and the part it plays in the plan.
package struct Product: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case lead, new, continuing }

  package var id: String
  package var kind: Kind?
  package var listPrice: Money?
  package var floorPrice: Money?
  package var promotionStart: Day?
  package var promotionEnd: Day?
  package var row: Row

  package init(
    id: String, kind: Kind? = nil, listPrice: Money? = nil, floorPrice: Money? = nil,
    promotionStart: Day? = nil, promotionEnd: Day? = nil, row: Row
  ) {
    self.id = id
    self.kind = kind
    self.listPrice = listPrice
    self.floorPrice = floorPrice
    self.promotionStart = promotionStart
    self.promotionEnd = promotionEnd
    self.row = row
  }
}

extension Receivable {
  /// What is still owed as it was known before a day.
  func outstanding(before day: Day) -> Money {
    if let paidDate {
      guard paidDate < day else { return amount }
      return paid.map { amount - $0 } ?? .zero
    }
    return paid.map { amount - $0 } ?? amount
  }
}
