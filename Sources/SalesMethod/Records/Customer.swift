/// What was entered for one letter of MAN.
package enum LetterEntry: Hashable, Sendable {
  /// Nothing, 未知 or `?`.
  case unknown
  /// 是, 有, yes, ✓.
  case yes
  /// 否, 无, no.
  case no
  /// 高 (yes) / 中, 低 (no by the threshold), as words of a three-step scale.
  case level(Level)
  /// A score on the scale the settings declare, in thousandths: 4 is 4000. It lies on the scale.
  case score(thousandths: Int)

  package enum Level: Int, Hashable, Sendable { case low, middle, high }
}

/// A customer with what is known of purchasing power (M), decision power (A) and need (N).
package struct Customer: Hashable, Sendable {
  package enum Flag: String, Hashable, Sendable, CaseIterable {
    case doNotContact = "do_not_contact"
    case closedDown = "closed_down"
    case merged
  }

  package var id: String
  package var name: String
  /// The id of the owner; nil where the workspace has no members table.
  package var owner: String?
  package var purchasingPower: LetterEntry
  package var decisionPower: LetterEntry
  package var need: LetterEntry
  /// The day a deal is expected to close.
  package var closeDate: Day?
  package var segment: String?
  package var valueHint: Money?
  package var flags: [Flag]
  package var firstContact: Day?
  package var lastContact: Day?
  /// Whom to ask for, where the table of contacts names nobody.
  package var contact: String?
  package var phone: String?
  package var address: String?
  package var note: String?
  package var row: Row

  package init(
    id: String, name: String, owner: String? = nil, purchasingPower: LetterEntry = .unknown,
    decisionPower: LetterEntry = .unknown, need: LetterEntry = .unknown, closeDate: Day? = nil,
    segment: String? = nil, valueHint: Money? = nil, flags: [Flag] = [], firstContact: Day? = nil,
    lastContact: Day? = nil, contact: String? = nil, phone: String? = nil, address: String? = nil,
    note: String? = nil, row: Row
  ) {
    self.id = id
    self.name = name
    self.owner = owner
    self.purchasingPower = purchasingPower
    self.decisionPower = decisionPower
    self.need = need
    self.closeDate = closeDate
    self.segment = segment
    self.valueHint = valueHint
    self.flags = flags
    self.firstContact = firstContact
    self.lastContact = lastContact
    self.contact = contact
    self.phone = phone
    self.address = address
    self.note = note
    self.row = row
  }
}

/// A person at a customer.
package struct Contact: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable, CaseIterable {
    case decision, influence, user, unknown
  }

  package var customer: String
  package var name: String?
  package var title: String?
  package var role: Role
  /// Whether the person can be reached; nil where nobody said.
  package var isReachable: Bool?
  package var phone: String?
  /// Where the person is met, if not at the customer's address.
  package var address: String?
  package var row: Row

  package init(
    customer: String, name: String? = nil, title: String? = nil, role: Role = .unknown,
    isReachable: Bool? = nil, phone: String? = nil, address: String? = nil, row: Row
  ) {
    self.customer = customer
    self.name = name
    self.title = title
    self.role = role
    self.isReachable = isReachable
    self.phone = phone
    self.address = address
    self.row = row
  }
}
