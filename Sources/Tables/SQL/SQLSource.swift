package import Diagnostics

/// A query of a database that stands for a table: `sql` in the settings, its connection already taken
/// from the environment.
package struct SQLSource: Hashable, Sendable {
  /// The canonical table.
  package let table: String
  /// `postgresql://…`, `sqlite:PATH` or the path of a SQLite file.
  ///
  /// It may hold a password and is never part of a message.
  package let url: String
  package let query: String
  /// How long connecting and the query may take together, in seconds.
  package let seconds: Int
  /// Where the settings say it.
  package let place: Place

  /// Describes a source.
  package init(table: String, url: String, query: String, seconds: Int = 30, place: Place) {
    self.table = table
    self.url = url
    self.query = query
    self.seconds = seconds
    self.place = place
  }
}

/// Why a database did not answer: the machine's failure, not a mistake in the settings.
package struct SQLFailure: Error, Hashable, CustomStringConvertible {
  package let description: String
}

/// Runs the query of a source, read-only and for no longer than its seconds, and gives its rows as a
/// table whose header are the names of the columns.
///
/// A query that the database refuses is a diagnostic; a database that is not there is thrown. The
/// path of a SQLite file is seen from the given folder.
///
///     try readTable(SQLSource(table: "deals", url: "sqlite:crm.db", query: "SELECT * FROM d", place: p))
package func readTable(
  _ source: SQLSource, in folder: String = "."
) throws(SQLFailure) -> Parsed<Table?> {
  func located(_ path: String) -> String { path.hasPrefix("/") ? path : folder + "/" + path }
  let url = source.url
  if url.hasPrefix("postgresql://") || url.hasPrefix("postgres://") {
    return try readPostgreSQL(source)
  }
  for prefix in ["sqlite://", "sqlite:"] where url.hasPrefix(prefix) {
    return try readSQLite(source, path: located(String(url.dropFirst(prefix.count))))
  }
  guard url.contains("/") || url.hasSuffix(".db") || url.contains(".sqlite") else {
    return Parsed(nil, [.unknownDatabase(at: source.place)])
  }
  return try readSQLite(source, path: located(url))
}

/// Gathers the rows of an answer.
struct AnswerRows {
  private(set) var grid = CellGrid()
  private let names: [String]

  init(columns names: [String]) {
    self.names = names
    grid.startRow(line: 0)
    for name in names { grid.append(name.utf8, kind: .text) }
  }

  mutating func startRow() { grid.startRow(line: grid.rows.count) }

  /// Adds a value; nil for NULL.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>?, kind: CellKind) {
    if let bytes { grid.append(bytes, kind: kind) } else { grid.cells.append(.blank) }
  }

  /// Whether the answer has grown beyond what fits.
  var isTooLarge: Bool { grid.cells.count > 60_000_000 || grid.rewritten.count > 1 << 31 }

  func table(of source: SQLSource, format: TableOrigin.Format) -> Table {
    Table(
      name: source.table, origin: TableOrigin(path: "sql.\(source.table)", format: format),
      header: names, grid: grid, placing: .query, headerRow: 0)
  }
}
