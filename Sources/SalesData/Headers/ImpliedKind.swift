import Diagnostics
import Phrases
import Tables

/// The kind of all rows of activities that have no column for it, by the name of their file or sheet:
/// a CRM exports tasks, calls and meetings each for itself; nil where the name says none.
///
///     impliedKind(of: table)  // "task", for Tasks_2026_11_29.csv
func impliedKind(of table: Table) -> String? {
  let file = nameAndExtension(of: table.origin.path).name
  let kinds: [(String, [String])] = [
    ("拜访", ["拜访"]), ("visit", ["visit"]), ("call", ["call"]), ("电话", ["电话", "通话"]),
    ("meeting", ["meeting", "event"]), ("会议", ["会议"]), ("task", ["task"]), ("任务", ["任务"]),
  ]
  for name in [table.name, file] where TableSchema.spoken(name)?.name == .activities {
    let key = HeaderKey(name).key
    if let kind = kinds.first(where: { $0.1.contains(where: key.contains) }) { return kind.0 }
  }
  return nil
}

/// Whether a table can do without a column, since its name says what would stand there.
///
/// Goals by month need no more than whose, which month and how much.
func isImplied(_ column: ColumnSchema, in table: Table, _ schema: TableSchema) -> Bool {
  if schema.name == .goals, ["id", "dimension", "metric", "end"].contains(column.name) {
    return table.header.contains(where: isMonthHeader)
  }
  return schema.name == .activities && column.name == "type" && impliedKind(of: table) != nil
}

/// Whether a column of goals holds months.
///
///     isMonthHeader("月份")  // true
func isMonthHeader(_ header: String) -> Bool {
  ["月份", "月度", "年月", "目标月份", "month"].contains(HeaderKey(header).key)
}

extension Diagnostic {
  static func impliedKind(_ kind: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.implied-kind", severity: .note, at: place,
      Phrase(
        zh: "没有写活动类型的列，按文件名都算“\(kind)”",
        en: "no column says of which kind the activities are; by the file's name each is “\(kind)”")
    )
  }
}
