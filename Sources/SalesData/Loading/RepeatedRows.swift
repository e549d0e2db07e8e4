import Diagnostics
import Phrases
import SalesMethod
import Tables

extension DecodedTable {
  /// Leaves out rows that have an id and repeat an earlier row in every column of the file.
  mutating func skipRepeatedRows(withColumn name: String) {
    let ids = texts(name)
    var seen: [[String]: Int] = [:]
    var counts: [String: Int] = [:]
    for row in keptRows { ids[row].map { counts[$0, default: 0] += 1 } }
    for row in keptRows where ids[row].map({ counts[$0, default: 0] > 1 }) ?? false {
      let cells = (0..<table.width(ofRow: row)).map { table.text(row, $0) }
      if let first = seen[cells] {
        let diagnostic = Diagnostic.repeatedRow(
          firstLine: table.line(ofRow: first), at: table.place(ofRow: row))
        diagnostics.append(diagnostic)
        skipRepeated(row, because: diagnostic.message)
      } else {
        seen[cells] = row
      }
    }
  }

  /// Leaves out rows that another of the joined files has with the same cells: exports that overlap.
  ///
  /// Two such rows of one file are two.
  mutating func skipRowsOfOtherFiles() {
    guard table.isJoined else { return }
    var seen: [[String]: Int] = [:]
    var lines: [Int] = []
    for row in keptRows {
      let cells = (0..<table.width(ofRow: row)).map { table.text(row, $0) }
      guard let first = seen[cells] else {
        seen[cells] = row
        continue
      }
      guard table.part(ofRow: first) != table.part(ofRow: row) else { continue }
      lines.append(row)
      skipRepeated(
        row,
        because: Phrase(
          zh: "与 \(table.place(ofRow: first).description) 完全相同",
          en: "the same row stands in \(table.place(ofRow: first).description)"))
    }
    if let first = lines.first {
      diagnostics.append(.overlappingFiles(lines.count, at: table.place(ofRow: first)))
    }
  }
}
