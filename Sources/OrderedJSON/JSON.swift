/// A JSON value whose objects keep the order in which their keys were given, so that the same
/// value is always the same bytes.
///
///     JSON.object([("name", "张"), ("amount", 35_000)]).text()  // {"name":"张","amount":35000}
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number already written in JSON's own notation, `0.339522`: exactness is the caller's.
  case number(String)
  case string(String)
  case array([JSON])
  case members([Member])

  /// One key of an object and its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSON

    package init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// An object from keys and values in the order given; a value of nil leaves its key out.
  package static func object(_ members: [(String, JSON?)]) -> JSON {
    .members(members.compactMap { key, value in value.map { Member(key, $0) } })
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
}
