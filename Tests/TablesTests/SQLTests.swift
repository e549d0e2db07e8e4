import Diagnostics
import Foundation
import Testing

@testable import Tables

private let place = Place(path: "salesbook.yaml", line: 7, column: 3)

private func source(_ url: String, _ query: String, seconds: Int = 20) -> SQLSource {
  SQLSource(table: "deals", url: url, query: query, seconds: seconds, place: place)
}

/// The cells of an answer, or the id of what is wrong with the query.
private func answer(_ source: SQLSource) throws -> [[String]] {
  let read = try readTable(source)
  guard let table = read.value else { return [read.diagnostics.map(\.id)] }
  return cells(Parsed([table]))
}

@Suite(.enabled(if: Tool("sqlite3") != nil, "there is no sqlite3"))
struct `A SQLite file is a source of tables` {
  private func withDatabase(_ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/crm.db"
      let script = """
        CREATE TABLE d(customer TEXT, amount REAL, closed TEXT, note);
        INSERT INTO d VALUES ('甲公司', 1234.5, '2026-05-06', NULL), ('乙', 7, NULL, x'00');
        """
      _ = try #require(Tool("sqlite3")?.run([path], input: script))
      try body(path)
    }
  }

  @Test func `by a query`() throws {
    try withDatabase { path in
      for url in [path, "sqlite:\(path)", "sqlite://\(path)"] {
        let rows = try answer(source(url, "SELECT * FROM d ORDER BY amount DESC"))
        #expect(
          rows == [
            ["customer", "amount", "closed", "note"], ["甲公司", "1234.5", "2026-05-06", ""],
            ["乙", "7", "", ""],
          ])
      }
    }
  }

  @Test(arguments: [
    ("SELECT nothing FROM d", "table.refused-query"), ("SELEC 1", "table.refused-query"),
    ("", "table.refused-query"), ("DELETE FROM d", "table.writing-query"),
    ("SELECT 1; DELETE FROM d", "table.writing-query"), ("DROP TABLE d", "table.writing-query"),
    ("ATTACH '/tmp/other.db' AS o", "table.refused-query"),
  ])
  func `that only reads`(query: String, id: String) throws {
    try withDatabase { path in
      let found = try answer(source(path, query))
      #expect(found == [[id]])
    }
  }

  @Test func `and takes no longer than allowed`() throws {
    try withDatabase { path in
      let endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
      let found = try answer(source(path, endless, seconds: 1))
      #expect(found == [["table.late-query"]])
    }
  }

  @Test func `and must be there`() throws {
    #expect(throws: SQLFailure.self) {
      try readTable(source("sqlite:/nowhere/at/all.db", "SELECT 1")).value
    }
    let unknown = try answer(source("mysql", "SELECT 1"))
    #expect(unknown == [["table.unknown-database"]])
  }
}

@Suite(.enabled(if: Server.canStart, "there is no PostgreSQL server"), .serialized)
struct `A PostgreSQL database is a source of tables` {
  @Test func `by a query that only reads and ends in time`() throws {
    try Server.with { url in
      _ = try #require(
        Tool("psql")?.run(
          [
            url, "-c",
            "CREATE TABLE d(customer text, amount numeric, closed date, at timestamptz, won bool)",
            "-c",
            "INSERT INTO d VALUES ('甲公司', 1234.50, '2026-05-06', '2026-05-06 20:00Z', true), ('乙', NULL, NULL, NULL, false)",
          ]))
      let rows = try answer(
        source(url, "SELECT customer, amount, closed, won FROM d ORDER BY won DESC"))
      #expect(
        rows == [
          ["customer", "amount", "closed", "won"], ["甲公司", "1234.5", "2026-05-06", "true"],
          ["乙", "", "", "false"],
        ])
      let typed = try readTable(source(url, "SELECT amount, closed, won, customer FROM d")).value
      #expect((0..<4).map { typed?.kind(0, $0) } == [.number, .date, .boolean, .text])
      let empty = try answer(source(url, "SELECT * FROM d WHERE false"))
      #expect(empty == [["customer", "amount", "closed", "at", "won"]])
      for (query, id) in [
        ("SELEC 1", "table.refused-query"), ("SELECT 1; DELETE FROM d", "table.refused-query"),
        ("DELETE FROM d", "table.writing-query"), ("COMMIT", "table.writing-query"),
        ("DELETE FROM d RETURNING 1", "table.writing-query"),
      ] {
        let found = try answer(source(url, query))
        #expect(found == [[id]])
      }
      let late = try answer(source(url, "SELECT pg_sleep(30)", seconds: 1))
      #expect(late == [["table.late-query"]])
    }
  }

  @Test func `and a failure never shows the password`() {
    for url in ["postgresql://u:s3cret@/nowhere?host=/nowhere", "postgres://u:s3cret@%zz"] {
      let failure = #expect(throws: SQLFailure.self) {
        try readTable(source(url, "SELECT 1")).value
      }
      #expect(failure?.description.contains("s3cret") == false)
    }
  }
}

/// A PostgreSQL server for one test, on a socket in a temporary folder.
private enum Server {
  private static let programs = Tool("/usr/lib/postgresql/15/bin/initdb", "initdb").map {
    URL(fileURLWithPath: $0.path).resolvingSymlinksInPath().deletingLastPathComponent().path
  }

  static var canStart: Bool {
    programs != nil && Tool("psql") != nil && Tool("runuser") != nil && getuid() == 0
  }

  static func with(_ body: (String) throws -> Void) throws {
    guard let programs, let runuser = Tool("runuser") else { return }
    try withTemporaryFolder { folder in
      _ = Tool("chown")?.run(["postgres", folder])
      // Not by Foundation: the server would inherit the socket on which it waits for the end.
      func run(_ arguments: String...) -> String? {
        let words = arguments.map { "'\($0)'" }.joined(separator: " ")
        let line = "\(runuser.path) -u postgres -- \(words) </dev/null >/dev/null 2>&1"
        return system(line) == 0 ? "" : nil
      }
      let data = "\(folder)/data"
      _ = try #require(
        run("\(programs)/initdb", "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C", "-N"))
      let options = "-k \(folder) -c listen_addresses= -c fsync=off"
      _ = try #require(
        run("\(programs)/pg_ctl", "-D", data, "-w", "-o", options, "-l", "\(folder)/log", "start"))
      defer { _ = run("\(programs)/pg_ctl", "-D", data, "-m", "immediate", "stop") }
      try body("postgresql:///postgres?host=\(folder)&user=postgres")
    }
  }
}
