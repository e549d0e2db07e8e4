/// Rows of cells set under each other for a terminal, where a Chinese character takes two columns.
struct TextColumns {
  /// To which side the cells of a column keep.
  enum Side { case left, right }

  private let sides: [Side]
  private var rows: [[String]] = []

  /// Columns that keep to these sides.
  init(_ sides: [Side]) { self.sides = sides }

  /// Adds a row; a cell beyond the last column is left out.
  mutating func add(_ cells: [String]) { rows.append(Array(cells.prefix(sides.count))) }

  /// The rows, each cell as wide as the widest of its column, two blanks between them.
  var lines: [String] {
    let widths = sides.indices.map { column in
      rows.map { column < $0.count ? Self.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, zip(sides, widths)).map { cell, column in
        let blanks = String(repeating: " ", count: column.1 - Self.width(of: cell))
        return column.0 == .left ? cell + blanks : blanks + cell
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private static func width(of text: String) -> Int {
    harmless(text).unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
  }
}
