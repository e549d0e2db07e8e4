import Diagnostics
package import Phrases
package import SalesMethod
import Tables

/// What became of a table: every row of the file is kept, or listed with the reason why not.
package struct ImportReport: Hashable, Sendable {
  /// A row that was left out.
  package struct Skipped: Hashable, Sendable {
    /// The line of the file, or the sheet's row.
    package let line: Int
    /// The file, where the table was joined from several.
    package var file: String?
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

  /// Cells of a column that could not be read and count as unknown.
  package struct Unread: Hashable, Sendable {
    /// The canonical column.
    package let column: String
    /// The lines of the cells.
    package let lines: [Int]
    /// What is wrong with the first.
    package let reason: Phrase
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
  /// Cells that could not be read and count as unknown.
  package var unread: [Unread] = []
  /// Names and ids that were matched though they are written otherwise.
  package var loose: [LooseMatch] = []
  /// Words that were taken for no value.
  package var blanks: [BlankWord] = []
  /// How many of the rows left out were left out for a mistake in them.
  package var mistaken = 0

  /// What a page must say whose numbers the table could change; nil where every row counts and every
  /// cell was read.
  ///
  ///     report.gap?.english  // "3 of 120 rows of “orders” have mistakes and do not count"
  package var gap: Phrase? {
    let cells = unread.reduce(0) { $0 + $1.lines.count }
    guard mistaken > 0 || cells > 0 else { return nil }
    var parts: [Phrase] = []
    if mistaken > 0 {
      parts.append(
        Phrase(
          zh: "“\(table.title)”表共 \(count: read) 行，其中 \(count: mistaken) 行有错误，没有算进去",
          en: "\(count: mistaken) of \(count: read, "row", "rows") of “\(table.rawValue)” "
            + "\(agreeing: mistaken, "has", "have") mistakes and \(agreeing: mistaken, "does", "do") not count"
        ))
    }
    if cells > 0 {
      parts.append(
        Phrase(
          zh: "“\(table.title)”表有 \(count: cells) 个单元格读不了，按未知处理",
          en: "\(count: cells, "cell", "cells") of “\(table.rawValue)” cannot be read and "
            + "\(agreeing: cells, "counts", "count") as unknown"))
    }
    return Phrase(
      zh: "\(parts.map(\.chinese).joined(separator: "；"))",
      en: "\(parts.map(\.english).joined(separator: "; "))")
  }
}

extension ImportReport {
  /// The report of a table whose rows have been decided on.
  init(_ decoded: DecodedTable) {
    let table = decoded.table
    self.table = decoded.schema.name
    file = table.origins.map(\.path).reduce(into: [String]()) { files, path in
      if files.last != path { files.append(path) }
    }.joined(separator: ", ")
    encoding = table.origin.encoding?.rawValue
    separator = table.origin.separator
    sheet = table.origin.sheet
    read = table.rowCount
    kept = decoded.keptRows.count
    skipped = decoded.skipped.keys.sorted().map { row in
      Skipped(
        line: table.line(ofRow: row),
        file: table.isJoined ? table.origin(ofRow: row).placePath : nil,
        reasons: decoded.skipped[row] ?? [])
    }
    columns = decoded.columns.map {
      Column(header: $0.header, field: $0.field?.name, confidence: $0.confidence.number)
    }
    dates = decoded.dates
    sums = decoded.schema.columns.filter { $0.type == .money }.compactMap { field in
      guard decoded.columns.contains(where: { $0.field == field }) else { return nil }
      return Sum(
        field: field.name, before: decoded.sum(of: field.name, 0..<table.rowCount),
        after: decoded.sum(of: field.name, decoded.keptRows))
    }
    unread = decoded.unread.map { cells in
      Unread(
        column: cells.column, lines: cells.rows.map { table.line(ofRow: $0) },
        reason: cells.first.message)
    }
    loose = decoded.loose
    mistaken = decoded.mistakenRows.count
    blanks = decoded.blanks
  }
}
