import Diagnostics
import Phrases
import SalesMethod
import Tables

extension Loader {
  /// The customers and their owners.
  mutating func loadCustomers() {
    with(.customers) { loader, table in
      let ids = table.texts("customer_id")
      let names = table.texts("name")
      let idsByName = table.idsByName(ids, names)
      table.mergeDuplicates(
        by: { row in ids[row] ?? names[row].map { idsByName[matchKey($0)] ?? $0 } }, on: .takeLater,
        isNameAlone: { ids[$0] == nil })
      let renamed = table.rowsLeftOut.isEmpty ? [] : table.oldNames(ids, names)
      let twins = table.mergeTwins(ids, names)
      let owners = loader.customerOwners(in: &table)
      let build = CustomerBuilder(table, owners: owners)
      loader.records.customers = table.keptRows.compactMap(build.customer)
      loader.warnOfSharedNames()
      for customer in loader.records.customers {
        loader.customers.add(id: customer.id, name: customer.name)
        loader.ownerOfCustomer[customer.id] = customer.owner
      }
      for twin in twins { loader.customers.add(alias: twin.alias, of: twin.id) }
      for old in renamed {
        if case .unknown = loader.customers.resolve(old.name) {
          loader.customers.add(alias: old.name, of: old.id)
        }
      }
      loader.customers.forgetAnswers()
      for row in table.rowsLeftOut { loader.customers.addLeftOut(id: ids[row], name: names[row]) }
    }
  }

  /// Each customer's owner: the one written, or the only member there is.
  ///
  /// With two members or more every customer must say.
  private mutating func customerOwners(in table: inout DecodedTable) -> [String?] {
    let count = table.table.rowCount
    guard hasPeople else { return [String?](repeating: nil, count: count) }
    let hasColumn = table.values["owner"] != nil
    if records.members.count > 1, !hasColumn {
      let diagnostic = Diagnostic.missingColumn(
        named: "owner", of: .customers,
        unknown: table.columns.filter { $0.field == nil }.map(\.header),
        why: Phrase(
          zh: "成员有 \(count: records.members.count) 位",
          en: "there are \(count: records.members.count) members"),
        at: table.table.placeOfHeader(0))
      table.diagnostics.append(diagnostic)
      for row in table.keptRows { table.skip(row, because: diagnostic.message) }
      return [String?](repeating: nil, count: count)
    }
    var owners = references("owner", .member, in: &table, \.members)
    for row in table.keptRows where owners[row] == nil {
      if records.members.count == 1 {
        owners[row] = records.members[0].id
      } else if records.members.count > 1 {
        table.skip(row, .missingValue("owner", at: table.place(row, "owner")))
      }
    }
    return owners
  }

  /// Two customers of one name and different ids may be one: said, not merged.
  private mutating func warnOfSharedNames() {
    var firsts: [String: Customer] = [:]
    for customer in records.customers {
      let key = matchKey(customer.name)
      if let first = firsts[key] {
        diagnostics.append(.sharedName(customer, first))
      } else {
        firsts[key] = customer
      }
    }
  }

  /// The people at the customers.
  mutating func loadContacts() {
    with(.contacts) { loader, table in
      let customers = loader.customerReferences(in: &table)
      let (names, titles) = (table.texts("contact_name"), table.texts("title"))
      let (roles, reachable) = (table.texts("role"), table.integers("reachable"))
      let (phones, addresses) = (table.texts("phone"), table.texts("address"))
      loader.records.contacts = table.keptRows.compactMap { row in
        guard let customer = customers[row] else { return nil }
        return Contact(
          customer: customer, name: names[row], title: titles[row],
          role: roles[row].flatMap(Contact.Role.init(rawValue:)) ?? .unknown,
          isReachable: reachable.flag(row), phone: phones[row], address: addresses[row],
          row: table.row(row))
      }
    }
  }
}

extension DecodedTable {
  /// The id of each name that just one id has: a row without an id is that customer.
  fileprivate func idsByName(_ ids: TextColumn, _ names: TextColumn) -> [String: String] {
    let rows = keptRows
    guard rows.contains(where: { ids[$0] == nil }) else { return [:] }
    var found: [String: String] = [:]
    var shared: Set<String> = []
    for row in rows {
      guard let id = ids[row], let key = names[row].map(matchKey) else { continue }
      if found.updateValue(id, forKey: key).map({ $0 != id }) ?? false { shared.insert(key) }
    }
    return found.filter { !shared.contains($0.key) }
  }

  /// The names that customers had before a later row gave them another: other tables may still have them.
  fileprivate func oldNames(
    _ ids: TextColumn, _ names: TextColumn
  ) -> [(name: String, id: String)] {
    let now = texts("name")
    return keptRows.compactMap { row in
      guard let id = ids[row], let old = names[row], let new = now[row],
        matchKey(old) != matchKey(new)
      else { return nil }
      return (old, id)
    }
  }

  /// Merges customers of one name that differ in nothing but their ids: one who was entered twice.
  ///
  /// At least two columns beside id and name must have a value in both.
  fileprivate mutating func mergeTwins(
    _ ids: TextColumn, _ names: TextColumn
  ) -> [(alias: String, id: String)] {
    var firsts: [String: Int] = [:]
    var twins: [(alias: String, id: String)] = []
    for row in keptRows {
      guard let name = names[row], let id = ids[row] else { continue }
      let key = matchKey(name)
      guard let first = firsts[key] else {
        firsts[key] = row
        continue
      }
      guard let firstID = ids[first], firstID != id, isTwin(row, of: first) else { continue }
      let diagnostic = Diagnostic.sameCustomer(
        id, firstID, name, first: shown(first, from: row), at: table.place(ofRow: row))
      diagnostics.append(diagnostic)
      skipRepeated(row, because: diagnostic.message)
      twins.append((id, firstID))
    }
    return twins
  }

  private func isTwin(_ row: Int, of first: Int) -> Bool {
    var filled = 0
    for (name, values) in values where name != "customer_id" && name != "name" {
      if values.isBlank(first) != values.isBlank(row) || values.contradicts(first, row) {
        return false
      }
      if !values.isBlank(first) { filled += 1 }
    }
    return filled >= 2
  }
}

/// Builds the customers from the columns of their table.
private struct CustomerBuilder {
  let table: DecodedTable
  let owners: [String?]
  let ids, names, segments, notes, contacts, phones, addresses: TextColumn
  let closeDate, valueHint, firstContact, lastContact: IntegerColumn
  let letters: [String: [LetterEntry]]
  let flags: [[String]]

  init(_ table: DecodedTable, owners: [String?]) {
    self.table = table
    self.owners = owners
    (ids, names) = (table.texts("customer_id"), table.texts("name"))
    (segments, notes) = (table.texts("segment"), table.texts("note"))
    contacts = table.texts("contact")
    (phones, addresses) = (table.texts("phone"), table.texts("address"))
    (closeDate, valueHint) = (table.integers("close_date"), table.integers("value_hint"))
    (firstContact, lastContact) = (table.integers("first_contact"), table.integers("last_contact"))
    var letters: [String: [LetterEntry]] = [:]
    for name in ["M", "A", "N"] {
      if case .letters(let entries)? = table.values[name] { letters[name] = entries }
    }
    self.letters = letters
    if case .wordLists(let lists)? = table.values["flags"] { flags = lists } else { flags = [] }
  }

  func customer(_ row: Int) -> Customer? {
    guard let id = ids[row] ?? names[row] else { return nil }
    return Customer(
      id: id, name: names[row] ?? id, owner: owners[row],
      purchasingPower: letters["M"]?[row] ?? .unknown,
      decisionPower: letters["A"]?[row] ?? .unknown, need: letters["N"]?[row] ?? .unknown,
      closeDate: closeDate.day(row), segment: segments[row], valueHint: valueHint.money(row),
      flags: flags.isEmpty ? [] : flags[row].compactMap(Customer.Flag.init(rawValue:)),
      firstContact: firstContact.day(row), lastContact: lastContact.day(row),
      contact: contacts[row], phone: phones[row], address: addresses[row], note: notes[row],
      row: table.row(row))
  }
}
