/// The cells of one column, those with the same bytes and kind counted as one: a column of a million
/// rows and six stages has six to be read.
///
/// Spaces at both ends of a cell do not count. The numbers follow the order of the rows, so nothing
/// here depends on how the cells are hashed.
///
///     // of a column 甲, 乙, 甲
///     cells.numbers    // [0, 1, 0]
///     cells.firstRows  // [0, 1]
package struct DistinctCells: Sendable {
  /// For each row of the table the number of its cell; `none` for rows that were not asked for.
  package private(set) var numbers: [Int32]
  /// For each number the first row that has it.
  package private(set) var firstRows: [Int] = []

  /// What stands for no number.
  package static let none: Int32 = -1
}

extension Table {
  /// The distinct cells of a column in some of its rows, given in rising order.
  package func distinctCells(ofColumn column: Int, inRows rows: [Int]) -> DistinctCells {
    var cells = DistinctCells(rowCount: rowCount)
    var index = CellIndex(grid)
    for row in rows {
      cells.add(row, index.number(of: grid.trimmed(grid.cell(headerRow + 1 + row, column))))
    }
    return cells
  }

  /// Lends the bytes of a column's cells, without the spaces at both ends, and their kinds: what
  /// `withCell` does, for many rows.
  package func forEachCell(
    ofColumn column: Int, inRows rows: [Int], _ body: (Int, Span<UInt8>, CellKind) -> Void
  ) {
    let grid = grid
    for row in rows {
      let cell = grid.trimmed(grid.cell(headerRow + 1 + row, column))
      grid.withBytes(of: cell) { body(row, $0, cell.kind) }
    }
  }
}

extension DistinctCells {
  fileprivate init(rowCount: Int) {
    numbers = [Int32](repeating: Self.none, count: rowCount)
  }

  @inline(__always)
  fileprivate mutating func add(_ row: Int, _ number: Int32) {
    numbers[row] = number
    if Int(number) == firstRows.count { firstRows.append(row) }
  }
}

/// Numbers cells by their bytes and kind: a hash table with open addressing.
///
/// A slot holds 32 bits of the cell's hash and its number plus one; the bytes stay in the grid. The
/// hash has a secret of its own in every process, so no file can be made to collide.
private struct CellIndex {
  private let grid: CellGrid
  /// The cell of each number.
  private var cells: [PackedCell] = []
  private var slots = [UInt64](repeating: 0, count: 64)

  init(_ grid: CellGrid) { self.grid = grid }

  /// The number of a cell; the next one where there is none like it yet.
  mutating func number(of cell: PackedCell) -> Int32 {
    let tag = grid.withBytes(of: cell) { tableHash(of: $0, kind: cell.kind) }
    let mask = slots.count - 1
    var place = Int(tag) & mask
    while slots[place] != 0 {
      let number = Int(truncatingIfNeeded: slots[place] & 0xFFFF_FFFF) - 1
      if slots[place] >> 32 == tag, grid.haveSameBytes(cells[number], cell) {
        return Int32(truncatingIfNeeded: number)
      }
      place = (place + 1) & mask
    }
    cells.append(cell)
    slots[place] = tag << 32 | UInt64(cells.count)
    if cells.count * 2 > slots.count { grow() }
    return Int32(truncatingIfNeeded: cells.count - 1)
  }

  /// Makes four times as many slots; the tags say where each goes.
  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 4)
    let mask = slots.count - 1
    for slot in old where slot != 0 {
      var place = Int(slot >> 32) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}

extension CellGrid {
  /// A cell without the spaces at both ends.
  @inline(__always)
  func trimmed(_ cell: PackedCell) -> PackedCell {
    if cell.length == 0 { return cell }
    let range = withBytes(of: cell) { $0.trimmedRange }
    return PackedCell(
      offset: cell.offset + range.lowerBound, length: range.count, isRewritten: cell.isRewritten,
      kind: cell.kind)
  }

  /// Whether two cells are of one kind and have the same bytes.
  @inline(__always)
  fileprivate func haveSameBytes(_ one: PackedCell, _ other: PackedCell) -> Bool {
    guard one.length == other.length, one.kind == other.kind else { return false }
    return withBytes(of: one) { first in withBytes(of: other) { first.hasSameBytes(as: $0) } }
  }
}
