import Foundation
import Testing

/// What is written into a plan's workbook, or into the workbook to fill in, as done.
@Suite(.enabled(if: Python.hasOpenpyxl, "this python3 has no openpyxl: see SALESBOOK_PYTHON"))
struct `Actuals in workbooks` {
  private func python(_ script: String, _ file: String, in site: Site) throws -> Program.Run {
    try Data(script.utf8).write(to: site.folder.appending(path: "script.py"))
    return try Program.run("exec '\(Python.path)' script.py '\(file)'", in: site.folder)
  }

  private func program(_ line: String, in site: Site) throws -> Program.Run {
    let run = try Program.run("exec \"$0\" \(line)", in: site.folder)
    #expect(run.exit == 0, "\(line): \(run.stderr)")
    return run
  }

  private func plan(_ line: String, in site: Site) throws -> [String: Any] {
    let run = try program("plan --format json \(line)", in: site)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
  }

  private func won(_ plan: [String: Any]) throws -> Double {
    try #require((plan["outlook"] as? [String: Any])?["won"] as? Double)
  }

  /// Types the days of three planned visits, one that was not planned, a new customer and two orders.
  private static let fill = """
    import sys, datetime
    from openpyxl import load_workbook
    w = load_workbook(sys.argv[1])
    def day(n): return datetime.datetime(2026, 12, n)
    v, o, c = w['实际拜访'], w['实际订单'], w['新客户']
    for row in (3, 4, 5): v.cell(row, 5).value = day(row)
    last = v.max_row + 1
    while v.cell(last - 1, 2).value is None: last -= 1
    for column, value in enumerate([None, '云杉新客', None, None, day(7), '首次接触', 0.5], 1):
        if value is not None: v.cell(last, column).value = value
    for column, value in enumerate([v.cell(3, 1).value, v.cell(3, 2).value, day(8), 12345.5], 1):
        o.cell(3, column).value = value
    for column, value in enumerate([None, '云杉新客', day(9), 1000], 1):
        if value is not None: o.cell(4, column).value = value
    c.cell(3, 1).value, c.cell(3, 2).value = '云杉新客', 'qian'
    w.save(sys.argv[1])
    print(v.cell(3, 1).value)
    """

  private static let export = "export xlsx -o plan.xlsx --person qian --month 2026-12"

  @Test func `written into an exported plan are the history of the next one`() throws {
    let site = try Site(named: "site")
    _ = try program("\(Self.export) --now 2026-11-23", in: site)
    let visited = try python(Self.fill, "plan.xlsx", in: site)
    try #require(visited.exit == 0, "\(visited.stderr)")
    let asked = "--person qian --month 2026-12 --now 2026-12-15"
    let before = try plan(asked, in: site)
    try FileManager.default.copyItem(
      at: site.folder.appending(path: "plan.xlsx"),
      to: site.folder.appending(path: "Content/data/计划-2026-12.xlsx"))
    let after = try plan(asked, in: site)
    #expect(try won(after) - won(before) == 13_345.5)
    let customers = try #require(after["customers"] as? [[String: Any]])
    #expect(customers.contains { $0["name"] as? String == "云杉新客" })
    // What import makes of the plan says the same, and says it once.
    _ = try program("import plan.xlsx", in: site)
    #expect(try won(plan(asked, in: site)) == won(after))
    try FileManager.default.removeItem(
      at: site.folder.appending(path: "Content/data/计划-2026-12.xlsx"))
    #expect(try won(plan(asked, in: site)) == won(after))
    let table = try program("export csv -o out.csv --table activities", in: site)
    #expect(table.exit == 0)
    let rows = try String(
      contentsOf: site.folder.appending(path: "out.csv"), encoding: .utf8
    ).split(separator: "\n").filter { $0.contains(",2026-12-") }
    #expect(rows.count == 4, "\(rows)")
  }

  @Test(.enabled(if: Python.hasLibreOffice, "needs libreoffice-calc-nogui"))
  func `are counted beside the plan by the workbook itself`() throws {
    let site = try Site(named: "site")
    _ = try program("\(Self.export) --now 2026-11-23", in: site)
    #expect(try python(Self.fill, "plan.xlsx", in: site).exit == 0)
    let run = try Program.run(
      "LC_ALL=C.UTF-8 soffice --headless -env:UserInstallation=file://$PWD/profile --convert-to xlsx --outdir out plan.xlsx >/dev/null 2>&1",
      in: site.folder)
    #expect(run.exit == 0)
    let look = """
      import sys
      from openpyxl import load_workbook
      w = load_workbook(sys.argv[1], data_only=True)
      s = w['工作量']
      names = {n: d.attr_text.replace("'", '').replace('$', '').split('!') for n, d in w.defined_names.items()}
      print(s[names['plan.actual_sales'][1]].value)
      head = next(r for r in s.iter_rows() if any(c.value == '实际' for c in r))
      column = next(c.column for c in head if c.value == '实际')
      rows = {r[0].value: s.cell(r[0].row, column).value for r in s.iter_rows(min_row=head[0].row + 1)}
      print(rows['首次接触'], rows['成交'], sum(v or 0 for k, v in rows.items() if k and '类' in k))
      d = w['每日安排']
      print({r[0].value.day: r[-1].value for r in d.iter_rows(min_row=3) if hasattr(r[0].value, 'day') and r[-1].value})
      """
    let looked = try python(look, "out/plan.xlsx", in: site)
    #expect(
      looked.stdout == "13345.5\n1 2 3\n{3: 1, 4: 1, 5: 1, 7: 1}\n",
      "\(looked.stdout)\(looked.stderr)")
  }

  /// The workbook to fill in, over two months.
  private static let month = """
    import sys, datetime
    from openpyxl import load_workbook
    w = load_workbook(sys.argv[1])
    def add(sheet, *cells):
        s = w[sheet]
        row = 3
        while s.cell(row, 1).value or s.cell(row, 2).value: row += 1
        for column, value in enumerate(cells, 1):
            if value is not None: s.cell(row, column).value = value
    def day(text): return datetime.datetime.fromisoformat(text)
    w['客户'].cell(2, 14).value = '区域'
    add('客户', '云杉公司', None, 4, 5, 5, day('2026-12-20'), None, None, None, None, None, None, None, '华东')
    add('客户', '白桦公司', None, '未知', 4)
    add('目标', '十二月', '我', '业绩', '销售额', 30, '万元', day('2026-12-01'), day('2026-12-31'))
    add('目标', '一月', '我', '业绩', '销售额', 35, '万元', day('2027-01-01'), day('2027-01-31'))
    add('订单', 'D1', '云杉公司', day('2026-12-01'), 12345.5)
    add('订单', 'D2', '云杉公司', day('2027-01-05'), 700)
    add('商机', 'S1', '白桦公司', 36000, '方案报价', day('2026-11-01'), day('2026-12-25'))
    add('商机', 'S2', '白桦公司', 9000, '赢单', day('2026-11-01'), day('2026-12-05'), day('2026-12-06'))
    add('拜访', '白桦公司', day('2026-12-20'), day('2026-12-21'), '拜访', 1.5)
    add('拜访', '云杉公司', day('2027-01-08'), None, '拜访')
    w.save(sys.argv[1])
    """

  private static let rows = """
    import sys
    from openpyxl import load_workbook
    w = load_workbook(sys.argv[1])
    for s in w:
        for r in s.iter_rows(min_row=3, values_only=True):
            cells = [str(c)[:10] for c in r if c is not None and not str(c).startswith('=')]
            if cells: print(s.title, *cells)
    print(w['客户'].cell(2, 14).value)
    """

  @Test func `in a workbook to fill in go into files of their own with the next month`() throws {
    let site = try Site(named: "site")
    _ = try program("init 我的 --kind plan --excel --now 2026-11-29", in: site)
    let book = "我的/Content/data/销售计划.xlsx"
    #expect(try python(Self.month, book, in: site).exit == 0)
    let asked = "-s 我的 --month 2027-01 --now 2027-01-10"
    let before = try plan(asked, in: site)
    let run = try program("next -s 我的 --now 2027-01-02", in: site)
    #expect(run.stdout.contains("actual-orders-2026-12.csv"), "\(run.stdout)")
    let left = try python(Self.rows, book, in: site)
    #expect(
      left.stdout == """
        客户 云杉公司 4 5 5 2026-12-20 华东
        客户 白桦公司 未知 4
        目标 一月 我 业绩 销售额 35 万元 2027-01-01 2027-01-31
        商机 S1 白桦公司 36000 方案报价 2026-11-01 2026-12-25
        订单 D2 云杉公司 2027-01-05 700
        拜访 云杉公司 2027-01-08 拜访
        区域

        """, "\(left.stderr)")
    let data = site.folder.appending(path: "我的/Content/data")
    let files = try FileManager.default.contentsOfDirectory(atPath: data.path).sorted()
    #expect(
      files == [
        "actual-activities-2026-12.csv", "actual-deals-2026-12.csv", "actual-goals-2026-12.csv",
        "actual-orders-2026-12.csv", "销售计划.xlsx", "销售计划.xlsx.bak",
      ])
    // Nothing was lost, and nothing counts twice: the plan is what it was.
    var after = try plan(asked, in: site)
    // What the plan that was kept meanwhile said is all that is new.
    after["classes"] = nil
    #expect(NSDictionary(dictionary: after) == NSDictionary(dictionary: before))
  }
}
