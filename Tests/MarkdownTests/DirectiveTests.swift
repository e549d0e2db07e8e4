import Diagnostics
import Markdown
import Testing

/// Directives: how they are written, where they nest, what they carry.
struct DirectiveTests {
  private func parse(_ page: String) -> Document {
    Document.parse(SourceFile(path: "page.md", text: page)).value
  }

  private static let shapes: [(String, String)] = [
    (":::note\na\n:::\n", "<section class=\"block block-note\">\n<p>a</p>\n</section>\n"),
    ("::: note\na\n:::\n", "<section class=\"block block-note\">\n<p>a</p>\n</section>\n"),
    ("::::note\na\n:::\n", "<section class=\"block block-note\">\n<p>a</p>\n</section>\n"),
    (
      "text\n:::note\na\n:::\nb",
      """
      <p>text</p>
      <section class="block block-note">
      <p>a</p>
      </section>
      <p>b</p>

      """
    ),
    (
      ":::a\n:::b\nx\n:::\ny\n:::\n",
      """
      <section class="block block-a">
      <section class="block block-b">
      <p>x</p>
      </section>
      <p>y</p>
      </section>

      """
    ),
    ("::lines{n=6}\n", "<section class=\"block block-lines\">\n</section>\n"),
    (
      "- x\n\n  :::note\n  a\n  :::\n",
      """
      <ul>
      <li>
      <p>x</p>
      <section class="block block-note">
      <p>a</p>
      </section>
      </li>
      </ul>

      """
    ),
    (
      "> :::note\n> a\n> :::\n",
      """
      <blockquote>
      <section class="block block-note">
      <p>a</p>
      </section>
      </blockquote>

      """
    ),
    (
      ":::note\n```\n:::\n```\n:::\n",
      """
      <section class="block block-note">
      <pre><code>:::
      </code></pre>
      </section>

      """
    ),
    (
      ":::note\n- a\n:::\nb\n",
      """
      <section class="block block-note">
      <ul>
      <li>a</li>
      </ul>
      </section>
      <p>b</p>

      """
    ),
    (
      ":::note\n|a|\n|-|\n|1|\n:::\n",
      """
      <section class="block block-note">
      <div class="table-scroll" tabindex="0">
      <table>
      <thead>
      <tr>
      <th>a</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      </tr>
      </tbody>
      </table>
      </div>
      </section>

      """
    ),
    (":::练习\n:::\n", "<section class=\"block block-练习\">\n</section>\n"),
    ("    :::note\n", "<pre><code>:::note\n</code></pre>\n"),
    ("a :::note\n", "<p>a :::note</p>\n"),
    ("::\n", "<p>::</p>\n"),
    (":: x\n", "<p>:: x</p>\n"),
    ("::1\n", "<p>::1</p>\n"),
    (":note\n", "<p>:note</p>\n"),
    ("：注意\n", "<p>：注意</p>\n"),
  ]

  @Test(arguments: shapes)
  func `containers and leaves stand where blocks may`(markdown: String, html: String) {
    #expect(rendered(markdown) == html)
  }

  @Test func `a list with a directive stays tight`() {
    #expect(rendered("- :::note\n  x\n  :::\n- b\n").contains("<li>b</li>"))
  }

  @Test func `plain Markdown knows no directives`() {
    #expect(rendered(":::note\na\n:::", plain: true) == "<p>:::note\na\n:::</p>\n")
  }

  @Test func `a directive carries its attributes in order, each with its place`() throws {
    let page =
      "正文\n\n:::exercise[演练：**月度**]{#ex-月 .wide .x time=25 mode=\"a \\\"b\\\"\" open}\n:::\n"
    let directive = try #require(parse(page).directives.first)
    #expect(directive.name == "exercise")
    #expect(directive.form == .container)
    #expect(directive.title?.text == "演练：月度")
    #expect(directive.id == "ex-月")
    #expect(directive.classes == ["wide", "x"])
    #expect(directive["time"] == "25")
    #expect(directive["mode"] == "a \"b\"")
    #expect(directive["none"] == nil)
    #expect(directive.has("open"))
    #expect(!directive.has("time"))
    #expect(directive.place == Place(path: "page.md", line: 3, column: 1))
    #expect(directive.idPlace?.column == 24)
    #expect(directive.attributes.map(\.place.column) == [39, 47])
    #expect(directive.attributes.map(\.valuePlace.column) == [44, 53])
    #expect(directive.flags.map(\.place.column) == [62])
  }

  @Test func `a title is a line of Markdown`() throws {
    let page = "::a[看 *x* `y` [z](u.md)[^1] www.a.cn]\n\n[^1]: n\n"
    guard case .directive(let directive, _)? = parse(page).render().pieces.first else {
      Issue.record("no directive")
      return
    }
    let html = String(decoding: directive.title?.html ?? [], as: UTF8.self)
    #expect(
      html == """
        看 <em>x</em> <code>y</code> <a href="u.md">z</a><sup class="footnote-ref">\
        <a href="#fn:1" id="fnref:1">1</a></sup> <a href="http://www.a.cn">www.a.cn</a>
        """)
    #expect(directive.title?.text == "看 x y z www.a.cn")
  }

  @Test func `a title may hold brackets`() {
    let titles = ["::a[x [y] z]", "::a[x \\] y]", "::a[]"].map {
      parse($0).directives[0].title?.text
    }
    #expect(titles == ["x [y] z", "x ] y", ""])
  }

  @Test func `a leaf has no body and a container's body is its own`() throws {
    let pieces = parse("::a\n\n:::b\n\nx\n\n::c\n\n:::\n").render().pieces
    #expect(pieces.count == 2)
    guard case .directive(let first, body: []) = pieces[0], case .directive(_, let body) = pieces[1]
    else {
      Issue.record("not two directives")
      return
    }
    #expect(first.form == .leaf)
    #expect(body.count == 2)
    #expect(body.first == .html(Array("<p>x</p>\n".utf8)))
  }
}
