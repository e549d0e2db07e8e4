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
