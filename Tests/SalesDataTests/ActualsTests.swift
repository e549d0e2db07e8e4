import Diagnostics
import SalesMethod
import Testing

@testable import SalesData

/// What people write into a plan as done.
@Suite struct `What was done` {
  private static let team = ("team.csv", "member,name\nlin,林\n")
  private static let customers = ("customers.csv", "客户编号,客户名称,owner\nC1,甲公司,lin\nC2,乙公司,lin\n")

  private func rows(_ table: [[String]]) -> String {
    table.enumerated().map { number, cells in
      "<row r=\"\(number + 1)\">"
        + cells.enumerated().map { column, text in
          let place = "\(["A", "B", "C", "D", "E", "F", "G", "H"][column])\(number + 1)"
          return text.isEmpty
            ? ""
            : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }.joined() + "</row>"
    }.joined()
  }

  private func plan(
    visits: [[String]] = [], orders: [[String]] = [], customers: [[String]] = [],
    _ path: String = "计划.xlsx"
  ) -> SourceFile {
    let visitHeader = ["客户编号", "客户名称*", "客户级别", "计划日期", "实际日期", "类型*", "负责人"]
    let orderHeader = ["客户编号", "客户名称*", "实际日期*", "实际金额*", "订单号"]
    return TestWorkbook(sheets: [
      ("工作量", "", rows([["环节", "需要数量"], ["拜访", "3"]]), ""),
      ("客户分类", "", rows([["客户", "M", "A", "N"], ["没有的公司", "4", "4", "4"]]), ""),
      ("实际拜访", "", rows([["填实际发生的"], visitHeader] + visits), ""),
      ("实际订单", "", rows([["填实际发生的"], orderHeader] + orders), ""),
      ("新客户", "", rows([["一家一行"], ["客户名称*", "负责人*", "需求度"]] + customers), ""),
    ]).file(path)
  }

  private func load(
    _ files: (String, String)..., plans: SourceFile..., settings: DataSettings = DataSettings()
  ) -> Parsed<LoadedData> {
    let texts = [Self.team, Self.customers] + files
    return loadRecords(
      files: texts.map { SourceFile(path: $0.0, text: $0.1) } + plans, settings: settings)
  }

  private func problems(_ data: Parsed<LoadedData>) -> [String] {
    data.diagnostics.filter { $0.severity != .note }.map { "\($0.id) \($0.place)" }
  }

  @Test func `says which rows it cannot read, and takes none of them for over`() throws {
    let file = plan(
      visits: [
        ["C1", "甲公司", "A", "2026-12-01", "2026-12-02", "拜访", "lin"],
        ["C2", "乙公司", "B", "2026-12-03", "12月2日", "拜访", "lin"],
      ])
    let filled = try #require(
      filledWorkbook(file, through: day("2026-12-31"), settings: DataSettings()))
    let visits = try #require(filled.parts.first { $0.table == .activities })
    #expect(visits.over.count == 2)
    #expect(visits.unreadLines == [4])
  }

  @Test func `counts where it has a day, and the other sheets of a plan are no tables`() {
    let data = load(
      plans: plan(
        visits: [
          ["C1", "甲公司", "A", "2026-12-01", "2026-12-02", "拜访", "lin"],
          ["C2", "乙公司", "B", "2026-12-03", "", "拜访", "lin"],
        ], orders: [["", "乙公司", "2026-12-05", "12000"]]))
    #expect(problems(data) == [])
    #expect(data.diagnostics.map(\.id) == ["data.plan-workbook"])
    let records = data.value.records
    #expect(records.customers.map(\.id) == ["C1", "C2"])
    #expect(records.activities.map(\.customer) == ["C1"])
    #expect(records.activities.map(\.date) == [day("2026-12-02")])
    #expect(records.activities.map(\.type) == ["visit"])
    #expect(records.orders.map(\.customer) == ["C2"])
    #expect(records.orders.map(\.amount.description) == ["12000"])
    #expect(records.orders.map(\.row.path) == ["计划.xlsx[实际订单]"])
  }

  @Test func `has its own units, whatever the other file's column counts in`() {
    let orders = ("orders.csv", "日期,客户,金额(万元)\n2026-11-01,C1,3.5\n")
    let data = load(orders, plans: plan(orders: [["C1", "甲公司", "2026-12-05", "12000", "D7"]]))
    #expect(problems(data) == [])
    #expect(data.value.records.orders.map(\.amount.description) == ["35000", "12000"])
    #expect(data.value.records.orders.map(\.id) == [nil, "D7"])
    #expect(data.value.records.orders.map(\.date) == [day("2026-11-01"), day("2026-12-05")])
  }

  @Test func `may name customers who were not known before`() {
    let data = load(
      plans: plan(
        visits: [["", "丙公司", "", "", "2026-12-02", "首次接触"]], customers: [["丙公司", "lin", "4"]]))
    #expect(problems(data) == [])
    #expect(data.value.records.customers.map(\.id) == ["C1", "C2", "丙公司"])
    #expect(data.value.records.customers.last?.need == .score(thousandths: 4000))
    #expect(data.value.records.activities.map(\.type) == ["contact"])
  }

  @Test func `counts once where another file says it, as often as the one that says it most often`()
  {
    let orders = ("orders.csv", "客户,日期,金额\n甲公司,2026-12-05,12000\n")
    let activities = ("activities.csv", "客户,日期,类型\n甲公司,2026-12-02,上门拜访\n")
    let data = load(
      orders, activities,
      plans: plan(
        visits: [
          ["C1", "", "A", "", "2026-12-02", "拜访"], ["C1", "", "A", "", "2026-12-02", "拜访"],
          ["C1", "", "A", "", "2026-12-02", "电话"],
        ], orders: [["C1", "", "2026-12-05", "12000"], ["C1", "", "2026-12-05", "13000"]]))
    #expect(
      problems(data)
        == [
          "data.actuals-twice 计划.xlsx[实际订单]!A3", "data.actuals-twice 计划.xlsx[实际拜访]!A3",
        ].map { $0.replacing("!A3", with: ":3") })
    #expect(data.value.records.orders.map(\.amount.description) == ["12000", "13000"])
    // One visit of the other file, one more of the plan's two, and a call.
    #expect(data.value.records.activities.map(\.type) == ["visit", "visit", "电话"])
  }

  @Test func `is told where it stands when it is wrong`() {
    let orders = ("orders.csv", "日期,客户,金额\n2026-11-01,C1,3.5\n")
    let data = load(orders, plans: plan(orders: [["C1", "甲公司", "下月底", "12000"]]))
    #expect(problems(data).contains("data.bad-date 计划.xlsx[实际订单]!C3"), "\(problems(data))")
  }

  @Test func `is read again from the files that import and next make of it`() {
    let file = plan(
      visits: [["C1", "甲公司", "A", "2026-12-01", "2026-12-02", "拜访", "lin"]],
      orders: [["C1", "甲公司", "2026-12-05", "12000.5"], ["", "", "", ""]], "计划-2026-12.xlsx")
    let imported = importTables(file)
    #expect(
      imported.value.map { $0.fileName(of: file.path) } == [
        "actual-activities-计划-2026-12.csv", "actual-orders-计划-2026-12.csv",
      ])
    let files = imported.value.map { table in
      (
        table.fileName(of: file.path),
        table.rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
      )
    }
    let data = load(files[0], files[1])
    #expect(problems(data) == [])
    #expect(data.value.records.activities.map(\.date) == [day("2026-12-02")])
    #expect(data.value.records.orders.map(\.amount.description) == ["12000.5"])
    // The plan beside them says the same: nothing counts twice.
    let both = load(files[0], files[1], plans: file)
    #expect(both.value.records.activities.count == 1 && both.value.records.orders.count == 1)
  }

  @Test func `is parted by what is over`() throws {
    let file = plan(
      visits: [
        ["C1", "甲公司", "A", "2026-12-01", "2026-12-02", "拜访"],
        ["C1", "甲公司", "A", "2026-12-09", "", "拜访"],
      ])
    let filled = try #require(
      filledWorkbook(file, through: day("2026-12-31"), settings: DataSettings()))
    #expect(filled.isPlan && filled.hasAnythingOver)
    #expect(filled.parts.map(\.table) == [.activities, .orders, .customers])
    #expect(filled.parts[0].over.count == 2 && filled.parts[0].open.count == 1)
    #expect(filled.parts[0].open[0][3] == .day(day("2026-12-09")))
    let other = TestWorkbook(rows: rows([["name"], ["甲"]])).file("customers.xlsx")
    #expect(filledWorkbook(other, through: day("2026-12-31"), settings: DataSettings()) == nil)
  }

  @Test func `months of which one counts days from 1904 are joined day by day`() {
    let month = { (path: String, workbook: String, serial: Int) in
      TestWorkbook(
        rows: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>客户</t></is></c>"
          + "<c r=\"B1\" t=\"inlineStr\"><is><t>日期</t></is></c>"
          + "<c r=\"C1\" t=\"inlineStr\"><is><t>金额</t></is></c></row>"
          + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>C1</t></is></c>"
          + "<c r=\"B2\"><v>\(serial)</v></c><c r=\"C2\"><v>5</v></c></row>",
        workbook: workbook
      ).file(path)
    }
    // 2026-11-01 is 46327 from 1900 and 44865 from 1904; 2026-12-01 is 46357 from 1900.
    let data = load(
      plans: month("orders-11.xlsx", "<workbookPr date1904=\"1\"/>", 44865),
      month("orders-12.xlsx", "", 46357))
    #expect(problems(data) == [])
    #expect(data.value.records.orders.map(\.date) == [day("2026-11-01"), day("2026-12-01")])
  }
}
