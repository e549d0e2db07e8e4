import Pages
import SalesMethod
import Storing

extension RecordIndex {
  /// What the tables tell of customers that no sum over everybody can read, by whose it is.
  func tellings() -> (ofMembers: [SHA256Digest], nobodys: SHA256Digest) {
    let reach = CustomerReach(self)
    var contacts: [String: [Int]] = [:]
    for (position, contact) in records.contacts.enumerated() {
      contacts[contact.customer, default: []].append(position)
    }
    func tell(_ numbers: [Int]) -> SHA256Digest {
      var digest = DigestOfValues()
      for number in numbers {
        let customer = records.customers[number]
        digest.bytes.put(number)
        digest.bytes.tell(of: customer)
        for position in contacts[customer.id] ?? [] {
          digest.bytes.tell(of: records.contacts[position])
        }
        digest.fold()
      }
      return digest.result()
    }
    return (reach.customersOfMember.map(tell), tell(reach.nobodys))
  }
}

/// Which customers each member works with: those that are the member's, and those of others with a row of the
/// member's own.
struct CustomerReach {
  /// The numbers of the customers, by the member's number, in the order of the table.
  let customersOfMember: [[Int]]
  /// Those of nobody.
  let nobodys: [Int]

  init(_ index: RecordIndex) {
    let records = index.records
    let members = Dictionary(
      index.members.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let numbers = Dictionary(
      records.customers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var customers: [Set<Int>] = []
    var isSomebodys = [Bool](repeating: false, count: records.customers.count)
    for member in index.members {
      let own = index.customerPositions(of: member.id)
      for number in own { isSomebodys[number] = true }
      customers.append(Set(own))
    }
    func add(_ customer: String?, _ owner: String?) {
      guard let number = customer.flatMap({ numbers[$0] }),
        let member = owner.flatMap({ members[$0] })
      else { return }
      isSomebodys[number] = true
      customers[member].insert(number)
    }
    for deal in records.deals { add(deal.customer, deal.owner) }
    for order in records.orders { add(order.customer, order.owner) }
    for activity in records.activities { add(activity.customer, activity.owner) }
    customersOfMember = customers.map { $0.sorted() }
    nobodys = isSomebodys.indices.filter { !isSomebodys[$0] }
  }
}

extension StoredBytes {
  /// Writes what only the pages around a customer say of it.
  fileprivate mutating func tell(of customer: Customer) {
    put(customer.name)
    for entry in [customer.purchasingPower, customer.decisionPower, customer.need] {
      put(entry)
    }
    put(customer.closeDate)
    put(customer.valueHint)
    put(customer.lastContact)
    for text in [customer.contact, customer.phone, customer.address, customer.note] { put(text) }
  }

  /// Writes what a contact's row tells.
  fileprivate mutating func tell(of contact: Contact) {
    for text in [contact.name, contact.title, contact.phone, contact.address] { put(text) }
    put(contact.role.rawValue)
    put(contact.row.line)
    put(contact.isReachable)
  }

  private mutating func put(_ entry: LetterEntry) {
    switch entry {
    case .unknown: put(0)
    case .no: put(1)
    case .yes: put(2)
    case .level(let level):
      put(3)
      put(level.rawValue)
    case .score(let thousandths):
      put(4)
      put(thousandths)
    }
  }
}
