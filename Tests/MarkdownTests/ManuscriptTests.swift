import Diagnostics
import Markdown
import Testing

/// What is taken out of a page for a reader leaves nothing behind.
struct ManuscriptTests {
  private func manuscript(_ text: String) -> Manuscript {
    Manuscript.read(SourceFile(path: "page.md", text: text), firstLine: 3).value
  }

  private func isPublic(_ directive: Directive) -> Bool { directive.name != "notes" }

  private func html(_ text: String) -> String {
    let body = manuscript(text).page(showing: isPublic).value.render()
    return String(decoding: body.html { _ in Array("[…]".utf8) }, as: UTF8.self)
  }

  private func mistakes(_ text: String) -> [String] {
    manuscript(text).page(showing: isPublic).diagnostics.map {
      "\($0.place.line):\($0.place.column) \($0.id)"
    }
  }

  @Test func `a block's place is the block's, whatever stood in it`() {
    #expect(html("甲\n:::notes\n乙\n:::\n丙\n") == "<p>甲</p>\n<p>丙</p>\n")
    #expect(
      html("- 甲\n  :::notes[题]{#x}\n\n  乙\n\n  :::\n- 丙\n")
        == "<ul>\n<li>甲</li>\n<li>丙</li>\n</ul>\n")
    #expect(
      html("> 甲\n> :::notes\n> 乙\n> :::\n> 丙\n")
        == "<blockquote>\n<p>甲</p>\n<p>丙</p>\n</blockquote>\n")
    #expect(html("1. :::notes\n   乙\n   :::\n2. 丙\n") == "<ol>\n<li></li>\n<li>丙</li>\n</ol>\n")
    #expect(html("甲\n\n:::notes\n乙\n:::") == "<p>甲</p>\n")
  }

  @Test func `what is defined in it is defined nowhere`() {
    let page = "[a] 和 [a][b]\n\n:::notes\n[a]: secret.md\n[b]: secret.md\n:::\n"
    #expect(html(page) == "<p>[a] 和 [a][b]</p>\n")
    #expect(mistakes(page) == ["3:7 markdown.missing-definition"])
    #expect(mistakes("甲[^1]\n\n:::notes\n[^1]: 秘\n:::\n") == ["3:2 markdown.missing-footnote"])
  }

  @Test
  func `a footnote that stood behind another of its name is the page's, without its own blocks`() {
    let page = ":::notes\n[^1]: 秘\n:::\n\n甲[^1]\n\n[^1]: 明\n\n    :::notes\n    密\n    :::\n"
    #expect(!html(page).contains("秘") && !html(page).contains("密") && html(page).contains("明"))
    #expect(mistakes(page) == [])
  }

  @Test func `a name may be another reader's too, but not twice one's own`() {
    let page = ":::notes{#x}\n# 甲 {#y}\n[a]: b.md\n:::\n\n# 乙 {#x}\n\n# 丙 {#y}\n\n[a]: c.md\n"
    #expect(mistakes(page) == [])
    #expect(
      mistakes(page + "\n# 丁 {#x}\n\n[a]: d.md\n") == [
        "14:5 markdown.duplicate-id", "16:1 markdown.second-definition",
      ])
  }

  @Test func `blocks within a shown block go, and the places of the rest stay`() throws {
    let text = "# 甲\n\n:::box\n:::notes\n# 乙\n:::\n# 丙\n:::\n\n::notes[丁[^1]]\n\n# 甲\n"
    let page = manuscript(text).page(showing: isPublic).value
    #expect(page.directives.map(\.name) == ["box"])
    #expect(page.directives.map(\.place.line) == [5])
    let headings = page.render().headings
    #expect(headings.map(\.text) == ["甲", "丙", "甲"])
    #expect(headings.map(\.place.line) == [3, 9, 14])
  }

  @Test func `what is wrong within it is told with the blocks, or nobody's`() {
    let read = Manuscript.read(SourceFile(path: "page.md", text: ":::notes\n::a{x=}\n甲[^z]\n:::\n"))
    #expect(read.diagnostics.map(\.id) == ["markdown.bad-attribute"])
    #expect(read.value.page { $0.name != "notes" }.diagnostics == [])
    #expect(read.value.page { _ in true }.diagnostics.map(\.id) == ["markdown.missing-footnote"])
  }
}
