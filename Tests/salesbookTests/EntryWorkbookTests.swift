import Foundation
import Testing

/// `init --excel`: a workbook that a person fills in.
@Suite struct `A workbook to fill in` {
  /// Writes rows below the examples of sheets, as a person would, and saves the workbook.
  private static let fill = """
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
    add('客户', '云杉公司', None, 4, 5, 5, day('2026-12-20'))
    add('客户', '白桦公司', None, '未知', 4)
    add('目标', '十二月', '我', '业绩', '销售额', 30, '万元', day('2026-12-01'), day('2026-12-31'))
    add('订单', 'D1', '云杉公司', day('2026-12-01'), 12345.5)
    add('商机', 'S1', '白桦公司', 36000, '方案报价', day('2026-11-01'), day('2026-12-25'))
    add('拜访', '白桦公司', day('2026-11-20'), day('2026-11-21'), '拜访', 1.5)
    add('拜访', '云杉公司', day('2026-12-20'), None, '拜访')
    w.save(sys.argv[1])
    """

  private func started() throws -> Site {
    let site = try Site(named: "site")
    let run = try Program.run(
      "exec \"$0\" init 我的 --kind plan --excel --now 2026-11-29", in: site.folder)
    try #require(run.exit == 0, "\(run.stderr)")
    return site
  }

  @Test(.enabled(if: Python.hasOpenpyxl, "this python3 has no openpyxl: see SALESBOOK_PYTHON"))
  func `is read as it is: rows count, examples and what is only planned do not`() throws {
    let site = try started()
    try Data(Self.fill.utf8).write(to: site.folder.appending(path: "fill.py"))
    let run = try Program.run(
      "'\(Python.path)' fill.py 我的/Content/data/销售计划.xlsx && "
        + "exec \"$0\" plan -s 我的 --now 2026-12-02 --format json", in: site.folder)
    #expect(run.exit == 0, "\(run.stderr)")
    #expect(!run.stderr.contains("error"), "\(run.stderr)")
    let data = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8))
    let plan = try #require(data as? [String: Any])
    let customers = try #require(plan["customers"] as? [[String: Any]])
    #expect(Set(customers.compactMap { $0["name"] as? String }) == ["云杉公司", "白桦公司"])
    let outlook = try #require(plan["outlook"] as? [String: Any])
    #expect(outlook["target"] as? Double == 300_000)
    #expect(outlook["won"] as? Double == 12_345.5)
  }

  @Test(.enabled(if: Python.hasLibreOffice, "needs libreoffice-calc-nogui"))
  func `opens in LibreOffice, which computes nothing where nothing is filled in`() throws {
    let site = try started()
    let run = try Program.run(
      "LC_ALL=C.UTF-8 soffice --headless -env:UserInstallation=file://$PWD/profile --convert-to csv:'Text - txt - csv (StarCalc)':44,34,76,1,,0,false,true,false,false,false,2 --outdir out 我的/Content/data/销售计划.xlsx >/dev/null 2>&1; cat out/*目标*.csv",
      in: site.folder)
    #expect(run.stdout.contains("编号*,负责人*,维度*,指标*,目标值*,单位,开始*,结束*,为什么,实际"), "\(run.stdout)")
    #expect(run.stdout.contains("例：2026-12,我,业绩,销售额,"), "\(run.stdout)")
    #expect(!run.stdout.contains("Err:") && !run.stdout.contains("#"), "\(run.stdout)")
  }
}
