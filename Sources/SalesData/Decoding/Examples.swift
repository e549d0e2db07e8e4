import Diagnostics
import Phrases
import Tables

extension DecodedTable {
  /// Leaves out the examples of a workbook to fill in.
  mutating func skipExamples() {
    var found: [Int] = []
    table.forEachCell(ofColumn: 0, inRows: keptRows) { row, bytes, _ in
      if bytes.isEmpty ? isExample(row) : bytes.beginsExample { found.append(row) }
    }
    for row in found {
      skipRepeated(row, because: Phrase(zh: "例子，不算数", en: "an example, which does not count"))
    }
  }

  /// Whether a row is an example: the first of its cells that is not blank says so.
  func isExample(_ row: Int) -> Bool {
    for column in 0..<min(columns.count, 3) where !table.isBlank(row, column) {
      return table.withCell(row, column) { bytes, _ in bytes.beginsExample }
    }
    return false
  }

  /// Leaves out activities that are planned and have not taken place.
  mutating func skipPlannedOnly() {
    guard schema.name == .activities, let planned = values["planned"], let done = values["date"]
    else { return }
    for row in keptRows where done.isBlank(row) && !planned.isBlank(row) {
      skipRepeated(
        row,
        because: Phrase(
          zh: "计划中，没有写实际日期", en: "planned; no day is given on which it took place"))
    }
  }
}

extension Span<UInt8> {
  /// Whether a cell begins as the first of an example does, in a workbook to fill in.
  fileprivate var beginsExample: Bool {
    marksOfExamples.contains { mark in
      count >= mark.count && mark.indices.allSatisfy { self[$0] == mark[$0] }
    }
  }
}

private let marksOfExamples = ["例：", "例:", "Example: ", "Example："].map { Array($0.utf8) }
