/// A place in a source file, as people and editors count.
///
///     Place(path: "Content/index.md", line: 3, column: 5).description  // "Content/index.md:3:5"
package struct Place: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// The path as the user would type it, relative to the workspace; a place in a workbook is
  /// `file.xlsx[Sheet]`.
  package let path: String
  /// The line from 1; 0 where the whole file is meant.
  package let line: Int
  /// The column in Unicode scalars from 1 (a tab is one); 0 where the whole line is meant.
  package let column: Int
  /// The cell of a workbook, `B12`, printed instead of line and column.
  package let cell: String?

  /// Makes a place; without a line the whole file is meant.
  package init(path: String, line: Int = 0, column: Int = 0, cell: String? = nil) {
    self.path = path
    self.line = line
    self.column = column
    self.cell = cell
  }

  package var description: String {
    if let cell { return "\(path)!\(cell)" }
    if line == 0 { return path }
    return column == 0 ? "\(path):\(line)" : "\(path):\(line):\(column)"
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.path, left.line, left.column, left.cell ?? "")
      < (right.path, right.line, right.column, right.cell ?? "")
  }
}
