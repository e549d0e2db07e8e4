import Foundation
import Testing

/// `salesbook init` in a folder that holds a person's own tables.
@Suite struct `A workspace that begins beside one's own tables` {
  private final class Folder {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-init-\(UUID().uuidString)")

    init(_ files: [String: String]) throws {
      for (name, text) in files {
        let file = path.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }

    deinit { try? FileManager.default.removeItem(at: path) }

    func run(_ command: String) throws -> Program.Run {
      try Program.run("exec \"$0\" " + command, in: path)
    }

    func read(_ name: String) -> String? {
      try? String(contentsOf: path.appending(path: name), encoding: .utf8)
    }
  }

  private static let customers = "编号,客户名称,M,A,N,微信\nc1,云杉公司,5,4,5,x\n"
  private static let deals = "客户名称,商机金额,赢单率,阶段\n云杉公司,12万,30%,需求确认\n"

  private static let proposed = """

    # The month that is planned; when it is over, run salesbook next.
    period: 2026-05

    # Whose plan it is.
    person: "me"

    # The table that each file is; * stands for anything, so that next month’s export fits too.
    tables:
      "export (3).csv": deals   # rows: 1
      # Open, Content/data/zz.csv: the table “deals” is also in Content/data/export (3).csv. \
    Choose a line and take its “#” off:
      # "zz.csv": deals   # both
      # Open, Content/data/odd.csv: it cannot be told which table “odd” is; it was left out. \
    Choose a line and take its “#” off:
      # "odd.csv": ~   # none of these; leave it out
      # "odd.csv": customers   # the table of customers
      # "odd.csv": deals   # the table of deals
      # "odd.csv": orders   # the table of orders
      # "odd.csv": activities   # the table of activities
      # "odd.csv": contacts   # the table of contacts
      # "odd.csv": receivables   # the table of receivables

    # What each column is; correct what is wrong on the right.
    mapping:
      customers:
        "编号": customer_id
        "客户名称": name
        # Not used: 微信
      deals:
        "客户名称": customer
        "商机金额": amount
        "赢单率": probability
        "阶段": stage

    # What each stage means: open, won or lost.
    stages:
      "需求确认": { status: open, probability: 0.3 }   # rows: 1

    """

  @Test func `takes up files of the data folder and says so`() throws {
    let folder = try Folder([
      "Content/data/客户导出.csv": Self.customers, "Content/data/export (3).csv": Self.deals,
      "Content/data/zz.csv": Self.deals, "Content/data/odd.csv": "foo,bar\n1,2\n",
    ])
    let run = try folder.run("init . --kind plan --lang en --now 2026-05-06")
    #expect(run.exit == 0, "\(run.stderr)")
    for line in [
      "customers: 客户导出.csv, 1 row, 5 of 6 columns used\n",
      "deals: export (3).csv, 1 row, 4 of 4 columns used\n",
      "the plan is that of “me”\n",
      "no goal was worked out for “me”, since not all data could be read",
    ] {
      #expect(run.stdout.contains(line), "\(run.stdout)")
    }
    let settings = try #require(folder.read("salesbook.yaml"))
    #expect(settings.hasSuffix(Self.proposed), "\(settings)")
    for invented in ["customers.csv", "rates.csv", "factors.csv", "team.csv"] {
      #expect(folder.read("Content/data/\(invented)") == nil, "nothing invented")
    }
    #expect(folder.read("Content/data/客户导出.csv") == Self.customers)
    let build = try folder.run("build --now 2026-05-06")
    #expect(build.exit == 0, "\(build.stderr)")
    #expect(build.stderr.contains("zz.csv: warning: this looks like the table “deals” too"))
    #expect(build.stderr.contains("warning: there is no goal for 2026-05"), "\(build.stderr)")
    let plan = try folder.run("plan --now 2026-05-06 --format json")
    #expect(plan.stdout.contains("\"bestCase\": 120000"), "\(plan.stdout.prefix(2000))")
  }

  @Test func `copies files that stand beside it, and leaves them as they are`() throws {
    let folder = try Folder(["mine/我的 客户.csv": Self.customers])
    let run = try folder.run("init mine --kind plan --goal 35万 --now 2026-05-06")
    #expect(run.exit == 0, "\(run.stderr)")
    #expect(folder.read("mine/我的 客户.csv") == Self.customers)
    #expect(folder.read("mine/Content/data/我的 客户.csv") == Self.customers)
    #expect(folder.read("mine/Content/data/goals.yaml")?.contains("  target: 350000\n") == true)
    let check = try folder.run("check -s mine --strict --now 2026-05-06")
    #expect(check.exit == 0, "\(check.stderr)")
  }

  @Test func `and still refuses a folder with anything else, and writes over nothing`() throws {
    for other in ["notes.md", "Content/index.md", "Content/data/photo.png", ".hidden"] {
      let folder = try Folder(["customers.csv": Self.customers, other: "mine"])
      let run = try folder.run("init . --kind plan")
      #expect(run.exit == 1 && run.stderr.contains("[init.not-empty]"), "\(run.stderr)")
      #expect(folder.read("salesbook.yaml") == nil && folder.read(other) == "mine")
    }
  }

  @Test func `and no name of a file can break the settings`() throws {
    let name = "a\"\nmapping: {x: 1}\n#\u{2028}.csv"
    let folder = try Folder(["Content/data/\(name)": Self.deals])
    let run = try folder.run("init . --kind plan --now 2026-05-06")
    #expect(run.exit == 0, "\(run.stderr)")
    let check = try folder.run("check --now 2026-05-06")
    #expect(!check.stderr.contains("salesbook.yaml"), "\(check.stderr)")
  }
}

/// `salesbook import` from end to end.
@Suite struct `An import` {
  private static let export =
    "商机编号;客户名称;签约额;阶段名;创建;备注\r\n"
    + "D1;c1;3.5万;意向;03-07-2026;=1+1\r\n;;;;;\r\nD2;c2;八万;意向;05-08-2026;\r\n"
  private static let settings = """
    language: en
    mapping: {deals: {签约额: amount, 阶段名: stage, 创建: created}}
    date_order: {deals.created: dmy}
    stages: {意向: {status: open, probability: 0.2}}

    """

  private func workspace(_ settings: String) throws -> PlanWorkspace {
    let workspace = try PlanWorkspace(settings: settings)
    try workspace.write("Content/data/customers.csv", SampleTable.customers.separated())
    try workspace.write("export.csv", Data(Self.export.utf8))
    return workspace
  }

  @Test func `has a report of exactly this shape`() throws {
    let workspace = try workspace(Self.settings)
    let run = try workspace.run("import export.csv --as deals --dry-run --format json")
    #expect(run.exit == 1)
    let data = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8))
    let report = try #require(data as? [String: Any])
    #expect(
      report.keys.sorted() == [
        "columns", "dates", "encoding", "file", "rows", "separator", "sheet", "sums",
      ])
    let rows = try #require(report["rows"] as? [String: Any])
    #expect(rows.keys.sorted() == ["kept", "read", "skipped"])
    let skipped = try #require(rows["skipped"] as? [[String: Any]])
    #expect(skipped.allSatisfy { $0.keys.sorted() == ["line", "reason"] })
    #expect(skipped.compactMap { $0["line"] as? Int } == [3, 4])
    #expect(rows["read"] as? Int == 3 && rows["kept"] as? Int == 1)
    func keys(_ list: String) -> Set<[String]> {
      Set((report[list] as? [[String: Any]] ?? []).map { $0.keys.sorted() })
    }
    #expect(keys("columns") == [["confidence", "field", "header"]])
    #expect(keys("dates") == [["column", "order", "why"]])
    #expect(keys("sums") == [["after", "before", "field"]])
    #expect(try workspace.run("import export.csv --as deals").exit == 1)
    let target = workspace.folder.appending(path: "Content/data/deals.csv").path
    #expect(!FileManager.default.fileExists(atPath: target), "an error writes nothing")
  }

  @Test func `shows the lines of a file in any encoding as they read`() throws {
    let workspace = try workspace("language: en\n")
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    let bytes = try #require("客户名称,金额,日期\nc1,八万,2026-05-06\n".data(using: gb18030))
    try workspace.write("gbk.csv", bytes)
    let run = try workspace.run("import gbk.csv --as orders --dry-run -v")
    #expect(run.stderr.contains("   2 | c1,八万,2026-05-06\n     |    ^\n"), "\(run.stderr)")
    #expect(run.stderr.contains("note: the file is not UTF-8; it was read as GB18030"))
    try workspace.write("Content/data/orders.csv", bytes)
    let check = try workspace.run("check --now 2026-05-06")
    #expect(check.stderr.contains("   2 | c1,八万,2026-05-06\n     |    ^\n"), "\(check.stderr)")
  }

  @Test func `gives a clean table and settings that both work, together and apart`() throws {
    let workspace = try workspace(Self.settings)
    try workspace.write(
      "export.csv", Self.export.replacingOccurrences(of: "八万", with: "8万"))
    let run = try workspace.run("import export.csv --as deals")
    try #require(run.exit == 0, "\(run.stderr)")
    let clean = try String(
      contentsOf: workspace.folder.appending(path: "Content/data/deals.csv"), encoding: .utf8)
    #expect(
      clean == "customer,amount,deal_id,stage,created,备注\n"
        + "c1,35000,D1,意向,2026-07-03,'=1+1\nc2,80000,D2,意向,2026-08-05,\n")
    let kept = try #require(run.stdout.range(of: "mapping:\n"))
    let proposal = String(run.stdout[kept.lowerBound...])
    let stages = "language: en\nstages: {意向: {status: open, probability: 0.2}}\n"
    try workspace.write("salesbook.yaml", stages + proposal)
    let day = "--month 2026-05 --now 2026-05-06"
    let both = try workspace.run("check --strict \(day)")
    #expect(both.exit == 0, "\(both.stderr)")
    let fromClean = try workspace.plan()
    // The file itself, read by the settings that were proposed, is the same table.
    try workspace.write(
      "Content/data/deals.csv", Self.export.replacingOccurrences(of: "八万", with: "8万"))
    #expect(try workspace.plan() == fromClean)
    let again = try workspace.run("import export.csv --as deals")
    #expect(again.exit == 1 && again.stderr.contains("this file already exists"), "\(again.stderr)")
  }
}
