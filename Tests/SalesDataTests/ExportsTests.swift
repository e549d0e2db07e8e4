import Diagnostics
import SalesMethod
import Testing

@testable import SalesData

/// What the exports of other programs mean.
@Suite struct `Exports of other programs` {
  private let customers = ("customers.csv", "customer_id,name,owner\n1,甲公司,林\n2,乙公司,林\n")

  private func settings(person: String? = "林") -> DataSettings {
    var settings = DataSettings()
    settings.person = person
    return settings
  }

  @Test(arguments: ["Close Date", "Closing Date", "Deal - Close date", "結案日期"])
  func `a close date of a deal that is over is the day on which it was`(header: String) {
    let deals =
      "customer,amount,stage,\(header)\n"
      + "1,5,Closed Won,2026-10-02\n1,6,closedlost,2026-10-03\n2,7,Proposal,2026-12-20\n"
    let data = load(customers, ("deals.csv", deals), settings: settings())
    #expect(data.diagnostics.filter { $0.severity != .note } == [])
    let read = data.value.records.deals
    #expect(read.map(\.closed) == [day("2026-10-02"), day("2026-10-03"), nil])
    #expect(read.map(\.expectedClose) == [nil, nil, day("2026-12-20")])
    #expect(data.diagnostics.map(\.id) == ["data.close-date"])
  }

  @Test func `a day that is called expected, or a day of its own, is what it says`() {
    let deals =
      "customer,amount,stage,预计成交日期\n1,5,Closed Won,2026-10-02\n2,7,Proposal,2026-12-20\n"
    let data = load(customers, ("deals.csv", deals), settings: settings())
    #expect(data.value.records.deals.map(\.closed) == [nil, nil])
    let both =
      "customer,amount,stage,Close Date,Closed On\n1,5,Closed Won,2026-09-30,2026-10-02\n"
    let known = load(customers, ("deals.csv", both), settings: settings())
    #expect(known.value.records.deals.map(\.closed) == [day("2026-10-02")])
    #expect(known.value.records.deals.map(\.expectedClose) == [day("2026-09-30")])
  }

  @Test func `a deal on hold is open`() {
    let deals = "customer,amount,stage\n1,5,On Hold\n2,7,擱置\n1,8,受注\n2,9,輸單\n"
    let data = load(customers, ("deals.csv", deals), settings: settings())
    #expect(data.value.records.deals.map(\.status) == [.open, .open, .won, .lost])
  }

  @Test func `a company of an id in brackets is the one of that id and name alone`() {
    let deals = "Associated Company,amount,stage\n甲公司 (1),5,Open\n甲公司 (2),6,Open\n丙 (1),7,Open\n"
    let data = load(customers, ("deals.csv", deals), settings: settings())
    #expect(data.value.records.deals.map(\.customer) == ["1"])
    #expect(data.diagnostics.filter { $0.id == "data.unknown-customer" }.count == 2)
  }

  @Test func `a file that lacks one column of what its name speaks of is told with candidates`() {
    let deals = "客户名称,商机阶段,标的\n甲公司,赢单,5\n"
    let data = load(customers, ("商机导出2.csv", deals), settings: settings())
    let found = data.diagnostics.filter { $0.severity != .note }
    #expect(found.map(\.id) == ["data.almost-table"])
    #expect(
      found.first?.offers.first?.lines.map(\.keys) == [
        ["tables", "商机导出2.csv"], ["mapping", "deals", "标的"],
      ])
  }

  @Test func `where all owners are set aside it is asked whose plan it is`() {
    var settings = settings(person: nil)
    settings.owners = [
      DataSettings.Owner(name: "林", member: nil, place: Place(path: "salesbook.yaml", line: 3))
    ]
    let data = load(customers, settings: settings)
    #expect(data.diagnostics.map(\.id) == ["data.whose-plan"])
    #expect(data.diagnostics.first?.offers.map(\.lines).first?.first?.keys == ["person"])
  }

  @Test func `an amount and what is expected of it are two columns`() {
    let deals = "Account Name,Stage,Amount,Expected Revenue\n甲公司,Proposal,100,50\n"
    let data = load(customers, ("deals.csv", deals), settings: settings())
    #expect(data.value.records.deals.map(\.amount.description) == ["100"])
  }
}
