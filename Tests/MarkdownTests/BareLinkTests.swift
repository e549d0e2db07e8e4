import Testing

/// Addresses written bare: where they begin and end.
struct BareLinkTests {
  private static func link(_ address: String, _ text: String? = nil) -> String {
    "<a href=\"\(address)\">\(text ?? address)</a>"
  }

  private static let found: [(String, String)] = [
    ("见https://example.com/abc。然后", "见\(link("https://example.com/abc"))。然后"),
    ("见https://example.com然后", "见\(link("https://example.com"))然后"),
    ("（http://a.cn/b）", "（\(link("http://a.cn/b"))）"),
    ("“www.a.cn”", "“\(link("http://www.a.cn", "www.a.cn"))”"),
    ("请看www.a.cn/路", "请看\(link("http://www.a.cn/", "www.a.cn/"))路"),
    ("写给a@b.cn。", "写给\(link("mailto:a@b.cn", "a@b.cn"))。"),
    ("a.b-c_d+e@f-g.cn", link("mailto:a.b-c_d+e@f-g.cn", "a.b-c_d+e@f-g.cn")),
    ("https://a.cn/x_(y)_z)", "\(link("https://a.cn/x_(y)_z")))"),
    ("https://a.cn/_b_/c", link("https://a.cn/_b_/c")),
    ("https://a.cn/*b*", "\(link("https://a.cn/*b"))*"),
    ("**https://a.cn**", "<strong>\(link("https://a.cn"))</strong>"),
    ("https://a.cn/~b~/~~c~~/d", link("https://a.cn/~b~/~~c~~/d")),
    ("https://a.cn/?a=1&b=2;", "\(link("https://a.cn/?a=1&amp;b=2"));"),
    ("ftp://a.cn http://b.cn", "\(link("ftp://a.cn")) \(link("http://b.cn"))"),
    ("HTTPS://A.CN", link("HTTPS://A.CN")),
  ]

  private static let left: [String] = [
    "xhttp://a.cn", "http://", "www.", "a@b", "@b.cn", "a@b.c_", "`https://a.cn`",
    "http//a.cn", "awww.a.cn", "www.a_b.cn",
  ]

  @Test(arguments: found)
  func `a bare address is a link and ends before Chinese text`(markdown: String, html: String) {
    #expect(rendered(markdown) == "<p>\(html)</p>\n")
  }

  @Test(arguments: left)
  func `what is no address stays text`(markdown: String) {
    #expect(!rendered(markdown).contains("<a "))
  }

  @Test func `no link stands in a link, an image or code`() {
    #expect(
      rendered("[https://a.cn](b.md)") == "<p><a href=\"b.md\">https://a.cn</a></p>\n")
    #expect(
      rendered("![https://a.cn](b.png)") == "<p><img src=\"b.png\" alt=\"https://a.cn\" /></p>\n")
    #expect(rendered("<https://a.cn/_b_>") == "<p>\(Self.link("https://a.cn/_b_"))</p>\n")
    #expect(rendered("[x](https://a.cn/_b_)") == "<p>\(Self.link("https://a.cn/_b_", "x"))</p>\n")
    #expect(rendered("`https://a.cn/_b_`") == "<p><code>https://a.cn/_b_</code></p>\n")
  }

  @Test func `plain Markdown runs on to the next blank, as GitHub does`() {
    #expect(
      rendered("https://a.cn。然后 b", plain: true)
        == "<p><a href=\"https://a.cn%E3%80%82%E7%84%B6%E5%90%8E\">https://a.cn。然后</a> b</p>\n")
  }

  @Test func `addresses in tables and headings are links too`() {
    #expect(
      rendered("# 看www.a.cn")
        == "<h1 id=\"看wwwacn\">看\(Self.link("http://www.a.cn", "www.a.cn"))</h1>\n")
    #expect(
      rendered("a|b\n-|-\nhttps://a.cn|c\n").contains("<td>\(Self.link("https://a.cn"))</td>"))
  }
}
