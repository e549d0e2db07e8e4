/// How a customer is reached: whom to ask for, by what number, and where.
///
///     ContactDetails(of: spruce, contacts)?.phone  // "021-5550-1234"
package struct ContactDetails: Hashable, Sendable {
  /// The person's name.
  package let name: String?
  /// The person's position.
  package let title: String?
  /// The telephone number as it was written.
  package let phone: String?
  /// Where visits lead, as it was written.
  package let address: String?

  /// What of a customer leads to a person, or is said in passing.
  package enum Part: Hashable, Sendable { case contact, phone, address, note }

  /// The same with each part as it is shown; nil where nothing is left by which anybody is reached.
  func showing(_ shown: (Part, String) -> String?) -> ContactDetails? {
    let (name, phone, address) = (
      name.flatMap { shown(.contact, $0) }, phone.flatMap { shown(.phone, $0) },
      address.flatMap { shown(.address, $0) }
    )
    guard name != nil || phone != nil || address != nil else { return nil }
    return ContactDetails(name: name, title: title, phone: phone, address: address)
  }

  private init(name: String?, title: String?, phone: String?, address: String?) {
    self.name = name
    self.title = title
    self.phone = phone
    self.address = address
  }

  /// Takes the contact who decides, of those who can be reached and have a number; else what the
  /// customer's own row says.
  ///
  /// Nil where nothing is known.
  package init?(of customer: Customer, _ contacts: [Contact]) {
    let best = contacts.enumerated().min { left, right in
      Self.key(left.element, left.offset) < Self.key(right.element, right.offset)
    }?.element
    name = best?.name ?? customer.contact
    title = best?.title
    phone = best?.phone ?? customer.phone
    address = best?.address ?? customer.address
    if name == nil, phone == nil, address == nil { return nil }
  }

  /// Those who can be reached before others, then who has a number, then who decides.
  private static func key(_ contact: Contact, _ position: Int) -> (Int, Int, Int, Int) {
    let role =
      switch contact.role {
      case .decision: 0
      case .influence: 1
      case .user: 2
      case .unknown: 3
      }
    return (
      contact.isReachable == false ? 1 : 0, contact.phone == nil ? 1 : 0, role, position
    )
  }
}
