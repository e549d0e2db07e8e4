import Diagnostics
import SalesMethod
import Testing

@testable import SalesData

private let header = "订单号,客户,下单日期,订单金额\n"

/// The same thing in two files: what the later one says counts, once.
@Suite struct `Two files of one table` {
  private func amounts(_ first: String, _ second: String) -> [String] {
    load(twoCustomers, ("订单10月.csv", header + first), ("订单11月.csv", header + second))
      .value.records.orders.map(\.amount.description)
  }

  @Test func `a later file replaces an order of the same id, and it is said`() {
    let first = "O1,C1,2026-10-01,100\nO2,C1,2026-10-02,200\n"
    let second = "O2,C1,2026-10-02,250\nO3,C1,2026-11-03,300\n"
    let data = load(
      twoCustomers, ("订单10月.csv", header + first), ("订单11月.csv", header + second))
    #expect(data.value.records.orders.map(\.amount.description) == ["100", "250", "300"])
    #expect(data.diagnostics.map(\.id).contains("data.replaced-by-later-file"))
  }

  @Test func `all lines of an order are replaced together`() {
    #expect(
      amounts("O1,C1,2026-10-01,100\nO1,C1,2026-10-01,20\n", "O1,C1,2026-10-01,100\n") == ["100"])
    #expect(
      amounts(
        "O1,C1,2026-10-01,100\nO1,C1,2026-10-01,20\n", "O1,C1,2026-10-01,100\nO1,C1,2026-10-01,20\n"
      )
        == ["100", "20"])
  }

  /// Where numbers begin anew each month, the same id is another customer's order.
  @Test func `an id that another customer has is another order`() {
    #expect(amounts("1,C1,2026-10-01,100\n", "1,C2,2026-11-01,50\n") == ["100", "50"])
  }

  @Test func `days and numbers that are written otherwise are the same`() {
    let data = load(
      twoCustomers, ("订单10月.csv", "客户,下单日期,订单金额\nC1,2026-10-01,100\n"),
      ("订单11月.csv", "客户,下单日期,订单金额\nC1,2026/10/1,100.00\nC1,2026-11-03,300\n"))
    #expect(data.value.records.orders.map(\.amount.description) == ["100", "300"])
    let visits = load(
      twoCustomers, ("跟进10月.csv", "客户,日期,类型\nC1,2026-10-01,拜访\n"),
      ("跟进11月.csv", "客户,日期,类型\nC1,2026/10/1,拜访\n"))
    #expect(visits.value.records.activities.count == 1)
  }

  @Test func `a later list of what is owed replaces the earlier`() {
    let owed = "客户,应收金额,到期日,已收金额\n"
    let data = load(
      twoCustomers, ("应收10月.csv", owed + "C1,100,2026-12-01,0\nC2,7,2026-12-01,0\n"),
      ("应收11月.csv", owed + "C1,100,2026-12-01,50\n"))
    #expect(data.value.records.receivables.map { $0.paid?.description } == ["0", "50"])
    #expect(data.value.records.receivables.map(\.customer) == ["C2", "C1"])
  }

  @Test func `customers that a later file updates are told in one sentence`() {
    let rows = (1...30).map { "K\($0),甲\($0),3" }.joined(separator: "\n")
    let later = (1...30).map { "K\($0),甲\($0),4" }.joined(separator: "\n")
    let data = load(
      ("客户10月.csv", "客户编号,名称,M\n" + rows), ("客户11月.csv", "客户编号,名称,M\n" + later))
    #expect(data.diagnostics.filter { $0.id == "data.updated-rows" }.count == 1)
    #expect(!data.diagnostics.map(\.id).contains("data.contradicting-rows"))
    #expect(data.value.records.customers.first?.purchasingPower == .score(thousandths: 4000))
  }

  @Test func `whose titles name different units are an error`() {
    let rows = "客户,下单日期,订单金额\nC1,2026-10-01,1\n"
    let data = load(
      twoCustomers, ("订单10月.csv", "单位：万元\n" + rows), ("订单11月.csv", "单位：元\n" + rows))
    #expect(data.diagnostics.filter { $0.severity == .error }.map(\.id) == ["data.two-files"])
  }

  @Test(arguments: [("Jan", "Feb"), ("一月", "二月"), ("orders-oct", "orders-nov"), ("十月", "十一月")])
  func `are one table by the names of months`(first: String, second: String) {
    let data = load(
      twoCustomers, ("\(first).csv", "客户,下单日期,订单金额,订单号\nC1,2026-10-01,1,a\n"),
      ("\(second).csv", "客户,下单日期,订单金额,订单号\nC1,2026-11-01,2,b\n"))
    #expect(data.value.records.orders.map(\.amount.description).sorted() == ["1", "2"])
    #expect(!data.diagnostics.hasErrors, "\(found(data))")
  }
}

/// Words that say that a row is no sale, no visit, or no customer to call.
@Suite struct `What a status says` {
  @Test(arguments: [
    "已取消", "已退款", "待付款", "草稿", "已作废", "交易关闭", "Void", "Draft", "cancelled", "Refunded",
  ])
  func `an order that is none counts as no sale, which is said`(status: String) {
    let data = load(
      twoCustomers,
      ("orders.csv", "客户,下单日期,金额,订单状态\nC1,2026-10-01,1,\(status)\nC1,2026-10-02,2,已完成\n"))
    #expect(data.value.records.orders.map(\.amount.description) == ["2"])
    #expect(found(data).map { $0.prefix(16) } == ["data.void-orders"])
  }

  @Test(arguments: ["已完成", "已发货", "审核通过", "Paid", "Sent", "overdue", "执行中", "交易成功", ""])
  func `and one that stands counts`(status: String) {
    let data = load(
      twoCustomers, ("orders.csv", "客户,下单日期,金额,状态\nC1,2026-10-01,1,\(status)\n"))
    #expect(data.value.records.orders.count == 1)
    #expect(data.diagnostics.isEmpty)
  }

  @Test func `a word that means either is asked, one that nobody knows is told`() {
    let text = "客户,下单日期,金额,订单状态\nC1,2026-10-01,1,已关闭\n"
    let asked = load(twoCustomers, ("orders.csv", text))
    #expect(asked.diagnostics.map(\.id) == ["data.unknown-stage"])
    var settings = DataSettings()
    settings.stages = [
      DataSettings.Stage(name: "已关闭", status: .won)
    ]
    let answered = load(twoCustomers, ("orders.csv", text), settings: settings)
    #expect(answered.value.records.orders.count == 1)
    #expect(answered.diagnostics.isEmpty)
    let unknown = load(
      twoCustomers, ("orders.csv", text.replacing("已关闭", with: "甲类")))
    #expect(unknown.value.records.orders.count == 1)
    #expect(unknown.diagnostics.map(\.id) == ["data.order-status"])
  }

  @Test(arguments: ["VIP;勿扰", "VIP，请勿联系", "DNC", "黑名单/VIP"])
  func `a customer not to be called is none, whatever else is written`(tags: String) {
    let data = load(("customers.csv", "客户编号,名称,标签\nC1,甲,\"\(tags)\"\n"))
    #expect(data.value.records.customers.first?.flags == [.doNotContact])
  }

  @Test(arguments: ["已倒闭", "破产", "关停"])
  func `nor one that is no more`(tag: String) {
    let data = load(("customers.csv", "客户编号,名称,标签\nC1,甲,\(tag)\n"))
    #expect(data.value.records.customers.first?.flags == [.closedDown])
  }

  @Test(arguments: [
    ("To do", false), ("Not Started", false), ("待办", false), ("进行中", false), ("已取消", false),
    ("Done", true), ("Completed", true), ("已完成", true),
  ])
  func `a task is done or not`(word: String, isDone: Bool) {
    let data = load(
      twoCustomers, ("activities.csv", "客户,日期,类型,完成\nC1,2026-10-01,拜访,\(word)\n"))
    #expect(data.value.records.activities.map(\.isDone) == [isDone])
  }

  @Test func `what nobody knows of a task leaves it out`() {
    let rows = (0..<60).map { "C1,2026-10-01,拜访,\($0 == 7 ? "或许" : "是")\n" }.joined()
    let data = load(twoCustomers, ("activities.csv", "客户,日期,类型,完成\n" + rows))
    #expect(data.value.records.activities.count == 59)
  }
}

/// Days that stand for none, and days whose meaning their row decides.
@Suite struct `Days of exports` {
  @Test(arguments: ["0001-01-01", "1601-01-01", "1899-12-30", "9999-12-31", "2099-12-31"])
  func `that stand for none are none`(day: String) {
    let rows = (0..<60).map { "C1,2026-10-01,\($0)\n" }.joined()
    let data = load(
      twoCustomers, ("orders.csv", "客户,下单日期,金额\n" + rows + "C1,\(day),5\n"))
    #expect(data.value.records.orders.count == 60)
    #expect(data.diagnostics.map(\.id) == ["data.bad-date"])
  }

  /// 结单日期 of a deal that is still open is the day on which it is expected to close.
  @Test(arguments: ["结单日期", "成交日期", "签约日期"])
  func `of an open deal are expected ones`(header: String) {
    let data = load(
      twoCustomers,
      ("deals.csv", "客户,金额,阶段,\(header)\nC1,5,进行中,2026-12-20\nC2,6,赢单,2026-10-02\n"))
    let deals = data.value.records.deals
    #expect(deals.map(\.expectedClose) == [day("2026-12-20"), nil])
    #expect(deals.map(\.closed) == [nil, day("2026-10-02")])
    #expect(data.diagnostics.map(\.id) == ["data.close-date"])
  }

  @Test func `that say they happened are not`() {
    let data = load(
      twoCustomers, ("deals.csv", "客户,金额,阶段,实际成交日期\nC1,5,进行中,2026-10-20\n"))
    #expect(data.value.records.deals.map(\.expectedClose) == [nil])
  }
}

/// Who is who, by columns that only look like something.
@Suite struct `Columns of people` {
  @Test func `a list of clocks is no team`() {
    let data = load(
      ("客户.csv", "客户名称,负责人\n甲,张伟\n"),
      ("打卡记录.csv", "姓名,账号,打卡时间\n张伟,zw,2026-05-01\n李娜,ln,2026-06-08\n张伟,zw,2026-07-15\n"))
    #expect(data.value.records.members.isEmpty)
    let team = load(("人事.csv", "姓名,账号,部门\n张伟,zw,一部\n李娜,ln,一部\n"))
    #expect(team.value.records.members.map(\.id) == ["zw", "ln"])
  }

  @Test(arguments: [
    ("customers", "销售归属人姓名"), ("customers", "归属人员"), ("customers", "Account Owner Id"),
    ("customers", "公司所有人"), ("deals", "Owner Id"), ("activities", "Task Owner"),
    ("orders", "Invoice Owner"),
  ])
  func `that name owners are known`(table: String, header: String) {
    let schema = TableSchema.named(table)
    let found = schema.map { names(of: header, in: $0) }
    #expect(found == "owner")
  }

  private func names(of header: String, in schema: TableSchema) -> String? {
    let key = HeaderKey(header).key
    return schema.columns.first { column in
      (column.synonyms + column.lesserSynonyms).contains { HeaderKey($0).key == key }
    }?.name
  }

  @Test func `that nobody knows are told where they hold several names`() {
    func ids(_ header: String) -> [String] {
      load(
        ("customers.csv", "客户名称,\(header)\n甲,张伟\n乙,李娜\n丙,张伟\n丁,李娜\n")
      ).diagnostics.map(\.id)
    }
    #expect(ids("本年度跟进人") == ["data.owners-not-read"])
    #expect(ids("负责人部门") == [])
    #expect(ids("颜色") == [])
  }

  @Test func `give way to names where they are keys of a CRM`() {
    let data = load(
      ("team.csv", "member\n张伟\n李娜\n"),
      ("customers.csv", "客户名称,Owner Id,Owner\n甲,0051x,张伟\n乙,0052x,李娜\n"))
    #expect(data.value.records.customers.map(\.owner) == ["张伟", "李娜"])
    #expect(!data.diagnostics.hasErrors)
  }

  @Test func `an id is not another number's notation`() {
    let header = "order_id,customer,date,amount\n"
    let data = load(
      ("customers.csv", "customer_id\n1E5\nC2\n"),
      ("orders.csv", header + "1,100000,2026-10-01,5\n2,C2,2026-10-01,5\n"))
    #expect(data.diagnostics.map(\.id).contains("data.unknown-customer"))
    let plain = load(
      ("customers.csv", "customer_id\n138000000\n"),
      ("orders.csv", header + "1,1.38E8,2026-10-01,5\n"))
    #expect(plain.value.records.orders.map(\.customer) == ["138000000"])
  }

  @Test func `an id in brackets counts where it is called so`() {
    let header = "order_id,customer,date,amount\n"
    let data = load(
      ("customers.csv", "customer_id,name\nX2,甲公司\nX3,乙公司\n"),
      ("orders.csv", header + "1,甲公司 (X2),2026-10-01,5\n2,乙公司 (X2),2026-10-01,5\n"))
    #expect(data.value.records.orders.map(\.customer) == ["X2"])
    #expect(data.diagnostics.map(\.id).contains("data.unknown-customer"))
  }

  @Test func `an order of two customers is told`() {
    let data = load(
      twoCustomers,
      ("orders.csv", "order_id,customer,date,amount\nO1,C1,2026-10-01,5\nO1,C2,2026-10-01,6\n"))
    #expect(found(data) == ["data.order-of-two orders.csv:3:1"])
    #expect(data.value.records.orders.count == 2)
  }
}
