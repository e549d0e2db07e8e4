/// Pairs of signs, numbered as they first come.
///
/// A site has millions of them on its pages, so they are found by a table of their own: the standard library's
/// hashing, which holds against whoever chooses the keys, takes several times as long.
struct PairNumbers: Sendable {
  /// The pairs, by their numbers.
  private(set) var pairs: [SignPair] = []
  /// Each pair's number, counted from 1, at or behind the place that follows from the pair; a power of two of
  /// places, half of them free.
  private var places: [Int32]

  /// No pairs, with room for about so many.
  init(room: Int = 1 << 9) {
    var count = 1 << 4
    while count < room * 2 { count *= 2 }
    places = Array(repeating: 0, count: count)
  }

  /// The number of a pair, which is the count of those before where it is new.
  ///
  ///     var numbers = PairNumbers()
  ///     numbers.number(of: SignPair(first: 0x5BA2, second: 0x6237))  // 0
  mutating func number(of pair: SignPair) -> Int {
    let place = place(of: pair)
    if places[place] != 0 { return Int(places[place]) - 1 }
    pairs.append(pair)
    places[place] = Int32(pairs.count)
    if pairs.count * 2 > places.count { grow() }
    return pairs.count - 1
  }

  /// Where a pair stands, or could stand.
  private func place(of pair: SignPair) -> Int {
    let mixed = pair.number &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: mixed >> 32) & (places.count - 1)
    while places[place] != 0, pairs[Int(places[place]) - 1] != pair {
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    for (number, pair) in pairs.enumerated() { places[place(of: pair)] = Int32(number + 1) }
  }
}

/// Two Chinese signs side by side, as one number: the first sign above the second.
struct SignPair: Hashable, Comparable, Sendable {
  /// How many bits a sign takes.
  private static let width: UInt64 = 21

  let number: UInt64

  /// Puts two signs side by side; the second is 0 where there is none.
  init(first: UInt32, second: UInt32) { number = UInt64(first) << Self.width | UInt64(second) }

  var first: UInt32 { UInt32(truncatingIfNeeded: number >> Self.width) }
  /// The second sign, 0 where there is none.
  var second: UInt32 { UInt32(truncatingIfNeeded: number & ((1 << Self.width) - 1)) }

  static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
