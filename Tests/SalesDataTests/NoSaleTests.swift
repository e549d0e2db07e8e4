import Diagnostics
import SalesMethod
import Tables
import Testing

@testable import SalesData

/// Orders and deals that a program keeps though they are none, and amounts that are not those of a line.
@Suite struct `Rows that are no sale` {
  private let customers = ("customers.csv", "name\n甲公司\n")

  /// The amounts of the orders, in whole units, and what is said beside notes.
  private func orders(_ text: String) -> (amounts: [Int], said: [String]) {
    let data = load(customers, ("orders.csv", text))
    return (
      data.value.records.orders.map { $0.amount.hundredths / 100 },
      data.diagnostics.filter { $0.severity != .note }.map(\.id)
    )
  }

  @Test(arguments: [
    ("是否作废", "是", "否"), ("作废标记", "1", "0"), ("Deleted at", "2026-10-01T00:00:00Z", ""),
    ("Is Deleted", "TRUE", "FALSE"), ("Archived", "Yes", "No"), ("作废时间", "2026-10-05", ""),
    ("删除状态", "已删除", "正常"),
  ])
  func `what was deleted, archived or declared void is left out and counted`(
    header: String, gone: String, kept: String
  ) {
    let text =
      "订单号,客户,金额,日期,\(header)\n1,甲公司,5,2026-10-02,\(gone)\n2,甲公司,7,2026-10-03,\(kept)\n"
    let found = orders(text)
    #expect(found.amounts == [7])
    #expect(found.said == ["data.withdrawn-rows"])
    let deals =
      "customer,amount,stage,\(header)\n甲公司,5,Proposal,\(gone)\n甲公司,7,Proposal,\(kept)\n"
    let data = load(customers, ("deals.csv", deals))
    #expect(data.value.records.deals.map(\.amount.hundredths) == [700])
    #expect(data.diagnostics.map(\.id).contains("data.withdrawn-rows"))
  }

  @Test func `the settings may say that such a column is none`() {
    var settings = DataSettings()
    settings.mapping = [
      .init(table: "orders", header: "是否作废", field: nil, place: Place(path: "s"))
    ]
    let data = load(
      customers, ("orders.csv", "订单号,客户,金额,日期,是否作废\n1,甲公司,5,2026-10-02,是\n"), settings: settings)
    #expect(data.value.records.orders.count == 1)
  }

  @Test(arguments: [
    ("待审核", "data.orders-not-approved"), ("审批中", "data.orders-not-approved"),
    ("未生效", "data.orders-not-approved"), ("Pending Approval", "data.orders-not-approved"),
    ("Quotation Sent", "data.void-orders"), ("已冲销", "data.void-orders"),
    ("已终止", "data.unknown-stage"),
  ])
  func `what is not approved, an offer or ended is no sale without a word`(
    status: String, said: String
  ) {
    let found = orders(
      "订单号,客户,金额,日期,审核状态\n1,甲公司,5,2026-10-02,\(status)\n2,甲公司,7,2026-10-03,已通过\n")
    #expect(found.amounts == [7])
    #expect(found.said == [said])
  }

  @Test(arguments: ["支付状态", "付款状态", "生命状态", "审批状态"])
  func `of several columns of statuses each counts`(header: String) {
    let bad = header == "生命状态" ? "作废" : header == "审批状态" ? "已驳回" : "未支付"
    let text =
      "订单号,客户,金额,日期,订单状态,\(header)\n1,甲公司,5,2026-10-02,已确认,\(bad)\n"
      + "2,甲公司,7,2026-10-03,已确认,正常\n3,甲公司,9,2026-10-03,已取消,正常\n"
    let found = orders(text)
    #expect(found.amounts == [7])
    #expect(found.said == ["data.void-orders", "data.void-orders"])
  }

  @Test(arguments: ["退货", "退款", "销售退货单", "Credit Note", "红字发票"])
  func `a row whose kind is a return takes its amount off, whatever its sign`(kind: String) {
    let text =
      "订单号,客户,金额,日期,单据类型\n1,甲公司,5,2026-10-02,\(kind)\n2,甲公司,-6,2026-10-02,\(kind)\n"
      + "3,甲公司,9,2026-10-03,销售\n4,甲公司,8,2026-10-03,报价单\n"
    let found = orders(text)
    #expect(found.amounts == [-5, -6, 9])
    #expect(found.said == ["data.withdrawn-rows", "data.returns"])
  }

  @Test(arguments: ["订单总额", "合计金额", "order total", "订单金额"])
  func `the total of an order on each of its lines counts once, and is said`(header: String) {
    let text =
      "订单号,客户,产品,\(header),日期\n1,甲公司,P1,100,2026-10-02\n1,甲公司,P2,100,2026-10-02\n"
      + "2,甲公司,P1,50,2026-10-03\n"
    let found = orders(text)
    #expect(found.amounts == [100, 50])
    #expect(found.said == ["data.totals-on-lines"])
  }

  @Test func `lines whose amounts differ, or whose header speaks of no total, are added up`() {
    let differing =
      "订单号,客户,产品,订单总额,日期\n1,甲公司,P1,100,2026-10-02\n1,甲公司,P2,100,2026-10-02\n"
      + "2,甲公司,P1,50,2026-10-03\n2,甲公司,P2,60,2026-10-03\n"
    #expect(orders(differing).amounts == [100, 100, 50, 60])
    let plain = "订单号,客户,产品,金额,日期\n1,甲公司,P1,100,2026-10-02\n1,甲公司,P2,100,2026-10-02\n"
    #expect(orders(plain).amounts == [100, 100])
  }

  @Test(arguments: ["单价", "含税单价(元)", "Unit Price"])
  func `a price is no amount: times the quantity it is`(header: String) {
    let text = "订单号,客户,数量,\(header),日期\n1,甲公司,10,0.35,2026-10-02\n2,甲公司,3,1000,2026-10-03\n"
    let data = load(customers, ("orders.csv", text))
    #expect(data.value.records.orders.map(\.amount.hundredths) == [350, 300_000])
    #expect(data.diagnostics.filter { $0.severity != .note } == [])
    var settings = DataSettings()
    settings.mapping = [
      .init(table: "orders", header: header, field: "amount", place: Place(path: "s"))
    ]
    let mapped = load(customers, ("orders.csv", text), settings: settings)
    #expect(mapped.value.records.orders.map(\.amount.hundredths) == [350, 300_000])
  }

  @Test func `a price of thousandths is multiplied before anything is rounded`() {
    let text = "订单号,客户,数量,单价,日期\n1,甲公司,1000,0.005,2026-10-02\n2,甲公司,-2,3.335,2026-10-03\n"
    let data = load(customers, ("orders.csv", text))
    #expect(data.value.records.orders.map(\.amount.hundredths) == [500, -667])
  }

  @Test func `without a quantity a price is not even offered as the amount`() {
    let data = load(customers, ("orders.csv", "订单号,客户,单价,备注,日期\n1,甲公司,10,x,2026-10-02\n"))
    let offers = data.diagnostics.flatMap(\.offers).flatMap(\.lines).map { $0.keys.last ?? "" }
    #expect(!offers.isEmpty)
    #expect(!offers.contains("单价"))
  }
}

@Suite struct `Customers that were deleted` {
  @Test(arguments: [
    ("是否删除", "是", "否"), ("is_deleted", "true", "false"), ("生命状态", "作废", "正常"),
    ("Archived at", "2026-03-01", ""), ("数据状态", "回收站", "正常"),
  ]) func `are called on no more, and keep what they bought`(
    header: String, yes: String, no: String
  ) {
    let data = load(
      ("team.csv", "member,name\nm1,张\n"),
      ("customers.csv", "customer_id,name,owner,\(header)\nc1,甲,m1,\(yes)\nc2,乙,m1,\(no)\n"),
      ("orders.csv", "customer,date,amount\nc1,2026-03-02,100\nc2,2026-03-02,200\n"))
    #expect(data.diagnostics.map(\.id).contains("data.withdrawn-customers"))
    #expect(data.value.records.customers.map(\.flags) == [[.doNotContact], []])
    #expect(data.value.records.orders.count == 2)
  }

  @Test func `and the settings may say that a column means something else`() {
    var settings = DataSettings()
    settings.mapping = [
      DataSettings.Mapping(
        table: "customers", header: "是否删除", field: nil, place: Place(path: "s"))
    ]
    let data = load(
      ("customers.csv", "customer_id,name,是否删除\nc1,甲,是\n"), settings: settings)
    #expect(data.value.records.customers.map(\.flags) == [[]])
  }
}
