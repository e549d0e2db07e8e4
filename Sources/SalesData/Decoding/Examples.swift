import Diagnostics
import Phrases
import Tables

extension DecodedTable {
  /// What the first cell of an example begins with, in a workbook to fill in.
  private static let marks = ["例：", "例:", "Example: ", "Example："]

  /// Leaves out the examples of a workbook to fill in.
  mutating func skipExamples() {
    for row in keptRows where isExample(row) {
      skipRepeated(row, because: Phrase(zh: "例子，不算数", en: "an example, which does not count"))
    }
  }

  /// Whether a row is an example.
  func isExample(_ row: Int) -> Bool {
    let first = (0..<min(columns.count, 3)).first { !table.text(row, $0).isEmpty }
    let text = first.map { table.text(row, $0) } ?? ""
    return Self.marks.contains(where: text.hasPrefix)
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
