import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import Workspace

@Suite struct StarterTests {
  private let starter = Starter(
    kind: "plan", language: "en",
    files: [
      ("starters/plan/en/salesbook.yaml", "title: Plan {{month}}\n"),
      ("starters/plan/en/Content/data/goals.yaml", "{{month_start}}..{{month_end}} {{x}} {"),
      ("starters/plan/zh-Hans/salesbook.yaml", "other"), ("pages/page.mustache", "other"),
    ])

  @Test func `writes the starter's files with the month filled in in its tables`() throws {
    let folder = try TemporaryFolder()
    let today = try #require(Day("2024-02-10"))
    let written = try starter.write(
      to: folder("my/plan"), StartRequest(kind: .plan, language: .english, today: today))
    #expect(written.files == ["salesbook.yaml", "Content/data/goals.yaml"])
    #expect(
      try folder.files(under: "my/plan") == [
        "salesbook.yaml": "title: Plan {{month}}\n",
        "Content/data/goals.yaml": "2024-02-01..2024-02-29 {{x}} {",
      ])
  }

  @Test func `begins with the month, the target and the name that are asked for`() throws {
    let starter = Starter(
      kind: "plan", language: "en",
      files: [
        ("starters/plan/en/salesbook.yaml", "title: Plan\n"),
        ("starters/plan/en/Content/data/goals.yaml", "target: 60000\nstart: {{month_start}}\n"),
        ("starters/plan/en/Content/data/team.csv", "member,name,hours_per_day\nme,Sample,8\n"),
      ])
    let folder = try TemporaryFolder()
    var request = StartRequest(
      kind: .plan, language: .english, today: try #require(Day("2026-11-10")))
    request.period = Period("2027-01")
    request.target = 350_000
    request.person = "Li, \"Lin\""
    _ = try starter.write(to: folder("a"), request)
    #expect(
      try folder.files(under: "a") == [
        "salesbook.yaml": "title: Plan\nperiod: 2027-01\n",
        "Content/data/goals.yaml": "target: 350000\nstart: 2027-01-01\n",
        "Content/data/team.csv": "member,name,hours_per_day\nme,\"Li, \"\"Lin\"\"\",8\n",
      ])
    // After the 20th day the next month is planned.
    let late = StartRequest(kind: .plan, language: .english, today: try #require(Day("2026-11-21")))
    _ = try starter.write(to: folder("b"), late)
    let files = try folder.files(under: "b")
    #expect(files["salesbook.yaml"] == "title: Plan\nperiod: 2026-12\n")
    #expect(files["Content/data/goals.yaml"] == "target: 60000\nstart: 2026-12-01\n")
  }

  @Test func `refuses a folder that is not empty`() throws {
    let folder = try TemporaryFolder()
    try folder.write("plan/mine.txt", "mine")
    let today = try #require(Day("2024-02-10"))
    let ids = try refusals {
      _ = try starter.write(
        to: folder("plan"), StartRequest(kind: .plan, language: .english, today: today))
    }
    #expect(ids == ["init.not-empty"])
    #expect(try folder.files() == ["plan/mine.txt": "mine"])
  }
}
