import Diagnostics
import Phrases
import SalesMethod
import Tables

/// The days that somebody is away.
struct Leave: Hashable {
  /// Whole days, each once, in order.
  var days: [Day] = []
  /// Days of which one half is off.
  var halves: [Day] = []

  /// Takes the halves that were read, by how often each day's was: two are a whole day.
  mutating func settle(_ read: [Day: Int]) {
    let whole = Set(days).union(read.filter { $0.value > 1 }.keys)
    days = whole.sorted()
    halves = read.keys.filter { !whole.contains($0) }.sorted()
  }
}

/// The typed values of one column, a place for each row of the table.
enum ColumnValues {
  case texts(TextValues)
  /// Numbers of a type's unit, days and flags; `none` where there is no value.
  case integers([Int])
  case letters([LetterEntry])
  case leave([Leave])
  case wordLists([[String]])
  case milestones([[Goal.Milestone]])

  /// What stands for no value among integers.
  static let none = Int.min

  /// Whether a row has no value.
  func isBlank(_ row: Int) -> Bool {
    switch self {
    case .texts(let values): values.number(row) == nil
    case .integers(let values): values[row] == Self.none
    case .letters(let values): values[row] == .unknown
    case .leave(let values): values[row] == Leave()
    case .wordLists(let values): values[row].isEmpty
    case .milestones(let values): values[row].isEmpty
    }
  }

  /// Those of some rows that have no value, in the order given; the kind of the column is looked at once.
  func blankRows(among rows: [Int]) -> [Int] {
    switch self {
    case .texts(let values): rows.filter { values.number($0) == nil }
    case .integers(let values): rows.filter { values[$0] == Self.none }
    case .letters, .leave, .wordLists, .milestones: rows.filter(isBlank)
    }
  }
}

extension ColumnValues {
  /// A column of the same kind without a value in any of its rows.
  fileprivate func blank(rows: Int) -> ColumnValues {
    switch self {
    case .texts: .texts(TextValues(rowCount: rows))
    case .integers: .integers([Int](repeating: Self.none, count: rows))
    case .letters: .letters([LetterEntry](repeating: .unknown, count: rows))
    case .leave: .leave([Leave](repeating: Leave(), count: rows))
    case .wordLists: .wordLists([[String]](repeating: [], count: rows))
    case .milestones: .milestones([[Goal.Milestone]](repeating: [], count: rows))
    }
  }

  /// The rows of the column and of another of the same kind behind them.
  fileprivate func appending(_ other: ColumnValues) -> ColumnValues {
    switch (self, other) {
    case (.texts(var own), .texts(let others)):
      own.append(others)
      return .texts(own)
    case (.integers(let own), .integers(let others)): return .integers(own + others)
    case (.letters(let own), .letters(let others)): return .letters(own + others)
    case (.leave(let own), .leave(let others)): return .leave(own + others)
    case (.wordLists(let own), .wordLists(let others)): return .wordLists(own + others)
    case (.milestones(let own), .milestones(let others)): return .milestones(own + others)
    default: return self
    }
  }
}

/// A column of integers, or of nothing where the table does not have it.
struct IntegerColumn {
  fileprivate var values: [Int] = []
  subscript(row: Int) -> Int? {
    row < values.count && values[row] != ColumnValues.none ? values[row] : nil
  }

  /// The value as an amount of money.
  func money(_ row: Int) -> Money? { self[row].map(Money.init(hundredths:)) }
  /// The value as a day.
  func day(_ row: Int) -> Day? { self[row].map(Day.init(number:)) }
  /// The value as yes or no.
  func flag(_ row: Int) -> Bool? { self[row].map { $0 != 0 } }
}

/// Cells of one column that could not be read, for one kind of mistake.
struct UnreadCells {
  let column: String
  /// What is wrong with the first.
  let first: Diagnostic
  var rows: [Int]
}

/// A column that says the same kind of thing of a row as another does: 支付状态 beside 订单状态.
struct FurtherColumn {
  /// Its number in the table.
  let index: Int
  var texts: TextValues

  /// The column with rows behind it of which it says nothing.
  func followed(by rows: Int) -> FurtherColumn {
    var longer = self
    longer.texts.append(TextValues(rowCount: rows))
    return longer
  }
}

/// A word that was taken for no value.
package struct BlankWord: Hashable, Sendable {
  /// The canonical column.
  package let column: String
  package let word: String
  /// How many cells have it.
  package let cells: Int
}

/// A name or an id that was matched though it is written otherwise.
package struct LooseMatch: Hashable, Sendable {
  /// The canonical column.
  package let column: String
  /// What the table says.
  package let written: String
  /// What was found.
  package let meant: String
  /// How many rows say it.
  package let rows: Int
}

/// A table whose cells have been read by the types of its columns, and what became of its rows.
struct DecodedTable {
  private(set) var table: Table
  let schema: TableSchema
  private(set) var columns: [MatchedColumn]
  var values: [String: ColumnValues] = [:]
  /// What rounding to hundredths left out of amounts, by column and row, in millionths of one.
  var rests: [String: [Int: Int]] = [:]
  /// The names that stand beside a column of ids.
  var namesBeside: [String: TextValues] = [:]
  /// Columns that say the same kind of thing of a row as another does.
  var further: [FurtherColumn] = []
  /// The rows that hold data, in order.
  var dataRows: [Int] = []
  /// Why rows are left out, by row; a row without a reason is kept.
  private(set) var skipped: [Int: [Phrase]] = [:]
  /// Whether each row is kept; asked far more often than why.
  private var isKept: [Bool]
  /// The path of the table's places.
  private let placePath: String
  /// The rows that another says as well.
  private var repeated: Set<Int> = []
  /// The first row of what a person wrote down as done, behind the rows of other files; nil: none.
  private(set) var firstActualRow: Int?
  /// What is said of the table as a whole.
  var diagnostics: [Diagnostic] = []
  /// What is said of rows that are left out for a mistake in them.
  private var mistakes: [Diagnostic] = []
  /// The rows left out for a mistake in them.
  private(set) var mistakenRows: Set<Int> = []
  /// Cells that could not be read and count as unknown, by column and kind of mistake.
  private(set) var unread: [UnreadCells] = []
  private var unreadIndex: [String: Int] = [:]
  var dates: [DateDecision] = []
  /// Words that were taken for no value.
  var blanks: [BlankWord] = []
  /// What was matched though it is written otherwise.
  var loose: [LooseMatch] = []

  init(_ table: Table, _ schema: TableSchema, _ columns: [MatchedColumn]) {
    self.table = table
    self.schema = schema
    self.columns = columns
    isKept = [Bool](repeating: true, count: table.rowCount)
    placePath = table.origin.placePath
  }

  /// Takes the rows of another table of the same kind behind its own, as they were read there.
  ///
  /// `joined` holds the cells of both, under `columns`.
  mutating func append(_ other: DecodedTable, joined: Table, columns: [MatchedColumn]) {
    let first = table.rowCount
    values = schema.columns.reduce(into: [:]) { values, column in
      values[column.name] = combined(column.name, with: other)
    }
    for name in Set(namesBeside.keys).union(other.namesBeside.keys) {
      var names = namesBeside[name] ?? TextValues(rowCount: first)
      names.append(other.namesBeside[name] ?? TextValues(rowCount: other.table.rowCount))
      namesBeside[name] = names
    }
    further = further.map { $0.followed(by: other.table.rowCount) }
    for (name, others) in other.rests {
      for (row, rest) in others { rests[name, default: [:]][row + first] = rest }
    }
    dataRows += other.dataRows.map { $0 + first }
    for (row, reasons) in other.skipped { skipped[row + first] = reasons }
    isKept += other.isKept
    repeated.formUnion(other.repeated.map { $0 + first })
    diagnostics += other.diagnostics
    mistakes += other.mistakes
    mistakenRows.formUnion(other.mistakenRows.map { $0 + first })
    unread += other.unread.map {
      UnreadCells(column: $0.column, first: $0.first, rows: $0.rows.map { $0 + first })
    }
    dates += other.dates
    blanks += other.blanks
    loose += other.loose
    firstActualRow = firstActualRow ?? first
    (table, self.columns) = (joined, columns)
  }

  /// The values of both tables in a column; nil where neither has it.
  private func combined(_ name: String, with other: DecodedTable) -> ColumnValues? {
    switch (values[name], other.values[name]) {
    case (nil, nil): nil
    case (let own?, let others):
      own.appending(others ?? own.blank(rows: other.table.rowCount))
    case (nil, let others?): others.blank(rows: table.rowCount).appending(others)
    }
  }

  /// The rows that are kept, in order.
  var keptRows: [Int] { skipped.isEmpty ? dataRows : dataRows.filter { isKept[$0] } }

  /// Leaves a row out.
  mutating func skip(_ row: Int, because reason: Phrase) {
    skipped[row, default: []].append(reason)
    isKept[row] = false
  }

  /// Leaves a row out because another says the same: it is not looked at any more.
  mutating func skipRepeated(_ row: Int, because reason: Phrase) {
    repeated.insert(row)
    skip(row, because: reason)
  }

  /// The rows to look for mistakes in: a row that is left out for one may have others, and all are
  /// told in one run.
  var rowsToCheck: [Int] {
    repeated.isEmpty ? dataRows : dataRows.filter { !repeated.contains($0) }
  }

  /// Leaves a row out for a mistake in it.
  mutating func skip(_ row: Int, _ diagnostic: Diagnostic) {
    mistakes.append(diagnostic)
    mistakenRows.insert(row)
    skip(row, because: diagnostic.message)
  }

  /// Leaves rows out for one mistake of all of them, which is said once.
  mutating func skip(_ rows: [Int], _ diagnostic: Diagnostic) {
    mistakes.append(diagnostic)
    for row in rows {
      mistakenRows.insert(row)
      skip(row, because: diagnostic.message)
    }
  }

  /// Takes note of a cell that cannot be read and counts as unknown.
  mutating func noteUnread(_ row: Int, _ column: String, _ diagnostic: Diagnostic) {
    let key = column + "\n" + diagnostic.id
    if let index = unreadIndex[key] {
      unread[index].rows.append(row)
    } else {
      unreadIndex[key] = unread.count
      unread.append(UnreadCells(column: column, first: diagnostic, rows: [row]))
    }
  }

  /// Everything that is wrong with the table.
  ///
  /// Mistakes in rows of an export are warnings as long as few rows are left out for them; in tables
  /// that people write by hand each is an error.
  func findings(_ settings: DataSettings) -> [Diagnostic] {
    let isBearable =
      schema.isExported
      && mistakenRows.count * 1000 <= settings.rowsLeftOutThousandths * max(1, dataRows.count)
    let said = isBearable ? mistakes.map { $0.as(.warning) } : mistakes
    let cells = unread.map { cells in
      cells.first.as(.warning).unknown(
        in: cells.rows.count, lines: shownLines(ofRows: cells.rows))
    }
    return diagnostics + said + cells + summary(isBearable, settings)
  }

  /// One sentence for many rows that are left out.
  private func summary(_ isBearable: Bool, _ settings: DataSettings) -> [Diagnostic] {
    guard schema.isExported, mistakenRows.count > 3 || !isBearable && dataRows.count > 9 else {
      return []
    }
    return [
      .rowsLeftOut(
        mistakenRows.count, of: dataRows.count, in: schema.name,
        limit: settings.rowsLeftOutThousandths, isBearable: isBearable,
        at: Place(path: pathWithMostMistakes))
    ]
  }

  /// The file or sheet, of those that were joined, in which most rows are left out for mistakes.
  private var pathWithMostMistakes: String {
    guard table.isJoined else { return table.origin.placePath }
    var counts = [Int](repeating: 0, count: table.partCount)
    for row in mistakenRows { counts[table.part(ofRow: row)] += 1 }
    let most = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
    return table.origins[most].placePath
  }

  /// Whether a row's value in a column stands in a merged cell that begins above it.
  func isCarried(_ row: Int, _ name: String) -> Bool {
    guard table.hasCarriedCells,
      let column = columns.first(where: { $0.field?.name == name })
    else { return false }
    return table.isCarried(row, column.index)
  }

  /// Whether nothing can be looked up in the table, since a column that it needs was not found.
  var hasNoRowsToName: Bool {
    diagnostics.contains {
      $0.severity == .error
        && ["data.header-not-found", "data.missing-column", "data.two-candidates"].contains($0.id)
    }
  }

  /// Whether a row is left out.
  func isLeftOut(_ row: Int) -> Bool { !isKept[row] }

  /// The texts of a column.
  func texts(_ name: String) -> TextColumn {
    if case .texts(let values)? = values[name] { TextColumn(values) } else { TextColumn(nil) }
  }

  /// The integers of a column.
  func integers(_ name: String) -> IntegerColumn {
    if case .integers(let values)? = values[name] {
      IntegerColumn(values: values)
    } else {
      IntegerColumn()
    }
  }

  /// The place of a row's cell; of the row where the table does not have the column.
  func place(_ row: Int, _ name: String) -> Place {
    guard let column = columns.first(where: { $0.field?.name == name }) else {
      return table.place(ofRow: row)
    }
    return table.place(row, column.index)
  }

  /// The row as records name it.
  func row(_ row: Int) -> Row {
    Row(
      path: table.isJoined ? table.origin(ofRow: row).placePath : placePath,
      line: table.line(ofRow: row))
  }
}
