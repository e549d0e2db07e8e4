import Diagnostics
import Phrases
import SalesMethod
import Tables

extension DecodedTable {
  /// Says where two rows of one order name two customers.
  mutating func noteOrdersOfTwo(_ ids: TextColumn, _ customers: [String?]) {
    var first = [Int?](repeating: nil, count: ids.texts.count)
    for row in keptRows {
      guard let number = ids.number(row), let customer = customers[row] else { continue }
      guard let other = first[number] else {
        first[number] = row
        continue
      }
      if let known = customers[other], known != customer {
        diagnostics.append(
          .orderOfTwo(
            ids.texts[number], first: shown(other, from: row), at: place(row, "order_id")))
      }
    }
  }

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
          first: shown(first, from: row), at: table.place(ofRow: row))
        diagnostics.append(diagnostic)
        skipRepeated(row, because: diagnostic.message)
      } else {
        seen[cells] = row
      }
    }
  }
}
