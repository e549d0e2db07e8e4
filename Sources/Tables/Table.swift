package import Diagnostics

/// A table of any source: a header and rows of cells that still are what the file says.
///
/// Nothing is interpreted here: `3.5万` is text, and which column is the customer is for SalesData to
/// find. Every cell knows its place.
///
///     let table = readTables(SourceFile(path: "a.csv", text: "名称,金额\n甲,12\n")).value[0]
///     table.header        // ["名称", "金额"]
///     table.text(0, 1)    // "12"
package struct Table: Sendable {
  /// How a cell is found again in the file.
  enum Placing: Hashable, Sendable {
    /// By splitting its line again.
    case separated(by: UInt8)
    /// By its letters and number: `B12`.
    case sheet
    /// Written down for each cell, line and column in turn.
    case recorded([Position])
    /// A row of a query's answer.
    case query
  }

  /// Line and column of a cell.
  struct Position: Hashable, Sendable {
    let line: UInt32
    let column: UInt32
  }

  /// The name: a file's base name, a sheet's name.
  package var name: String
  /// Where it came from.
  package let origin: TableOrigin
  /// The headers as written, without spaces at the ends; empty for a column without one.
  package internal(set) var header: [String]

  /// What stands above the header: a title, the unit of all amounts.
  package internal(set) var textsAbove: [String] = []

  /// Those of them that may name a unit.
  package var unitsAbove: [String] {
    textsAbove.filter { text in
      text.count <= 60
        && (["单位", "單位", "unit", "Unit", "Currency"].contains(where: text.contains)
          || "(（".contains(text.first ?? " "))
    }
  }

  var grid: CellGrid
  let placing: Placing
  /// The grid's row of the header.
  private(set) var headerRow: Int
  /// The rows of the grid whose value comes from a merged cell above, by column.
  var carried: [Int: Set<Int32>] = [:]
  /// The tables that this one was joined from; empty where it is one file's or sheet's.
  var parts: [Part] = []
  /// Whether numbers that stand for days count from 1904, as old workbooks of the Mac do.
  package internal(set) var uses1904 = false

  /// The same table with the header in one of its rows, where what was taken for it is none: a
  /// printout has its own lines above.
  ///
  ///     table.headed(byRow: 0).header  // the texts of the first row
  package func headed(byRow row: Int) -> Table {
    var made = self
    made.textsAbove += (header + (0..<row).flatMap { texts(ofRow: $0) }).filter { !$0.isEmpty }
    made.header = texts(ofRow: row)
    while made.header.last?.isEmpty == true { made.header.removeLast() }
    made.headerRow = headerRow + 1 + row
    return made
  }

  /// The texts of a row, without the spaces at their ends.
  package func texts(ofRow row: Int) -> [String] {
    (0..<width(ofRow: row)).map { withCell(row, $0) { bytes, _ in String(copying: bytes) } }
  }

  /// How many rows stand below the header, blank ones included.
  package var rowCount: Int { grid.rows.count - headerRow - 1 }

  /// How many cells a row has, which may be fewer or more than the header.
  package func width(ofRow row: Int) -> Int { grid.width(headerRow + 1 + row) }

  /// The line of a row in the file, or its number in the sheet.
  package func line(ofRow row: Int) -> Int { Int(grid.rows[headerRow + 1 + row].line) }

  /// Whether a row could not be read as a whole; a diagnostic of the reader says why.
  package func isBroken(row: Int) -> Bool { grid.rows[headerRow + 1 + row].isBroken }

  /// Whether the table can hold formulas that add up cells.
  package var mayHaveSums: Bool { origin.format == .xlsx }

  /// Whether a cell of the row adds up cells above it by a formula.
  package func sums(row: Int) -> Bool { grid.rows[headerRow + 1 + row].sums }

  /// Whether all cells of a row are blank.
  package func isBlank(row: Int) -> Bool { grid.isBlankRow(headerRow + 1 + row) }

  /// Whether a cell holds nothing but spaces.
  package func isBlank(_ row: Int, _ column: Int) -> Bool {
    grid.isBlank(grid.cell(headerRow + 1 + row, column))
  }

  /// Whether a cell's value stands in a merged cell that begins above it.
  package func isCarried(_ row: Int, _ column: Int) -> Bool {
    carried[column]?.contains(Int32(truncatingIfNeeded: headerRow + 1 + row)) ?? false
  }

  /// Whether any value comes from a merged cell above.
  package var hasCarriedCells: Bool { !carried.isEmpty }

  /// What a cell holds.
  package func kind(_ row: Int, _ column: Int) -> CellKind {
    grid.cell(headerRow + 1 + row, column).kind
  }

  /// The text of a cell as it stands in the file.
  package func text(_ row: Int, _ column: Int) -> String {
    grid.text(of: grid.cell(headerRow + 1 + row, column))
  }

  /// Lends the bytes of a cell, without the spaces at both ends, and its kind.
  @inline(__always)
  package func withCell<Result>(
    _ row: Int, _ column: Int, _ body: (Span<UInt8>, CellKind) -> Result
  ) -> Result {
    let cell = grid.cell(headerRow + 1 + row, column)
    return grid.withBytes(of: cell) { body($0.extracting($0.trimmedRange), cell.kind) }
  }

  /// The rows of a list inside a cell; empty for any other cell.
  package func list(_ row: Int, _ column: Int) -> [NestedRow] {
    let cell = grid.cell(headerRow + 1 + row, column)
    guard cell.kind == .list, let index = Int(grid.text(of: cell)) else { return [] }
    return grid.lists[index]
  }

  /// Where a cell stands in the file.
  package func place(_ row: Int, _ column: Int) -> Place {
    place(gridRow: headerRow + 1 + row, column: column)
  }

  /// Where a header stands in the file.
  package func placeOfHeader(_ column: Int) -> Place { place(gridRow: headerRow, column: column) }

  /// Where a row starts in the file.
  package func place(ofRow row: Int) -> Place {
    Place(path: origin(ofRow: row).placePath, line: line(ofRow: row))
  }

  private func place(gridRow: Int, column: Int) -> Place {
    let row = grid.rows[gridRow]
    let line = Int(row.line)
    let part = parts.isEmpty ? nil : parts[part(ofRow: gridRow - headerRow - 1)]
    let origin = part?.origin ?? origin
    if let part, let source = part.source {
      guard let own = source.column(column) else {
        return Place(path: origin.placePath, line: line)
      }
      let above = gridRow <= headerRow
      let row = above ? source.table.headerRow : gridRow - headerRow - part.firstRow
      return source.table.place(
        gridRow: above ? row : source.table.headerRow + row, column: own)
    }
    switch part?.placing ?? placing {
    case .separated(let separator):
      return CSVSplitter.place(
        ofCell: column, from: Int(row.offset), line: line, in: grid.text, separator: separator,
        path: origin.path)
    case .sheet:
      return Place(
        path: origin.placePath, line: line, column: column + 1,
        cell: columnLetters(column) + String(line))
    case .recorded(let positions):
      guard column < grid.width(gridRow) else { return Place(path: origin.path, line: line) }
      let position = positions[Int(row.firstCell) - (part?.movedCells ?? 0) + column]
      return Place(path: origin.path, line: Int(position.line), column: Int(position.column))
    case .query: return Place(path: origin.path, line: line, column: column + 1)
    }
  }
}

/// The letters of a column of a sheet, counted from 0.
///
///     columnLetters(27)  // "AB"
package func columnLetters(_ column: Int) -> String {
  var letters: [Unicode.Scalar] = []
  var rest = column + 1
  while rest > 0 {
    letters.insert(Unicode.Scalar(UInt8(65 + (rest - 1) % 26)), at: 0)
    rest = (rest - 1) / 26
  }
  return String(String.UnicodeScalarView(letters))
}
