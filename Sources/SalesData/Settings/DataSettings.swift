package import Diagnostics

/// What a workspace's settings say of its data.
///
/// Every entry that a user wrote keeps its place, so that a wrong one is reported where it
/// stands.
package struct DataSettings: Hashable, Sendable {
  /// `mapping`: a header and the column it is, where the automatic match is wrong.
  package struct Mapping: Hashable, Sendable {
    /// The canonical table: `deals`.
    package let table: String
    /// The header as the file has it.
    package let header: String
    /// The canonical column; nil says that the header is none.
    package let field: String?
    package let place: Place

    package init(table: String, header: String, field: String?, place: Place) {
      self.table = table
      self.header = header
      self.field = field
      self.place = place
    }
  }

  /// `stages`: what a stage of the company's means.
  package struct Stage: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, CaseIterable { case open, won, lost }

    /// The stage as the file has it.
    package let name: String
    package let status: Status
    /// The chance to win, in millionths.
    package let probabilityMillionths: Int?

    package init(name: String, status: Status, probabilityMillionths: Int? = nil) {
      self.name = name
      self.status = status
      self.probabilityMillionths = probabilityMillionths
    }
  }

  /// `date_order`: how the days of a column are written.
  package struct Order: Hashable, Sendable {
    /// The canonical table and column: `deals.created`.
    package let column: String
    package let order: DateOrder
    package let place: Place

    package init(column: String, order: DateOrder, place: Place) {
      self.column = column
      self.order = order
      self.place = place
    }
  }

  /// The scale of M, A and N: `man.scale`.
  package var scale: ClosedRange<Int> = 1...5
  package var mapping: [Mapping] = []
  package var stages: [Stage] = []
  package var dateOrders: [Order] = []
  /// The tables that come from databases.
  package var queries: [Query] = []
  /// The tables of files whose names are none.
  package var files: [NamedFile] = []
  /// The stages of the funnel, the first contact first.
  package var funnel: [String] = ["contact", "visit", "proposal", "deal"]
  /// How far the workspace's clocks are ahead of UTC, in minutes: times with a zone of their own
  /// become days by it.
  ///
  /// China's is 480.
  package var minutesAheadOfUTC = 480

  /// The settings of a workspace that says nothing.
  package init() {}
}

/// What is wrong with the settings of the data themselves: unknown tables and columns.
func check(_ settings: DataSettings) -> [Diagnostic] {
  let named =
    settings.queries.map { ($0.table, $0.place) }
    + settings.files.compactMap { entry in entry.table.map { ($0, entry.place) } }
  var diagnostics = named.filter { TableName(rawValue: $0.0) == nil }.map {
    Diagnostic.unknownMappedTable($0.0, at: $0.1)
  }
  for entry in settings.mapping {
    guard let table = TableName(rawValue: entry.table) else {
      diagnostics.append(.unknownMappedTable(entry.table, at: entry.place))
      continue
    }
    let schema = TableSchema.of(table)
    if let field = entry.field, schema.column(field) == nil {
      diagnostics.append(.unknownField(field, of: schema, at: entry.place))
    }
  }
  for entry in settings.dateOrders {
    let parts = entry.column.split(separator: ".").map(String.init)
    guard parts.count == 2, let table = TableName(rawValue: parts[0]) else {
      diagnostics.append(.unknownMappedTable(parts.first ?? entry.column, at: entry.place))
      continue
    }
    let schema = TableSchema.of(table)
    if schema.column(parts[1])?.type.holdsDays != true {
      diagnostics.append(.unknownField(parts[1], of: schema, at: entry.place))
    }
  }
  return diagnostics
}

extension ColumnType {
  /// Whether the cells are days.
  var holdsDays: Bool { self == .day || self == .days }
}
