import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import SalesData

/// What `owners`, `*` in `tables` and `proposed` mean, and what is found for a workspace to begin with.
@Suite struct `Names among owners` {
  private let place = Place(path: "salesbook.yaml", line: 3)
  private let deals = (
    "deals.csv", "customer,amount,owner\n甲,1,张伟\n甲,2,李娜\n乙,4,张 伟\n丙,8,zw@x.com\n"
  )

  private func settings(_ owners: [(String, String?)], person: String? = "张伟") -> DataSettings {
    var settings = DataSettings()
    settings.person = person
    settings.owners = owners.map {
      DataSettings.Owner(name: $0.0, member: $0.1, place: place)
    }
    return settings
  }

  @Test func `leave rows of others out, which are counted, and stand for members`() {
    let data = load(
      ("customers.csv", "name,owner\n甲,张伟\n乙,\n丙,李娜\n"), deals,
      settings: settings([("李娜", nil), ("zw@x.com", "张伟"), ("张 伟", "张伟")]))
    // 丙 is a customer of 李娜's, whose row is left out with no mistake; so is the deal that names 丙.
    #expect(data.value.records.customers.map(\.id) == ["甲", "乙"])
    #expect(data.value.records.deals.map(\.amount) == [1, 4].map(Money.init(units:)))
    #expect(data.value.records.deals.allSatisfy { $0.owner == "张伟" })
    #expect(found(data) == ["data.rows-of-others salesbook.yaml:3"])
    let said = data.diagnostics[0]
    #expect(
      said.severity == .note
        && said.message.english.hasSuffix("李娜 were left out: customers: 1, deals: 1"))
    #expect(said.message.chinese == "按设置中的 owners，李娜的行没有算：客户 1 行、商机 1 行")
  }

  @Test func `never leave out the person whose plan it is`() {
    let data = load(
      ("customers.csv", "name\n甲\n乙\n丙\n"), deals,
      settings: settings([("张伟", nil), ("李娜", nil), ("张 伟", nil), ("zw@x.com", nil)]))
    #expect(data.value.records.deals.map(\.amount) == [1, 4].map(Money.init(units:)))
  }

  @Test func `must mean members that there are`() {
    let data = load(
      ("customers.csv", "name\n甲\n乙\n丙\n"), deals,
      settings: settings([("李娜", "张为"), ("张 伟", "张伟"), ("zw@x.com", nil)]))
    let mistake = data.diagnostics.first { $0.place == place && $0.severity == .error }
    #expect(mistake?.id == "data.unknown-member")
    #expect(
      mistake?.message.english == "owners says that “李娜” is “张为”, and there is no such member")
  }

  @Test func `are offered where somebody is in no table`() throws {
    let data = load(
      ("customers.csv", "name\n甲\n乙\n丙\n"), ("team.csv", "member\n王芳\n"),
      ("deals.csv", "customer,amount,owner\n甲,1,张伟\n甲,2,张伟\n"))
    let stranger = try #require(data.diagnostics.first { $0.id == "data.unknown-member" })
    #expect(stranger.safeOffer?.lines == [Offer.Line(["person"], "\"张伟\"")])
    #expect(stranger.offers.last?.lines == [Offer.Line(["owners", "张伟"], "~")])
  }
}

@Suite struct `A star in the name of a file` {
  private func table(_ pattern: String, _ file: String) -> String? {
    var settings = DataSettings()
    settings.files = [
      DataSettings.NamedFile(file: pattern, table: "deals", place: Place(path: "s"))
    ]
    let data = load(
      (file, "名称,金额\n甲,1\n"), ("customers.csv", "name\n甲\n"), settings: settings)
    return data.value.reports.map(\.table.rawValue).first { $0 == "deals" }
  }

  @Test(arguments: [
    ("客户导出*.csv", "Content/data/客户导出20261231.csv", true), ("*.csv", "a.csv", true),
    ("a*b*.csv", "axxbyy.csv", true), ("a*.csv", "a.csv", true),
    ("客户导出*.csv", "Content/data/客户.csv", false), ("a*a.csv", "a.csv", false),
    ("a*b*.csv", "byya.csv", false), ("a*.csv", "x/ba.csv", false),
  ])
  func `stands for any characters`(pattern: String, file: String, isMeant: Bool) {
    #expect((table(pattern, file) == "deals") == isMeant)
  }
}

@Suite struct `A goal that was worked out` {
  @Test func `is a goal, and a warning at its own place`() {
    let goals = """
      id,owner,dimension,metric,target,start,end,proposed
      g1,me,业绩,销售额,100,2026-12-01,2026-12-31,是
      g2,me,业绩,回款,100,2026-12-01,2026-12-31,

      """
    let data = load(("team.csv", "member\nme\n"), ("goals.csv", goals))
    #expect(data.value.records.goals.map(\.id) == ["g1", "g2"])
    #expect(found(data) == ["data.proposed-goal goals.csv:2:40"])
  }
}

@Suite struct `A goal that somebody decided on` {
  @Test func `stands in place of the one that was worked out, also from a later file`() {
    let header = "id,owner,dimension,metric,target,start,end,proposed\n"
    let data = load(
      ("team.csv", "member\nme\n"),
      ("goals.csv", header + "g1,me,业绩,销售额,100,2026-12-01,2026-12-31,yes\n"),
      ("goals-2026-12.csv", header + "g2,me,业绩,销售额,300,2026-12-01,2026-12-31,\n"))
    #expect(data.value.records.goals.map(\.id) == ["g2"])
    #expect(
      found(data) == ["data.taken-as goals-2026-12.csv", "data.joined-files goals-2026-12.csv"])
  }
}

@Suite struct `What is found in files` {
  private let files = [
    SourceFile(
      path: "data/商机.csv",
      text: "客户名称,金额,阶段,负责人\n甲,1,谈着呢,李娜\n乙,2,赢单,张伟\n甲,3,谈着呢,张伟\n"),
    SourceFile(path: "data/订单.csv", text: "客户,日期,金额,业务员\n丙,2026-05-06,5,张伟\n甲,2026-05-07,5,\n"),
  ]

  @Test func `is said: tables, owners, stages, and customers who are in no table`() {
    let data = findData(files, settings: DataSettings()).value
    #expect(data.tables.map(\.name) == [.deals, .orders] && data.tables.map(\.rows) == [3, 2])
    #expect(data.owners.map(\.name) == ["张伟", "李娜"] && data.owners.map(\.rows) == [3, 1])
    #expect(data.owners[0].tables == [.deals, .orders])
    #expect(data.stages.map(\.name) == ["谈着呢", "赢单"] && data.stages.map(\.rows) == [2, 1])
    #expect(data.stages.map(\.status) == [nil, "won"])
    #expect(data.strangers.map(\.name) == ["甲", "乙", "丙"])
    #expect(data.strangers.map(\.rows) == [3, 1, 1])
  }

  @Test func `and where there are customers, only who is not among them`() {
    let customers = SourceFile(path: "data/客户.csv", text: "客户名称\n甲\n乙 \n")
    let data = findData([customers] + files, settings: DataSettings()).value
    #expect(data.strangers.map(\.name) == ["丙"])
  }
}

@Suite struct `An offer` {
  private func offers(_ id: String, _ file: (String, String)) -> [Offer] {
    let data = load(("customers.csv", "name\n甲\n"), file)
    return data.diagnostics.first { $0.id == id }?.offers ?? []
  }

  @Test(arguments: [
    ("丢单-价格", "{ status: open }", false), ("Closed by us: won", "{ status: open }", false),
    ("已丢单商机", "{ status: lost }", true), ("3. Won (100%)", "{ status: won }", true),
    ("已签约待回款", "{ status: open }", false), ("待成交", "{ status: open }", false),
    ("未成交", "{ status: lost }", true), ("谈着呢", "{ status: open }", false),
  ])
  func `for a stage is safe where its name says it plainly`(
    stage: String, first: String, isSafe: Bool
  ) {
    let found = offers("data.unknown-stage", ("deals.csv", "customer,amount,stage\n甲,1,\(stage)\n"))
    #expect(found.first?.lines == [Offer.Line(["stages", stage], first)])
    #expect(found.first?.isSafe == isSafe && found.count == 3)
  }

  @Test func `for days shows each reading as a day`() {
    let found = offers(
      "data.open-date-order", ("orders.csv", "customer,date,amount\n甲,03-07-2026,1\n"))
    #expect(found.map { $0.lines[0].value } == ["dmy", "mdy"] && found.allSatisfy { !$0.isSafe })
    #expect(found[0].meaning.chinese == "“03-07-2026”是 2026年7月3日")
  }

  @Test func `for a column that is missing names the near header first, and it alone is safe`() {
    let found = offers("data.missing-column", ("deals.csv", "customer,colour,amonut\n甲,red,1\n"))
    #expect(
      found.map { $0.lines[0].keys } == [
        ["mapping", "deals", "amonut"], ["mapping", "deals", "colour"],
      ])
    #expect(found.map(\.isSafe) == [true, false])
  }
}
