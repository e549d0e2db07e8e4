/// What a filled table shows, as text.
struct TableContent: Hashable, Sendable {
  /// A column and how its cells are set.
  struct Column: Hashable, Sendable {
    /// What stands in its cells.
    enum Kind: Hashable, Sendable {
      case text, number
      /// Nothing: it is there to write in.
      case blank
    }

    /// What its head says.
    let title: String
    /// The unit its numbers are counted in; empty where there is none to say.
    let unit: String
    let kind: Kind
    /// Whether other readers are to work it out.
    var isAnswer = false

    var isNumber: Bool { kind == .number }
    var isText: Bool { kind == .text }
    var isBlank: Bool { kind == .blank }
  }

  /// Rows that a limit leaves out, as one.
  struct Rest: Hashable, Sendable {
    /// How many they are.
    let count: Int
    /// Their sums, by column.
    let cells: [String]
  }

  let columns: [Column]
  /// The cells of each row.
  let rows: [[String]]
  /// The sums of all rows, by column; nil where none were asked for.
  let total: [String]?
  /// The rows that are not listed; nil where all are.
  let rest: Rest?
}

/// A filled table of one file of a page.
struct ComputedTable: Hashable, Sendable {
  /// The titles of its columns.
  let titles: [String]
  /// What fills it; nil where its reader may see no data: it is empty then, to be filled in by hand.
  let content: TableContent?
}
