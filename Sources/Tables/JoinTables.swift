import Diagnostics

extension Table {
  /// One of the tables that were joined: where its rows begin, and what their places are made of.
  struct Part: Sendable {
    /// The first of its rows below the header of the joined table.
    let firstRow: Int
    let origin: TableOrigin
    let placing: Placing
    /// How far its cells were moved, and its text.
    let movedCells: Int
    let movedText: Int
  }

  /// Tables with the same header as one, row behind row, each row with the place of its own file; nil
  /// where their headers differ, they are too large together, or there are none.
  ///
  ///     Table.joined([november, december])?.rowCount  // the rows of both
  package static func joined(_ tables: [Table]) -> Table? {
    guard let first = tables.first else { return nil }
    guard tables.count > 1 else { return first }
    let isAlike = tables.allSatisfy { $0.header == first.header && $0.uses1904 == first.uses1904 }
    let bytes = tables.reduce(0) { $0 + $1.grid.text.count + $1.grid.rewritten.count }
    guard isAlike, bytes < Int(Int32.max) else { return nil }
    var joined = first
    joined.parts = [
      Part(firstRow: 0, origin: first.origin, placing: first.placing, movedCells: 0, movedText: 0)
    ]
    for table in tables.dropFirst() { joined.append(table) }
    return joined
  }

  /// The number of the file, among those that were joined, in which a row stands.
  package func part(ofRow row: Int) -> Int {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].firstRow <= row { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Whether the rows come from several files or sheets.
  package var isJoined: Bool { !parts.isEmpty }

  /// The files and sheets that the rows come from.
  package var origins: [TableOrigin] { parts.isEmpty ? [origin] : parts.map(\.origin) }

  /// The file and sheet of a row.
  package func origin(ofRow row: Int) -> TableOrigin {
    parts.isEmpty ? origin : parts[part(ofRow: row)].origin
  }

  private mutating func append(_ table: Table) {
    let source = table.grid
    let (text, rewritten, lists) = (grid.text.count, grid.rewritten.count, grid.lists.count)
    // The header of the other table is not repeated.
    let firstRow = table.headerRow + 1
    let firstCell =
      firstRow < source.rows.count ? Int(source.rows[firstRow].firstCell) : source.cells.count
    let moved = grid.cells.count - firstCell
    let oldRows = grid.rows.count
    parts.append(
      Part(
        firstRow: rowCount, origin: table.origin, placing: table.placing, movedCells: moved,
        movedText: text))
    grid.text += source.text
    grid.rewritten += source.rewritten
    grid.lists += source.lists
    for cell in source.cells[firstCell...] {
      if cell.kind == .list {
        grid.append(String((Int(source.text(of: cell)) ?? 0) + lists).utf8, kind: .list)
      } else {
        grid.cells.append(cell.moved(by: cell.isRewritten ? rewritten : text))
      }
    }
    for row in source.rows.dropFirst(firstRow) {
      grid.rows.append(row.moved(cells: moved, text: text))
    }
    for (column, rows) in table.carried {
      carried[column, default: []].formUnion(rows.map { $0 + Int32(oldRows - firstRow) })
    }
  }
}

extension PackedCell {
  fileprivate func moved(by distance: Int) -> PackedCell {
    PackedCell(
      offset: offset + distance, length: length, isRewritten: isRewritten, kind: kind)
  }
}

extension CellGrid.Row {
  fileprivate func moved(cells: Int, text: Int) -> CellGrid.Row {
    CellGrid.Row(
      firstCell: UInt32(clamping: Int(firstCell) + cells), line: line,
      offset: UInt32(clamping: Int(offset) + text), isBroken: isBroken, sums: sums)
  }
}
