import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import SalesData

private let team = ("team.csv", "member\nm1\nm2\n")
private let goalHeader = "id,owner,dimension,metric,target,unit,start,end,scope\n"

/// What is written twice is added, replaced or refused by a rule, and said.
@Suite struct `Written twice` {
  @Test func `two goals of one owner, metric, scope and period are refused`() {
    let row = ",m1,performance,amount,5,CNY,2026-12-01,2026-12-31,\n"
    let data = load(team, ("goals.csv", goalHeader + "g1" + row + "g2" + row))
    #expect(found(data) == ["data.two-goals goals.csv:3"])
    #expect(data.value.records.goals.map(\.id) == ["g1"])
  }

  @Test(arguments: [("家", "客户"), ("单", "orders"), ("件", "台"), ("件", "")])
  func `two goals that count the same by other words are refused`(one: String, other: String) {
    func row(_ unit: String) -> String {
      ",m1,performance,quantity,5,\(unit),2026-12-01,2026-12-31,\n"
    }
    let data = load(team, ("goals.csv", goalHeader + "g1" + row(one) + "g2" + row(other)))
    #expect(found(data) == ["data.two-goals goals.csv:3"])
  }

  @Test func `goals that differ in scope, days or owner are several`() {
    let rows = [
      "g1,m1,performance,amount,5,CNY,2026-12-01,2026-12-31,泵",
      "g2,m1,performance,amount,5,CNY,2026-12-01,2026-12-31,阀",
      "g3,m1,performance,amount,5,CNY,2027-01-01,2027-01-31,泵",
      "g4,m2,performance,amount,5,CNY,2026-12-01,2026-12-31,泵",
    ]
    let data = load(team, ("goals.csv", goalHeader + rows.joined(separator: "\n")))
    #expect(data.diagnostics.isEmpty)
    #expect(data.value.records.goals.count == 4)
  }

  @Test func `two rates and two factors of one owner are refused`() {
    let rates = load(
      team,
      ("rates.csv", "owner,from,to,successes,trials\nm1,contact,visit,1,2\nm1,首次接触,visit,1,3\n"))
    #expect(found(rates) == ["data.two-rates rates.csv:3"])
    let factors = load(team, ("factors.csv", "owner,deal_size,repeat\n,1,1\nm1,1,1\n,2,1\n"))
    #expect(found(factors) == ["data.two-factors factors.csv:4"])
    #expect(factors.value.records.givenFactors.count == 2)
  }

  @Test func `months in files and sheets are one table, in the order of their numbers`() {
    let data = load(
      twoCustomers, ("orders-10.csv", "customer,date,amount\nC1,2026-10-01,10\n"),
      ("orders-2.csv", "customer,date,amount\nC1,2026-02-01,2\nC9,2026-02-02,3\n"))
    #expect(data.value.records.orders.map(\.amount.description) == ["2", "10"])
    #expect(
      data.value.records.orders.map(\.row.path) == ["orders-2.csv", "orders-10.csv"])
    #expect(
      found(data) == [
        "data.taken-as orders-10.csv", "data.taken-as orders-2.csv",
        "data.joined-files orders-2.csv",
        "data.unknown-customer orders-2.csv:3:1",
      ])
    let report = data.value.reports.first { $0.table == .orders }
    #expect(report?.file == "orders-2.csv, orders-10.csv")
    #expect(report?.skipped.map(\.file) == ["orders-2.csv"])
  }

  @Test func `a row that two exports share counts once, and two rows of one export are two`() {
    let header = "customer,date,amount\n"
    let data = load(
      twoCustomers, ("orders-1.csv", header + "C1,2026-01-01,5\nC1,2026-01-01,5\n"),
      ("orders-2.csv", header + "C1,2026-01-01,5\nC1,2026-02-01,6\n"))
    #expect(data.value.records.orders.map(\.amount.description) == ["5", "5", "6"])
    #expect(data.diagnostics.map(\.id).contains("data.overlapping-files"))
  }

  @Test func `a deal of a later export replaces the earlier one`() {
    let header = "deal_id,customer,amount,stage\n"
    let data = load(
      twoCustomers, ("deals-20261001.csv", header + "D1,C1,5,Proposal\n"),
      ("deals-20261101.csv", header + "D1,C1,7,Closed Won\n"))
    #expect(data.value.records.deals.map(\.amount.description) == ["7"])
    #expect(data.value.records.deals.map(\.status) == [.won])
    #expect(data.diagnostics.map(\.id).contains("data.updated-rows"))
  }

  @Test func `files of one table whose headers differ are an error`() {
    let data = load(
      twoCustomers, ("orders-1.csv", "customer,date,amount\nC1,2026-01-01,5\n"),
      ("orders-2.csv", "customer,date,amount,qty\nC1,2026-02-01,6,1\n"))
    #expect(
      data.diagnostics.filter { $0.severity == .error }.map { "\($0.id) \($0.place)" }
        == ["data.two-files orders-2.csv"])
  }

  @Test func `files with other names are one table only where the settings say so`() {
    let files = [
      ("苏州.csv", "客户名称,下单日期,订单金额\n甲公司,2026-01-01,5\n"),
      ("无锡.csv", "客户名称,下单日期,订单金额\n乙公司,2026-01-02,6\n"),
    ]
    let refused = load(twoCustomers, files[0], files[1])
    #expect(refused.diagnostics.filter { $0.severity == .error }.map(\.id) == ["data.two-files"])
    var settings = DataSettings()
    settings.files = ["苏州.csv", "无锡.csv"].map {
      DataSettings.NamedFile(
        file: $0, table: "orders", place: Place(path: "salesbook.yaml", line: 2, column: 1))
    }
    let joined = load(twoCustomers, files[0], files[1], settings: settings)
    #expect(joined.diagnostics.map(\.id) == ["data.joined-files"])
    #expect(joined.value.records.orders.count == 2)
  }

  @Test func `places in joined files are their own`() {
    let data = load(
      twoCustomers, ("orders-1.csv", "customer,date,amount\nC1,2026-01-01,5\n"),
      ("orders-2.csv", "customer,date,amount\nC1,2026-02-01,\"6\nx\"\nC1,soon,5\n"))
    let errors = data.diagnostics.filter { $0.severity == .error && $0.id != "data.rows-left-out" }
    #expect(
      errors.map { "\($0.id) \($0.place)" }.sorted()
        == ["data.bad-date orders-2.csv:4:4", "data.not-a-number orders-2.csv:2:15"])
  }
}

/// Cells and rows that are no catastrophe.
@Suite struct `A cell that cannot be read` {
  private func deals(_ rows: Int, bad: Int) -> Parsed<LoadedData> {
    let text = (0..<rows).map { "C1,\($0 < bad ? "x" : "1")\n" }.joined()
    return load(twoCustomers, ("deals.csv", "customer,amount\n" + text))
  }

  @Test func `leaves its row out with a warning where few are, and is an error beyond the limit`() {
    let few = deals(100, bad: 2)
    #expect(few.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(few.value.records.deals.count == 98)
    #expect(few.value.reports[1].skipped.map(\.line) == [2, 3])
    let many = deals(100, bad: 3)
    // Three rows, and how to allow more of them.
    #expect(many.diagnostics.map(\.severity) == [.error, .error, .error, .error])
    #expect(many.diagnostics.last?.id == "data.rows-left-out")
    let more = deals(100, bad: 5)
    #expect(more.diagnostics.last?.id == "data.rows-left-out")
    #expect(
      more.diagnostics.last?.message.english
        == "5 of 100 rows of “deals” (5%) are left out because of mistakes in them")
  }

  @Test func `has a limit that the settings set`() {
    var settings = DataSettings()
    settings.rowsLeftOutThousandths = 500
    let data = load(
      twoCustomers, ("deals.csv", "customer,amount\nC1,x\nC1,1\n"), settings: settings)
    #expect(data.diagnostics.map(\.severity) == [.warning])
    settings.rowsLeftOutThousandths = 0
    let strict = load(
      twoCustomers, ("deals.csv", "customer,amount\nC1,x\nC1,1\n"), settings: settings)
    #expect(strict.diagnostics.map(\.severity) == [.error])
  }

  @Test func `counts as unknown where the row can do without it, and is said once for its column`()
  {
    let data = load(
      twoCustomers,
      (
        "activities.csv",
        "customer,date,type,hours\nC1,2026-05-06,visit,lots\nC2,2026-05-07,visit,many\n"
      ))
    #expect(found(data) == ["data.not-a-number activities.csv:2:21"])
    #expect(data.diagnostics[0].severity == .warning)
    #expect(
      data.diagnostics[0].message.english.hasSuffix(
        "1 more such cell (lines 2, 3); it counts as unknown"))
    #expect(data.value.records.activities.map(\.minutes) == [nil, nil])
  }

  @Test func `leaves its row out where a guess would change what is owed or won`() {
    let data = load(
      twoCustomers,
      ("deals.csv", "customer,amount,status\nC1,1,perhaps\n"),
      ("receivables.csv", "customer,amount,due,paid\nC1,5,2026-05-06,some\n"))
    #expect(data.value.records.deals.isEmpty && data.value.records.receivables.isEmpty)
    #expect(data.diagnostics.map(\.severity) == [.error, .error])
  }

  @Test func `is an error in tables that people write`() {
    let data = load(("team.csv", "member,start\nm1,soon\n"))
    #expect(data.diagnostics.map(\.severity) == [.error])
  }

  @Test func `of a stage that nobody explained is open where every row has a chance`() {
    let data = load(
      twoCustomers,
      (
        "deals.csv",
        "customer,amount,stage,probability\nC1,1,深度沟通,30%\nC2,2,深度沟通,40%\nC1,1,灰色,100%\n"
      ))
    #expect(
      found(data).sorted() == [
        "data.stage-by-chance deals.csv:2:6", "data.unknown-stage deals.csv:4:6",
      ])
    #expect(data.value.records.deals.map(\.probabilityMillionths) == [300_000, 400_000])
    #expect(data.value.records.deals.map(\.status) == [.open, .open])
  }
}

/// Totals and footers.
@Suite struct `Rows that are no rows` {
  @Test(arguments: [
    "合计,,2026-11-30,1000", "总计：,,,1000", "Total,,,1000", "Grand Total,,,\"1,000\"", "小计,,,1000",
    "本页合计,,,1000",
  ])
  func `totals are left out and checked`(row: String) {
    let data = load(
      twoCustomers, ("orders.csv", "order_id,customer,date,amount\n1,C1,2026-11-03,1000\n\(row)\n"))
    #expect(found(data) == ["data.total-rows orders.csv:3"])
    #expect(data.diagnostics[0].severity == .warning)
    #expect(data.value.records.orders.map(\.amount.description) == ["1000"])
    #expect(data.value.reports[1].sums.map(\.after.description) == ["1000"])
  }

  @Test func `a total that differs is said with both sums`() {
    let data = load(
      twoCustomers,
      (
        "orders.csv",
        "order_id,customer,date,amount\n1,C1,2026-11-03,1000\n2,C1,2026-11-03,5\n合计,,,1000\n"
      ))
    #expect(
      found(data).sorted() == ["data.total-differs orders.csv:4:6", "data.total-rows orders.csv:4"])
    #expect(
      data.diagnostics.first { $0.id == "data.total-differs" }?.message.english
        == "the total says 1000, and the rows of “amount” that were read add up to 1005")
  }

  @Test func `subtotals are checked against their own rows`() {
    let text = """
      order_id,customer,date,amount
      1,C1,2026-11-03,1000
      小计,,,1000
      2,C2,2026-11-03,5
      3,C2,2026-11-03,6
      小计,,,11
      合计,,,1011
      """
    let data = load(twoCustomers, ("orders.csv", text))
    #expect(found(data) == ["data.total-rows orders.csv:3"])
    #expect(data.value.records.orders.count == 3)
  }

  @Test func `footers of reports are left out`() {
    let text = """
      "Account Name","Industry","Annual Revenue"
      "Oak Trading","Trade","120000"
      "小计","","120000"
      "Grand Totals (1 record)","","120000"
      "Confidential Information - Do Not Distribute"
      "Generated by the CRM, 12/1/2026 3:05 PM"
      """
    let data = load(("customers.csv", text))
    #expect(found(data) == ["data.total-rows customers.csv:3"])
    #expect(data.value.records.customers.map(\.name) == ["Oak Trading"])
  }

  @Test func `a header that a printout repeats is left out`() {
    let data = load(("customers.csv", "name,M\n甲,4\nname,M\n乙,3\n"))
    #expect(
      found(data)
        == ["data.total-rows customers.csv:4"].map { _ in "data.total-rows customers.csv:3" })
    #expect(data.value.records.customers.map(\.name) == ["甲", "乙"])
  }

  @Test(arguments: ["百合计量", "Total", "Totalis GmbH", "总部大楼", "小计算", "Page Industries", "共享空间"])
  func `customers whose names look so are customers`(name: String) {
    let data = load(
      ("customers.csv", "customer_id,name,M,A\nK1,甲,4,4\nK2,\(name),3,\n\(name),\(name),,\n"))
    #expect(data.diagnostics.allSatisfy { $0.id != "data.total-rows" })
    #expect(data.value.records.customers.count >= 2)
  }
}

/// Merged cells of a workbook.
@Suite struct `A merged cell` {
  private func text(_ cell: String, _ text: String) -> String {
    "<c r=\"\(cell)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  @Test func `names its customer in every row, and counts its amount once`() {
    let header = ["customer", "date", "amount", "product"].enumerated().map { index, name in
      text("\(["A", "B", "C", "D"][index])1", name)
    }.joined()
    let rows = [
      "<row r=\"1\">\(header)</row>",
      "<row r=\"2\">\(text("A2", "C1"))\(text("B2", "2026-05-06"))<c r=\"C2\"><v>300</v></c>\(text("D2", "泵"))</row>",
      "<row r=\"3\">\(text("D3", "阀"))</row>",
      "<row r=\"4\"><c r=\"C4\"><v>5</v></c>\(text("D4", "管"))</row>",
    ]
    let book = TestWorkbook(rows: rows.joined(), merged: "A2:A4 B2:B4 C2:C3").file("orders.xlsx")
    let data = loadRecords(
      files: [SourceFile(path: twoCustomers.0, text: twoCustomers.1), book],
      settings: DataSettings())
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    #expect(data.value.records.orders.map(\.amount.description) == ["300", "5"])
    #expect(data.value.records.orders.map(\.customer) == ["C1", "C1"])
    #expect(data.value.records.orders.map(\.product) == ["泵", "管"])
    let report = data.value.reports.first { $0.table == .orders }
    #expect(report?.skipped.map(\.line) == [3] && report?.mistaken == 0)
  }
}

/// What a page must say of data that did not all count.
@Suite struct `A gap in the data` {
  @Test func `is a sentence in both languages, and nothing where all counts`() {
    let whole = load(twoCustomers)
    #expect(whole.value.reports.allSatisfy { $0.gap == nil })
    let rows = (0..<60).map { "C1,\($0 == 0 ? "x" : "1"),\($0 == 1 ? "soon" : "2026-05-06")\n" }
    let data = load(twoCustomers, ("deals.csv", "customer,amount,created\n" + rows.joined()))
    #expect(!data.diagnostics.hasErrors)
    let gap = data.value.reports.first { $0.table == .deals }?.gap
    #expect(
      gap?.english
        == "1 of 60 rows of “deals” has mistakes and does not count; 1 cell of “deals” cannot be read and counts as unknown"
    )
    #expect(gap?.chinese == "“商机”表共 60 行，其中 1 行有错误，没有算进去；“商机”表有 1 个单元格读不了，按未知处理")
  }

  @Test func `what spoils most rows is said first`() {
    let deals = (0..<40).map { _ in "C1,1,张伟,\n" }.joined()
    let data = load(
      ("team.csv", "member,start\nme,soon\nyou,\n"),
      ("customers.csv", "customer_id,owner\nC1,you\n"),
      ("deals.csv", "customer,amount,owner,created\n" + deals))
    #expect(
      data.diagnostics.sorted().map(\.id) == ["data.unknown-member", "data.bad-date"])
  }
}
