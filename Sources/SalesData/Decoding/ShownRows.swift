import Phrases
import Tables

extension DecodedTable {
  /// Another row as a message of one row names it: its line, and its file or sheet where that is
  /// another.
  ///
  ///     table.shown(0, from: 7).english  // "line 2 of “orders-2026-10.csv”"
  func shown(_ row: Int, from other: Int) -> Phrase {
    let line = table.line(ofRow: row)
    let isSame = table.part(ofRow: row) == table.part(ofRow: other)
    return isSame ? shownLine(line) : shownLine(line, of: shortPath(ofRow: row))
  }

  /// The lines of rows as a message at the first of them lists them, each file or sheet of a joined
  /// table for itself.
  ///
  ///     table.shownLines(ofRows: [3, 9]).english  // "5 of “1月”; 4 of “2月”"
  func shownLines(ofRows rows: [Int]) -> Phrase {
    var parts: [(path: String, rows: [Int])] = []
    for row in distinctLines(rows) {
      let path = table.origin(ofRow: row).placePath
      if parts.last?.path != path { parts.append((path, [])) }
      parts[parts.count - 1].rows.append(row)
    }
    let shown = parts.prefix(5).map { part in
      let lines = SalesData.shownLines(part.rows.map { table.line(ofRow: $0) })
      guard parts.count > 1, let first = part.rows.first else {
        return Phrase(zh: "第 \(lines) 行", en: "\(lines)")
      }
      let path = shortPath(ofRow: first)
      return Phrase(zh: "“\(path)”第 \(lines) 行", en: "\(lines) of “\(path)”")
    }
    let more = parts.count > 5
    return Phrase(
      zh: "\(shown.map(\.chinese).joined(separator: "，"))\(more ? "……" : "")",
      en: "\(shown.map(\.english).joined(separator: "; "))\(more ? " …" : "")")
  }

  /// The rows without those that stand in a line of the file which is named already: a line may have been read as
  /// several.
  func distinctLines(_ rows: [Int]) -> [Int] {
    guard table.isJoined else { return rows }
    var seen: [String: Set<Int>] = [:]
    return rows.filter {
      seen[table.origin(ofRow: $0).placePath, default: []].insert(table.line(ofRow: $0)).inserted
    }
  }

  /// The file and sheet of a row, without the folders.
  private func shortPath(ofRow row: Int) -> String {
    let path = table.origin(ofRow: row).placePath
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A column as a message names it: by the header that the file has, else by its own name.
  ///
  ///     table.header(of: "amount")  // "金额"
  func header(of name: String) -> String {
    let header = columns.first { $0.field?.name == name }?.header ?? ""
    return header.isEmpty ? name : header
  }
}

/// A line as a message names it, of another file where one is given.
///
///     shownLine(3).chinese  // "第 3 行"
func shownLine(_ line: Int, of file: String? = nil) -> Phrase {
  guard let file else { return Phrase(zh: "第 \(line) 行", en: "line \(line)") }
  return Phrase(zh: "“\(file)”第 \(line) 行", en: "line \(line) of “\(file)”")
}
