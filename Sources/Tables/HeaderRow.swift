import Diagnostics

extension Table {
  /// A table from a grid: finds its header, or says that there is none.
  ///
  /// The header is the first row that is not blank; but where that row has one cell only and a row
  /// soon after has more, it is a title above the table and passed over.
  static func make(
    _ name: String, _ grid: CellGrid, _ placing: Placing, origin: TableOrigin
  ) -> Parsed<Table?> {
    guard let headerRow = headerRow(of: grid) else {
      return Parsed(nil, [.noHeader(at: Place(path: origin.placePath))])
    }
    var header = (0..<grid.width(headerRow)).map { column in
      grid.withBytes(of: grid.cell(headerRow, column)) { bytes in
        String(copying: bytes.extracting(bytes.trimmedRange))
      }
    }
    while header.last?.isEmpty == true { header.removeLast() }
    return Parsed(
      Table(
        name: name, origin: origin, header: header, grid: grid, placing: placing,
        headerRow: headerRow))
  }

  private static func headerRow(of grid: CellGrid) -> Int? {
    let filled = grid.rows.indices.lazy.filter { !grid.isBlankRow($0) }.prefix(10)
    guard let first = filled.first else { return nil }
    return filled.first { filledCells(of: $0, in: grid) > 1 } ?? first
  }

  private static func filledCells(of row: Int, in grid: CellGrid) -> Int {
    (0..<grid.width(row)).count { !grid.isBlank(grid.cell(row, $0)) }
  }
}
