import Diagnostics
import Phrases
import SalesMethod
import Tables
import Testing

@testable import SalesData

/// Columns of other programs that once made a wrong number without a word.
@Suite struct `Columns that change what a number means` {
  private let customers = ("customers.csv", "customer_id,name\nC1,甲公司\nC2,乙公司\n")

  /// What is said beside notes.
  private func ids(_ data: Parsed<LoadedData>) -> [String] {
    data.diagnostics.filter { $0.severity != .note }.map(\.id)
  }

  private func errors(_ data: Parsed<LoadedData>) -> [String] {
    data.diagnostics.filter { $0.severity == .error }.map(\.id)
  }

  // MARK: What is owed

  @Test(arguments: [
    // What is owed at first and still; the rest with what was paid; the rest alone beside the whole.
    ("价税合计（元）,已收金额（元）,待收金额（元）", "10000,4000,6000", 6000),
    ("Balance Due,Amount Paid", "6000,4000", 6000), ("未回款,已回款", "6000,4000", 6000),
    ("应收金额,未收金额", "10000,6000", 6000), ("应收金额,已收金额", "10000,4000", 6000),
    ("Outstanding", "6000", 6000), ("Total Amount,Amount Paid,Amount Due", "10000,4000,6000", 6000),
  ])
  func `a payment is taken off what is owed once`(headers: String, cells: String, open: Int) {
    let data = load(
      customers, ("receivables.csv", "customer,due,\(headers)\nC1,2026-11-10,\(cells)\n"))
    let owed = data.value.records.receivables.map {
      ($0.amount.hundredths - ($0.paid?.hundredths ?? 0)) / 100
    }
    #expect(owed == [open])
    #expect(ids(data) == [])
  }

  @Test func `what is left of a payment is added exactly`() {
    let text = "customer,due,Balance Due,Amount Paid\nC1,2026-11-10,0.005,0.005\n"
    let data = load(customers, ("receivables.csv", text))
    #expect(data.value.records.receivables.map(\.amount.hundredths) == [1])
  }

  // MARK: How deals ended

  @Test(arguments: [
    ("商机状态", "输单", "lost"), ("商机状态", "无效", "lost"), ("商机状态", "进行中", "open"), ("赢输状态", "赢单", "won"),
    ("是否赢单", "是", "won"), ("是否赢单", "否", "open"), ("Is Won", "TRUE", "won"),
    ("审批状态", "通过", "open"),
  ])
  func `a column beside the stage says how a deal ended`(
    header: String, word: String, status: String
  ) {
    let text = "客户名称,商机金额,商机阶段,预计成交日期,\(header)\n甲公司,100,谈判审核,2026-12-25,\(word)\n"
    let data = load(customers, ("deals.csv", text))
    #expect(data.value.records.deals.map(\.status.rawValue) == [status])
  }

  @Test func `a deal that is closed and not won is lost`() {
    let text =
      "customer,amount,stage,Is Closed,Is Won\nC1,1,Proposal,TRUE,FALSE\nC1,1,Proposal,FALSE,FALSE\n"
    let data = load(customers, ("deals.csv", text))
    #expect(data.value.records.deals.map(\.status) == [.lost, .open])
  }

  @Test func `a day on which an open deal closed is asked about`() {
    let text =
      "customer,amount,stage,实际成交日期,预计成交日期\nC1,1,商务谈判,2026-12-05,2026-12-21\nC1,1,商务谈判,,2026-12-21\n"
    let data = load(customers, ("deals.csv", text))
    #expect(ids(data) == ["data.closed-but-open"])
  }

  // MARK: What was sold

  @Test(arguments: [
    ("拒绝", [7], "data.void-orders"), ("被否决", [7], "data.void-orders"),
    ("意外终止", [7], "data.void-orders"), ("未开始", [7], "data.orders-not-approved"),
    ("退款中", [7], "data.unknown-stage"), ("部分退款", [7], "data.unknown-stage"),
    ("同意", [9, 7], nil as String?),
  ])
  func `the result of an approval counts beside its state`(
    word: String, amounts: [Int], said: String?
  ) {
    let text =
      "客户名称,成交金额,签约日期,审批状态,审批结果\n甲公司,9,2026-12-02,已结束,\(word)\n甲公司,7,2026-12-04,已结束,同意\n"
    let data = load(customers, ("orders.csv", text))
    #expect(data.value.records.orders.map { $0.amount.hundredths / 100 } == amounts)
    #expect(ids(data) == [said].compactMap(\.self))
  }

  @Test(arguments: [
    "金额小计", "小计", "折后金额", "优惠后金额", "含税总价", "税价合计", "销售收入", "Subtotal", "Extended Price",
  ])
  func `an amount beside a price is the amount`(header: String) {
    let data = load(
      customers, ("orders.csv", "客户,日期,单价,数量,\(header)\nC1,2026-12-05,10,5,45\n"))
    #expect(data.value.records.orders.map(\.amount.hundredths) == [4500])
    #expect(ids(data) == [])
  }

  @Test(arguments: [
    ("实际收款额", "45", "data.amount-beside-price"), ("折扣", "0.9", "data.discount-not-read"),
    ("折扣", "", nil as String?), ("运费", "8", nil), ("成本金额", "30", nil),
  ])
  func `money that nobody knows beside a price is asked about`(
    header: String, cell: String, said: String?
  ) {
    let data = load(
      customers, ("orders.csv", "客户,日期,单价,数量,\(header)\nC1,2026-12-05,10,5,\(cell)\n"))
    #expect(data.value.records.orders.map(\.amount.hundredths) == [5000])
    #expect(ids(data) == [said].compactMap(\.self))
  }

  @Test(arguments: [("退款金额", "30", true), ("退款金额", "0", false), ("退款金额", "", false)])
  func `what was paid back is not passed over`(header: String, cell: String, isSaid: Bool) {
    let data = load(
      customers, ("orders.csv", "客户,日期,订单金额,\(header)\nC1,2026-12-05,100,\(cell)\n"))
    #expect(ids(data) == (isSaid ? ["data.refunds-not-read"] : []))
  }

  @Test(arguments: ["换货", "样品", "预收款", "Deposit"])
  func `a kind of order that may be no sale is told`(kind: String) {
    let data = load(
      customers, ("orders.csv", "客户,日期,金额,订单类型\nC1,2026-12-05,9,\(kind)\nC1,2026-12-05,7,普通\n"))
    #expect(data.value.records.orders.map { $0.amount.hundredths / 100 } == [9, 7])
    #expect(ids(data) == ["data.unusual-kinds"])
  }

  @Test(arguments: ["本位币金额", "人民币金额", "Amount (converted)"])
  func `amounts that a program has converted are the amounts`(header: String) {
    let text = "客户,日期,金额,币种,\(header)\nC1,2026-12-05,100,USD,712.5\nC1,2026-12-06,50,CNY,50\n"
    let data = load(customers, ("orders.csv", text))
    #expect(data.value.records.orders.map(\.amount.hundredths) == [71_250, 5_000])
    #expect(ids(data) == [])
  }

  // MARK: Owners

  @Test(arguments: ["对接人", "提交人", "成员", "Created By", "发起人姓名"])
  func `names of several people under an unknown header are asked about`(header: String) {
    let rows = ["韩梅", "张伟", "李雷"].map { "甲公司,100,方案报价,\($0),2026-12-21\n" }.joined()
    let text = "客户名称,商机金额,商机阶段,\(header),预计成交日期\n" + rows
    var settings = DataSettings()
    settings.person = "张伟"
    let data = load(customers, ("deals.csv", text), settings: settings)
    #expect(ids(data).contains("data.owners-not-read"))
  }

  @Test(arguments: ["客户代表", "销售顾问", "跟单员", "拥有者", "机会所有人", "Salesman", "Owner Full Name"])
  func `a header for the owner is the owner`(header: String) {
    let matched = load(
      ("customers.csv", "name,owner\n甲公司,hm\n"), ("team.csv", "member,name\nzw,张伟\nhm,韩梅\n"),
      ("deals.csv", "客户名称,商机金额,商机阶段,\(header)\n甲公司,100,方案报价,张伟\n"))
    #expect(matched.value.records.deals.map(\.owner) == ["zw"])
  }

  @Test(arguments: ["@王芳", "＠王芳", "王芳"])
  func `a name behind the sign of chats is the name`(written: String) {
    let data = load(
      ("team.csv", "member,name\nwf,王芳\nzw,张伟\n"),
      ("customers.csv", "name,owner\n甲公司,\(written)\n"))
    #expect(data.value.records.customers.map(\.owner) == ["wf"])
    #expect(ids(data) == [])
  }

  // MARK: Totals

  @Test(arguments: [
    "2026-12-09,合计,张伟,55", "2026-12-31,12月合计,张伟,55", ",本页合计,张伟,55", ",乙 汇总,,55", ",累计,张伟,55",
    ",,,55",
  ])
  func `a total is none of the orders, wherever its word stands`(row: String) {
    let text = "日期,客户,负责人,金额\n2026-12-03,甲公司,张伟,50\n2026-12-04,乙公司,张伟,5\n\(row)\n"
    var settings = DataSettings()
    settings.person = "张伟"
    let data = load(customers, ("orders.csv", text), settings: settings)
    #expect(data.value.records.orders.map { $0.amount.hundredths / 100 } == [50, 5])
    #expect(ids(data) == ["data.total-rows"])
  }

  @Test func `a last row without a customer that is no sum is a mistake`() {
    let text = "日期,客户,金额\n2026-12-03,甲公司,50\n2026-12-04,乙公司,5\n,,54\n"
    let data = load(customers, ("orders.csv", text))
    #expect(errors(data) != [])
  }

  // MARK: Units around a table

  @Test(arguments: [
    "货币单位：人民币（万元）,,\n客户,日期,金额\nC1,2026-12-03,3.5\nC1,2026-12-04,2\n",
    "单位：人民币 万元 2026年,,\n客户,日期,金额\nC1,2026-12-03,3.5\nC1,2026-12-04,2\n",
    "\"Unit: RMB 10,000\",,\n客户,日期,金额\nC1,2026-12-03,3.5\nC1,2026-12-04,2\n",
    "Unit: RMB 10,000,\n客户,日期,金额\nC1,2026-12-03,3.5\nC1,2026-12-04,2\n",
    "客户,日期,金额\nC1,2026-12-03,3.5\nC1,2026-12-04,2\n注：以上金额单位为万元,,\n",
  ])
  func `a unit above or below a table is that of its amounts`(text: String) {
    let data = load(customers, ("orders.csv", text))
    #expect(data.value.records.orders.map { $0.amount.hundredths / 100 } == [35_000, 20_000])
  }

  @Test(arguments: [
    ("1,000", 3_500), ("10,000", 35_000), ("1,000,000", 3_500_000), ("100,000,000", 350_000_000),
    ("千", 3_500), ("100", 3),
  ])
  func `a scale in digits is the scale`(scale: String, amount: Int) {
    let text = "\"Unit: RMB \(scale)\",,\n客户,日期,金额\nC1,2026-12-03,3.5\n"
    let data = load(customers, ("orders.csv", text))
    #expect(data.value.records.orders.map { $0.amount.hundredths / 100 } == [amount])
  }

  @Test(arguments: [
    ("订单（单位万元）.csv", 35_000), ("订单(万元).csv", 35_000), ("订单(1).csv", 3), ("订单（元）.csv", 3),
  ])
  func `a unit in brackets of a file's name is that of its amounts`(name: String, amount: Int) {
    let data = load(customers, (name, "客户,日期,金额\nC1,2026-12-03,3.5\n"))
    #expect(data.value.records.orders.map { $0.amount.hundredths / 100 } == [amount])
  }

  @Test func `files of two units are never one table`() {
    let data = load(
      customers, ("订单2026-10(万元).csv", "客户,日期,金额\nC1,2026-10-03,3.5\n"),
      ("订单2026-11.csv", "客户,日期,金额\nC1,2026-11-03,3.5\n"))
    #expect(errors(data) != [])
  }

  @Test func `months whose columns stand in another order are one table`() {
    let data = load(
      customers, ("订单2026-10.csv", "客户,日期,金额（元）\nC1,2026-10-03,30\n"),
      ("订单2026-11.csv", "日期,金额（万元）,客户\n2026-11-04,2,C2\n"))
    #expect(ids(data) == [])
    #expect(data.value.records.orders.map(\.customer) == ["C1", "C2"])
    #expect(data.value.records.orders.map { $0.amount.hundredths / 100 } == [30, 20_000])
  }

  // MARK: Ids

  @Test func `a number with a power of ten that may be two ids is neither`() {
    let both = ("customers.csv", "customer_id,name\n1E5,甲公司\n100000,乙公司\n")
    let one = ("customers.csv", "customer_id,name\n1E6,甲公司\n100000,乙公司\n")
    let orders = ("orders.csv", "customer,date,amount\n1.0E5,2026-12-05,1\n")
    #expect(errors(load(both, orders)) == ["data.ambiguous-name"])
    #expect(load(one, orders).value.records.orders.map(\.customer) == ["100000"])
  }

  @Test func `an id in brackets behind a name may be a number's`() {
    let data = load(
      ("customers.csv", "customer_id,name\n1001.0,甲公司\n"),
      ("orders.csv", "customer,date,amount\n甲公司 (1001),2026-12-05,1\n"))
    #expect(data.value.records.orders.map(\.customer) == ["1001.0"])
  }
}

@Suite struct `What a cell says besides its number` {
  @Test(arguments: ["5台", "5 件", "5", "５台"])
  func `a quantity with what it counts is the quantity`(written: String) {
    let data = load(
      ("customers.csv", "name\n甲公司\n"),
      ("orders.csv", "客户,日期,单价,数量\n甲公司,2026-12-05,10,\(written)\n"))
    #expect(data.value.records.orders.map(\.amount.hundredths) == [5000])
  }

  @Test func `without a quantity it is the quantity that is missing`() {
    let data = load(
      ("customers.csv", "name\n甲公司\n"),
      ("orders.csv", "客户,日期,单价,数量\n甲公司,2026-12-05,10,\n甲公司,2026-12-05,10,2\n"))
    let missing = data.diagnostics.first { $0.id == "data.missing-value" }
    #expect(missing?.message.chinese == "“数量”为空")
    #expect(data.value.records.orders.count == 1)
  }

  @Test(arguments: [
    ("1-线索", 100_000), ("2-需求", 300_000), ("3. 方案 (40%)", 500_000), ("第四步：谈判", 800_000),
  ])
  func `a numbered stage is the stage`(stage: String, millionths: Int) {
    #expect(StageMeaning.of(stage, DataSettings())?.probabilityMillionths == millionths)
  }

  @Test func `first and last names are put together as their people write them`() {
    let data = load(
      ("customers.csv", "name,owner\n甲公司,hm\nAcme,jd\n"),
      (
        "deals.csv",
        "company,amount,stage,owner / name / first name,owner / name / last name\n"
          + "甲公司,1,Proposal,梅,韩\nAcme,1,Proposal,Jane,Doe\n"
      ), ("team.csv", "member,name\nhm,韩梅\njd,Jane Doe\n"))
    #expect(data.value.records.deals.map(\.owner) == ["hm", "jd"])
  }
}
