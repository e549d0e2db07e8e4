import CSQLite
import Diagnostics
import Phrases

/// Runs a query on a SQLite file that is opened for reading only.
///
/// No other file can be attached, and the query is interrupted when its time is over. The one
/// place where SQLite is called.
func readSQLite(_ source: SQLSource, path: String) throws(SQLFailure) -> Parsed<Table?> {
  var database: OpaquePointer?
  defer { sqlite3_close_v2(database) }
  guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK, let database
  else {
    throw SQLFailure(description: "the SQLite file of “sql.\(source.table)” cannot be opened")
  }
  sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0)
  sqlite3_busy_timeout(database, Int32(clamping: source.seconds * 1000))
  var deadline = ContinuousClock.now + .seconds(source.seconds)
  return withUnsafeMutablePointer(to: &deadline) { deadline in
    sqlite3_progress_handler(database, 10_000, isLate, deadline)
    defer { sqlite3_progress_handler(database, 0, nil, nil) }
    return answer(of: database, to: source)
  }
}

/// Whether the time of a query is over: SQLite asks while it works.
private func isLate(_ deadline: UnsafeMutableRawPointer?) -> Int32 {
  guard let deadline = deadline?.assumingMemoryBound(to: ContinuousClock.Instant.self) else {
    return 1
  }
  return ContinuousClock.now > deadline.pointee ? 1 : 0
}

private func answer(of database: OpaquePointer, to source: SQLSource) -> Parsed<Table?> {
  var statement: OpaquePointer?
  defer { sqlite3_finalize(statement) }
  let rest = prepare(source.query, on: database, &statement)
  guard let statement, let rest else {
    return Parsed(nil, [.refusedQuery(String(cString: sqlite3_errmsg(database)), at: source.place)])
  }
  guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }), sqlite3_stmt_readonly(statement) != 0
  else { return Parsed(nil, [.writingQuery(at: source.place)]) }
  let names = (0..<sqlite3_column_count(statement)).map {
    sqlite3_column_name(statement, $0).map { String(cString: $0) } ?? ""
  }
  var rows = AnswerRows(columns: names)
  while true {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: add(statement, to: &rows)
    case SQLITE_DONE: return Parsed(rows.table(of: source, format: .sqlite))
    case SQLITE_INTERRUPT: return Parsed(nil, [.lateQuery(source.seconds, at: source.place)])
    default:
      return Parsed(
        nil, [.refusedQuery(String(cString: sqlite3_errmsg(database)), at: source.place)])
    }
    if rows.isTooLarge {
      return Parsed(
        nil, [.tooLarge(Phrase(zh: "6000 万个单元格", en: "60 million cells"), at: source.place)])
    }
  }
}

/// Prepares the first statement of a query and gives what stands behind it; nil where it is refused.
private func prepare(
  _ query: String, on database: OpaquePointer, _ statement: inout OpaquePointer?
) -> String? {
  query.withCString { text in
    var tail: UnsafePointer<CChar>?
    guard sqlite3_prepare_v2(database, text, -1, &statement, &tail) == SQLITE_OK else { return nil }
    return tail.map { String(cString: $0) } ?? ""
  }
}

private func add(_ statement: OpaquePointer, to rows: inout AnswerRows) {
  rows.startRow()
  for column in 0..<sqlite3_column_count(statement) {
    let type = sqlite3_column_type(statement, column)
    guard type != SQLITE_NULL, type != SQLITE_BLOB,
      let text = sqlite3_column_text(statement, column)
    else {
      rows.add(nil, kind: .text)
      continue
    }
    let bytes = UnsafeBufferPointer(
      start: text, count: Int(sqlite3_column_bytes(statement, column)))
    if type == SQLITE_FLOAT, let plain = plainDecimal(bytes) {
      plain.withUnsafeBufferPointer { rows.add($0, kind: .number) }
    } else {
      rows.add(bytes, kind: type == SQLITE_TEXT ? .text : .number)
    }
  }
}
