import Desk
import Pages
import Storing

/// The guarded values that files were searched for, without the values: a number for each, told by its text and by
/// whose it is.
struct GuardedMarks: Sendable {
  /// The digest of the tables that they are from; nil where there are none.
  let tables: SHA256Digest?
  /// The numbers, the smallest first.
  let marks: [UInt64]

  /// No values.
  static let none = GuardedMarks(tables: nil, marks: [])

  private init(tables: SHA256Digest?, marks: [UInt64]) {
    self.tables = tables
    self.marks = marks
  }

  /// The numbers of values.
  init(_ values: [GuardedValue], of tables: SHA256Digest) {
    self.init(tables: tables, marks: values.map(Self.mark).sorted())
  }

  /// The places of the values that are not among these.
  func others(among values: [GuardedValue]) -> [Int] {
    values.indices.filter { !holds(Self.mark(of: values[$0])) }
  }

  private func holds(_ mark: UInt64) -> Bool {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle] < mark { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low] == mark
  }

  /// The function of Fowler, Noll and Vo over the text, the kinds and the members.
  private static func mark(of value: GuardedValue) -> UInt64 {
    var mark: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { mark = (mark ^ UInt64(byte)) &* 0x100_0000_01B3 }
      // No byte of a text.
      mark = (mark ^ 0xFF) &* 0x100_0000_01B3
    }
    add(value.text)
    for source in value.sources {
      add(source.kind.rawValue)
      for member in source.members { add(member) }
      add("")
    }
    return mark
  }
}

extension GuardedMarks: Storable {
  func store(in bytes: inout StoredBytes) {
    tables.store(in: &bytes)
    bytes.put(marks)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    self.init(tables: try SHA256Digest?(from: &bytes), marks: try bytes.marks())
  }
}
