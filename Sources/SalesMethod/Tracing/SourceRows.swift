/// Rows of tables in the order of file and line, each once; rows that stand in no file are left out.
///
///     SourceRows([later, earlier, later]).rows  // earlier, later
package struct SourceRows: Hashable, Sendable {
  /// The rows.
  package let rows: [Row]

  /// Sorts rows and takes each once.
  package init(_ rows: [Row] = []) {
    self.rows = Set(rows).filter { $0.line > 0 }.sorted {
      ($0.path, $0.line) < ($1.path, $1.line)
    }
  }

  /// The rows of both.
  package static func + (left: Self, right: Self) -> Self { Self(left.rows + right.rows) }
}
