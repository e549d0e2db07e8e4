extension Table {
  /// Lets merged cells of several rows stand for every row that they cover: a spreadsheet keeps their
  /// value in the first row only.
  ///
  /// Only blank cells below the header are filled, and which they are is remembered: what a number
  /// says of four rows together must not be counted four times.
  mutating func carryDown(_ merged: [MergedCells]) {
    let blocks = merged.sorted { $0.rows.lowerBound < $1.rows.lowerBound }[...]
    guard !blocks.isEmpty else { return }
    let old = grid
    var waiting = blocks
    var open: [(block: MergedCells, value: PackedCell)] = []
    grid.cells = []
    grid.rows = []
    for row in old.rows.indices {
      let line = Int(old.rows[row].line)
      open.removeAll { $0.block.rows.upperBound < line }
      var cells = (0..<old.width(row)).map { old.cell(row, $0) }
      if row > headerRow {
        for (block, value) in open { fill(&cells, block.columns.lowerBound, value, row) }
      }
      while let next = waiting.first, next.rows.lowerBound <= line {
        waiting.removeFirst()
        let column = next.columns.lowerBound
        guard next.rows.lowerBound == line, column < cells.count,
          open.count < SheetReader.mostColumns
        else { continue }
        open.append((next, cells[column]))
      }
      grid.rows.append(old.rows[row].starting(at: grid.cells.count))
      grid.cells += cells
    }
  }

  private mutating func fill(
    _ cells: inout [PackedCell], _ column: Int, _ value: PackedCell, _ row: Int
  ) {
    while cells.count <= column { cells.append(.blank) }
    guard grid.isBlank(cells[column]), !grid.isBlank(value) else { return }
    cells[column] = value
    carried[column, default: []].insert(Int32(truncatingIfNeeded: row))
  }
}

extension CellGrid.Row {
  fileprivate func starting(at cell: Int) -> CellGrid.Row {
    CellGrid.Row(
      firstCell: UInt32(clamping: cell), line: line, offset: offset, isBroken: isBroken,
      sums: sums)
  }
}
