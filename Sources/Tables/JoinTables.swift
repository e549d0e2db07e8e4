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
    /// Whether its numbers that stand for days count from 1904.
    var uses1904 = false
    /// The table as it was, where its columns were moved.
    var source: Rearrangement?
  }

  /// A table whose columns were moved, as it was.
  struct Rearrangement: Sendable {
    let table: Table
    /// Which of its columns stands in each place; nil: none.
    let columns: [Int?]

    /// The column of the table that a column is now; those beyond the header stand behind it.
    func column(_ column: Int) -> Int? {
      column < columns.count ? columns[column] : table.header.count + column - columns.count
    }
  }

  /// Tables with the same header as one, row behind row, each row with the place of its own file; nil
  /// where their headers differ, they are too large together, or there are none.
  ///
  ///     Table.joined([november, december])?.rowCount  // the rows of both
  package static func joined(_ tables: [Table]) -> Table? {
    guard let first = tables.first else { return nil }
    guard tables.count > 1 else { return first }
    let isAlike = tables.allSatisfy {
      $0.header == first.header && $0.unitsAbove == first.unitsAbove
    }
    let bytes = tables.reduce(0) { $0 + $1.grid.text.count + $1.grid.rewritten.count }
    guard isAlike, bytes < Int(Int32.max) else { return nil }
    var joined = first
    if joined.parts.isEmpty { joined.parts = [first.wholePart] }
    for table in tables.dropFirst() { joined.append(table) }
    return joined
  }

  /// The table as the only part of one.
  private var wholePart: Part {
    Part(
      firstRow: 0, origin: origin, placing: placing, movedCells: 0, movedText: 0,
      uses1904: uses1904)
  }

  /// The table with other headers, and below each the cells of one of its columns or none; every cell
  /// still knows where it stands in the file.
  ///
  ///     table.rearranged(under: ["客户", "日期"], columns: [1, nil]).text(0, 0)  // table.text(0, 1)
  package func rearranged(under newHeader: [String], columns: [Int?]) -> Table {
    var made = self
    made.header = newHeader
    made.grid.cells = []
    made.grid.rows = []
    for index in grid.rows.indices {
      let row = grid.rows[index]
      made.grid.rows.append(row.starting(at: made.grid.cells.count))
      made.grid.cells += columns.map { $0.map { grid.cell(index, $0) } ?? .blank }
      guard grid.width(index) > header.count else { continue }
      made.grid.cells += (header.count..<grid.width(index)).map { grid.cell(index, $0) }
    }
    made.carried = [:]
    for (new, old) in columns.enumerated() {
      if let old, let rows = carried[old] { made.carried[new] = rows }
    }
    var part = wholePart
    part.source = Rearrangement(table: self, columns: columns)
    made.parts = [part]
    return made
  }

  /// The table with more headers behind its own, and nothing below them.
  package func under(_ longerHeader: [String]) -> Table {
    var made = self
    made.header = longerHeader
    return made
  }

  /// Whether a row's numbers that stand for days count from 1904.
  package func uses1904(ofRow row: Int) -> Bool {
    parts.isEmpty ? uses1904 : parts[part(ofRow: row)].uses1904
  }

  /// How many files or sheets the rows come from.
  package var partCount: Int { max(1, parts.count) }

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

  /// The headers that a file, among those that were joined, has itself.
  package func header(ofPart part: Int) -> [String] {
    guard let source = parts.isEmpty ? nil : parts[part].source else { return header }
    return source.columns.indices.map { column in
      source.columns[column].map { source.table.header[$0] } ?? ""
    }
  }

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
        movedText: text, uses1904: table.uses1904, source: table.parts.first?.source))
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
  /// The row with its cells elsewhere.
  fileprivate func starting(at cell: Int) -> CellGrid.Row {
    CellGrid.Row(
      firstCell: UInt32(clamping: cell), line: line, offset: offset, isBroken: isBroken, sums: sums)
  }
}
