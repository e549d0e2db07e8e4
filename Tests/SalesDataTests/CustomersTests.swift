import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import SalesData

@Suite struct `Customers are read` {
  @Test func `with their letters on the scale`() {
    let data = load(twoCustomers)
    #expect(data.diagnostics.isEmpty)
    let customers = data.value.records.customers
    #expect(customers.map(\.id) == ["C1", "C2"])
    #expect(customers.map(\.name) == ["甲公司", "乙公司"])
    #expect(customers[0].purchasingPower == .score(thousandths: 4000))
    #expect(customers[1].purchasingPower == .unknown)
    #expect(customers[1].decisionPower == .yes)
    #expect(customers[1].need == .no)
    #expect(customers[1].row == Row(path: "customers.csv", line: 3))
    #expect(data.value.records.presentTables == ["customers"])
  }

  @Test(arguments: [
    ("是", LetterEntry.yes), ("有", .yes), ("yes", .yes), ("Y", .yes), ("✓", .yes), ("否", .no),
    ("无", .no), ("no", .no), ("未知", .unknown), ("?", .unknown), ("？", .unknown), ("", .unknown),
    ("高", .level(.high)), ("中", .level(.middle)), ("低", .level(.low)),
    ("３", .score(thousandths: 3000)), ("2.5", .score(thousandths: 2500)),
    ("1", .score(thousandths: 1000)),
  ])
  func `letter`(text: String, entry: LetterEntry) {
    let data = load(("customers.csv", "name,M\n甲,\(text)\n"))
    #expect(data.value.records.customers.first?.purchasingPower == entry)
  }

  @Test(arguments: [
    ("6", "data.score-out-of-scale"), ("0", "data.score-out-of-scale"),
    ("-1", "data.score-out-of-scale"), ("强", "data.bad-letter"), ("5%", "data.bad-letter"),
  ])
  func `letter that is none`(text: String, id: String) {
    let data = load(("customers.csv", "name,A,M\n甲,1,\(text)\n"))
    #expect(found(data) == ["\(id) customers.csv:2:5"])
    #expect(data.diagnostics.map(\.severity) == [.warning])
    #expect(data.value.records.customers.map(\.purchasingPower) == [.unknown])
    #expect(data.value.reports[0].skipped.isEmpty)
    #expect(data.value.reports[0].unread.map(\.lines) == [[2]])
  }

  @Test func `with all other columns`() {
    let text = """
      customer_id,name,owner,close_date,segment,value_hint,flags,first_contact,last_contact,note
      7,甲,张,2026-05-20,机械,3.5万,do_not_contact;已合并,2025/1/2,2026年4月1日,"多
      行"
      """
    let data = load(("customers.csv", text), ("team.csv", "member,name\nm1,张\n"))
    #expect(data.diagnostics.isEmpty)
    let expected = Customer(
      id: "7", name: "甲", owner: "m1", closeDate: day("2026-05-20"), segment: "机械",
      valueHint: Money(units: 35_000), flags: [.doNotContact, .merged],
      firstContact: day("2025-01-02"), lastContact: day("2026-04-01"), note: "多\n行",
      row: Row(path: "customers.csv", line: 2))
    #expect(data.value.records.customers == [expected])
  }

  @Test func `under Chinese headers`() {
    let data = load(("客户.csv", "*客户名称,负责人,购买力,决策权,需求,预计成交日期\n甲,张三,4,,5,2026-06-01\n"))
    let customer = data.value.records.customers.first
    #expect(customer?.name == "甲")
    #expect(customer?.need == .score(thousandths: 5000))
    #expect(customer?.closeDate == day("2026-06-01"))
  }

  @Test func `and an owner is demanded where there are two members`() {
    let team = ("team.csv", "member\nm1\nm2\n")
    #expect(
      found(load(team, ("customers.csv", "name\n甲\n"))) == ["data.missing-column customers.csv:1:1"]
    )
    #expect(
      found(load(team, ("customers.csv", "name,owner\n甲,m1\n乙,\n")))
        == ["data.missing-value customers.csv:3:3"])
    #expect(
      found(load(team, ("customers.csv", "name,owner\n甲,m3\n")))
        == ["data.unknown-member customers.csv:2:3"])
  }

  @Test func `and belong to the only member`() {
    let data = load(("team.csv", "member\nm1\n"), ("customers.csv", "name\n甲\n"))
    #expect(data.value.records.customers.first?.owner == "m1")
  }

  @Test func `and rows of one id are merged`() {
    let data = load(("customers.csv", "customer_id,name,M,N\nC1,甲,4,\nC1,甲,,5\n"))
    #expect(data.value.records.customers.count == 1)
    #expect(data.value.records.customers[0].purchasingPower == .score(thousandths: 4000))
    #expect(data.value.records.customers[0].need == .score(thousandths: 5000))
    #expect(data.diagnostics.map(\.severity) == [.note])
    let report = data.value.reports[0]
    #expect((report.read, report.kept, report.skipped.count) == (2, 1, 1))
  }

  @Test func `and rows that share a name alone are merged with a warning`() {
    let data = load(("customers.csv", "name,M,A\n甲,4,\n乙,1,\n甲,,5\n"))
    #expect(found(data) == ["data.merged-row customers.csv:4"])
    #expect(data.diagnostics.map(\.severity) == [.warning])
    #expect(
      data.diagnostics.first?.fix?.english == "if they are two customers, give each a customer_id")
    #expect(data.value.records.customers.count == 2)
  }

  @Test func `and one whose row is left out is not said to be missing elsewhere`() {
    let data = load(
      ("team.csv", "member,name,hours_per_day\nm1,张,8\nm2,李,many\n"),
      ("customers.csv", "customer_id,name,owner,M\nC1,甲,李,9\nC2,乙,李,4\nC3,丙,m1,4\n"),
      ("deals.csv", "customer,amount,stage\nC1,1,New\n甲,2,New\nC9,3,New\nC3,4,New\n"))
    #expect(
      found(data) == [
        "data.not-a-number team.csv:3:6", "data.score-out-of-scale customers.csv:2:8",
        "data.unknown-customer deals.csv:4:1",
      ])
    let deals = data.value.reports.first { $0.table == .deals }
    #expect(deals?.skipped.map(\.line) == [2, 3, 4])
    #expect(deals?.skipped.first?.reason(in: .english) == "the row of “C1” was left out itself")
    #expect(deals?.skipped.first?.reason(in: .chinese) == "“C1”那一行本身已被略去")
  }

  @Test func `and rows of one id that differ are merged with a warning`() {
    let data = load(("customers.csv", "customer_id,name,M\nC1,甲,4\nC1,甲,5\n"))
    #expect(found(data) == ["data.contradicting-rows customers.csv:3"])
    #expect(data.value.records.customers[0].purchasingPower == .score(thousandths: 5000))
  }

  @Test func `and two of one name are kept with a warning`() {
    let data = load(("customers.csv", "customer_id,name\nC1,甲\nC2,甲\n"))
    #expect(found(data) == ["data.shared-name customers.csv:3"])
    #expect(data.value.records.customers.count == 2)
  }

  @Test func `and names that were made harmless for a spreadsheet are restored`() {
    let data = load(("customers.csv", "name\n'=甲\n'乙\n"))
    #expect(data.value.records.customers.map(\.name) == ["=甲", "'乙"])
  }
}

@Suite struct `Contacts are read` {
  @Test func `with role and reach`() {
    let data = load(
      twoCustomers,
      ("contacts.csv", "customer,contact_name,title,role,reachable\n甲公司,王,总经理,决策人,是\nC2,李,,,未知\n"))
    #expect(data.diagnostics.isEmpty)
    #expect(
      data.value.records.contacts == [
        Contact(
          customer: "C1", name: "王", title: "总经理", role: .decision, isReachable: true,
          row: Row(path: "contacts.csv", line: 2)),
        Contact(
          customer: "C2", name: "李", role: .unknown, row: Row(path: "contacts.csv", line: 3)),
      ])
  }

  @Test(arguments: [
    ("丙公司,决策人,是", "data.unknown-customer contacts.csv:2:1"),
    ("C1,boss,是", "data.unknown-word contacts.csv:2:4"),
    ("C1,决策人,maybe", "data.not-yes-or-no contacts.csv:2:8"),
    (",决策人,是", "data.missing-value contacts.csv:2:1"),
  ])
  func `or refused`(row: String, expected: String) {
    let data = load(twoCustomers, ("contacts.csv", "customer,role,reachable\n\(row)\n"))
    #expect(found(data) == [expected])
  }

  @Test func `and a wrong name is answered by the nearest one`() {
    let data = load(twoCustomers, ("contacts.csv", "customer\n甲公可\n"))
    #expect(data.diagnostics.first?.fix?.english == "did you mean “甲公司”?")
  }
}
