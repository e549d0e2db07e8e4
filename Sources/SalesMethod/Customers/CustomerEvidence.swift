/// What the tables say of a customer beside its own row.
package struct CustomerEvidence: Hashable, Sendable {
  /// The people at the customer.
  package var contacts: [Contact] = []
  /// Orders and returns before the day of planning, by date.
  package var orders: [Order] = []
  /// The days since the oldest unpaid receivable was due; nil where nothing is owed.
  package var overdueDays: Int?
  /// The usual days between two orders in the customer's segment.
  package var segmentGap: Int?

  package init(
    contacts: [Contact] = [], orders: [Order] = [], overdueDays: Int? = nil, segmentGap: Int? = nil
  ) {
    self.contacts = contacts
    self.orders = orders
    self.overdueDays = overdueDays
    self.segmentGap = segmentGap
  }
}

extension LetterReadings {
  /// Reads the letters of a customer: what was entered, then what the contacts, the orders and the
  /// receivables say, as far as the rule allows.
  package init(
    of customer: Customer, _ evidence: CustomerEvidence, rule: ManRule, asOf today: Day,
    periodEnd: Day
  ) {
    var money = LetterReading(.money, entered: customer.purchasingPower, on: rule.scale)
    var authority = LetterReading(.authority, entered: customer.decisionPower, on: rule.scale)
    var need = LetterReading(.need, entered: customer.need, on: rule.scale)
    if authority.state == .unknown { authority = LetterReading(contacts: evidence.contacts) }
    if rule.presumes {
      let presumption = Presumption(evidence, rule: rule, asOf: today, periodEnd: periodEnd)
      if money.state == .unknown, presumption.hasMoney {
        money = LetterReading(.money, .yes, from: .presumed)
      }
      if authority.state == .unknown, presumption.hasAuthority {
        authority = LetterReading(.authority, .yes, from: .presumed)
      }
      if need.state == .unknown, presumption.hasNeed {
        need = LetterReading(.need, .yes, from: .presumed)
      }
    }
    if let limit = rule.overdueDays, let overdue = evidence.overdueDays, overdue > limit {
      money = LetterReading(.money, .no, from: .overdue(days: overdue))
    }
    self.init(money: money, authority: authority, need: need)
  }
}

extension LetterReading {
  /// The power to decide as the contacts show it: a decision maker who can be reached is a yes; one
  /// who cannot, or of whom nobody knows, is unknown; where all roles are known and none decides, a
  /// no.
  package init(contacts: [Contact]) {
    let deciding = contacts.filter { $0.role == .decision }
    if deciding.contains(where: { $0.isReachable == true }) {
      self.init(.authority, .yes, from: .contacts)
    } else if !contacts.isEmpty, deciding.isEmpty,
      contacts.allSatisfy({ $0.role != .unknown })
    {
      self.init(.authority, .no, from: .contacts)
    } else {
      self.init(.authority, .unknown, from: .none)
    }
  }
}

/// What the order history lets one presume of blank letters.
private struct Presumption {
  /// An order within the last 365 days.
  let hasMoney: Bool
  /// The same, by a person who is still a contact of the customer.
  let hasAuthority: Bool
  /// The next order is due within the near horizon.
  let hasNeed: Bool

  init(_ evidence: CustomerEvidence, rule: ManRule, asOf today: Day, periodEnd: Day) {
    let purchases = evidence.orders.filter { $0.amount > .zero }
    let recent = purchases.filter { $0.date.days(to: today) <= 365 }
    hasMoney = !recent.isEmpty
    let names = Set(evidence.contacts.compactMap(\.name))
    hasAuthority = recent.last?.contact.map(names.contains) ?? false
    var gaps: [Int] = []
    for (order, next) in zip(purchases, purchases.dropFirst()) where order.date < next.date {
      gaps.append(order.date.days(to: next.date))
    }
    gaps.sort()
    let usual = gaps.count >= 2 ? Self.median(gaps) : evidence.segmentGap
    guard let last = purchases.last, let usual else {
      hasNeed = false
      return
    }
    let due = CloseReading(
      last.date.adding(days: usual), by: rule, asOf: today, periodEnd: periodEnd)
    if case .near = due { hasNeed = true } else { hasNeed = false }
  }

  private static func median(_ sorted: [Int]) -> Int {
    (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
