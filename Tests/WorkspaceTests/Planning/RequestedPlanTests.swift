import Diagnostics
import Phrases
import SalesMethod
import Testing
import Wording

@testable import Workspace

/// A workspace of the method's worked example, with files of a test in place of its own.
private func workspace(_ files: [String: String] = [:]) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  let standard = [
    "team.csv": "member,name,hours_per_day,selling_share\nlin,林,8,0.5\n",
    "rates.csv":
      "from,to,successes,trials\ncontact,visit,96,240\nvisit,proposal,36,96\nproposal,deal,12,36\n",
    "factors.csv": "deal_size,repeat\n35000,1.25\n",
    "goals.yaml":
      "- {id: g, owner: lin, dimension: performance, metric: amount, target: 350000, "
      + "start: 2026-05-01, end: 2026-05-31}\n",
  ]
  for (name, text) in standard.merging(files, uniquingKeysWith: { $1 }) where !text.isEmpty {
    try folder.write("Content/data/" + name, text)
  }
  return folder
}

private func read(
  _ folder: TemporaryFolder, person: String? = nil, period: Period? = .month(5, of: 2026)
) throws -> Parsed<RequestedPlan?> {
  var request = PlanRequest(now: .day(try #require(Day("2026-05-06"))))
  request.source = folder.path
  request.person = person
  request.period = period
  return try RequestedPlan.read(request)
}

private let twoMembers = [
  "team.csv": "member,name\nlin,林\nbai,白\n",
  "customers.csv": "customer_id,name,owner\nc1,云杉,lin\nc2,云杉,lin\nc3,白桦,bai\n",
]

@Suite struct `A requested plan` {
  @Test func `names the visits that found no place, with the reason`() throws {
    let requested = try #require(
      try read(
        workspace([
          "team.csv": "member,name,hours_per_day,selling_share\nlin,林,1,0.5\n",
          "goals.yaml": "",
          "customers.csv":
            "customer_id,name,M,A,N,close_date\nc1,云杉,5,5,5,2026-05-20\n",
        ])
      ).value)
    #expect(requested.text().contains("排不下的拜访 4 次\n  A c1 × 4  可选的日子都已排满\n"))
  }

  @Test func `is the only member's for the month asked for`() throws {
    let read = try read(workspace())
    let requested = try #require(read.value)
    #expect(read.diagnostics == [])
    #expect(requested.plan.member.id == "lin")
    #expect(requested.plan.workload?.stages.map(\.mean) == [160, 64, 24, 8])
    #expect(requested.text().contains("需要 256 小时，可用 76 小时，利用率 336.8%"))
    #expect(requested.text().contains("时间允许的最大目标 87,500"))
    #expect(requested.text().contains("  - 单量提高到 4 倍\n"))
    #expect(requested.text().contains("  - 首次接触→拜访 转化率：单独无法解决\n"))
    #expect(requested.text().contains("给经理：按目前的转化率，目标 350,000 需要 256 小时"))
  }

  @Test func `is for the month of now where none is named`() throws {
    let requested = try #require(try read(workspace(), period: nil).value)
    #expect(requested.plan.period == Period.month(5, of: 2026))
  }

  @Test func `is the named member's where there are several`() throws {
    let folder = try workspace(twoMembers)
    #expect(try read(folder, person: "bai").value?.plan.customers.map(\.customer.id) == ["c3"])
  }

  @Test(
    arguments: [
      ("linn", ["plan.unknown-person"], "did you mean “lin”?"),
      (nil, ["plan.which-person"], "known: lin, bai"),
    ] as [(String?, [String], String)])
  func `names the members where the person is not clear`(
    person: String?, ids: [String], fix: String
  ) throws {
    let found = try read(workspace(twoMembers), person: person)
    #expect(found.value == nil)
    let errors = found.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.id) == ids)
    #expect(errors.first?.fix?.english == fix)
  }

  @Test func `needs tables`() throws {
    let found = try read(TemporaryFolder())
    #expect(found.value == nil)
    #expect(found.diagnostics.map(\.id) == ["plan.no-data"])
  }

  @Test func `needs a calendar of its year`() throws {
    let found = try read(workspace(), period: .month(1, of: 2031))
    #expect(found.value == nil)
    #expect(found.diagnostics.map(\.id) == ["plan.method"])
  }

  @Test func `is not made from tables or settings with errors`() throws {
    let folder = try workspace(["customers.csv": "name,M\n甲,9\n"])
    try folder.write("salesbook.yaml", "titel: 计划\n")
    let found = try read(folder)
    #expect(found.value == nil)
    #expect(Set(found.diagnostics.map(\.id)).contains("data.score-out-of-scale"))
    #expect(found.diagnostics.contains { $0.place.path == "salesbook.yaml" })
  }
}

@Suite struct `A question about a plan` {
  private func requested() throws -> RequestedPlan {
    try #require(try read(workspace(twoMembers), person: "lin").value)
  }

  @Test(arguments: [
    ("workload.stages.contact", "160"), ("workload.largestFeasibleTarget", "87,500"),
    ("factors.dealSize", "35,000"), ("period.workdays", "19"),
  ])
  func `gets the number of a key`(what: String, result: String) throws {
    #expect(try requested().explain(what).value?.result.english == result)
  }

  @Test(arguments: ["g", "goals.g"])
  func `gets the checks of a goal`(what: String) throws {
    let explanation = try #require(try requested().explain(what).value)
    #expect(explanation.subject == (what == "g" ? "goals.g" : what))
    let text = explanationText(explanation, in: .english)
    #expect(text.hasPrefix("The checks of goal g\n\nRule: "))
    #expect(text.hasSuffix("From:\n  Content/data/goals.yaml:1\n"))
  }

  @Test func `gets the class of a customer by id`() throws {
    #expect(try requested().explain("c1").value?.title.english == "Why “云杉” is C")
  }

  @Test(arguments: [
    ("云杉", "explain.same-name", "known: c1, c2"),
    ("factors.dealsize", "explain.unknown", "did you mean “factors.dealSize”?"),
    // Parts of names, which are far from the whole by letters.
    ("云", "explain.unknown", "did you mean “云杉”?"),
    ("status", "explain.unknown", "known: "),
  ])
  func `is answered by names where it is not clear`(
    what: String, id: String, fix: String
  ) throws {
    let found = try requested().explain(what)
    #expect(found.value == nil)
    #expect(found.diagnostics.map(\.id) == [id])
    let said = found.diagnostics.first?.fix?.english
    #expect(fix == "known: " ? said?.hasPrefix(fix) == true : said == fix)
  }

  @Test func `about nothing of the plan gets three keys, never the page of all`() throws {
    let fix = try requested().explain("zzzzzzzzzzzz").diagnostics.first?.fix
    #expect(fix?.english.wholeMatch(of: /known: [^,]+, [^,]+, [^,]+ and [0-9,]+ more/) != nil)
    #expect(fix?.chinese.wholeMatch(of: /没有相近的；已有 [^、]+、[^、]+、[^、]+，另有 [0-9,]+ 个/) != nil)
  }
}

@Suite struct `Columns of text` {
  @Test func `stand under each other whatever the script`() {
    var columns = TextColumns([.left, .right, .left])
    columns.add(["阶段", "平均", "每周"])
    columns.add(["contact", "1,600", ""])
    columns.add(["首次接触"])
    #expect(columns.lines == ["阶段       平均  每周", "contact   1,600", "首次接触"])
  }
}
