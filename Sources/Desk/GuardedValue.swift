package import Pages
package import SalesMethod

/// A value of the tables that not everybody may see, with all the places it comes from.
package struct GuardedValue: Sendable {
  /// What a value is.
  package enum Kind: String, Sendable, CaseIterable {
    case member, customer, contact, phone, address, note, identifier, amount, key, participant
  }

  /// A cell that holds it.
  package struct Source: Sendable {
    /// What it is there.
    package let kind: Kind
    /// The members whose plans it belongs to, each once.
    package let members: [String]
    /// The row.
    package let row: Row
  }

  /// The value as text; an amount as the digits of its whole units.
  package let text: String
  /// What it is where it comes from first.
  package var kind: Kind { sources[0].kind }
  /// The cells that hold it, one at least.
  package internal(set) var sources: [Source]
}

extension PlanDesk {
  /// All values of the workspace's own tables that are guarded, in the order of the tables: names of people
  /// and customers, contacts, telephone numbers, addresses, notes, ids, and amounts of five digits and more.
  package var guardedValues: [GuardedValue] {
    guard let own else { return [] }
    var collector = GuardedValues(own.index)
    collector.collect()
    if let codeKey { collector.add(codeKey) }
    return collector.values
  }

  /// Whether a value may stand before a reader: at least one of the cells that hold it is open to them.
  package func isOpen(_ value: GuardedValue, to reader: Reader) -> Bool {
    value.sources.contains { isOpen($0, to: reader) }
  }

  private func isOpen(_ source: GuardedValue.Source, to reader: Reader) -> Bool {
    if source.kind == .participant { return reader.refusal(of: .participants) == nil }
    return source.members.contains { member in
      let subject = subject(member)
      let forms = forms(for: reader)
      switch source.kind {
      case .contact: return isFull(.contact)
      case .phone: return isFull(.phone)
      case .address: return isFull(.address)
      case .note: return isFull(.note)
      case .customer, .identifier: return isFull(.customer)
      case .member: return mayName(member, reader)
      case .amount: return reader.refusal(of: .plan(of: subject)) == nil
      case .key, .participant: return false
      }
      func isFull(_ field: CustomerField) -> Bool {
        reader.refusal(of: .field(field, of: subject, forms)) == nil
      }
    }
  }

  /// The texts of the examples' tables and the names of the teams: what pages for everybody may say.
  package var openTexts: [String] {
    examples.flatMap { example in
      var collector = GuardedValues(example.index)
      collector.collect()
      return collector.values.map(\.text)
    } + (own?.index.records.teams.flatMap { [$0.id, $0.name] } ?? [])
  }

  /// Whether the workspace has examples, whose amounts stand on pages for everybody.
  package var hasExamples: Bool { !examples.isEmpty }

  /// The members whose plans a customer belongs to, by its id or its name; nil where there is no such customer.
  ///
  /// Each of those who are not its owners has a deal, an order or a visit there.
  package func members(ofCustomer key: String) -> (all: [String], owners: [String])? {
    guard let own,
      let customer = own.index.records.customers.first(where: { $0.id == key || $0.name == key })
    else { return nil }
    var collector = GuardedValues(own.index)
    collector.collect()
    return (
      collector.membersOfCustomer[customer.id] ?? [], collector.ownersOfCustomer[customer.id] ?? []
    )
  }

  /// How a customer of these members stands before a reader: nil where not at all.
  package func forms(
    ofCustomerOf members: [String], for reader: Reader
  ) -> FieldForms? {
    let isOpen = members.contains { reader.refusal(of: .plan(of: subject($0))) == nil }
    return isOpen ? forms(for: reader) : nil
  }

  /// The code of a customer, by its id or its name; nil where there is no key.
  package func code(ofCustomer key: String) -> String? {
    let customers = own?.index.records.customers ?? []
    return customers.first { $0.id == key || $0.name == key }.flatMap { codes?[$0.id] }
  }

  /// The customers with their codes, in the order of the table, for the holder of the key.
  package var codeList: [(code: String, id: String, name: String)] {
    (own?.index.records.customers ?? []).compactMap { customer in
      codes?[customer.id].map { ($0, customer.id, customer.name) }
    }
  }
}
