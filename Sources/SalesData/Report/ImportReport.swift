package import Phrases
package import SalesMethod
import Tables

/// What became of a table: every row of the file is kept, or listed with the reason why not.
package struct ImportReport: Hashable, Sendable {
  /// A row that was left out.
  package struct Skipped: Hashable, Sendable {
    /// The line of the file, or the sheet's row.
    package let line: Int
    /// Why, the reasons in the order in which they were found.
    package let reasons: [Phrase]

    /// The reasons as one sentence.
    package func reason(in language: Language) -> String {
      reasons.map { $0.text(in: language) }.joined(separator: language == .chinese ? "；" : "; ")
    }
  }

  /// What a header was taken for.
  package struct Column: Hashable, Sendable {
    /// The header as written.
    package let header: String
    /// The canonical column; nil for one the table does not have: its values are kept as they are.
    package let field: String?
    /// How sure the match is, from 0 to 1, as a JSON number.
    package let confidence: String
  }

  /// How the days of a column were read.
  package typealias Dates = DateDecision

  /// The sum of a column of money over all rows that could be read, and over those kept.
  package struct Sum: Hashable, Sendable {
    /// The canonical column.
    package let field: String
    package let before: Money
    package let after: Money
  }

  /// The canonical table.
  package let table: TableName
  /// The file, as the user knows it.
  package let file: String
  /// The encoding of a text file.
  package let encoding: String?
  /// What stands between the cells of a text file.
  package let separator: String?
  /// The sheet of a workbook.
  package let sheet: String?
  /// How many rows the file has below its header.
  package let read: Int
  /// How many of them became records.
  ///
  /// `read` is `kept` and the number of `skipped` together.
  package let kept: Int
  /// The rows left out, in the order of the file.
  package let skipped: [Skipped]
  package let columns: [Column]
  package let dates: [Dates]
  package let sums: [Sum]
}

extension ImportReport {
  /// The report of a table whose rows have been decided on.
  init(_ decoded: DecodedTable) {
    let table = decoded.table
    self.table = decoded.schema.name
    file = table.origin.path
    encoding = table.origin.encoding?.rawValue
    separator = table.origin.separator
    sheet = table.origin.sheet
    read = table.rowCount
    kept = decoded.keptRows.count
    skipped = decoded.skipped.keys.sorted().map { row in
      Skipped(line: table.line(ofRow: row), reasons: decoded.skipped[row] ?? [])
    }
    columns = decoded.columns.map {
      Column(header: $0.header, field: $0.field?.name, confidence: $0.confidence.number)
    }
    dates = decoded.dates
    sums = decoded.schema.columns.filter { $0.type == .money }.compactMap { field in
      guard decoded.columns.contains(where: { $0.field == field }) else { return nil }
      let values = decoded.integers(field.name)
      func sum(_ rows: some Sequence<Int>) -> Money {
        Money(hundredths: rows.reduce(0) { $0 + (values[$1] ?? 0) })
      }
      return Sum(
        field: field.name, before: sum(0..<table.rowCount), after: sum(decoded.keptRows))
    }
  }
}
