/// Rows of cells of any length, packed: the bytes once, eight bytes a cell, sixteen a row.
///
/// A grid of a hundred megabytes of CSV costs little more than the file: cells point into its text,
/// and only cells that had to be rewritten (doubled quotes) lie in a store of their own.
struct CellGrid: Hashable, Sendable {
  /// A row: where its cells start, its line or its number in the sheet, where its bytes start.
  struct Row: Hashable, Sendable {
    let firstCell: UInt32
    let line: UInt32
    let offset: UInt32
    /// Whether the row is broken and must not be used: a diagnostic says why.
    var isBroken = false
    /// Whether a cell of the row adds up cells above it, as a formula of its workbook says.
    var sums = false
  }

  /// The text of the file, in UTF-8.
  var text: [UInt8] = []
  /// The bytes of cells that do not stand in the text as they are.
  var rewritten: [UInt8] = []
  var cells: [PackedCell] = []
  var rows: [Row] = []
  var lists: [[NestedRow]] = []

  /// How many cells a row has.
  func width(_ row: Int) -> Int {
    let end = row + 1 < rows.count ? Int(rows[row + 1].firstCell) : cells.count
    return end - Int(rows[row].firstCell)
  }

  /// The cell at a place of the grid; blank beyond the end of its row.
  func cell(_ row: Int, _ column: Int) -> PackedCell {
    guard column < width(row) else { return .blank }
    return cells[Int(rows[row].firstCell) + column]
  }

  /// Lends the bytes of a cell.
  @inline(__always)
  func withBytes<Result>(of cell: PackedCell, _ body: (Span<UInt8>) -> Result) -> Result {
    let range = cell.offset..<cell.offset + cell.length
    return cell.isRewritten
      ? body(rewritten.span.extracting(range)) : body(text.span.extracting(range))
  }

  /// The text of a cell.
  func text(of cell: PackedCell) -> String {
    withBytes(of: cell) { String(copying: $0) }
  }

  /// Whether a cell holds nothing but spaces.
  func isBlank(_ cell: PackedCell) -> Bool {
    if cell.length == 0 { return true }
    return withBytes(of: cell) { $0.trimmedRange.isEmpty }
  }

  /// Whether all cells of a row are blank.
  func isBlankRow(_ row: Int) -> Bool {
    let first = Int(rows[row].firstCell)
    return (first..<first + width(row)).allSatisfy { isBlank(cells[$0]) }
  }

  /// Adds a cell whose bytes are not part of the text.
  mutating func append(_ bytes: some Sequence<UInt8>, kind: CellKind) {
    let offset = rewritten.count
    rewritten.append(contentsOf: bytes)
    cells.append(
      PackedCell(
        offset: offset, length: rewritten.count - offset, isRewritten: true, kind: kind))
  }

  /// Starts a row at the end.
  mutating func startRow(line: Int, offset: Int = 0) {
    rows.append(
      Row(
        firstCell: UInt32(clamping: cells.count), line: UInt32(clamping: line),
        offset: UInt32(clamping: offset)))
  }
}

extension String {
  /// The text of UTF-8 bytes.
  package init(copying bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension Span<UInt8> {
  /// The bytes without the spaces at both ends: blanks, tabs, line breaks, U+00A0, U+3000, those from
  /// U+2000 on, and marks that show nothing, as web pages leave them in copied text.
  package var trimmedRange: Range<Int> {
    var (start, end) = (0, count)
    while start < end {
      let width = spaceWidth(at: start, until: end)
      if width == 0 { break }
      start += width
    }
    while end > start {
      let width = spaceWidth(before: end, from: start)
      if width == 0 { break }
      end -= width
    }
    return start..<end
  }

  private func spaceWidth(at index: Int, until end: Int) -> Int {
    switch self[index] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xC2 where index + 1 < end && self[index + 1] == 0xA0: return 2
    case 0xE3 where index + 2 < end && self[index + 1] == 0x80 && self[index + 2] == 0x80: return 3
    case 0xE2, 0xEF:
      return index + 2 < end && isSpace(self[index], self[index + 1], self[index + 2]) ? 3 : 0
    default: return 0
    }
  }

  /// Whether three bytes are one of the spaces from U+2000 on, a mark without width or of direction,
  /// U+202F or U+FEFF.
  private func isSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    if first == 0xEF { return second == 0xBB && third == 0xBF }
    return second == 0x80 && (third <= 0x8F || third == 0xAF)
  }

  private func spaceWidth(before end: Int, from start: Int) -> Int {
    switch self[end - 1] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xA0 where end - 2 >= start && self[end - 2] == 0xC2: return 2
    case 0x80 where end - 3 >= start && self[end - 2] == 0x80 && self[end - 3] == 0xE3: return 3
    case 0x80...0xBF where end - 3 >= start:
      return (self[end - 3] == 0xE2 || self[end - 3] == 0xEF)
        && isSpace(self[end - 3], self[end - 2], self[end - 1]) ? 3 : 0
    default: return 0
    }
  }
}
