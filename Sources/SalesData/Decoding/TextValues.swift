/// A column of texts: each different text once, and for every row the number of its own.
///
/// Two rows have the same number if and only if their texts are equal, so what a text means is found
/// out once for all its rows, and rows are compared by numbers.
///
///     // of a column 甲, blank, 甲
///     values.texts      // ["甲"]
///     values.number(2)  // 0
///     values[1]         // nil
struct TextValues {
  /// The different texts, in the order of their first rows.
  private(set) var texts: [String] = []
  private var numbers: [Int32]
  /// The numbers of the texts that other bytes may equal.
  private var others: [String: Int32] = [:]

  /// What stands for no text.
  static let none: Int32 = -1

  /// A column without a text in any of its rows, and room for so many.
  init(rowCount: Int, textCount: Int = 0) {
    numbers = [Int32](repeating: Self.none, count: rowCount)
    texts.reserveCapacity(textCount)
  }

  /// The number of a row's text; nil where the row has none.
  func number(_ row: Int) -> Int? {
    numbers[row] == Self.none ? nil : Int(numbers[row])
  }

  /// The text of a row; nil where it has none.
  subscript(row: Int) -> String? { number(row).map { texts[$0] } }

  /// Gives a row the text of a number, or none.
  mutating func set(_ row: Int, to number: Int32) { numbers[row] = number }

  /// Gives a row the text of another row, or none.
  mutating func set(_ row: Int, like other: Int) { numbers[row] = numbers[other] }

  /// Puts other texts in place of the column's.
  ///
  /// Two may then be alike and have two numbers.
  mutating func rewrite(_ text: (String) -> String) { texts = texts.map(text) }

  /// Adds the rows of another column.
  mutating func append(_ other: TextValues) {
    var known: [String: Int32] = [:]
    for (number, text) in texts.enumerated() where known[text] == nil {
      known[text] = Int32(truncatingIfNeeded: number)
    }
    let moved = other.texts.map { text in
      if let number = known[text] { return number }
      let number = Int32(truncatingIfNeeded: texts.count)
      texts.append(text)
      others[text] = number
      known[text] = number
      return number
    }
    numbers += other.numbers.map { $0 == Self.none ? $0 : moved[Int($0)] }
  }

  /// The number of a text; a new one where the column does not have it yet.
  ///
  /// With `hasOwnBytes` the caller says that every text of the column comes from the bytes of its cell
  /// and that no cell before had these. They can still be the same text: the accent of `é` can stand
  /// apart, and the guard before `'=` is taken off. Only such texts are then looked up.
  mutating func number(of text: String, hasOwnBytes: Bool) -> Int32 {
    let next = Int32(truncatingIfNeeded: texts.count)
    if !hasOwnBytes || !isPlain(text) {
      if let known = others[text] { return known }
      others[text] = next
    }
    texts.append(text)
    return next
  }

  /// Whether a text is ASCII and begins with nothing that has to do with guards: then no other bytes
  /// are the same text.
  private func isPlain(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "@"), nil:
      false
    default: text.utf8.allSatisfy { $0 < 0x80 }
    }
  }
}

/// A column of texts, or of nothing where the table does not have it.
struct TextColumn {
  private let values: TextValues?

  init(_ values: TextValues?) { self.values = values }

  /// The text of a row; nil where it has none.
  subscript(row: Int) -> String? { values?[row] }

  /// The different texts.
  var texts: [String] { values?.texts ?? [] }

  /// The number of a row's text among the different ones; nil where it has none.
  func number(_ row: Int) -> Int? { values?.number(row) }
}
