import Glibc

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
  package fileprivate(set) var numbers: [Int32]
  /// For each number the first row that has it.
  package fileprivate(set) var firstRows: [Int] = []

  /// What stands for no number.
  package static let none: Int32 = -1
}

extension Table {
  /// The distinct cells of a column in some of its rows, given in rising order.
  package func distinctCells(ofColumn column: Int, inRows rows: [Int]) -> DistinctCells {
    grid.withView { view in
      var cells = DistinctCells(numbers: [Int32](repeating: DistinctCells.none, count: rowCount))
      var index = CellIndex(view)
      for row in rows {
        let number = index.number(of: view.trimmedCell(headerRow + 1 + row, column))
        cells.numbers[row] = number
        if Int(number) == cells.firstRows.count { cells.firstRows.append(row) }
      }
      return cells
    }
  }

  /// Lends the bytes of a column's cells, without the spaces at both ends, and their kinds: what
  /// `withCell` does, for many rows.
  package func forEachCell(
    ofColumn column: Int, inRows rows: [Int], _ body: (Int, Span<UInt8>, CellKind) -> Void
  ) {
    grid.withView { view in
      for row in rows {
        let cell = view.trimmedCell(headerRow + 1 + row, column)
        body(row, view.bytes(of: cell).span, cell.kind)
      }
    }
  }
}

/// Numbers cells by their bytes and kind: a hash table with open addressing.
///
/// A slot holds 32 bits of the cell's hash and its number plus one; the bytes stay in the grid.
private struct CellIndex {
  private let view: GridView
  private let hash = CellHash()
  /// The cell of each number.
  private var cells: [PackedCell] = []
  private var slots = [UInt64](repeating: 0, count: 64)

  init(_ view: GridView) { self.view = view }

  /// The number of a cell; the next one where there is none like it yet.
  @inline(__always)
  mutating func number(of cell: PackedCell) -> Int32 {
    let bytes = view.bytes(of: cell)
    let tag = hash(bytes, cell.kind)
    let mask = slots.count - 1
    var place = Int(tag) & mask
    while slots[place] != 0 {
      let number = Int(truncatingIfNeeded: slots[place] & 0xFFFF_FFFF) - 1
      if slots[place] >> 32 == tag, view.isSame(cells[number], cell, bytes) {
        return Int32(truncatingIfNeeded: number)
      }
      place = (place + 1) & mask
    }
    cells.append(cell)
    slots[place] = tag << 32 | UInt64(cells.count)
    if cells.count * 2 > slots.count { grow() }
    return Int32(truncatingIfNeeded: cells.count - 1)
  }

  /// Makes four times as many slots; the tags say where each cell goes.
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

extension GridView {
  /// Whether a cell is of the same kind as another and has its bytes.
  @inline(__always)
  fileprivate func isSame(
    _ known: PackedCell, _ cell: PackedCell, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard known.length == bytes.count, known.kind == cell.kind else { return false }
    guard let one = self.bytes(of: known).baseAddress, let other = bytes.baseAddress else {
      return true
    }
    return memcmp(one, other, bytes.count) == 0
  }
}
