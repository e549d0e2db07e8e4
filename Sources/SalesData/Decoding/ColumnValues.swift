import Diagnostics
import Phrases
import SalesMethod
import Tables

/// The typed values of one column, a place for each row of the table.
enum ColumnValues {
  case texts(TextValues)
  /// Numbers of a type's unit, days and flags; `none` where there is no value.
  case integers([Int])
  case letters([LetterEntry])
  case dayLists([[Day]])
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
    case .dayLists(let values): values[row].isEmpty
    case .wordLists(let values): values[row].isEmpty
    case .milestones(let values): values[row].isEmpty
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

/// A table whose cells have been read by the types of its columns, and what became of its rows.
struct DecodedTable {
  let table: Table
  let schema: TableSchema
  let columns: [MatchedColumn]
  var values: [String: ColumnValues] = [:]
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
  var diagnostics: [Diagnostic] = []
  var dates: [DateDecision] = []

  init(_ table: Table, _ schema: TableSchema, _ columns: [MatchedColumn]) {
    self.table = table
    self.schema = schema
    self.columns = columns
    isKept = [Bool](repeating: true, count: table.rowCount)
    placePath = table.origin.placePath
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
    diagnostics.append(diagnostic)
    skip(row, because: diagnostic.message)
  }

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
  func row(_ row: Int) -> Row { Row(path: placePath, line: table.line(ofRow: row)) }
}
