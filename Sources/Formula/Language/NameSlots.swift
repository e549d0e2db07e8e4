/// The slots of names, found by the bytes of the names.
///
/// Texts in other scripts than Latin are slow to hash letter by letter, and a calculation looks every
/// name up that it reads.
///
///     var slots = NameSlots()
///     slots["目标"] = 0
struct NameSlots: Hashable, Sendable {
  private struct Key: Hashable, Sendable {
    let name: String

    static func == (left: Key, right: Key) -> Bool {
      left.name.utf8.count == right.name.utf8.count
        && left.name.utf8.elementsEqual(right.name.utf8)
    }

    func hash(into hasher: inout Hasher) {
      let isHashed: Void? = name.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isHashed == nil { for byte in name.utf8 { hasher.combine(byte) } }
    }
  }

  private var slots: [Key: Int] = [:]

  /// No name has a slot yet.
  init() {}

  /// The slot of a name; nil where it has none.
  subscript(name: String) -> Int? {
    get { slots[Key(name: name)] }
    set { slots[Key(name: name)] = newValue }
  }

  /// Gives a name a slot unless it has one, and tells that one.
  mutating func claim(_ slot: Int, for name: String) -> Int {
    let key = Key(name: name)
    guard let first = slots.updateValue(slot, forKey: key) else { return slot }
    slots[key] = first
    return first
  }

  /// Makes room for so many names.
  mutating func reserveCapacity(_ count: Int) { slots.reserveCapacity(count) }
}
