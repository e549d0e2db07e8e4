import Pages

/// One of the parts that a site is made in, on one machine or on many.
///
/// Whose a file is follows from an id alone, so that no part needs to hear of the others: a file of a member, or of
/// a customer of the member's, goes by the member's id; a page of nobody by its path in the workspace.
///
///     let second = Shard(2, of: 4)
///     second?.holds("zhang")     // whether SHA-256 of “zhang” falls to it
///     Shard("2/4") == second     // true
///     Shard("5/4")               // nil
package struct Shard: Hashable, Sendable {
  /// Which of the parts, from 1.
  package let number: Int
  /// How many there are.
  package let count: Int

  /// So many parts at most.
  package static let most = 100_000

  /// A part by its number; nil where there is none of this number.
  package init?(_ number: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
    (self.number, self.count) = (number, count)
  }

  /// A part as it is written, `2/4`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let number = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(number, of: count)
  }

  /// The number of the part that an id falls to: the first eight bytes of its SHA-256, as a number, divided by how
  /// many parts there are; the remainder and 1.
  ///
  ///     Shard.number(for: "lin", of: 4)  // 2
  package static func number(for id: String, of count: Int) -> Int {
    let first = SHA256Digest(of: Array(id.utf8)).numbers[0]
    return Int(first % UInt64(max(1, count))) + 1
  }

  /// Whether an id falls to this part.
  package func holds(_ id: String) -> Bool { Self.number(for: id, of: count) == number }
}

extension Shard: CustomStringConvertible {
  /// The part as it is written: `2/4`.
  package var description: String { "\(number)/\(count)" }
}
