import Diagnostics
import SalesMethod
import Tables
import Testing

@testable import SalesData

/// Two columns that are read together stay a pair where the settings name one of them.
@Suite struct `Pairs of columns` {
  private func settings(_ header: String, _ field: String, in table: String) -> DataSettings {
    var settings = DataSettings()
    settings.mapping = [
      .init(table: table, header: header, field: field, place: Place(path: "s"))
    ]
    return settings
  }

  private let customers = ("customers.csv", "customer_id,name\nK1,甲公司\nK2,乙公司\n")

  @Test(arguments: [("客户编号", "客户名称"), ("customer_id", "account name"), ("客户代码", "客户全称")])
  func `names beside ids that the settings name still stand in for blank ids`(
    id: String, name: String
  ) {
    let text = "订单号,\(id),\(name),金额,日期\n1,K1,甲公司,5,2026-10-02\n2,,乙公司,6,2026-10-03\n"
    let data = load(
      customers, ("orders.csv", text), settings: settings(id, "customer", in: "orders"))
    #expect(data.value.records.orders.map(\.customer) == ["K1", "K2"])
    #expect(data.diagnostics.filter { $0.severity != .note } == [])
  }

  @Test func `names that the settings name are what counts, and nothing is made of the ids`() {
    let text = "订单号,客户编号,客户名称,金额,日期\n1,X9,甲公司,5,2026-10-02\n"
    let data = load(
      customers, ("orders.csv", text), settings: settings("客户名称", "customer", in: "orders"))
    #expect(data.value.records.orders.map(\.customer) == ["K1"])
  }

  @Test(arguments: [("Won time", "Lost time"), ("赢单时间", "输单时间")])
  func `the days of winning and losing fill each other in where the settings name one`(
    won: String, lost: String
  ) {
    let text =
      "customer,amount,stage,\(won),\(lost)\nK1,5,Won,2026-10-02,\nK2,6,Lost,,2026-10-03\n"
    for named in [won, lost] {
      let data = load(
        customers, ("deals.csv", text), settings: settings(named, "closed", in: "deals"))
      #expect(data.value.records.deals.map(\.closed) == [day("2026-10-02"), day("2026-10-03")])
    }
  }

  @Test func `a column that is read beside another is no column without use`() {
    let text = "订单号,客户编号,客户名称,金额,日期,天气\n1,K1,甲公司,5,2026-10-02,晴\n"
    let found = findData(
      [SourceFile(path: "orders.csv", text: text)], settings: DataSettings())
    let headers = found.value.tables[0].headers.filter { $0.field == nil }
    #expect(headers.map(\.isBeside) == [true, false])
  }
}
