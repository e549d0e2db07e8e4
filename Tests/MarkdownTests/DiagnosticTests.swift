import Diagnostics
import Markdown
import Phrases
import Testing

/// A wrong page for every mistake that the module reports, with the place where it stands.
struct DiagnosticTests {
  private static let wrong: [(String, [String])] = [
    ("x\n\n:::note\na\n", ["3:1 markdown.unclosed-directive"]),
    (":::a\n:::b\n:::\n", ["1:1 markdown.unclosed-directive"]),
    ("- :::a\n  x\n\n:::\n", ["1:3 markdown.unclosed-directive", "4:1 markdown.stray-close"]),
    ("正文\n\n:::\n", ["3:1 markdown.stray-close"]),
    ("> 引\n> :::\n", ["2:3 markdown.stray-close"]),
    ("::: {.x}\na\n:::\n", ["1:5 markdown.bad-directive"]),
    ("::a[标题\n", ["1:4 markdown.bad-directive"]),
    ("::a[标题]{x=1\n", ["1:8 markdown.bad-directive"]),
    (":::练习 很难\n:::\n", ["1:7 markdown.bad-directive"]),
    (":::练习【很难】\n:::\n", ["1:6 markdown.full-width"]),
    (":::note［甲］｛a=1｝\n:::\n", ["1:8 markdown.full-width"]),
    ("::a{n=“3”}\n", ["1:7 markdown.curly-quotes"]),
    ("::a{cols=“甲, 乙” b=1 b=2}\n", ["1:10 markdown.curly-quotes", "1:21 markdown.second-key"]),
    ("::a{n＝“3” b=1 b=2}\n", ["1:6 markdown.full-width", "1:15 markdown.second-key"]),
    ("：：：note\na\n：：：\n", ["1:1 markdown.full-width", "3:1 markdown.full-width"]),
    ("：：lines\n", ["1:1 markdown.full-width"]),
    ("::lines｛n=6｝\n", ["1:8 markdown.full-width"]),
    (":::note{a=1 甲=2 a=3}\n:::\n", ["1:17 markdown.second-key"]),
    ("::a{open open}\n", ["1:10 markdown.second-key"]),
    ("::a{#x #y}\n", ["1:8 markdown.second-key"]),
    ("::a{甲= b}\n", ["1:7 markdown.bad-attribute"]),
    ("::a{\"x\"}\n", ["1:5 markdown.bad-attribute"]),
    ("::a{x=\"y\"z}\n", ["1:10 markdown.bad-attribute"]),
    ("::a{x=y=z}\n", ["1:7 markdown.bad-attribute"]),
    ("::a{# .}\n", ["1:5 markdown.bad-attribute", "1:7 markdown.bad-attribute"]),
    ("::a{#x}\n\n# 标题 {#x}\n", ["3:6 markdown.duplicate-id"]),
    ("# 一 {#x}\n\n# 二 {#x}\n", ["3:5 markdown.duplicate-id"]),
    ("# 一 {#x y}\n", ["1:5 markdown.bad-attribute"]),
    ("# 一 ｛#x｝\n", ["1:5 markdown.full-width"]),
    ("看[这里](javascript:alert(1))\n", ["1:2 markdown.unsafe-link"]),
    ("![图](data:text/html,x)\n", ["1:1 markdown.unsafe-link"]),
    ("好\n" + String(repeating: ">", count: 101) + "\n", ["2:1 markdown.too-much"]),
    (
      "看[两](第 二.md)和![图](a b.png)\n", ["1:2 markdown.unread-link", "1:15 markdown.unread-link"]
    ),
    ("[**重**](a b.md)\n", ["1:1 markdown.unread-link"]),
    ("见[注][无处]\n", ["1:2 markdown.missing-definition"]),
    ("见[无处][]\n", ["1:2 markdown.missing-definition"]), ("见[注][]\n\n[注]: b.md\n", []),
    ("数组 `a[i][]`，空的 [][]\n", []),
    ("一\n二[^甲]和[^乙]\n\n[^乙]: 有\n", ["2:2 markdown.missing-footnote"]),
    ("[a]\n\n[a]: x.md\n[b]: y.md\n> [A]: z.md\n", ["5:3 markdown.second-definition"]),
    ("甲[^1]\n\n[^1]: 一\n\n[^1]: 二\n", ["5:1 markdown.second-definition"]),
    ("甲 <!-- 乙\n", ["1:3 markdown.open-comment"]),
    ("甲 <!-- a -- b --> 乙\n", ["1:3 markdown.open-comment"]),
    ("<!-- 甲\n\n乙\n", ["1:1 markdown.open-comment"]),
    ("<! -- 甲 -->\n", ["1:1 markdown.open-comment"]),
    ("甲\n\n    :::notes\n    乙\n    :::\n", ["3:5 markdown.unread-directive"]),
    ("甲\n\n\t::lines{n=2}\n", ["3:2 markdown.unread-directive"]),
    ("甲\n    :::notes\n", ["2:5 markdown.unread-directive"]),
    ("甲\n　:::notes\n乙\n　:::\n", ["2:2 markdown.unread-directive"]),
    ("\u{FEFF}\u{A0}:::notes\n", ["1:3 markdown.unread-directive"]),
    (":：:notes\n甲\n：::\n", ["1:1 markdown.full-width", "3:1 markdown.full-width"]),
    ("<p>\n:::notes\n甲\n:::\n</p>\n", ["2:1 markdown.unread-directive"]),
    ("- 甲\n\n      :::notes\n", ["3:7 markdown.unread-directive"]),
    ("<div>\n:::notes\n</div>\n", ["2:1 markdown.unread-directive"]),
    (
      String(repeating: ":::a\n", count: 33) + String(repeating: ":::\n", count: 32),
      ["33:1 markdown.too-deep"]
    ),
  ]

  @Test(arguments: wrong)
  func `names the rule and the place`(page: String, expected: [String]) {
    #expect(mistakes(page) == expected)
  }

  /// Signs that are meant as they are, and what is defined and read as it should be.
  private static let right: [String] = [
    "看\\[两](第 二.md)\n", "`[两](第 二.md)`和`[a][b]`和`[^x]`\n", "[两](<第 二.md>)\n", "[x] [y] [ ][ ]\n",
    "\\[^x] 和 [\\^x]\n", "- [ ] 一\n- [x] 二\n", "\\<!-- 甲\n", "甲 <!-- 乙 --> 丙\n",
    "<!--\n:::notes\n-->\n\n甲\n", "```\n:::notes\n[a]: b\n[a]: c\n```\n", "\\:::notes\n",
    "    std::sort(a);\n", "甲[^1]乙[^1]\n\n[^1]: 注\n", "[a]\n[a]: b\n[a]: c\n", "第1项：a]（b\n",
    "[a][b]\n\n[b]: x.md\n", "[a](b.md)(c)\n", "    [a]: b\n    [a]: c\n",
  ]

  @Test(arguments: right)
  func `says nothing of what is right`(page: String) {
    #expect(mistakes(page) == [])
  }

  @Test func `HTML that goes through as it is hides no block either`() {
    let options = ParsingOptions(rawHTML: true)
    #expect(
      mistakes("<p>\n:::notes\n甲\n:::\n</p>\n", options: options) == [
        "2:1 markdown.unread-directive"
      ])
    #expect(mistakes("<style>\n::before { color: red }\n</style>\n", options: options) == [])
    #expect(rendered("<p>\n甲 <!-- 乙 -->\n</p>\n", unsafe: true) == "<p>\n甲 \n</p>\n")
  }

  @Test func `comments are on no page`() {
    #expect(rendered("甲 <!-- 乙 --> 丙\n") == "<p>甲  丙</p>\n")
    #expect(rendered("<!-- 乙 -->\n\n甲\n\n<!--\n- 丙\n-->\n") == "<p>甲</p>\n")
    #expect(rendered("![图<!-- 乙 -->](a.png)\n") == "<p><img src=\"a.png\" alt=\"图\" /></p>\n")
  }

  @Test func `a page that would take too long is named by the block that does`() {
    let page = "好\n\n" + String(repeating: "![[]()", count: 20_000)
    #expect(mistakes(page) == ["3:1 markdown.too-much"])
  }

  @Test func `a page that would grow past all measure is named by the block that grows`() {
    let page =
      "好\n\n[a]\n\n[a]: \(String(repeating: "b", count: 900)) \n\n"
      + String(repeating: "[a] ", count: 2000)
    #expect(mistakes(page).map { $0.prefix(2) } == ["7:"])
    #expect(mistakes(page).allSatisfy { $0.hasSuffix("markdown.too-large") })
  }

  @Test func `a page past all size is not read`() {
    let source = SourceFile(path: "a.md", bytes: Array(repeating: 65, count: 17 * 1024 * 1024))
    let page = Document.parse(source, firstLine: 4)
    #expect(page.diagnostics.map(\.id) == ["markdown.too-big"])
    #expect(page.diagnostics.map(\.place.line) == [4])
    #expect(page.value.render().pieces == [])
  }

  @Test func `bytes that are no text are named and replaced`() {
    let source = SourceFile(path: "a.md", bytes: Array("好\n\n坏".utf8) + [0xFF, 0x41])
    let document = Document.parse(source)
    #expect(document.diagnostics.map(\.id) == ["markdown.not-utf8"])
    #expect(document.diagnostics[0].place == Place(path: "a.md", line: 3, column: 2))
    let html = document.value.render().html { _ in [] }
    #expect(String(decoding: html, as: UTF8.self) == "<p>好</p>\n<p>坏\u{FFFD}A</p>\n")
  }

  @Test func `raw HTML where it is allowed may hold any address`() {
    let options = ParsingOptions(rawHTML: true)
    #expect(mistakes("[x](javascript:alert(1))", options: options) == [])
    #expect(mistakes("[x](javascript:alert(1))", options: ParsingOptions(plain: true)) == [])
  }

  @Test func `every diagnostic says how to mend it`() {
    for (page, _) in Self.wrong {
      for found in Document.parse(SourceFile(path: "a.md", text: page)).diagnostics {
        #expect(found.fix != nil || found.expected != nil)
        #expect(!found.message.english.hasSuffix("."))
      }
    }
  }
}
