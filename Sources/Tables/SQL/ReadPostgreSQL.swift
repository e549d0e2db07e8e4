import CPostgres
import Diagnostics
import Glibc
import Phrases

/// Runs a query on a PostgreSQL server, in a transaction that can only read, one statement only,
/// row by row.
///
/// The server and we both watch the time. The one place where libpq is called.
func readPostgreSQL(_ source: SQLSource) throws(SQLFailure) -> Parsed<Table?> {
  let deadline = ContinuousClock.now + .seconds(source.seconds)
  let connection = try connect(to: source)
  defer { PQfinish(connection) }
  let milliseconds = max(1, source.seconds) * 1000
  for command in [
    "SET client_encoding TO 'UTF8'", "SET datestyle TO 'ISO'",
    "SET statement_timeout TO \(milliseconds)", "BEGIN TRANSACTION READ ONLY",
  ] {
    let result = PQexec(connection, command)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else {
      throw SQLFailure(description: "the database of “sql.\(source.table)” broke off")
    }
  }
  // The extended protocol takes one statement only, so that none can end the transaction.
  guard PQsendQueryParams(connection, source.query, 0, nil, nil, nil, nil, 0) == 1,
    PQsetSingleRowMode(connection) == 1
  else { throw SQLFailure(description: "the database of “sql.\(source.table)” broke off") }
  var reader = AnswerReader(source: source, deadline: deadline)
  return try reader.read(from: connection)
}

private func connect(to source: SQLSource) throws(SQLFailure) -> OpaquePointer {
  // A string that libpq cannot parse would come back in its message, password and all.
  let parsed = PQconninfoParse(source.url, nil)
  defer { PQconninfoFree(parsed) }
  guard parsed != nil else {
    throw SQLFailure(description: "the connection of “sql.\(source.table)” is not a PostgreSQL URL")
  }
  let names: [String] = ["dbname", "connect_timeout", "application_name"]
  let settings: [String] = [source.url, String(max(2, source.seconds)), "salesbook"]
  var keywords = names.map { strdup($0) }
  var values = settings.map { strdup($0) }
  defer { for text in keywords + values { free(text) } }
  keywords.append(nil)
  values.append(nil)
  let connection = keywords.withUnsafeBufferPointer { keywords in
    values.withUnsafeBufferPointer { values in
      keywords.withMemoryRebound(to: UnsafePointer<CChar>?.self) { keywords in
        values.withMemoryRebound(to: UnsafePointer<CChar>?.self) { values in
          PQconnectdbParams(keywords.baseAddress, values.baseAddress, 1)
        }
      }
    }
  }
  guard let connection, PQstatus(connection) == CONNECTION_OK else {
    PQfinish(connection)
    throw SQLFailure(description: "the database of “sql.\(source.table)” cannot be reached")
  }
  return connection
}

/// Reads the answer to a query as it comes in.
private struct AnswerReader {
  let source: SQLSource
  let deadline: ContinuousClock.Instant
  private var rows: AnswerRows?

  init(source: SQLSource, deadline: ContinuousClock.Instant) {
    self.source = source
    self.deadline = deadline
  }

  mutating func read(from connection: OpaquePointer) throws(SQLFailure) -> Parsed<Table?> {
    while true {
      guard try wait(for: connection) else {
        return refused(.lateQuery(source.seconds, at: source.place))
      }
      guard let result = PQgetResult(connection) else { break }
      defer { PQclear(result) }
      switch PQresultStatus(result) {
      case PGRES_SINGLE_TUPLE, PGRES_TUPLES_OK: take(result)
      case PGRES_COMMAND_OK: return refused(.writingQuery(at: source.place))
      default: return refused(mistake(result, connection))
      }
      if rows?.isTooLarge == true {
        return refused(
          .tooLarge(Phrase(zh: "6000 万个单元格", en: "60 million cells"), at: source.place))
      }
    }
    return Parsed(rows?.table(of: source, format: .postgresql))
  }

  private func refused(_ diagnostic: Diagnostic) -> Parsed<Table?> { Parsed(nil, [diagnostic]) }

  /// What the server says is wrong with the query: its SQLSTATE tells a late one and a writing one.
  private func mistake(_ result: OpaquePointer, _ connection: OpaquePointer) -> Diagnostic {
    switch PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map({ String(cString: $0) }) {
    case "57014": return .lateQuery(source.seconds, at: source.place)
    case "25006": return .writingQuery(at: source.place)
    default:
      let message = PQresultErrorField(result, Int32(UInt8(ascii: "M"))).map { String(cString: $0) }
      return .refusedQuery(message ?? "no reason given", at: source.place)
    }
  }

  /// Waits for the next piece of the answer; false where the time is over.
  private func wait(for connection: OpaquePointer) throws(SQLFailure) -> Bool {
    while PQisBusy(connection) == 1 {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return false }
      var descriptor = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, Int32(clamping: left.components.seconds * 1000 + 1000)) >= 0,
        PQconsumeInput(connection) == 1
      else { throw SQLFailure(description: "the database of “sql.\(source.table)” broke off") }
    }
    return true
  }

  private mutating func take(_ result: OpaquePointer) {
    let columns = PQnfields(result)
    if rows == nil {
      rows = AnswerRows(
        columns: (0..<columns).map { PQfname(result, $0).map { String(cString: $0) } ?? "" })
    }
    for row in 0..<PQntuples(result) {
      rows?.startRow()
      for column in 0..<columns { take(result, row, column) }
    }
  }

  private mutating func take(_ result: OpaquePointer, _ row: Int32, _ column: Int32) {
    guard PQgetisnull(result, row, column) == 0, let value = PQgetvalue(result, row, column) else {
      rows?.add(nil, kind: .text)
      return
    }
    let count = Int(PQgetlength(result, row, column))
    value.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      let kind = kind(ofType: PQftype(result, column))
      if kind == .boolean {
        let word: StaticString = bytes[0] == UInt8(ascii: "t") ? "true" : "false"
        rows?.add(
          UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount), kind: kind)
      } else if kind == .number,
        let plain = plainDecimal(UnsafeBufferPointer(start: bytes, count: count))
      {
        plain.withUnsafeBufferPointer { rows?.add($0, kind: kind) }
      } else {
        rows?.add(UnsafeBufferPointer(start: bytes, count: count), kind: kind)
      }
    }
  }

  /// What the values of a type are, by the numbers that PostgreSQL gives its own types.
  private func kind(ofType type: Oid) -> CellKind {
    switch type {
    case 16: .boolean
    case 20, 21, 23, 700, 701, 1700: .number
    case 1082, 1114: .date
    default: .text
    }
  }
}
