/// The names of a kind of record, made once and shared by all its records.
///
/// Looking a name up costs one hash, computed when the template is compiled, and one comparison.
/// Rows of a table should share one layout; a record written as a literal makes its own.
///
///     let row = Layout(["name", "class"])
///     Record(row, ["苏州甲公司", "A"])["class"]  // .text("A")
package final class Layout: Sendable {
  private let texts: [String]
  private let hashes: [UInt64]
  /// Slots by hash where there are many names; empty where looking through all is faster.
  private let table: [Int32]

  /// Names in the order of the values.
  ///
  /// A name given twice is a bug and stops the program.
  package convenience init(_ names: [String]) {
    self.init(keys: names.map { HashedName($0) })
  }

  init(keys: [HashedName]) {
    texts = keys.map(\.text)
    hashes = keys.map(\.hash)
    table = keys.count > 8 ? Self.table(of: keys) : []
    if table.isEmpty {
      for (index, key) in keys.enumerated() {
        precondition(
          !keys[..<index].contains(key), "the name “\(key.text)” stands twice in a record")
      }
    }
  }

  /// The names in order.
  package var names: [String] { texts }

  /// How many names there are.
  package var count: Int { texts.count }

  /// The place of a name among the values.
  func slot(of key: HashedName) -> Int? {
    if table.isEmpty {
      for slot in hashes.indices where hashes[slot] == key.hash && texts[slot] == key.text {
        return slot
      }
      return nil
    }
    let mask = table.count - 1
    var position = Int(truncatingIfNeeded: key.hash) & mask
    while table[position] >= 0 {
      let slot = Int(table[position])
      if hashes[slot] == key.hash, texts[slot] == key.text { return slot }
      position = (position + 1) & mask
    }
    return nil
  }

  private static func table(of keys: [HashedName]) -> [Int32] {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var table = [Int32](repeating: -1, count: size)
    for (slot, key) in keys.enumerated() {
      var position = Int(truncatingIfNeeded: key.hash) & (size - 1)
      while table[position] >= 0 {
        precondition(
          keys[Int(table[position])] != key, "the name “\(key.text)” stands twice in a record")
        position = (position + 1) & (size - 1)
      }
      table[position] = Int32(slot)
    }
    return table
  }
}

/// A name with its hash, so that most comparisons touch no text.
struct HashedName: Hashable, Sendable {
  let text: String
  let hash: UInt64

  init(_ text: String) {
    self.text = text
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    self.hash = hash ^ (hash >> 32)
  }

  static func == (left: HashedName, right: HashedName) -> Bool {
    left.hash == right.hash && left.text == right.text
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
