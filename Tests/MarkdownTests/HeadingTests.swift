import Diagnostics
import Markdown
import Testing

/// Headings: their ids, and what navigation gets.
struct HeadingTests {
  private func headings(_ page: String, _ rendering: Rendering = Rendering()) -> [Heading] {
    Document.parse(SourceFile(path: "page.md", text: page)).value.render(rendering).headings
  }

  private static let ids: [(String, String)] = [
    ("# 客户分级", "客户分级"),
    ("# 3.1 目标 & Plan", "31-目标--plan"),
    ("# A–D 分级（上）", "ad-分级上"),
    ("# `code` *it* [link](x.md)", "code-it-link"),
    ("# snake_case-dash", "snake_case-dash"),
    ("# Éa Ñ", "éa-ñ"),
    ("# ！！", "section"),
    ("#", "section"),
    ("# 目标 {#goal}", "goal"),
    ("# 目标{#目标-1}", "目标-1"),
    ("目标 {#x.y}\n===", "x.y"),
    ("# {#a}", "a"),
    ("# 集合 {a}", "集合-a"),
    ("# 集合 {#a", "集合-a"),
  ]

  @Test(arguments: ids)
  func `an id follows GitHub's rule or is the page's own`(markdown: String, id: String) {
    #expect(headings(markdown).map(\.id) == [id])
  }

  @Test func `ids that come twice are counted`() {
    #expect(headings("# 甲\n\n# 甲\n\n# 甲-1\n\n# 甲").map(\.id) == ["甲", "甲-1", "甲-1-1", "甲-2"])
  }

  @Test func `an id of the page's own is never given to another heading`() {
    let page = "# 甲\n\n# 乙 {#甲}\n\n::x{#丙}\n\n# 丙"
    #expect(headings(page).map(\.id) == ["甲-1", "甲", "丙-1"])
  }

  @Test func `ids count only what is left`() {
    let page = "# 甲\n\n:::secret\n# 甲\n:::\n\n# 甲"
    let source = SourceFile(path: "page.md", text: page)
    let shown = Manuscript.read(source).value.page { $0.name != "secret" }.value
    #expect(shown.render().headings.map(\.id) == ["甲", "甲-1"])
    #expect(headings(page).map(\.id) == ["甲", "甲-1", "甲-2"])
  }

  @Test func `navigation gets level, words, place and HTML without links`() throws {
    let page = "正文\n\n## 看 [*这里*](a.md) `= 1` 的**A&B**[^1] {#x}\n\n[^1]: n"
    let heading = try #require(headings(page).first)
    #expect(heading.level == 2)
    #expect(heading.text == "看 这里 = 1 的A&B")
    #expect(
      String(decoding: heading.html, as: UTF8.self)
        == "看 <em>这里</em> <code>= 1</code> 的<strong>A&amp;B</strong>")
    #expect(heading.place == Place(path: "page.md", line: 3, column: 1))
  }

  @Test func `plain headings have no ids`() {
    #expect(rendered("# 甲 {#x}", plain: true) == "<h1>甲 {#x}</h1>\n")
  }
}
