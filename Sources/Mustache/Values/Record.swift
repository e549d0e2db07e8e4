/// Named values: what a template sees of a customer, a day or a page.
///
///     Record(["name": "苏州甲公司", "class": "A"])["name"]  // .text("苏州甲公司")
package struct Record: Sendable {
  /// The names, often shared by many records.
  package let layout: Layout
  /// The values, in the order of the layout's names.
  package let values: [Value]

  /// A record of a shared layout.
  ///
  /// Another number of values than of names is a bug and stops the
  /// program.
  package init(_ layout: Layout, _ values: [Value]) {
    precondition(layout.count == values.count, "a record needs one value for each name")
    self.layout = layout
    self.values = values
  }

  /// A record with names of its own, in the given order.
  package init(_ members: [(String, Value)]) {
    layout = Layout(keys: members.map { HashedName($0.0) })
    values = members.map(\.1)
  }

  /// The value of a name, or nil where the record has no such name.
  package subscript(name: String) -> Value? { self[HashedName(name)] }

  subscript(key: HashedName) -> Value? {
    guard let slot = layout.slot(of: key) else { return nil }
    return values[slot]
  }

  /// The record with more names behind its own.
  ///
  ///     record.adding(["url": "a.html"])
  package func adding(_ more: Record) -> Record {
    Record(
      Layout(keys: (layout.names + more.layout.names).map { HashedName($0) }), values + more.values)
  }
}

extension Record: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    (left.layout === right.layout || left.layout.names == right.layout.names)
      && left.values == right.values
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(layout.names)
    hasher.combine(values)
  }
}

extension Record: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, Value)...) { self.init(members) }
}
