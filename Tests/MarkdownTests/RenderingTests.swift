import Diagnostics
import Markdown
import Testing

/// What a page becomes, piece by piece.
struct RenderingTests {
  private func body(_ page: String, _ rendering: Rendering = Rendering()) -> Body {
    Document.parse(SourceFile(path: "page.md", text: page)).value.render(rendering)
  }

  private func html(_ body: Body) -> String {
    String(decoding: body.html { _ in Array("■".utf8) }, as: UTF8.self)
  }

  @Test func `what is not shown leaves no trace`() {
    let page = """
      # 公开

      一[^a]

      :::facilitator{#f}
      ## 答案

      [四十二](secret.md) 二[^b] ![](secret.png) `= 42`

      ```data
      x
      ```

      ::inner{#g}
      :::

      三[^c]

      [^a]: 甲
      [^b]: 秘密
      [^c]: 丙
      """
    let source = SourceFile(path: "page.md", text: page)
    let shown = Manuscript.read(source).value.page { $0.name != "facilitator" }.value.render()
    #expect(
      html(shown) == """
        <h1 id="公开">公开</h1>
        <p>一<sup class="footnote-ref"><a href="#fn:1" id="fnref:1">1</a></sup></p>
        <p>三<sup class="footnote-ref"><a href="#fn:2" id="fnref:2">2</a></sup></p>
        <section class="footnotes" role="doc-endnotes">
        <ol>
        <li id="fn:1">
        <p>甲 <a href="#fnref:1" class="footnote-back" aria-label="↩ 1">↩</a></p>
        </li>
        <li id="fn:2">
        <p>丙 <a href="#fnref:2" class="footnote-back" aria-label="↩ 2">↩</a></p>
        </li>
        </ol>
        </section>

        """)
    #expect(shown.headings.map(\.id) == ["公开"])
    #expect(shown.links == [])
    #expect(shown.ids == ["公开", "fnref:1", "fnref:2", "fn:1", "fn:2"])
  }

  @Test func `a footnote may hold blocks, and is numbered when it first appears`() {
    let page =
      "甲[^x]乙[^y]丙[^x]丁[^none]\n\n[^y]: 见[^z]\n[^x]: 一\n\n    二\n\n    - 三\n[^z]: 终\n[^unused]: 无\n"
    let result = html(body(page))
    #expect(result.contains("丁[^none]</p>"))
    #expect(
      result.contains(
        """
        <li id="fn:1">
        <p>一</p>
        <p>二</p>
        <ul>
        <li>三</li>
        </ul>
         <a href="#fnref:1" class="footnote-back" aria-label="↩ 1">↩</a> \
        <a href="#fnref:1-2" class="footnote-back" aria-label="↩ 1-2">↩</a>
        </li>
        """))
    #expect(result.contains("<li id=\"fn:3\">\n<p>终 "))
    #expect(!result.contains("无"))
  }

  @Test func `code that is data becomes a piece, all other code stays code`() {
    let page = "```calc x=1 y\n目标 = 1\n```\n\n```swift a\nlet x\n```\n\n```\nx\n```\n"
    let rendered = body(page, Rendering(isData: { $0 == "calc" }))
    #expect(
      rendered.pieces.first
        == .data(
          kind: "calc", info: "x=1 y", text: "目标 = 1\n",
          place: Place(path: "page.md", line: 1, column: 1)
        ))
    #expect(
      html(rendered)
        == "■<pre><code class=\"language-swift\">let x\n</code></pre>\n<pre><code>x\n</code></pre>\n"
    )
  }

  private static let formulas: [(String, String, Int)] = [
    ("`= 目标 / 单量`", "目标 / 单量", 4), ("共`= 1`单", "1", 5), ("` = 1 `", "1", 5),
    ("- **`= 甲`**", "甲", 8), ("a\n  `= 甲`", "甲", 6),
  ]

  @Test(arguments: formulas)
  func `a code span that begins with an equals sign and a blank is a formula`(
    page: String, formula: String, column: Int
  ) {
    var found: [(String, Int)] = []
    _ = body(page).html { piece in
      if case .formula(let text, let place) = piece { found.append((text, place.column)) }
      return []
    }
    #expect(found.map(\.0) == [formula])
    #expect(found.map(\.1) == [column])
  }

  @Test func `other code spans are code`() {
    #expect(html(body("`=SUM(A1)` `a = b`")) == "<p><code>=SUM(A1)</code> <code>a = b</code></p>\n")
  }

  @Test func `links are listed with their places and rewritten by the caller`() {
    let page = "看[甲](a.md#x \"题\")和![乙](b.png)\n<https://c.cn> www.d.cn [e][r]\n\n[r]: f%20g.md\n"
    let rewritten = body(
      page,
      Rendering(address: { $0.kind == .image ? "img/" + $0.destination : $0.destination + "?a&b" }))
    #expect(
      rewritten.links.map(\.destination) == [
        "a.md#x", "b.png", "https://c.cn", "http://www.d.cn", "f%20g.md",
      ])
    #expect(rewritten.links.map(\.kind) == [.link, .image, .link, .bare, .link])
    #expect(rewritten.links.map(\.place.line) == [1, 1, 2, 2, 2])
    #expect(rewritten.links.map(\.place.column) == [2, 18, 1, 16, 25])
    #expect(
      html(rewritten) == """
        <p>看<a href="a.md#x?a&amp;b" title="题">甲</a>和<img src="img/b.png" alt="乙" />
        <a href="https://c.cn?a&amp;b">https://c.cn</a> <a href="http://www.d.cn?a&amp;b">www.d.cn</a> \
        <a href="f%20g.md?a&amp;b">e</a></p>

        """)
  }

  @Test func `an address that could do harm is left out, the caller's too`() {
    #expect(html(body("[x](JaVaScRiPt:alert(1))")) == "<p><a href=\"\">x</a></p>\n")
    #expect(html(body("[x](java&#10;script:alert(1))")) == "<p><a href=\"\">x</a></p>\n")
    #expect(html(body("<vbscript:x>")) == "<p><a href=\"\">vbscript:x</a></p>\n")
    let harm = Rendering(address: { _ in "javascript:alert(1)" })
    #expect(html(body("[x](y.md)", harm)) == "<p><a href=\"\">x</a></p>\n")
    #expect(rendered("[x](javascript:y)", plain: true) == "<p><a href=\"\">x</a></p>\n")
    #expect(
      rendered("[x](javascript:y)", unsafe: true) == "<p><a href=\"javascript:y\">x</a></p>\n")
  }

  @Test func `raw HTML is text unless it is allowed`() {
    let page = "<div onclick=\"x\">\n**a**\n</div>\n\na <b>b</b> <!-- c -->\n"
    #expect(
      rendered(page) == """
        <p>&lt;div onclick=&quot;x&quot;&gt;
        **a**
        &lt;/div&gt;</p>
        <p>a &lt;b&gt;b&lt;/b&gt; </p>

        """)
    #expect(
      rendered(page, unsafe: true) == """
        <div onclick="x">
        **a**
        </div>
        <p>a <b>b</b> </p>

        """)
  }

  @Test func `a task's box has the task as its name`() {
    #expect(
      rendered("- [ ] 打电话\n- [x] 拜访\n\n  详\n") == """
        <ul>
        <li class="task">
        <p><label><input type="checkbox" disabled /> 打电话</label></p>
        </li>
        <li class="task">
        <p><label><input type="checkbox" disabled checked /> 拜访</label></p>
        <p>详</p>
        </li>
        </ul>

        """)
  }

  @Test func `a wide table scrolls in a box of its own`() {
    #expect(
      rendered("|甲|乙|丙|丁|\n|-|:-|:-:|-:|\n|1|2|3|\n") == """
        <div class="table-scroll" tabindex="0">
        <table>
        <thead>
        <tr>
        <th>甲</th>
        <th class="align-left">乙</th>
        <th class="align-center">丙</th>
        <th class="align-right">丁</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td class="align-left">2</td>
        <td class="align-center">3</td>
        <td class="align-right"></td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func `pieces put together are whole`() {
    let page = "- 甲\n  ::a\n\n> `= 1` [x](y)\n\n| `= 2` |\n|---|\n| 1 |\n"
    #expect(
      html(body(page)) == """
        <ul>
        <li>甲
        ■</li>
        </ul>
        <blockquote>
        <p>■ <a href="y">x</a></p>
        </blockquote>
        <div class="table-scroll" tabindex="0">
        <table>
        <thead>
        <tr>
        <th>■</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }
}

@Suite struct BlockElementTests {
  private func body(_ text: String) -> Body {
    Document.parse(SourceFile(path: "page.md", text: text)).value.render()
  }

  @Test func `a heading is a part of the tree, with the formula inside it`() {
    let pieces = body("字\n\n## 甲 `= 1` 乙 {#x}\n").pieces
    guard pieces.count == 2, case .element(let heading, let inner) = pieces[1] else {
      Issue.record("no heading: \(pieces)")
      return
    }
    #expect(heading == .heading(level: 2, id: "x"))
    #expect(inner.count == 3)
    #expect(String(decoding: heading.opening, as: UTF8.self) == "<h2 id=\"x\">")
  }

  @Test func `of lists in lists the outermost is a part, and all are printed`() {
    let list = body("3. 一\n   - 二\n\n> - 三\n")
    let kinds = list.pieces.map { piece -> BlockElement? in
      if case .element(let element, _) = piece { return element }
      return nil
    }
    #expect(kinds == [.orderedList(first: 3), nil, .bulletList, nil])
    #expect(
      String(decoding: list.html { _ in [] }, as: UTF8.self) == """
        <ol start="3">
        <li>一
        <ul>
        <li>二</li>
        </ul>
        </li>
        </ol>
        <blockquote>
        <ul>
        <li>三</li>
        </ul>
        </blockquote>

        """)
  }
}
