import SalesMethod

/// Collects the guarded values of a dataset.
struct GuardedValues {
  private let index: RecordIndex
  private(set) var values: [GuardedValue] = []
  private var numbers: [String: Int] = [:]
  /// The members whose customer it is.
  private(set) var ownersOfCustomer: [String: [String]] = [:]
  /// The members whose plans a customer belongs to.
  private(set) var membersOfCustomer: [String: [String]] = [:]

  init(_ index: RecordIndex) { self.index = index }

  /// The whole units of an amount as digits.
  static func digits(_ amount: Money) -> String {
    String((amount.hundredths / 100).magnitude)
  }

  mutating func collect() {
    findMembers()
    let records = index.records
    for member in index.members {
      add(member.name, .member, [member.id], member.row)
      add(member.id, .member, [member.id], member.row)
    }
    for customer in records.customers { add(customer) }
    for contact in records.contacts {
      let members = membersOfCustomer[contact.customer] ?? []
      add(contact.name, .contact, members, contact.row)
      add(contact.phone, .phone, members, contact.row)
      add(contact.address, .address, members, contact.row)
    }
    for deal in records.deals {
      let members = members(deal.customer, deal.owner)
      add(deal.id, .identifier, members, deal.row)
      add(deal.amount, members, deal.row)
    }
    for order in records.orders {
      let members = members(order.customer, order.owner)
      add(order.id, .identifier, members, order.row)
      add(order.contact, .contact, members, order.row)
      add(order.amount, members, order.row)
    }
    for receivable in records.receivables {
      add(receivable.amount, membersOfCustomer[receivable.customer] ?? [], receivable.row)
    }
    for participant in records.participants {
      add(participant.name, .participant, [], participant.row)
    }
    for goal in records.goals where index.member(goal.owner) != nil {
      add(Money(hundredths: goal.targetHundredths), [goal.owner], goal.row)
    }
  }

  /// Collects what one member or customer could be known by.
  mutating func collect(only subject: ForgottenSubject) {
    let records = index.records
    switch subject {
    case .person(let id):
      for member in records.members where member.id == id {
        add(member.name, .member, [id], member.row)
        add(member.id, .member, [id], member.row)
      }
    case .customer(let key):
      let customers = records.customers.filter { $0.id == key || $0.name == key }
      let ids = Set(customers.map(\.id))
      for customer in customers { add(customer) }
      for contact in records.contacts where ids.contains(contact.customer) {
        add(contact.name, .contact, [], contact.row)
        add(contact.phone, .phone, [], contact.row)
        add(contact.address, .address, [], contact.row)
      }
      for deal in records.deals where ids.contains(deal.customer) {
        add(deal.id, .identifier, [], deal.row)
      }
      for order in records.orders where order.customer.map(ids.contains) ?? false {
        add(order.id, .identifier, [], order.row)
        add(order.contact, .contact, [], order.row)
      }
      values.removeAll { $0.kind == .amount }
    }
  }

  /// The key of the codes: nobody may see it.
  mutating func add(_ key: CodeKey) {
    let hex = key.text.split(separator: " ").last.map { String($0.dropLast()) }
    add(hex, .key, [], Row(path: CodeKey.fileName, line: 1))
  }

  private mutating func add(_ customer: Customer) {
    let members = membersOfCustomer[customer.id] ?? []
    add(customer.name, .customer, members, customer.row)
    add(customer.id, .identifier, members, customer.row)
    add(customer.contact, .contact, members, customer.row)
    add(customer.phone, .phone, members, customer.row)
    add(customer.address, .address, members, customer.row)
    add(customer.note, .note, members, customer.row)
    customer.valueHint.map { add($0, members, customer.row) }
  }

  /// A customer is its owner's, and of those who have a deal, an order or a visit there.
  private mutating func findMembers() {
    for member in index.members {
      for customer in index.customers(of: member.id) {
        ownersOfCustomer[customer.id, default: []].append(member.id)
      }
    }
    membersOfCustomer = ownersOfCustomer
    let records = index.records
    let others =
      records.deals.map { (Optional($0.customer), $0.owner) }
      + records.orders.map { ($0.customer, $0.owner) }
      + records.activities.map { (Optional($0.customer), $0.owner) }
    for case (let customer?, let owner?) in others where index.member(owner) != nil {
      if membersOfCustomer[customer]?.contains(owner) != true {
        membersOfCustomer[customer, default: []].append(owner)
      }
    }
  }

  /// Whose a row about a customer is: the customer's, and the one it names.
  private func members(_ customer: String?, _ owner: String?) -> [String] {
    let its = customer.flatMap { membersOfCustomer[$0] } ?? []
    guard let owner, !its.contains(owner), index.member(owner) != nil else { return its }
    return its + [owner]
  }

  private mutating func add(_ amount: Money, _ members: [String], _ row: Row) {
    let digits = Self.digits(amount)
    if digits.utf8.count >= 5 { add(digits, .amount, members, row) }
  }

  private mutating func add(
    _ text: String?, _ kind: GuardedValue.Kind, _ members: [String], _ row: Row
  ) {
    guard let text, !text.isEmpty else { return }
    let source = GuardedValue.Source(kind: kind, members: members, row: row)
    let key = (kind == .amount ? "=" : "") + text
    if let number = numbers[key] {
      values[number].sources.append(source)
    } else {
      numbers[key] = values.count
      values.append(GuardedValue(text: text, sources: [source]))
    }
  }
}
