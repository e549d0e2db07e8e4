import Storing

/// Pairs of signs with how often each stands on a page, as few bytes: a site keeps those of all its pages until
/// the last is made.
///
/// Of each pair there is the step from the second sign of the pair before to its first, which is none for most
/// pairs of a text; then its second sign, and how often it stands there, where that is more than once.
struct PackedPairs: Hashable, Sendable, Codable {
  private let bytes: [UInt8]

  /// Where most Chinese signs begin, so that they are small numbers.
  private static let base = 0x4E00

  /// Packs pairs; a sign that stands alone is a pair with a space.
  init(_ pairs: [(pair: SignPair, count: Int)]) {
    var packed = StoredBytes()
    packed.reserve(pairs.count * 5)
    var before = 0
    for (pair, count) in pairs {
      let (first, second) = (Int(pair.first), pair.second == 0 ? 32 : Int(pair.second))
      packed.put((first - before) << 1 | (count > 1 ? 1 : 0))
      packed.put(second - Self.base)
      if count > 1 { packed.put(min(count, 255)) }
      before = second
    }
    bytes = packed.bytes
  }

  /// Hands each pair to the caller, with how often it stands on the page, up to 255 times.
  ///
  ///     try PackedPairs(terms.pairs).each { pair, count in … }
  func each(_ take: (SignPair, Int) -> Void) throws(UnreadableBytes) {
    var reader = StoredReader(bytes)
    var before = 0
    while !reader.isAtEnd {
      let step = try reader.number()
      let first = UInt32(exactly: before + (step >> 1))
      let second = UInt32(exactly: try reader.number() + Self.base)
      guard let first, let second else { throw UnreadableBytes() }
      take(SignPair(first: first, second: second), step & 1 == 1 ? try reader.number() : 1)
      before = Int(second)
    }
  }
}

extension PackedPairs: Storable {
  func store(in bytes: inout StoredBytes) { bytes.put(self.bytes) }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self.bytes = try bytes.plainBytes()
  }
}
