import Testing

@testable import Book

@Suite struct `A shard` {
  /// By Python: `int.from_bytes(sha256(id).digest()[:8], "big") % n + 1`.
  @Test(arguments: [
    ("lin", [1, 2, 1, 2, 1]), ("bai", [1, 1, 3, 3, 7]), ("che", [1, 1, 3, 1, 3]),
    ("dan", [1, 2, 2, 2, 3]), ("Content/index.md", [1, 1, 3, 1, 5]),
  ])
  func `is told by an id alone`(id: String, numbers: [Int]) {
    for (count, number) in zip([1, 2, 3, 4, 7], numbers) {
      #expect(Shard.number(for: id, of: count) == number)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 100]) func `is one of all that an id falls to`(count: Int) {
    let shards = (1...count).compactMap { Shard($0, of: count) }
    #expect(shards.count == count)
    for number in 0..<200 { #expect(shards.count { $0.holds("m\(number)") } == 1) }
  }

  @Test func `is as large as the others, nearly`() {
    let numbers = (0..<4000).map { Shard.number(for: "m\($0)", of: 4) }
    for shard in 1...4 { #expect((900...1100).contains(numbers.count { $0 == shard })) }
  }

  @Test(arguments: [("1/1", 1, 1), ("2/4", 2, 4), ("100000/100000", 100_000, 100_000)])
  func `is read as it is written`(text: String, number: Int, count: Int) throws {
    let shard = try #require(Shard(text))
    #expect(shard.number == number && shard.count == count && shard.description == text)
  }

  @Test(arguments: [
    "", "1", "0/4", "5/4", "-1/4", "1/0", "1/2/3", "a/b", "+1/2", " 1/2", "1/100001", "１/２",
    "99999999999999999999/99999999999999999999",
  ])
  func `is nothing else`(text: String) { #expect(Shard(text) == nil) }
}
