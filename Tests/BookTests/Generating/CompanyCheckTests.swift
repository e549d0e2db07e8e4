import Book
import Diagnostics
import Phrases
import Testing

@Suite struct `A check of the company's own` {
  private static let settings = """
    values: {上限: 50%}
    checks:
      - id: busy
        if: plan.hours > plan.available * 上限
        say: {zh-Hans: 工时过半, en: more than half of the hours}
        level: fail
      - {id: gap, if: goal.gap > 0 元, say: 还有缺口}
      - {id: never, if: COUNT(customers.name) > 1000, say: 客户太多}
    """

  private func site(_ settings: String, text: String = "::goal\n") -> MemorySite {
    var site = MemorySite.plan(text)
    site.settings = settings
    return site
  }

  @Test func `says on the goal's view what it has to say, where its condition holds`() async throws
  {
    let result = try await site(Self.settings).generate()
    #expect(result.problems == [])
    let html = result["plans/lin/2026-05.html"]
    #expect(html.contains("<li class=\"fail\"><b>不通过</b> 工时过半</li>"))
    #expect(html.contains("<li class=\"warn\"><b>注意</b> 还有缺口</li>"))
    #expect(!html.contains("客户太多"))
    let english = try await site(Self.settings, text: "").generate()
    #expect(!english["plans/lin/2026-05.html"].contains("工时过半"))
  }

  @Test func `says nothing where the plan lacks its numbers`() async throws {
    var site = site("checks: [{id: gap, if: goal.gap >= 0 元, say: 有缺口}]")
    site.files["Content/data/goals.yaml"] = nil
    let result = try await site.generate()
    #expect(
      !result.report.diagnostics.contains {
        $0.id.hasPrefix("formula") || $0.id.hasPrefix("checks")
      })
    #expect(!result["plans/lin/2026-05.html"].contains("有缺口"))
  }

  @Test func `warns where it cannot be computed`() async throws {
    let result = try await site(
      "checks:\n  - id: ratio\n    if: 1 / COUNTIF(customers.class, \"D\") > 2\n    say: 一\n"
    ).generate()
    let found = try #require(result.report.diagnostics.first)
    #expect(result.problems == ["checks.fault"] && found.severity == .warning)
    #expect(
      found.place.description == "salesbook.yaml:3:11" && found.message.english.contains("“ratio”"))
  }

  @Test(arguments: [
    ("checks: {a: 1}", "settings", 9), ("checks: [{id: a, say: 一}]", "checks.incomplete", 10),
    ("checks: [{if: 1 = 1, say: 一}]", "checks.incomplete", 10),
    ("checks: [{id: a, if: 1 = 1}]", "checks.incomplete", 10),
    ("checks: [{id: a, if: 1 = 1, say: {fr: un}}]", "check", 34),
    ("checks: [{id: a, if: 1 = 1, say: 一, level: high}]", "check", 44),
    ("checks: [{id: a b, if: 1 = 1, say: 一}]", "check", 15),
    ("checks: [{id: a, if: goal.gapp > 0, say: 一}]", "formula.unknown-name", 22),
    ("checks: [{id: a, if: goal.gap > 1 家, say: 一}]", "formula.units", 31),
    ("checks: [{id: a, if: goal.gap, say: 一}]", "formula.kind", 22),
    ("checks: [{id: a, if: \"1 = = 1\", say: 一}]", "formula.unexpected", 27),
    ("checks: [{id: a, if: 1 = 1, say: 一}, {id: a, if: 1 = 1, say: 一}]", "checks.twice", 38),
  ])
  func `is refused where it is wrong`(settings: String, id: String, column: Int) async throws {
    let result = try await site(settings).generate()
    let found = result.report.diagnostics.filter { $0.place.path == "salesbook.yaml" }
    #expect(found.map(\.place.column) == [column], "\(result.report.diagnostics)")
    #expect(found.allSatisfy { $0.id.hasPrefix(id) }, "\(found)")
  }
}
