/// A table of cells, each with a word and filled as far up as its value: a month by its days, classes
/// against classes.
package struct Cells: Hashable, Sendable {
  /// One cell.
  package struct Cell: Hashable, Sendable {
    package let name, text: String
    /// How much of the cell is filled, in thousandths.
    package let filled: Int

    /// A named cell.
    package init(_ name: String, text: String = "", filled: Int = 0) {
      (self.name, self.text, self.filled) = (name, text, filled)
    }
  }

  private static let width = 480
  private static let rowHeight = 54
  private static let size = 14
  private static let head = 22

  /// What stands above each column.
  package let columns: [String]
  /// The rows; nil is no cell.
  package let rows: [[Cell?]]

  /// Cells in rows.
  package init(columns: [String], rows: [[Cell?]]) { (self.columns, self.rows) = (columns, rows) }

  /// The picture.
  ///
  ///     Cells(columns: ["A"], rows: [[.init("1", text: "3.5", filled: 875)]]).picture
  package var picture: Picture {
    let room = Self.width / max(columns.count, 1)
    var shapes = columns.enumerated().map { number, name -> Picture.Shape in
      let text = Label.fitting(name, width: room - 4, size: Self.size)
      return .label(Label(text, x: number * room + 2, y: Self.size + 2, size: Self.size))
    }
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() where column < columns.count {
        guard let cell else { continue }
        shapes += self.shapes(
          of: cell,
          Box(
            x: column * room, y: Self.head + row * Self.rowHeight, width: room,
            height: Self.rowHeight))
      }
    }
    return Picture(
      width: Self.width, height: Self.head + rows.count * Self.rowHeight + 2, shapes: shapes)
  }

  private func shapes(of cell: Cell, _ box: Box) -> [Picture.Shape] {
    let (right, bottom) = (box.x + box.width, box.y + box.height)
    let frame = Picture.Shape.line(
      [
        .init(x: box.x, y: box.y), .init(x: right, y: box.y), .init(x: right, y: bottom),
        .init(x: box.x, y: bottom), .init(x: box.x, y: box.y),
      ], .axis)
    // The filling stands below the words, so that no word lies on it.
    let most = box.height - 38
    let tall = most * min(max(cell.filled, 0), 1000) / 1000
    var shapes = [frame]
    if tall > 0 {
      shapes.append(
        .bar(
          Box(x: box.x + 2, y: bottom - tall - 1, width: box.width - 4, height: tall),
          .main))
    }
    for (number, word) in [cell.name, cell.text].enumerated() where !word.isEmpty {
      let text = Label.fitting(word, width: box.width - 6, size: Self.size)
      shapes.append(
        .label(
          Label(text, x: box.x + 3, y: box.y + 15 + number * 18, size: Self.size)))
    }
    return shapes
  }
}
