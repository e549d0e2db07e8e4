import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import SalesData

private let team = ("team.csv", "member,name,team\nm1,张,华东\nm2,李,华南\n")

@Suite struct `People are read` {
  @Test func `with all columns, and their teams`() {
    let text = """
      member,name,team,role,manager,hours_per_day,selling_share,days_off,start
      m1,张,华东,经理,,,,,
      m2,李,华东,member,张,7.5,60%,2026-05-04;2026/5/1,2025-03-01
      """
    let data = load(("team.csv", text))
    #expect(data.diagnostics.isEmpty)
    #expect(
      data.value.records.members == [
        Member(
          id: "m1", name: "张", team: "华东", role: .manager, row: Row(path: "team.csv", line: 2)),
        Member(
          id: "m2", name: "李", team: "华东", manager: "m1", minutesPerDay: 450,
          sellingShareThousandths: 600, daysOff: [day("2026-05-01"), day("2026-05-04")],
          start: day("2025-03-01"), row: Row(path: "team.csv", line: 3)),
      ])
    #expect(data.value.records.teams.map(\.id) == ["华东"])
  }

  @Test func `from YAML`() {
    let text = "- member: m1\n  days_off: [2026-05-01, 2026-05-04]\n  hours_per_day: 7\n"
    let data = load(("team.yaml", text))
    #expect(data.diagnostics.isEmpty)
    #expect(data.value.records.members.first?.daysOff.count == 2)
    #expect(data.value.records.members.first?.minutesPerDay == 420)
  }

  @Test func `and teams of their own table`() {
    let data = load(
      ("teams.csv", "team,name,parent\ne,华东,c\nc,公司,\n"),
      ("team.csv", "member,team\nm1,华东\nm2,华北\n"))
    #expect(found(data) == ["data.unknown-team team.csv:3:4"])
    #expect(data.value.records.teams.map(\.parent) == ["c", nil])
    #expect(data.value.records.members.first?.team == "e")
  }

  @Test(arguments: [
    ("teams.csv", "team,parent\na,b\nb,a\n", "data.circle teams.csv:2:3"),
    ("teams.csv", "team,parent\na,x\n", "data.unknown-team teams.csv:2:3"),
    ("team.csv", "member,manager\nm,m\n", "data.circle team.csv:2:3"),
    ("team.csv", "member,role\nm,chief\n", "data.unknown-word team.csv:2:3"),
    ("team.csv", "member,selling_share\nm,120%\n", "data.out-of-range team.csv:2:3"),
    ("team.csv", "name\n张\n", "data.missing-column team.csv:1:1"),
    ("team.csv", "member,name\nm,张\nm,李\n", "data.duplicate-id team.csv:3:3"),
    ("team.csv", "member\n\(String(repeating: "长", count: 201))\n", "data.too-long team.csv:2:1"),
    ("team.csv", "member,days_off\nm,2026-05-01;x\n", "data.bad-date team.csv:2:3"),
  ])
  func `or refused`(path: String, text: String, expected: String) {
    #expect(found(load((path, text))) == [expected])
  }
}

@Suite struct `Goals are read` {
  @Test func `with milestones`() {
    let text = """
      - id: g1
        owner: 张
        dimension: performance
        metric: amount
        target: 35万
        unit: 元
        start: 2026-05-01
        end: 2026-05-31
        why: 让孩子上学
        payable_share: 0.8
        milestones:
        - {date: 2026-05-20, target: 200000}
        - {date: 2026-05-10, target: 100000}
      - {id: g2, owner: company, dimension: 组织, metric: problems, target: 3, better: less,
         start: 2026-05-01, end: 2026-05-31, parent: g1}
      """
    let data = load(team, ("goals.yaml", text))
    #expect(data.diagnostics.isEmpty)
    let goals = data.value.records.goals
    #expect(
      goals.first
        == Goal(
          id: "g1", owner: "m1", dimension: .performance, metric: .amount,
          targetHundredths: 35_000_000, unit: "元", start: day("2026-05-01"),
          end: day("2026-05-31"), why: "让孩子上学", payableShareThousandths: 800,
          milestones: [
            Goal.Milestone(date: day("2026-05-10"), targetHundredths: 10_000_000),
            Goal.Milestone(date: day("2026-05-20"), targetHundredths: 20_000_000),
          ], row: Row(path: "goals.yaml", line: 1)))
    #expect(goals.last?.owner == "company")
    #expect(goals.last?.better == .less)
    #expect(goals.last?.parent == "g1")
  }

  @Test(arguments: [
    ("owner: 华东", []), ("owner: 王", ["data.unknown-member-or-team goals.yaml:1:18"]),
    ("owner: m1, end: 2026-04-30", ["data.end-before-start goals.yaml:1:27"]),
    ("owner: m1, metric: profit", ["data.unknown-word goals.yaml:1:30"]),
    ("owner: m1, parent: g9", ["data.unknown-goal goals.yaml:1:30"]),
    ("owner: m1, milestones: [{date: soon, target: 1}]", ["data.bad-milestone goals.yaml:1:35"]),
  ])
  func `or refused`(entries: String, expected: [String]) {
    var fields = ["dimension: performance", "metric: amount", "target: 1"]
    fields += ["start: 2026-05-01", "end: 2026-05-31"]
    let rest = fields.filter { field in
      !entries.contains(" " + field.prefix { $0 != ":" } + ": ") || field.hasPrefix("target")
    }
    let text = "- {id: g, \(entries), \(rest.joined(separator: ", "))}\n"
    let ids = found(load(team, ("goals.yaml", text)))
    #expect(ids == expected)
  }
}

@Suite struct `The target of a goal` {
  private func targets(_ target: String, better: String) -> (kept: [Int], found: [String]) {
    let data = load(
      team,
      (
        "goals.yaml",
        "- {id: g, owner: m1, target: \(target), better: \(better), dimension: organisation, "
          + "metric: problems, start: 2026-05-01, end: 2026-05-31}\n"
      ))
    return (data.value.records.goals.map(\.targetHundredths), found(data))
  }

  @Test(arguments: [("-5", "more"), ("0", "more"), ("-0.01", "less"), ("-1万", "less")])
  func `is refused where every plan reaches it`(target: String, better: String) {
    let read = targets(target, better: better)
    #expect(read.kept.isEmpty && read.found == ["data.not-positive goals.yaml:1:30"])
  }

  @Test func `may be none at all where less is better`() {
    #expect(targets("0", better: "less").kept == [0])
    #expect(targets("0.01", better: "more").kept == [1])
  }
}

@Suite struct `Products, calendar, rates and factors are read` {
  @Test func `products`() {
    let text =
      "product,kind,list_price,floor_price,promotion_start,promotion_end\n泵,主推,100,80,2026-05-01,2026-05-31\n"
    let data = load(("products.csv", text))
    #expect(data.value.records.products.first?.kind == .lead)
    #expect(data.value.records.products.first?.floorPrice == Money(units: 80))
    #expect(data.value.records.products.first?.promotionEnd == day("2026-05-31"))
  }

  @Test func `calendar`() {
    let data = load(
      ("calendar.csv", "date,kind,name,status\n2027-01-01,off,元旦,provisional\n2027-01-02,班,,\n"))
    var newYear = CalendarEntry(
      date: day("2027-01-01"), kind: .off, name: "元旦", status: .provisional,
      row: Row(path: "calendar.csv", line: 2))
    newYear.saysStatus = true
    #expect(
      data.value.records.calendar == [
        newYear,
        CalendarEntry(
          date: day("2027-01-02"), kind: .work, name: "", status: .official,
          row: Row(path: "calendar.csv", line: 3)),
      ])
  }

  @Test func `rates and factors`() {
    let data = load(
      team,
      ("rates.csv", "owner,from,to,successes,trials\n,contact,visit,40,100\nm1,拜访,proposal,3,8\n"),
      ("factors.csv", "owner,deal_size,repeat\n华东,3.5万,1.25\n"))
    #expect(data.diagnostics.isEmpty)
    #expect(data.value.records.givenRates.map(\.from) == ["contact", "visit"])
    #expect(data.value.records.givenRates.map(\.owner) == [nil, "m1"])
    #expect(data.value.records.givenFactors.first?.dealSize == Money(units: 35_000))
    #expect(data.value.records.givenFactors.first?.repeatThousandths == 1250)
    #expect(data.value.records.givenFactors.first?.owner == "华东")
  }

  @Test(arguments: [
    (
      "rates.csv", "from,to,successes,trials\ncontact,meeting,1,2\n",
      "data.unknown-funnel-stage rates.csv:2:9"
    ),
    (
      "rates.csv", "from,to,successes,trials\ncontact,deal,1,2\n",
      "data.stages-not-in-order rates.csv:2:9"
    ),
    (
      "rates.csv", "from,to,successes,trials\ncontact,visit,3,2\n",
      "data.more-successes-than-trials rates.csv:2:15"
    ),
    (
      "rates.csv", "from,to,successes,trials\ncontact,visit,1.5,2\n",
      "data.not-a-number rates.csv:2:15"
    ),
    ("factors.csv", "deal_size,repeat\n0,1\n", "data.not-positive factors.csv:2:1"),
    ("factors.csv", "deal_size,repeat\n1,0.5\n", "data.repeat-below-one factors.csv:2:3"),
    (
      "calendar.csv", "date,kind\n2027-01-01,off\n2027-01-01,work\n",
      "data.duplicate-id calendar.csv:3:12"
    ),
    ("calendar.csv", "date,kind\n2027-01-01,maybe\n", "data.unknown-word calendar.csv:2:12"),
    (
      "products.csv", "product,promotion_start,promotion_end\n泵,2026-05-02,2026-05-01\n",
      "data.end-before-start products.csv:2:14"
    ),
  ])
  func `or refused`(path: String, text: String, expected: String) {
    #expect(found(load((path, text))) == [expected])
  }
}

@Suite struct `A cell of a million parts` {
  @Test(arguments: ["days_off", "role"]) func `is reported once`(column: String) {
    let parts = String(repeating: "x;", count: 100_000)
    let data = load(("team.csv", "member,\(column)\nm,\(parts)\n"))
    #expect(data.diagnostics.count == 1)
    #expect(data.diagnostics.first?.message.english.count ?? 0 < 200)
  }
}

@Suite struct `Goals whose months stand side by side` {
  private static let people = ("team.csv", "member,name\nm1,张\nm2,李\n")

  private func goals(_ name: String, _ text: String) -> Parsed<LoadedData> {
    load(Self.people, (name, text))
  }

  @Test func `are one for each person and month, in the unit above them, without sums and blanks`()
  {
    let text = """
      2026年销售目标分解表,,,,
      单位：万元,,,,
      姓名,1月,2月,12月,合计
      张,10,,15.5,25.5
      李,8,9,20,37
      合计,18,9,35.5,62.5
      """
    let data = goals("目标.csv", text)
    let wrong = data.diagnostics.filter { $0.severity != .note }
    #expect(wrong.map { "\($0.id) \($0.place)" } == ["data.total-rows 目标.csv:6"])
    let read = data.value.records.goals.map {
      "\($0.owner) \($0.start) \($0.end) \($0.targetHundredths / 100)"
    }
    #expect(
      read.sorted() == [
        "m1 2026-01-01 2026-01-31 100000", "m1 2026-12-01 2026-12-31 155000",
        "m2 2026-01-01 2026-01-31 80000", "m2 2026-02-01 2026-02-28 90000",
        "m2 2026-12-01 2026-12-31 200000",
      ])
  }

  @Test(arguments: [
    ("目标2026.csv", "姓名,一月,二月"), ("goals.csv", "name,Jan 2026,February 2026"),
    ("goals.csv", "姓名,2026年1月目标,2026年2月目标"), ("目标.csv", "负责人,2026-01,2026-02"),
    ("2026年任务.csv", "业务员,1月(元),2月(元)"), ("goals.csv", "Sales rep,202601,202602"),
  ]) func `are known by their headers, however months are written`(name: String, header: String) {
    let data = goals(name, header + "\n张,1000,2000\n")
    #expect(data.diagnostics.allSatisfy { $0.severity == .note })
    #expect(data.value.records.goals.map(\.start) == [day("2026-01-01"), day("2026-02-01")])
    #expect(data.value.records.goals.map(\.targetHundredths) == [100_000, 200_000])
  }

  @Test func `need a year, and say so once`() {
    let data = goals("目标.csv", "姓名,1月,2月\n张,1000,2000\n")
    #expect(found(data) == ["data.goals-without-year 目标.csv:1:4"])
    #expect(data.value.records.goals.isEmpty)
  }

  @Test func `are wrong at their own cells`() {
    let data = goals("目标2026.csv", "姓名,1月,2月\n张,1000,两千\n")
    #expect(data.diagnostics.contains { $0.place.line == 2 && $0.place.column == 8 })
    #expect(data.value.records.goals.map(\.start) == [day("2026-01-01")])
  }

  @Test func `are not made of what was sold by month`() {
    let data = load(Self.people, ("2026年业绩.csv", "姓名,1月,2月\n张,1000,2000\n"))
    #expect(data.value.records.goals.isEmpty && !data.diagnostics.isEmpty)
  }
}
