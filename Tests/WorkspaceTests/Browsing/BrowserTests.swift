import Foundation
import Testing
import Workspace

/// That the browser of these tests sees what it is there to see.
@Suite(
  .enabled(
    if: Browser.program != nil,
    "Chromium is not installed (Scripts/setup test installs it), so no page is opened"),
  .serialized)
struct BrowserTests {
  private func visit(_ html: String, check: (Browser, Browser.Visit) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "页 1.html")
    try Data(("<!doctype html><meta charset=utf-8>" + html).utf8).write(to: page)
    let browser = try Browser()
    try check(browser, try browser.visit(page))
  }

  @Test func `a quiet page has no complaints`() throws {
    try visit("<title>目标</title><p>好</p><script>console.log('fine')</script>") { browser, visit in
      #expect(visit.complaints == [])
      #expect(visit.requests.count == 1)
      let title = try browser.evaluate("document.title")
      #expect(title == "目标")
    }
  }

  @Test(arguments: [
    "<script>console.error('bad')</script>", "<script>missing()</script>",
    "<img src=gone.png>", "<link rel=stylesheet href=gone.css>",
    "<img src=https://example.com/x.png>",
    "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><p style='color:red'>x",
    "<script>fetch('data.json').catch(() => 0)</script>",
    "<script type=module src=module.js></script>",
  ])
  func `a fault in a page is a complaint`(html: String) throws {
    try visit(html) { _, visit in #expect(!visit.complaints.isEmpty) }
  }
}
