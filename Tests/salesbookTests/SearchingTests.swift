import Foundation
import Testing
import Workspace

/// Searching a course that was opened from the disk, by the keyboard alone.
@Suite(
  .enabled(
    if: Browser.program != nil,
    "Chromium is not installed (Scripts/setup test installs it), so no page is opened"),
  .serialized)
struct `Searching a course` {
  private func course(_ language: String, _ pages: [String: String] = [:]) throws -> Site {
    let site = try Site(kind: "course", language: language)
    for (name, text) in pages {
      let file = site.folder.appending(path: "Content/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let run = try site.run("build --now 2026-11-23")
    try #require(run.exit == 0, "\(run.stderr)")
    return site
  }

  private func open(_ site: Site, _ path: String, _ browser: Browser) throws {
    let address = site.folder.appending(path: "Output/participant/" + path)
    #expect(try browser.visit(address).complaints == [])
  }

  /// Asks as somebody does who has no mouse, and gives the hits.
  private func ask(_ question: String, _ browser: Browser) throws -> [String] {
    _ = try browser.evaluate("(document.activeElement.blur(), 1)")
    try browser.press(.slash)
    try browser.press(.escape)
    try browser.type(question)
    let hits = try browser.evaluate(
      """
      new Promise(done => { let n = 0; const look = () => {
        const said = document.querySelector('.search-status').textContent;
        if (said || ++n > 200) done([...document.querySelectorAll('.search-panel a')]
          .map(a => [...a.children].map(e => e.textContent).join('>')).join('|'));
        else setTimeout(look, 20); }; look(); })
      """)
    return hits.split(separator: "|").map(String.init)
  }

  private let deep = """
    ---
    title: 深处的一页
    ---

    ## 蓝鲸怎么找

    正文里说**蓝**鲸科技要先问 <b>。另有 Planning 一词。

    ::lines{n=2}
    """

  @Test func `finds pages and headings, marks them, and leads there`() throws {
    let site = try course("zh-Hans", ["深/页 1.md": deep, "深/index.md": "---\ntitle: 深\n---\n"])
    let browser = try Browser()
    try open(site, "lesson-1.html", browser)
    #expect(try ask("蓝鲸", browser) == ["深处的一页>蓝鲸怎么找"])
    #expect(
      try browser.evaluate("document.querySelector('.search-panel mark').textContent") == "蓝鲸")
    #expect(try ask("没有这个词组", browser) == [])
    #expect(try browser.evaluate("document.querySelector('.search-status').textContent") == "没有找到。")
    #expect(try ask("plans", browser) == ["深处的一页"])
    #expect(try ask("鲸", browser) == ["深处的一页>蓝鲸怎么找"])
    #expect(try ask("<img src=x>", browser).isEmpty)
    _ = try ask("鲸科技", browser)
    try browser.press(.down)
    #expect(try browser.evaluate("document.activeElement.tagName") == "A")
    try browser.press(.enter)
    let arrived = try browser.evaluate(
      """
      new Promise(done => { let n = 0; const look = () => {
        const marks = [...document.querySelectorAll('mark.found')];
        if (marks.length || ++n > 200) done(decodeURIComponent(location.pathname.split('/').pop())
          + '|' + marks.map(e => e.textContent).join(''));
        else setTimeout(look, 20); }; look(); })
      """)
    #expect(arrived.hasSuffix("|鲸科技"), "\(arrived)")
    try browser.press(.escape)
    #expect(try browser.evaluate("document.querySelectorAll('mark.found').length") == "0")
  }

  @Test func `goes to a heading of the page, and back to the field`() throws {
    let site = try course("zh-Hans", ["深.md": deep])
    let browser = try Browser()
    try open(site, "index.html", browser)
    _ = try ask("怎么找", browser)
    try browser.press(.down)
    try browser.press(.up)
    #expect(try browser.evaluate("document.activeElement.type") == "search")
    try browser.press(.enter)
    let place = try browser.evaluate(
      """
      new Promise(done => { let n = 0; const look = () => {
        const head = document.getElementById(decodeURIComponent(location.hash.slice(1)));
        if (head || ++n > 200) done(head ? head.textContent : 'nowhere');
        else setTimeout(look, 20); }; look(); })
      """)
    #expect(place == "蓝鲸怎么找")
  }

  @Test func `needs nothing but the files, in English too`() throws {
    let site = try course("en")
    let browser = try Browser()
    try open(site, "index.html", browser)
    #expect(!(try ask("customers", browser)).isEmpty)
    let requests = try browser.evaluate(
      "performance.getEntriesByType('resource').every(e => e.name.startsWith('file:'))")
    #expect(requests == "true")
  }

  /// What the page takes apart and what the program took apart must be the same.
  @Test func `takes words apart as the index does`() throws {
    let words = [
      "planning", "plans", "carried", "selling", "passes", "closing", "thing", "bus", "analyses",
      "Ｆｕｌｌ", "ÜBUNG", "k9", "needs", "meeting", "dresses", "flies", "agreed", "using",
    ]
    let site = try course(
      "en", ["words.md": "---\ntitle: Words\n---\n\n" + words.joined(separator: ", ") + "\n"])
    let browser = try Browser()
    try open(site, "index.html", browser)
    for word in words {
      #expect(try ask("\(word) ", browser).contains { $0.hasPrefix("Words") }, "\(word)")
    }
  }

  @Test func `a table wider than the screen says so, and on a desk does not`() throws {
    let table =
      "| 甲 | 乙 | 丙 | 丁 | 戊 | 己 |\n|---|---|---|---|---|---|\n"
      + String(repeating: "| 一个长的词组 | 一个长的词组 | 一个长的词组 | 一个长的词组 | 一个长的词组 | 一个长的词组 |\n", count: 2)
    let site = try course(
      "zh-Hans",
      ["wide.md": "---\ntitle: 宽\n---\n\n\(table)\n\n::table{cols=\"客户,M,A,N,日期,类别,依据\" rows=2}\n"])
    let browser = try Browser()
    try browser.resize(width: 400, height: 800)
    try open(site, "wide.html", browser)
    let shown = """
      new Promise(done => requestAnimationFrame(() => setTimeout(() => done(
        [...document.querySelectorAll('.scroll, .table-scroll')].map(e =>
          (e.scrollWidth > e.clientWidth + 1) + '/'
            + getComputedStyle(e, '::before').content.includes('左右滑动')).join(' ')), 50)))
      """
    let narrow = try browser.evaluate(shown)
    #expect(narrow.contains("true/true") && !narrow.contains("true/false"), "\(narrow)")
    #expect(!narrow.contains("false/true"), "\(narrow)")
    try browser.resize(width: 1400, height: 800)
    try open(site, "wide.html", browser)
    let wide = try browser.evaluate(shown)
    #expect(!wide.contains("true"), "\(wide)")
  }
}
