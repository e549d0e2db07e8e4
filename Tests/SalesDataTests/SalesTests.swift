import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import SalesData

@Suite struct `Deals are read` {
  @Test func `with all columns`() {
    let text = """
      deal_id,customer,amount,stage,status,created,expected_close,closed,product,probability
      D1,甲公司,"￥1,234.50",Proposal/Price Quote,,2026-01-02,2026-06-01,,泵,
      D2,C2,12万,Closed Won,,,,2026-03-01,,
      D3,C2,(500),,lost,,,2026/3/2,,30%
      """
    let data = load(twoCustomers, ("deals.csv", text))
    #expect(data.diagnostics.isEmpty)
    let row = { Row(path: "deals.csv", line: $0) }
    #expect(
      data.value.records.deals == [
        Deal(
          id: "D1", customer: "C1", amount: Money(hundredths: 123_450),
          stage: "Proposal/Price Quote", status: .open, created: day("2026-01-02"),
          expectedClose: day("2026-06-01"), product: "泵", probabilityMillionths: 750_000,
          row: row(2)),
        Deal(
          id: "D2", customer: "C2", amount: Money(units: 120_000), stage: "Closed Won",
          status: .won, closed: day("2026-03-01"), probabilityMillionths: 1_000_000, row: row(3)),
        Deal(
          id: "D3", customer: "C2", amount: Money(units: -500), status: .lost,
          closed: day("2026-03-02"), probabilityMillionths: 300_000, row: row(4)),
      ])
    #expect(
      data.value.reports.first { $0.table == .deals }?.sums.first?.after.description == "120734.5")
  }

  @Test func `and the status overrides the stage`() {
    let data = load(
      twoCustomers, ("deals.csv", "customer,amount,stage,status\nC1,1,Negotiation,won\n"))
    #expect(data.value.records.deals.first?.status == .won)
    #expect(data.value.records.deals.first?.probabilityMillionths == nil)
  }

  @Test func `and a stage that nobody explained is an error for all its rows`() {
    let data = load(
      twoCustomers, ("deals.csv", "customer,amount,stage\nC1,1,丙阶段\nC1,2,进行中\nC2,3,丙阶段\n"))
    #expect(found(data) == ["data.unknown-stage deals.csv:2:6"])
    #expect(data.value.records.deals.map(\.amount) == [Money(units: 2)])
    #expect(data.value.reports[1].skipped.map(\.line) == [2, 4])
  }

  @Test func `and a stage is what the settings say`() {
    var settings = DataSettings()
    settings.stages = [
      DataSettings.Stage(name: "丙阶段", status: .open, probabilityMillionths: 400_000)
    ]
    let data = load(
      twoCustomers, ("deals.csv", "customer,amount,stage\nC1,1,丙阶段\n"), settings: settings)
    #expect(data.value.records.deals.first?.probabilityMillionths == 400_000)
  }

  @Test(arguments: [
    ("C1,8500元整吗", "data.not-a-number deals.csv:2:4"),
    ("C1,999999999999999999", "data.out-of-range deals.csv:2:4"),
    ("C1,99999999999999999999999", "data.out-of-range deals.csv:2:4"),
    ("C1,", "data.missing-value deals.csv:2:4"),
    ("C1,1,,,more", "data.too-many-cells deals.csv:2:8"),
    ("C9,1", "data.unknown-customer deals.csv:2:1"),
    ("C1,1,,2026-02-03", "data.closed-without-status deals.csv:2:7"),
  ])
  func `or refused`(row: String, expected: String) {
    let data = load(twoCustomers, ("deals.csv", "customer,amount,created,closed\n\(row)\n"))
    #expect(found(data) == [expected])
    let report = data.value.reports[1]
    #expect((report.read, report.kept, report.skipped.map(\.line)) == (1, 0, [2]))
  }

  @Test func `or left out until somebody puts an amount on it, without stopping the rest`() {
    let data = load(
      twoCustomers, ("deals.csv", "customer,amount,stage\nC1,100,New\nC2,,New\nC1,,Proposal\n"))
    #expect(found(data) == ["data.deal-without-amount deals.csv:3:4"])
    #expect(data.diagnostics.first?.severity == .warning)
    #expect(data.diagnostics.first?.message.english.hasPrefix("2 deals have no amount yet") == true)
    #expect(data.value.records.deals.map(\.amount) == [Money(units: 100)])
    #expect(data.value.reports[1].skipped.map(\.line) == [3, 4])
  }

  @Test func `and a row with several mistakes is told all of them in one run`() {
    let data = load(
      twoCustomers,
      ("deals.csv", "customer,amount,stage,created\nC9,x,odd,2026-02-30\nC1,1,New,2026-02-03\n"))
    #expect(
      found(data).sorted() == [
        "data.bad-date deals.csv:2:10", "data.not-a-number deals.csv:2:4",
        "data.unknown-customer deals.csv:2:1", "data.unknown-stage deals.csv:2:6",
      ])
    let report = data.value.reports[1]
    #expect((report.read, report.kept, report.skipped.map(\.line)) == (2, 1, [2]))
    #expect(report.skipped[0].reasons.count == 3)
  }

  @Test func `and one id must not stand for two deals`() {
    let data = load(
      twoCustomers, ("deals.csv", "deal_id,customer,amount\nD,C1,1\nD,C1,2\nD,C1,1\n"))
    #expect(
      found(data).sorted() == ["data.duplicate-id deals.csv:3:6", "data.merged-row deals.csv:4"])
    #expect(data.value.records.deals.count == 1)
  }

  @Test(arguments: [
    ("deals.csv", "deal_id,customer,amount\n'-A1,C1,5\n-A1,C1,5\n"),
    ("deals.csv", "deal_id,customer,amount\n\u{E9},C1,5\ne\u{301},C1,5\n"),
    ("deals.csv", "deal_id,customer,amount\n D1 ,C1,5\nD1,C1,5\n"),
    (
      "deals.json",
      """
      [{"deal_id": "1", "customer": "C1", "amount": 5},
      {"deal_id": 1, "customer": "C1", "amount": 5}]
      """
    ),
  ])
  func `are one where their ids are, however they are written`(path: String, text: String) {
    let data = load((path, text), twoCustomers)
    #expect(data.value.records.deals.count == 1)
    #expect(data.diagnostics.map(\.id) == ["data.merged-row"])
  }

  @Test func `and need customers`() {
    #expect(
      found(load(("deals.csv", "customer,amount\nC1,1\nC2,2\n")))
        == ["data.no-customers deals.csv:1:1"])
  }

  @Test(arguments: [
    ("65%,0.65", [650_000, 650_000]), ("65,1", [650_000, 10_000]), ("0.5,1", [500_000, 1_000_000]),
  ])
  func `with chances as the whole column writes them`(values: String, millionths: [Int]) {
    let rows = values.split(separator: ",").map { "C1,1,\($0)\n" }.joined()
    let data = load(twoCustomers, ("deals.csv", "customer,amount,probability\n" + rows))
    #expect(data.value.records.deals.map(\.probabilityMillionths) == millionths)
  }
}

@Suite struct `Orders, activities and receivables are read` {
  @Test func `orders`() {
    let text = """
      order_id,customer,date,amount,product,qty,contact,owner
      O1,C1,2026-05-06,100,泵,2.5,王,m1
      O1,C1,2026-05-06,50,阀,1,王,m1
      O1,C1,2026-05-06,50,阀,1,王,m1
      O2,,2026-05-07,-20,,,,
      """
    let data = load(
      ("team.csv", "member\nm1\n"), ("customers.csv", "customer_id\nC1\n"), ("orders.csv", text))
    #expect(found(data) == ["data.repeated-row orders.csv:4"])
    let orders = data.value.records.orders
    #expect(orders.map(\.amount) == [Money(units: 100), Money(units: 50), Money(units: -20)])
    #expect(orders.map(\.customer) == ["C1", "C1", nil])
    #expect(orders[0].quantityThousandths == 2500)
    #expect(orders[0].owner == "m1")
    #expect(orders[2].owner == nil)
  }

  @Test func `activities`() {
    let text = "customer,date,type,hours,done\nC1,2026-05-06,拜访,1.5,是\nC1,2026-05-07,午餐,,\n"
    let data = load(
      ("team.csv", "member\nm1\n"), ("customers.csv", "customer_id\nC1\n"),
      ("activities.csv", text))
    #expect(data.diagnostics.isEmpty)
    #expect(data.value.records.activities.map(\.type) == ["visit", "午餐"])
    #expect(data.value.records.activities.map(\.minutes) == [90, nil])
    #expect(data.value.records.activities.map(\.isDone) == [true, nil])
    #expect(data.value.records.activities.map(\.owner) == ["m1", "m1"])
  }

  @Test func `receivables`() {
    let text = "客户名称,应收金额(万元),到期日,回款金额,回款日期\n甲公司,3.5,2026-05-06,100,2026-05-01\n"
    let data = load(twoCustomers, ("应收.csv", text))
    #expect(data.diagnostics.isEmpty)
    #expect(
      data.value.records.receivables == [
        Receivable(
          customer: "C1", amount: Money(units: 35_000), due: day("2026-05-06"),
          paid: Money(units: 100), paidDate: day("2026-05-01"), row: Row(path: "应收.csv", line: 2))
      ])
  }
}
