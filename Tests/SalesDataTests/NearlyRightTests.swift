import Diagnostics
import SalesMethod
import Tables
import Testing

@testable import SalesData

/// What is nearly right is asked, and never taken without a word.
@Suite struct `What is nearly right` {
  /// The safe offers of a table that lacks a column.
  private func safe(_ table: String, _ text: String) -> [String] {
    let data = load(("\(table).csv", text))
    return data.diagnostics.compactMap(\.safeOffer).flatMap(\.lines).map {
      $0.keys.joined(separator: ".") + "=" + $0.value
    }
  }

  @Test(arguments: [
    "余额", "税额", "差额", "限额", "净额", "Tax Amount", "AmountK", "Amount2", "单额", "Discount",
  ])
  func `another word is never safe to be taken for a column, however near it is`(header: String) {
    #expect(safe("orders", "订单号,客户,\(header),日期\n1,甲公司,5,2026-10-02\n") == [])
  }

  @Test func `nor are other columns than amounts`() {
    #expect(safe("orders", "订单号,客房,金额,日期\n1,甲公司,5,2026-10-02\n") == [])
    #expect(safe("orders", "订单号,客户,金额,期\n1,甲公司,5,2026-10-02\n") == [])
  }

  @Test(arguments: ["Amuont", "Amont", "Ammount", "Amounf", "order_amonut"])
  func `a slip of typing in a name of Latin letters is safe`(header: String) {
    #expect(
      safe("orders", "id,customer,\(header),date\n1,甲公司,5,2026-10-02\n")
        == ["mapping.orders.\(header)=amount"])
  }

  @Test(arguments: [
    ("金额W", 50_000), ("金额w", 50_000), ("金额K", 5000), ("销售额M", 5_000_000), ("订单金额ｗ元", 50_000),
  ])
  func `a letter for a scale right behind Chinese is the unit of the header`(
    header: String, units: Int
  ) {
    let text = "订单号,客户,\(header),日期\n1,甲公司,5,2026-10-02\n"
    let data = load(("customers.csv", "name\n甲公司\n"), ("orders.csv", text))
    #expect(data.value.records.orders.map(\.amount.hundredths) == [units * 100])
    // As the settings name the column, so it is read.
    var settings = DataSettings()
    settings.mapping = [
      .init(table: "orders", header: header, field: "amount", place: Place(path: "s"))
    ]
    let mapped = load(
      ("customers.csv", "name\n甲公司\n"), ("orders.csv", text), settings: settings)
    #expect(mapped.value.records.orders.map(\.amount.hundredths) == [units * 100])
  }

  @Test(arguments: [
    "放弃成交", "不成交", "无法成交", "即将成交", "可能成交", "拟成交", "有望赢单", "冲刺赢单", "赢单中", "Almost won", "Unwon",
    "Pending won", "Will be won", "Won?", "部分成交", "丢单风险", "可能丢单", "拟输单", "Likely lost",
    "To be lost",
    "赢单(预计)", "Won (forecast)", "二次成交", "签约中", "交付", "回款中",
  ])
  func `a stage that only speaks of winning or losing is a question without a safe answer`(
    stage: String
  ) {
    let text = "customer,amount,stage\n甲公司,5,\(stage)\n"
    let data = load(("customers.csv", "name\n甲公司\n"), ("deals.csv", text))
    let said = data.diagnostics.filter { $0.severity != .note }
    #expect(said.map(\.id) == ["data.unknown-stage"])
    #expect(said.compactMap(\.safeOffer).isEmpty)
    #expect(data.value.records.deals.isEmpty)
  }

  @Test(arguments: [
    ("6. 赢单(100%)", "won"), ("S5-成交", "won"), ("第六阶段：赢单", "won"), ("赢单商机", "won"), ("成交客户", "won"),
    ("赢单关闭", "won"), ("已签单", "won"), ("5 - Won 100%", "won"), ("输单关闭", "lost"), ("7、丢单", "lost"),
    ("已失败", "lost"), ("0% 输单", nil), ("⑦ 战败客户", "lost"),
  ])
  func `a whole name says it plainly, besides its number, its percent and its endings`(
    stage: String, status: String?
  ) {
    #expect(plainStatus(of: stage)?.rawValue == status)
  }

  @Test func `a status of a deal that nobody knows is asked once and answered by stages`() {
    let text =
      "customer,amount,stage,status\n甲公司,5,Proposal,Offen\n甲公司,6,Proposal,Gewonnen\n"
      + "甲公司,7,Proposal,Verloren\n甲公司,8,Proposal,Warm\n甲公司,9,Proposal,Warm\n"
    let files = [("customers.csv", "name\n甲公司\n"), ("deals.csv", text)]
    let data = load(files[0], files[1])
    #expect(data.value.records.deals.map(\.status) == [.open, .won, .lost])
    let said = data.diagnostics.filter { $0.severity != .note }
    #expect(said.map(\.id) == ["data.unknown-stage"])
    var settings = DataSettings()
    settings.stages = [.init(name: "Warm", status: .open)]
    let answered = load(files[0], files[1], settings: settings)
    #expect(answered.value.records.deals.count == 5)
    #expect(answered.diagnostics.filter { $0.severity != .note } == [])
  }
}
