import Diagnostics

extension Table {
  /// A table from a grid: finds its header, or says that there is none.
  ///
  /// The header is the first row that is not blank; but where that row has one cell only and a row
  /// soon after has more, it is a title above the table and passed over. Where cells of the header
  /// are merged sideways, the row below names the columns under them: `联系人 - 姓名`.
  static func make(
    _ name: String, _ grid: CellGrid, _ placing: Placing, origin: TableOrigin,
    merged: [MergedCells] = []
  ) -> Parsed<Table?> {
    guard let top = headerRow(of: grid) else {
      return Parsed(nil, [.noHeader(at: Place(path: origin.placePath))])
    }
    var header = texts(of: top, in: grid)
    var headerRow = top
    let groups = merged.filter {
      $0.rows == Int(grid.rows[top].line)...Int(grid.rows[top].line) && $0.columns.count > 1
    }
    if isHeader(below: top, groups, in: grid) {
      header = joined(header, texts(of: top + 1, in: grid), groups)
      headerRow = top + 1
    }
    while header.last?.isEmpty == true { header.removeLast() }
    var table = Table(
      name: name, origin: origin, header: header, grid: grid, placing: placing,
      headerRow: headerRow)
    table.textsAbove = (0..<top).flatMap { texts(of: $0, in: grid) }.filter { !$0.isEmpty }
    return Parsed(table)
  }

  /// Whether the row below a header with merged cells belongs to it: it has words under the merged
  /// cells and nothing under the others, which are merged downwards.
  private static func isHeader(below top: Int, _ groups: [MergedCells], in grid: CellGrid) -> Bool {
    guard !groups.isEmpty, top + 1 < grid.rows.count else { return false }
    let filled = (0..<grid.width(top + 1)).filter { !grid.isBlank(grid.cell(top + 1, $0)) }
    return !filled.isEmpty
      && filled.allSatisfy { column in
        grid.cell(top + 1, column).kind == .text
          && (groups.contains { $0.columns.contains(column) }
            || grid.isBlank(grid.cell(top, column)))
      }
  }

  private static func texts(of row: Int, in grid: CellGrid) -> [String] {
    (0..<grid.width(row)).map { column in
      grid.withBytes(of: grid.cell(row, column)) { bytes in
        String(copying: bytes.extracting(bytes.trimmedRange))
      }
    }
  }

  /// The headers of two rows, the upper one's merged cells standing for all columns below them.
  private static func joined(_ upper: [String], _ lower: [String], _ groups: [MergedCells])
    -> [String]
  {
    (0..<max(upper.count, lower.count)).map { column in
      let group = groups.first { $0.columns.contains(column) }
      let index = group?.columns.lowerBound ?? column
      let above = index < upper.count ? upper[index] : ""
      let below = column < lower.count ? lower[column] : ""
      if above.isEmpty || below.isEmpty { return above.isEmpty ? below : above }
      return group == nil ? above : "\(above) - \(below)"
    }
  }

  private static func headerRow(of grid: CellGrid) -> Int? {
    let filled = grid.rows.indices.lazy.filter { !grid.isBlankRow($0) }.prefix(10)
    guard let first = filled.first else { return nil }
    guard let header = filled.first(where: { filledCells(of: $0, in: grid) > 1 }) else {
      return first
    }
    // A title with the unit beside it: 销售明细 … 单位：万元.
    if let next = filled.first(where: { $0 > header }), saysUnit(header, in: grid),
      filledCells(of: next, in: grid) > filledCells(of: header, in: grid)
    {
      return next
    }
    return header
  }

  /// Whether a cell of a row says what unit all numbers below it have.
  private static func saysUnit(_ row: Int, in grid: CellGrid) -> Bool {
    texts(of: row, in: grid).contains { text in
      ["单位:", "单位：", "單位:", "單位："].contains(where: text.contains)
    }
  }

  private static func filledCells(of row: Int, in grid: CellGrid) -> Int {
    (0..<grid.width(row)).count { !grid.isBlank(grid.cell(row, $0)) }
  }
}
