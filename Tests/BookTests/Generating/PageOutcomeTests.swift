import Diagnostics
import Foundation
import Phrases
import Testing
import Theme

@testable import Book

/// What is kept of a page can be put away and taken out again as it was.
@Suite struct `What is kept of a page` {
  @Test func `is the same after it was stored`() throws {
    let place = Place(path: "Content/a.md", line: 3, column: 5)
    let outcome = PageOutcome(
      source: "a.md", tree: "plans", folder: "plans/lin", path: "a.html", title: "计划",
      language: .chinese, ids: ["一", "二"],
      fragments: [FragmentLink(target: "b.md", tree: "plans", fragment: "三", place: place)],
      files: ["x.png"],
      diagnostics: [
        Diagnostic(
          id: "block.unknown", severity: .warning, at: place, Phrase(zh: "没有", en: "none"),
          fix: Phrase(same: "x"))
      ])
    let stored = try JSONEncoder().encode(outcome)
    #expect(try JSONDecoder().decode(PageOutcome.self, from: stored) == outcome)
  }

  @Test func `of trees that need no settings has a name in both languages`() async throws {
    var site = MemorySite.plan("")
    site.files["Content/index.md"] = "# 首页\n"
    let chinese = try await site.generate()["index.html"]
    for word in ["课程 · 学员版", "课程 · 讲师版", "林的计划"] { #expect(chinese.contains(word)) }
    site.settings = "language: en"
    let english = try await site.generate()["index.html"]
    for word in ["Course, participant edition", "Plan: 林"] { #expect(english.contains(word)) }
  }

  @Test func `of a tree has the tree's own name where the words of a workspace lack one`()
    async throws
  {
    var site = MemorySite.page("# 首页\n")
    site.templates["locales/zh-Hans.yaml"] = try #require(
      embeddedFiles.first { $0.path == "locales/zh-Hans.yaml" }
    ).text.replacing("treeParticipant:", with: "treeOther:")
    let made = try await site.generate()
    #expect(made["index.html"].contains(">participant</a>"))
    #expect(made.problems == ["template.word-missing"])
    #expect(made.report.diagnostics[0].place.path == "Templates/locales/zh-Hans.yaml")
  }

  @Test func `says by its script whether readers can change a number`() async throws {
    let live = try await MemorySite.page("```calc\n目标 = ? 35 家 in 20..50\n两倍 = 目标 × 2\n```\n")
      .generate()
    #expect(live["participant/index.html"].contains("<script src=\"assets/calc.js\" defer>"))
    let still = try await MemorySite.page("```calc\n目标 = 35 家\n```\n").generate()
    #expect(!still["participant/index.html"].contains("calc.js"))
    #expect(still["participant/index.html"].contains("<script src=\"assets/page.js\" defer>"))
  }
}
