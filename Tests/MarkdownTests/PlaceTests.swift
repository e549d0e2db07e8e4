import Diagnostics
import Markdown
import Testing

/// Places as people count: lines of the file, columns in characters.
struct PlaceTests {
  /// A page in which `▸` stands before every link: the links' places must be there.
  private static let marked: [String] = [
    "▸[x](y)", "目标 ▸[x](y) 和▸[z](w)", "**重点。**后▸[x](y)", "“**重点**”**“重”**后▸[x](y)",
    "一\n二▸[x](y)", "- 甲\n  乙▸[x](y)\n  丙▸[x](y)", "- 甲\n乙▸[x](y)", "> 甲\n> 乙▸[x](y)\n丙▸[x](y)",
    "  一\n二▸[x](y)", "\t- 不\n\n- 甲\n\n\t乙▸[x](y)", "| 甲 | ▸[x](y) |\n|---|---|\n| 一二 | 三▸[x](y) |",
    "# 标题 ▸[x](y)", "标题 ▸[x](y)\n===", "1. 甲\n   1. 乙▸[x](y)\n      丙▸[x](y)",
    ":::a[题▸[x](y)]\n正文▸[x](y)\n:::", "::a[甲**乙。**丙▸[x](y)]", "`a\nb` ▸[x](y)", "甲▸![x](y)乙▸[x](y)",
    "甲▸www.a.cn，乙▸https://a.cn/_b_。丙▸a@b.cn", "&amp;甲\\*▸www.a.cn", "**甲▸www.a.cn**",
    "一\\\n▸[x](y)\\\n  二▸[x](y)\n三▸[x](y)",
    "- 一\\\n  甲▸[x](y)  \n  乙▸`a`▸[x](y)".replacing("▸`", with: "`"),
    "- 看▸<https://a.cn> ▸<a@b.cn>\n  再▸<http://c.cn>", "&amp; ▸www.a.cn ▸www.a.cn",
    "一\r\n二▸[x](y)\r\n三▸[x](y)", "a[^1]\n\n[^1]: 注▸[x](y)\n    续▸[x](y)", "😀▸[x](y)",
  ]

  @Test(arguments: marked)
  func `every link is where it is`(page: String) {
    var expected: [Place] = []
    var plain = ""
    var (line, column) = (1, 1)
    for scalar in page.unicodeScalars {
      if scalar == "▸" {
        expected.append(Place(path: "page.md", line: line, column: column))
        continue
      }
      plain.unicodeScalars.append(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    let body = Document.parse(SourceFile(path: "page.md", text: plain)).value.render()
    #expect(body.links.map(\.place).sorted() == expected)
  }

  @Test func `front matter counts as lines and is not read`() {
    let front = "---\ntitle: 甲\n---\n"
    let source = SourceFile(path: "page.md", text: front + "# 乙\n\n:::\n")
    let page = Document.parse(source, from: front.utf8.count, firstLine: 4)
    #expect(page.diagnostics.map(\.place) == [Place(path: "page.md", line: 6, column: 1)])
    #expect(page.value.render().headings.map(\.place.line) == [4])
  }

  @Test func `long lines have places too`() {
    let page =
      String(repeating: "客户", count: 3000) + "[x](y)" + String(repeating: "。", count: 3000)
      + "[x](y)"
    let body = Document.parse(SourceFile(path: "page.md", text: page)).value.render()
    #expect(body.links.map(\.place.column) == [6001, 9007])
  }
}
