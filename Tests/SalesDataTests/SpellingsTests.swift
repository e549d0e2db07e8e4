import Diagnostics
import Phrases
import SalesMethod
import Tables
import Testing

@testable import SalesData

/// The names of people as exports write them.
@Suite struct `Spellings of a person` {
  @Test(arguments: [
    ("张伟", "张 伟"), ("张伟(zhangwei)", "张伟"), ("张伟（zhangwei）", "zhangwei@x.com"),
    ("张伟 zhangwei", "张伟"),
    ("Jane Doe (jane@example.com)", "Jane Doe"), ("Jane Doe <jane@example.com>", "jane doe"),
    ("张伟(销售一部)", "张伟（销售一部）"),
  ])
  func `are one where a login or an address stands behind the name`(one: String, other: String) {
    #expect(PersonName(one).isSurely(PersonName(other)))
    #expect(PersonName(other).isSurely(PersonName(one)))
  }

  @Test(arguments: [
    ("张伟(销售一部)", "张伟"), ("jane.doe@example.com", "Jane Doe"), ("doe_jane@example.com", "Jane Doe"),
    ("张伟@x.com", "张伟"),
  ])
  func `may be one where one says less, or an address is made of the name`(
    one: String, other: String
  ) {
    #expect(PersonName(one).mayBe(PersonName(other)))
    #expect(PersonName(other).mayBe(PersonName(one)))
  }

  @Test(arguments: [
    ("张伟(销售一部)", "张伟(销售二部)"), ("张伟(zhangwei1)", "张伟(zhangwei2)"), ("张伟", "张伟明"),
    ("jane@x.com", "Jane Doe"), ("李娜", "张伟"), ("bo@x.com", "Bob"),
  ])
  func `are two where they say different things`(one: String, other: String) {
    #expect(!PersonName(one).mayBe(PersonName(other)))
  }

  private let deals =
    "customer,amount,stage,owner\n甲,1,Proposal,张伟\n甲,2,Proposal,张伟(一部)\n甲,3,Proposal,张伟(一部)\n"

  @Test func `of oneself are offered as the same`() {
    var settings = DataSettings()
    settings.person = "张伟"
    let data = load(("customers.csv", "name\n甲\n"), ("deals.csv", deals), settings: settings)
    let said = data.diagnostics.filter { $0.id == "data.unknown-member" }
    #expect(said.count == 1)
    #expect(
      said.first?.offers.first?.lines == [Offer.Line(["owners", "张伟(一部)"], yamlQuoted("张伟"))])
  }

  @Test func `of oneself that are set aside are a warning with the way back`() {
    var settings = DataSettings()
    settings.person = "张伟"
    let place = Place(path: "salesbook.yaml", line: 3)
    settings.owners = [
      .init(name: "张伟(一部)", member: nil, place: place),
      .init(name: "李娜", member: nil, place: place),
    ]
    let data = load(
      ("customers.csv", "name\n甲\n"), ("deals.csv", deals + "甲,4,Proposal,李娜\n"), settings: settings
    )
    let said = data.diagnostics.filter { $0.severity == .warning }
    #expect(said.map(\.id) == ["data.own-name-set-aside"])
    #expect(said.first?.message.chinese == "“张伟(一部)”的 2 行没有算，这个名字像是“张伟”本人")
  }

  @Test func `in two columns are put together`() {
    let text =
      "customer,amount,stage,Owner / Name / First Name,Owner / Name / Last Name\n"
      + "甲,1,Proposal,Ana,Ruiz\n甲,2,Proposal,Bo,Li\n甲,3,Proposal,Ana,Li\n甲,4,Proposal,Ana,\n"
    let found = findData(
      [SourceFile(path: "deals.csv", text: text)], settings: DataSettings())
    #expect(found.value.owners.map(\.name) == ["Ana Ruiz", "Bo Li", "Ana Li", "Ana"])
    #expect(found.value.tables[0].headers.last?.isBeside == true)
  }

  @Test(arguments: ["主属销售", "发起人姓名", "Seller name", "销售姓名"])
  func `stand in columns of many names`(header: String) {
    let text =
      "客户,日期,类型,\(header)\n甲,2026-11-01,拜访,张\n甲,2026-11-02,拜访,李\n"
      + "甲,2026-11-03,拜访,张\n甲,2026-11-04,拜访,李\n"
    let found = findData(
      [SourceFile(path: "activities.csv", text: text)], settings: DataSettings())
    let isRead = found.value.owners.map(\.name) == ["张", "李"]
    let isSaid = found.diagnostics.contains { $0.id == "data.owners-not-read" }
    #expect(isRead || isSaid)
  }

  @Test(arguments: ["项目发起人", "Account manager"])
  func `that are not known for owners are told`(header: String) {
    let text =
      "客户,金额,阶段,\(header)\n甲,1,赢单,张\n甲,2,赢单,李\n甲,3,赢单,张\n甲,4,赢单,李\n"
    let data = load(("customers.csv", "name\n甲\n"), ("deals.csv", text))
    #expect(data.diagnostics.map(\.id).contains("data.owners-not-read"))
  }
}
