/// A value that can be kept as bytes and read again.
///
/// Each type writes what it is made of, in an order of its own, and reads it in the same order:
///
///     extension Place: Storable {
///       package func store(in bytes: inout StoredBytes) { bytes.put(path); bytes.put(line) }
///       package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
///         self.init(path: try bytes.text(), line: try bytes.number())
///       }
///     }
package protocol Storable {
  /// Writes the value behind what is there.
  func store(in bytes: inout StoredBytes)

  /// Reads what `store` wrote; throws where anything else stands there.
  init(from bytes: inout StoredReader) throws(UnreadableBytes)
}

/// Bytes that no value was stored as: cut off, damaged, or by another version.
package struct UnreadableBytes: Error, Hashable, Sendable {
  /// Says so.
  package init() {}
}

extension String: Storable {
  package func store(in bytes: inout StoredBytes) { bytes.put(self) }
  package init(from bytes: inout StoredReader) throws(UnreadableBytes) { self = try bytes.text() }
}

extension Int: Storable {
  package func store(in bytes: inout StoredBytes) { bytes.put(self) }
  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self = try bytes.number()
  }
}

extension Bool: Storable {
  package func store(in bytes: inout StoredBytes) { bytes.put(self ? 1 : 0) }
  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    switch try bytes.number() {
    case 0: self = false
    case 1: self = true
    default: throw UnreadableBytes()
    }
  }
}

extension Optional: Storable where Wrapped: Storable {
  package func store(in bytes: inout StoredBytes) {
    (self != nil).store(in: &bytes)
    self?.store(in: &bytes)
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self = try Bool(from: &bytes) ? try Wrapped(from: &bytes) : nil
  }
}

extension Array: Storable where Element: Storable {
  package func store(in bytes: inout StoredBytes) {
    bytes.put(count)
    for element in self { element.store(in: &bytes) }
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    let count = try bytes.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &bytes)) }
  }
}

extension Set: Storable where Element: Storable & Comparable {
  package func store(in bytes: inout StoredBytes) { sorted().store(in: &bytes) }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self = Set(try [Element](from: &bytes))
  }
}

extension Dictionary: Storable where Key: Storable & Comparable, Value: Storable {
  package func store(in bytes: inout StoredBytes) {
    bytes.put(count)
    for key in keys.sorted() {
      key.store(in: &bytes)
      self[key]?.store(in: &bytes)
    }
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    let count = try bytes.count()
    self.init(minimumCapacity: count)
    for _ in 0..<count {
      let key = try Key(from: &bytes)
      self[key] = try Value(from: &bytes)
    }
  }
}
