import Testing

@testable import Storing

/// A value with a bit of everything.
private struct Sample: Storable, Hashable {
  var name = "计划 é"
  var numbers = [0, -1, 63, 64, -65, .max, .min]
  var marks: [UInt64] = [0, .max, 0x0123_4567_89AB_CDEF]
  var note: String?
  var folders = ["b": [1], "a": []]
  var words: Set<String> = ["乙", "甲"]
  var isOpen = true

  init() {}

  func store(in bytes: inout StoredBytes) {
    bytes.put(name)
    numbers.store(in: &bytes)
    bytes.put(marks)
    note.store(in: &bytes)
    folders.store(in: &bytes)
    words.store(in: &bytes)
    isOpen.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    name = try bytes.text()
    numbers = try [Int](from: &bytes)
    marks = try bytes.marks()
    note = try String?(from: &bytes)
    folders = try [String: [Int]](from: &bytes)
    words = try Set<String>(from: &bytes)
    isOpen = try Bool(from: &bytes)
  }
}

@Suite struct `A value kept as bytes` {
  @Test func `is the same when it is read again`() throws {
    var bytes = StoredBytes()
    Sample().store(in: &bytes)
    var reader = StoredReader(bytes.bytes)
    #expect(try Sample(from: &reader) == Sample())
    #expect(reader.isAtEnd)
  }

  @Test func `takes one byte for a small number and ten at most`() {
    for (number, size) in [(0, 1), (-1, 1), (63, 1), (64, 2), (-65, 2), (Int.max, 10), (.min, 10)] {
      var bytes = StoredBytes()
      bytes.put(number)
      #expect(bytes.bytes.count == size, "\(number)")
    }
  }

  @Test func `is refused where it was cut off anywhere`() {
    var bytes = StoredBytes()
    Sample().store(in: &bytes)
    for count in 0..<bytes.bytes.count {
      var reader = StoredReader(Array(bytes.bytes.prefix(count)))
      #expect(throws: UnreadableBytes.self) { try Sample(from: &reader) }
    }
  }

  @Test func `asks for no memory that a damaged length names`() {
    var reader = StoredReader([0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01])
    #expect(throws: UnreadableBytes.self) { try [Int](from: &reader) }
  }
}
