import Foundation
import Testing

/// `sql:` in the settings: a database in place of a file.
@Suite struct `A database is a source of a workspace's tables` {
  private static let day = "--month 2026-05 --now 2026-05-06"
  private static let settings = """
    language: zh-Hans
    sql:
      customers:
        url_env: CRM
        query: SELECT * FROM customers
        seconds: 20

    """

  private func workspace(_ settings: String = settings) throws -> PlanWorkspace {
    let workspace = try PlanWorkspace(settings: settings)
    try SampleTable.customers.writeDatabase(to: workspace.folder.appending(path: "crm.db").path)
    return workspace
  }

  @Test(arguments: [
    "build \(day)", "check \(day)", "plan \(day)", "explain 白桦公司 \(day)",
    "export csv --table customers -o out \(day)",
  ])
  func `for every command, seen from the workspace`(command: String) throws {
    let workspace = try workspace()
    let run = try Program.run(
      "cd / && exec \"$0\" \(command) -s '\(workspace.folder.path)'", in: workspace.folder,
      environment: ["CRM": "sqlite:crm.db"])
    #expect(run.exit == 0, "\(run.stderr)")
    if command.hasPrefix("explain") { #expect(run.stdout.contains("sql.customers:2")) }
  }

  @Test func `and nothing is written into it`() throws {
    let workspace = try workspace()
    let file = workspace.folder.appending(path: "crm.db").path
    let before = FileManager.default.contents(atPath: file)
    _ = try workspace.plan(environment: ["CRM": "sqlite:crm.db"])
    #expect(FileManager.default.contents(atPath: file) == before)
  }

  @Test(arguments: [
    ("CRM", "", "salesbook.yaml:4:14: error", "[sql.unset-variable]"),
    ("CRM", "sqlite:none.db", "salesbook.yaml:4:14: error", "[sql.unreachable]"),
    ("CRM", "mysql", "salesbook.yaml:3:3: error", "[table.unknown-database]"),
  ])
  func `or says where the settings name it`(
    variable: String, value: String, place: String, id: String
  ) throws {
    let workspace = try workspace()
    for command in ["build", "check", "plan", "explain c1"] {
      let run = try workspace.run("\(command) \(Self.day)", environment: [variable: value])
      #expect(run.exit == 1)
      #expect(run.stderr.contains(place) && run.stderr.contains(id), "\(run.stderr)")
    }
  }

  @Test(arguments: [
    ("SELECT nothing FROM customers", "[table.refused-query]"),
    ("DELETE FROM customers", "[table.writing-query]"),
    ("SELECT 1; DROP TABLE customers", "[table.writing-query]"),
    (
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n",
      "[table.late-query]"
    ),
  ])
  func `and a query that is wrong has its place`(query: String, id: String) throws {
    let workspace = try workspace(
      "sql: {customers: {url_env: CRM, query: \"\(query)\", seconds: 1}}\n")
    let run = try workspace.run("check \(Self.day)", environment: ["CRM": "sqlite:crm.db"])
    #expect(run.exit == 1)
    #expect(run.stderr.contains("salesbook.yaml:1:7: error") && run.stderr.contains(id))
  }

  @Test func `and its rows are checked as a file's are`() throws {
    let workspace = try workspace(
      """
      sql:
        customers: {url_env: CRM, query: SELECT * FROM customers}
        deals: {url_env: CRM, query: "SELECT '白桦公' AS customer, '12万' AS amount"}
        orders: {url_env: CRM, query: "SELECT 'c1' AS customer, 1 AS amount, '03-07-2021' AS date"}

      """)
    let run = try workspace.run("check \(Self.day)", environment: ["CRM": "sqlite:crm.db"])
    #expect(run.exit == 1)
    #expect(run.stderr.contains("sql.deals:1:1: error: there is no customer “白桦公”"))
    #expect(run.stderr.contains("did you mean “白桦公司”?"))
    #expect(run.stderr.contains("2021-07-03 (dmy) or 2021-03-07 (mdy)"))
  }

  @Test func `and a table has one source only`() throws {
    let workspace = try workspace()
    try workspace.write("Content/data/customers.csv", SampleTable.customers.separated())
    let run = try workspace.run("check \(Self.day)", environment: ["CRM": "sqlite:crm.db"])
    #expect(run.exit == 1)
    #expect(run.stderr.contains("salesbook.yaml:3:3: error: the table “customers” is also in"))
  }

  @Test func `and a password is nowhere`() throws {
    let urls = ["postgresql://u:geh3im@/x?host=/nowhere", "postgres://u:geh3im@%zz/x"]
    for url in urls {
      let workspace = try workspace()
      let run = try workspace.run("build \(Self.day) -v", environment: ["CRM": url])
      #expect(run.exit == 1)
      #expect(run.stderr.contains("[sql.unreachable]"))
      #expect(!(run.stderr + run.stdout).contains("geh3im"))
    }
    for settings in [
      "sql: {customers: {url: \"postgresql://u:geh3im@h/x\", query: SELECT 1}}\n",
      "sql: {customers: {url_env: \"postgresql://u:geh3im@h/x\", query: SELECT 1}}\n",
      "sql: {customers: {url_env: \"host=h password=geh3im\", query: SELECT 1}}\n",
    ] {
      let run = try workspace(settings).run("check \(Self.day)")
      #expect(run.exit == 1)
      #expect(!(run.stderr + run.stdout).contains("geh3im"), "\(run.stderr)")
    }
  }

  @Test(.enabled(if: Postgres.canStart, "there is no PostgreSQL server"))
  func `whether SQLite or PostgreSQL, with the same plan`() throws {
    let workspace = try workspace()
    let plain = try workspace.plan(environment: ["CRM": "sqlite:crm.db"])
    try Postgres.with { url in
      try Postgres.fill(url, with: .customers)
      let found = try workspace.plan(environment: ["CRM": url])
      #expect(found == plain)
      try workspace.write(
        "salesbook.yaml", "sql: {customers: {url_env: CRM, query: DELETE FROM customers}}\n")
      let writing = try workspace.run("check \(Self.day)", environment: ["CRM": url])
      #expect(writing.stderr.contains("[table.writing-query]"))
      try workspace.write(
        "salesbook.yaml",
        "sql: {customers: {url_env: CRM, query: \"SELECT pg_sleep(30)\", seconds: 1}}\n")
      let late = try workspace.run("check \(Self.day)", environment: ["CRM": url])
      #expect(late.stderr.contains("[table.late-query]"))
    }
  }
}

/// A PostgreSQL server for one test, on a socket in a temporary folder.
private enum Postgres {
  /// The folder of the newest server that Debian has installed.
  private static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return versions.compactMap(Int.init).max().map { "\(root)/\($0)/bin" }
  }()

  static var canStart: Bool {
    guard let programs, getuid() == 0 else { return false }
    return [programs + "/initdb", programs + "/pg_ctl", "/usr/bin/psql", "/usr/sbin/runuser"]
      .allSatisfy(FileManager.default.isExecutableFile)
  }

  static func with(_ body: (String) throws -> Void) throws {
    guard let programs else { return }
    let folder = FileManager.default.temporaryDirectory.appending(path: "pg\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Not by Foundation: the server would inherit the socket on which it waits for the end.
    func run(_ command: String) throws {
      try #require(system("\(command) </dev/null >/dev/null 2>&1") == 0, "\(command)")
    }
    let data = folder.appending(path: "data").path
    try run("chown postgres '\(folder.path)'")
    let user = "runuser -u postgres --"
    try run("\(user) \(programs)/initdb -D '\(data)' -A trust -E UTF8 --locale=C -N")
    let options = "-k \(folder.path) -c listen_addresses= -c fsync=off"
    try run("\(user) \(programs)/pg_ctl -D '\(data)' -w -o '\(options)' -l '\(data)/log' start")
    defer { try? run("\(user) \(programs)/pg_ctl -D '\(data)' -m immediate stop") }
    try body("postgresql:///postgres?host=\(folder.path)&user=postgres")
  }

  /// Makes the sample table in the database.
  static func fill(_ url: String, with table: SampleTable) throws {
    let columns = table.header.map { "\"\($0)\" text" }.joined(separator: ", ")
    let rows = table.rows.map { row in
      "("
        + row.map { $0.written.isEmpty ? "NULL" : "$q$\($0.written)$q$" }.joined(separator: ", ")
        + ")"
    }.joined(separator: ", ")
    let script =
      "CREATE TABLE \(table.name) (\(columns)); INSERT INTO \(table.name) VALUES \(rows);"
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sql")
    try Data(script.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try Program.run(
      "psql '\(url)' -v ON_ERROR_STOP=1 -f '\(file.path)'",
      in: FileManager.default.temporaryDirectory)
    try #require(run.exit == 0, "\(run.stderr)")
  }
}
