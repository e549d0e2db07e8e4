extension Table {
  /// A column of a table that has one for each of several things, such as months.
  package struct StackedColumn: Hashable, Sendable {
    /// Its number.
    package let index: Int
    /// What it stands for: what the new column of labels holds in its rows.
    package let label: String

    package init(index: Int, label: String) {
      self.index = index
      self.label = label
    }
  }

  /// The table with a row for each value of some columns, which stand side by side in the file.
  ///
  /// A row holds the columns that are kept, a label and the value. Each cell still knows where it stands in the
  /// file; a row without a value is blank.
  ///
  ///     // 姓名,1月,2月 / 林,10,20
  ///     table.stacked([1月, 2月], keeping: [0], under: ["姓名", "月份", "目标"])
  ///     // 姓名,月份,目标 / 林,2026-01,10 / 林,2026-02,20
  package func stacked(
    _ columns: [StackedColumn], keeping kept: [Int], under newHeader: [String]
  ) -> Table? {
    Table.joined(
      columns.map { column in
        var part = rearranged(
          under: newHeader, columns: kept.map(Int?.some) + [nil, column.index])
        part.label(column.label, at: kept.count)
        return part
      })
  }

  /// Writes a text into a column of every row below the header that has a value behind it, and makes the
  /// others blank.
  private mutating func label(_ text: String, at column: Int) {
    grid.append(text.utf8, kind: .text)
    let label = grid.cells.removeLast()
    let first = grid.rows.count - rowCount
    for row in first..<grid.rows.count {
      let start = Int(grid.rows[row].firstCell)
      if grid.isBlank(grid.cell(row, column + 1)) {
        for offset in 0..<grid.width(row) { grid.cells[start + offset] = .blank }
      } else {
        grid.cells[start + column] = label
      }
    }
  }
}
