import Diagnostics
import Phrases
import SalesMethod
import Tables

/// What becomes of rows that two of the joined files have: exports that overlap, or snapshots of two
/// days.
extension DecodedTable {
  /// Settles rows of joined files: what a later file says of the same thing replaces what an earlier one
  /// says, and rows that say the same in every column count once.
  mutating func settleJoinedFiles() {
    guard table.isJoined else { return }
    switch schema.name {
    case .orders: replaceByLaterFiles { $0.orderKey($1) }
    case .receivables: replaceByLaterFiles { $0.debtKey($1) }
    default: break
    }
    skipRowsOfOtherFiles()
  }

  /// The rows of files, without those of plans that were filled in.
  private var rowsOfFiles: [Int] {
    guard let first = firstActualRow else { return keptRows }
    return keptRows.filter { $0 < first }
  }

  /// Leaves out rows that another of the joined files has with the same values: exports that overlap.
  ///
  /// Two such rows of one file are two: they count as often as the file says them that does it most
  /// often.
  private mutating func skipRowsOfOtherFiles() {
    var most: [[String]: Int] = [:]
    var here: [[String]: Int] = [:]
    var first: [[String]: Int] = [:]
    var part = -1
    var found: [(row: Int, first: Int)] = []
    for row in rowsOfFiles {
      if table.part(ofRow: row) != part {
        part = table.part(ofRow: row)
        here = [:]
      }
      let key = signature(row)
      here[key, default: 0] += 1
      if let earlier = first[key], here[key, default: 0] <= most[key, default: 0] {
        if table.part(ofRow: earlier) != part { found.append((row, earlier)) }
      } else {
        most[key] = here[key]
        if first[key] == nil { first[key] = row }
      }
    }
    guard let start = found.first else { return }
    for (row, earlier) in found {
      skipRepeated(
        row,
        because: Phrase(
          zh: "与 \(table.place(ofRow: earlier).description) 完全相同",
          en: "the same row stands in \(table.place(ofRow: earlier).description)"))
    }
    diagnostics.append(.overlappingFiles(found.count, at: table.place(ofRow: start.row)))
  }

  /// Leaves out rows of earlier files where a later one has rows of the same key that say something
  /// else.
  private mutating func replaceByLaterFiles(_ key: (DecodedTable, Int) -> [String]?) {
    var rowsOfKey: [[String]: [Int]] = [:]
    var keys: [[String]] = []
    for row in rowsOfFiles {
      guard let key = key(self, row) else { continue }
      if rowsOfKey[key] == nil { keys.append(key) }
      rowsOfKey[key, default: []].append(row)
    }
    var replaced: [Int] = []
    for key in keys {
      let rows = rowsOfKey[key] ?? []
      guard let last = rows.last, table.part(ofRow: rows[0]) != table.part(ofRow: last) else {
        continue
      }
      let latest = table.part(ofRow: last)
      let newer = rows.filter { table.part(ofRow: $0) == latest }.map(signature)
      let older = rows.filter { table.part(ofRow: $0) != latest }
      // The same rows again are an overlap, which counts once.
      let isSame = Set(table.parts(of: older)).allSatisfy { part in
        older.filter { table.part(ofRow: $0) == part }.map(signature) == newer
      }
      if !isSame { replaced += older }
    }
    guard let first = replaced.min() else { return }
    for row in replaced {
      skipRepeated(
        row,
        because: Phrase(
          zh: "后面的文件里有同一笔，以后面的为准", en: "a later file says it anew, and that counts"))
    }
    diagnostics.append(
      .replacedByLaterFile(replaced.count, of: schema.name, at: table.place(ofRow: first)))
  }

  /// What makes rows of two files the same order: its id, of the same customer or the same day.
  private func orderKey(_ row: Int) -> [String]? {
    guard let id = texts("order_id")[row] else { return nil }
    return [id, texts("customer")[row] ?? ""]
  }

  /// What makes rows of two files the same debt: the customer, the amount and the day it is due.
  private func debtKey(_ row: Int) -> [String]? {
    guard let customer = texts("customer")[row], let amount = integers("amount")[row],
      let due = integers("due")[row]
    else { return nil }
    return [customer, String(amount), String(due)]
  }

  /// What a row says, value by value: `2026-10-01` and `2026/10/1` are the same.
  private func signature(_ row: Int) -> [String] {
    columns.map { column in
      if column.namesOf == nil, let name = column.field?.name,
        let text = values[name]?.written(row)
      {
        return text
      }
      return table.withCell(row, column.index) { bytes, _ in String(copying: bytes) }
    }
  }
}

extension Table {
  fileprivate func parts(of rows: [Int]) -> [Int] { rows.map { part(ofRow: $0) } }
}

extension ColumnValues {
  /// A row's value as a text to compare; nil where it has none.
  fileprivate func written(_ row: Int) -> String? {
    if isBlank(row) { return nil }
    return switch self {
    case .texts(let values): values[row]
    case .integers(let values): String(values[row])
    case .letters, .leave, .wordLists, .milestones: nil
    }
  }
}

extension Diagnostic {
  static func replacedByLaterFile(_ rows: Int, of table: TableName, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.replaced-by-later-file", severity: .warning, at: place,
      Phrase(
        zh: "“\(table.title)”有 \(rows) 行在后面的文件里又有，以后面的为准",
        en: "\(count: rows, "row", "rows") of “\(table.rawValue)” "
          + "\(agreeing: rows, "is", "are") said anew in a later file, which counts instead"),
      fix: Phrase(
        zh: "如果两份文件里是不同的单子，请给它们不同的编号",
        en: "if these are different ones, give them different ids"))
  }

  static func customersUpdated(_ rows: Int, columns: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.updated-rows", severity: .warning, at: place,
      Phrase(
        zh: "\(rows) 行在后面的文件里有更新（\(list: columns)），以后面的为准",
        en: "a later file updates \(count: rows, "row", "rows") (\(list: columns)), and that counts"
      ))
  }

  static func orderOfTwo(_ id: String, first: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.order-of-two", severity: .warning, at: place,
      Phrase(
        zh: "订单“\(id)”在\(first)是另一位客户的；两行都算",
        en: "the order “\(id)” is another customer's on \(first); both rows count"),
      fix: Phrase(
        zh: "核对编号；如果是同一位客户，改成同一个名称",
        en: "check the id; if it is one customer, write one name"))
  }

  static func ordersThatAreNone(_ words: [String], rows: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.void-orders", severity: .warning, at: place,
      Phrase(
        zh: "\(rows) 个订单的状态是\(list: words.map { "“\($0)”" })，不算销售",
        en: "\(count: rows, "order", "orders") of the status \(list: words.map { "“\($0)”" }) "
          + "\(agreeing: rows, "does", "do") not count as sales"),
      fix: Phrase(
        zh: "如果算，在设置中写明：stages: {\"\(words[0])\": {status: won}}",
        en: "if one does, say so in the settings: stages: {\"\(words[0])\": {status: won}}"))
  }

  static func unknownOrderStatus(_ words: [String], rows: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.order-status", severity: .warning, at: place,
      Phrase(
        zh: "没有说明订单状态\(list: words.map { "“\($0)”" })的含义，这 \(rows) 行按有效订单算",
        en: "the order status \(list: words.map { "“\($0)”" }) is not explained; "
          + "\(count: rows, "row", "rows") of it \(agreeing: rows, "counts", "count") as sold"),
      fix: Phrase(
        zh: "如果不算，在设置中写明：stages: {\"\(words[0])\": {status: lost}}",
        en: "if it was not sold, say so in the settings: stages: {\"\(words[0])\": {status: lost}}")
    )
  }
}
