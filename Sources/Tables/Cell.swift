package import Diagnostics

/// What a cell of a table holds.
///
/// CSV knows only text; a workbook, JSON or a database also says what its values are.
package enum CellKind: UInt8, Sendable {
  /// Text as written.
  case text
  /// A number in plain notation, `-1234.5`, from a source that has numbers.
  case number
  /// A part of one, `0.65`, that its workbook shows as percent.
  case percent
  /// A day, `2026-05-06`, or a time of a day, `2026-05-06T19:58:00`, from a source that has dates.
  case date
  /// `true` or `false`, from a source that has them.
  case boolean
  /// An error value of a workbook, `#N/A`.
  case error
  /// A list of rows inside the cell, as YAML and JSON can hold; the bytes are its number.
  case list
}

/// Where the bytes of a cell lie and what they are, in eight bytes: 32 bits of offset, 27 of length,
/// one that says which store, 4 of kind.
struct PackedCell: Hashable, Sendable {
  static let greatestLength = 1 << 27 - 1

  private let bits: UInt64

  /// A cell without content.
  static let blank = PackedCell(offset: 0, length: 0)

  init(offset: Int, length: Int, isRewritten: Bool = false, kind: CellKind = .text) {
    bits =
      UInt64(truncatingIfNeeded: offset) << 32
      | UInt64(truncatingIfNeeded: length) << 5
      | (isRewritten ? 16 : 0) | UInt64(kind.rawValue)
  }

  var offset: Int { Int(truncatingIfNeeded: bits >> 32) }
  var length: Int { Int(truncatingIfNeeded: bits >> 5 & 0x7FF_FFFF) }
  /// Whether the bytes lie in the store of rewritten cells instead of the source's text.
  var isRewritten: Bool { bits & 16 != 0 }
  var kind: CellKind { CellKind(rawValue: UInt8(truncatingIfNeeded: bits & 15)) ?? .text }
}

/// One row of a list inside a cell: keys, their values and where those were written.
package struct NestedRow: Hashable, Sendable {
  /// One key of the row with its value.
  package struct Entry: Hashable, Sendable {
    package let key: String
    package let value: String
    package let place: Place
  }

  /// The entries in the order written.
  package let entries: [Entry]
  /// Where the row starts.
  package let place: Place
}
