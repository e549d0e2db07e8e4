/// Values of types that the compiler can take apart (`Codable`), as bytes: what they are made of one behind the
/// other, in the order of their declaration.
///
/// Only the same version of a type reads what it wrote; whoever keeps such bytes keeps the version too.
///
///     let bytes = try StoredCoding.bytes(of: figures)
///     try StoredCoding.value(MemberFigures.self, from: bytes) == figures  // true
package enum StoredCoding {
  /// The bytes of a value.
  package static func bytes(of value: some Encodable) throws -> [UInt8] {
    let writer = Writer()
    try value.encode(to: writer)
    return writer.bytes.bytes
  }

  /// The value that was written; throws where anything else stands there.
  package static func value<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws -> Value {
    let reader = Reader(StoredReader(bytes))
    let value = try Value(from: reader)
    guard reader.bytes.isAtEnd else { throw UnreadableBytes() }
    return value
  }
}

/// Writes the parts of values one behind the other.
private final class Writer: Encoder {
  var bytes = StoredBytes()
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Fields(writer: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("lists are written whole")
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(writer: self) }

  func put(_ value: some Encodable) throws {
    switch value {
    case let value as Int: bytes.put(value)
    case let value as Bool: bytes.put(value ? 1 : 0)
    case let value as Double: bytes.put(fixed: value.bitPattern)
    case let value as String: bytes.put(value)
    case let value as any StoredList: try value.put(in: self)
    default: try value.encode(to: self)
    }
  }
}

/// A list, whose length is written before it.
private protocol StoredList {
  func put(in writer: Writer) throws
  static func read(from reader: Reader) throws -> Self
}

extension Array: StoredList where Element: Codable {
  fileprivate func put(in writer: Writer) throws {
    writer.bytes.put(count)
    for element in self { try writer.put(element) }
  }

  fileprivate static func read(from reader: Reader) throws -> Self {
    let count = try reader.bytes.count()
    var list: Self = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try reader.next(Element.self)) }
    return list
  }
}

extension Set: StoredList where Element: Codable {
  /// In an order of the bytes, so that equal sets are written alike.
  fileprivate func put(in writer: Writer) throws {
    let elements = try map { element in
      let writer = Writer()
      try writer.put(element)
      return writer.bytes.bytes
    }
    writer.bytes.put(count)
    for element in elements.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      writer.bytes.put(element)
    }
  }

  fileprivate static func read(from reader: Reader) throws -> Self {
    let count = try reader.bytes.count()
    var set: Self = []
    for _ in 0..<count {
      let element = Reader(StoredReader(try reader.bytes.plainBytes()))
      set.insert(try element.next(Element.self))
    }
    return set
  }
}

/// Reads what a writer wrote.
private final class Reader: Decoder {
  var bytes: StoredReader
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]

  init(_ bytes: StoredReader) { self.bytes = bytes }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(ReadFields(reader: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw UnreadableBytes() }

  func singleValueContainer() -> any SingleValueDecodingContainer { ReadSingle(reader: self) }

  func next<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value: Any
    switch type {
    case is Int.Type: value = try bytes.number()
    case is Bool.Type: value = try Bool(from: &bytes)
    case is Double.Type: value = Double(bitPattern: try bytes.fixed())
    case is String.Type: value = try bytes.text()
    case let list as any StoredList.Type: value = try list.read(from: self)
    default: return try Value(from: self)
    }
    guard let value = value as? Value else { throw UnreadableBytes() }
    return value
  }
}

/// The fields of a structure, or the case of an enumeration with what it holds.
private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: Writer
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) throws { throw UnreadableBytes() }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try writer.put(value) }

  func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
    try put(value)
  }

  func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try put(value) }

  func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try put(value) }

  func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try put(value) }

  func encodeIfPresent(_ value: String?, forKey key: Key) throws { try put(value) }

  private func put(_ value: (some Encodable)?) throws {
    writer.bytes.put(value == nil ? 0 : 1)
    if let value { try writer.put(value) }
  }

  /// The case of an enumeration is told by its name.
  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    writer.bytes.put(key.stringValue)
    return KeyedEncodingContainer(Fields<Inner>(writer: writer))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("nothing that is kept writes lists field by field")
  }

  func superEncoder() -> any Encoder { writer }
  func superEncoder(forKey key: Key) -> any Encoder { writer }
}

/// The one value of a type that is made of one.
private struct Single: SingleValueEncodingContainer {
  let writer: Writer
  var codingPath: [any CodingKey] { [] }

  func encodeNil() throws { throw UnreadableBytes() }

  func encode<Value: Encodable>(_ value: Value) throws { try writer.put(value) }
}

/// The fields of a structure, read in their order.
private struct ReadFields<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let reader: Reader
  var codingPath: [any CodingKey] { [] }

  /// The name of an enumeration's case; nothing else asks.
  var allKeys: [Key] {
    (try? reader.bytes.text()).flatMap { Key(stringValue: $0) }.map { [$0] } ?? []
  }

  func contains(_ key: Key) -> Bool { true }

  func decodeNil(forKey key: Key) throws -> Bool { false }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try reader.next(type)
  }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    try next(type)
  }

  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try next(type) }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try next(type) }

  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try next(type) }

  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try next(type) }

  private func next<Value: Decodable>(_ type: Value.Type) throws -> Value? {
    switch try reader.bytes.number() {
    case 0: nil
    case 1: try reader.next(type)
    default: throw UnreadableBytes()
    }
  }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedDecodingContainer<Inner> {
    KeyedDecodingContainer(ReadFields<Inner>(reader: reader))
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw UnreadableBytes()
  }

  func superDecoder() -> any Decoder { reader }
  func superDecoder(forKey key: Key) -> any Decoder { reader }
}

private struct ReadSingle: SingleValueDecodingContainer {
  let reader: Reader
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { false }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try reader.next(type) }
}
