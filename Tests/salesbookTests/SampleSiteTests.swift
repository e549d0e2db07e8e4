import Foundation
import Testing
import Workspace

/// The repository's own course and sample team, built as the README's first command builds them.
@Suite struct SampleSiteTests {
  @Test func `two builds are the same bytes, wherever and however they run`() throws {
    let here = try Site(named: "here")
    let there = try Site(named: "一个 folder")
    try here.build("-j 1", environment: ["TZ": "America/New_York", "LANG": "de_DE.UTF-8"])
    try there.build(
      "-j 7",
      environment: ["TZ": "Pacific/Kiritimati", "LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"])
    let (first, second) = (try here.output(), try there.output())
    #expect(first.keys.sorted() == second.keys.sorted())
    for (path, bytes) in first { #expect(second[path] == bytes, "\(path) differs") }
    #expect(first.count > 20)
  }

  @Test func `a second build writes nothing and check writes nothing either`() throws {
    let site = try Site(named: "site")
    let checked = try site.run("check --month 2026-12 --now 2026-11-23")
    #expect(checked.exit == 0, "\(checked.stderr)")
    #expect(!FileManager.default.fileExists(atPath: site.folder.appending(path: "Output").path))
    try site.build()
    let again = try site.build()
    #expect(again.stdout.contains(": 0 files written, "), "\(again.stdout)")
  }

  @Test func `an error in one page leaves the old site as it was`() throws {
    let site = try Site(named: "site")
    try site.build()
    let before = try site.output()
    let page = site.folder.appending(path: "Content/broken.md")
    try Data(":::exercise\nnever closed\n".utf8).write(to: page)
    let run = try site.run("build --month 2026-12 --now 2026-11-23")
    #expect(run.exit == 1)
    #expect(run.stderr.contains("Content/broken.md:1:1: error: "), "\(run.stderr)")
    #expect(try site.output() == before)
  }

  @Test(
    .enabled(
      if: Browser.program != nil,
      "Chromium is not installed (Scripts/setup test installs it), so the site is not opened"))
  func `a browser opens every page from the disk without a complaint`() throws {
    let site = try Site(named: "双击 打开")
    try site.build()
    let browser = try Browser()
    let pages = try site.output().keys.filter { $0.hasSuffix(".html") }.sorted()
    for page in pages {
      let visit = try browser.visit(site.folder.appending(path: "Output/" + page))
      #expect(visit.complaints == [], "\(page)")
      #expect(visit.requests.allSatisfy { $0.hasPrefix("file:///") || $0.hasPrefix("data:") })
    }
    #expect(pages.count > 10)
  }
}

@Suite struct StarterSiteTests {
  @Test(arguments: ["course", "plan", "team"], ["zh-Hans", "en"])
  func `a starter builds at once and without a warning`(kind: String, language: String) throws {
    let site = try Site(kind: kind, language: language)
    let run = try site.run("build --strict --now 2026-11-23")
    #expect(run.exit == 0, "\(run.stderr)")
    #expect(try site.output()["index.html"] != nil)
  }
}
