import Testing

/// Line breaks in a paragraph: no blank within Chinese text, by the rules of CSS Text 3.
struct LineBreakTests {
  private static let cases: [(String, String)] = [
    ("中文\n中文", "中文中文"),
    ("中文，\n中文", "中文，中文"),
    ("**中文**\n中文", "<strong>中文</strong>中文"),
    ("中文\n**中文**", "中文<strong>中文</strong>"),
    ("中文“引文”\n中文", "中文“引文”中文"),
    ("中文\n“引文”", "中文“引文”"),
    ("中文——\n中文", "中文——中文"),
    ("ｶﾀｶﾅ\n中文", "ｶﾀｶﾅ中文"),
    ("a\u{200B}\nb", "a\u{200B}b"),
    ("中文\nEnglish", "中文\nEnglish"),
    ("English\n中文", "English\n中文"),
    ("English\nwords", "English\nwords"),
    ("“a”\n“b”", "“a”\n“b”"),
    ("한국어\n한국어", "한국어\n한국어"),
    ("中文\n한국어", "中文\n한국어"),
    ("中文  \n中文", "中文<br />\n中文"),
    ("中文\n`a`", "中文\n<code>a</code>"),
    ("中文\n12月", "中文\n12月"),
    ("中文\r\n中文", "中文中文"),
  ]

  @Test(arguments: cases)
  func `a line break within Chinese text leaves no blank`(markdown: String, html: String) {
    #expect(rendered(markdown) == "<p>\(html)</p>\n")
  }

  @Test func `plain Markdown keeps every line break`() {
    #expect(rendered("中文\n中文", plain: true) == "<p>中文\n中文</p>\n")
  }

  @Test func `an image's alternative text follows the same rule`() {
    #expect(rendered("![中\n文](a.png)") == "<p><img src=\"a.png\" alt=\"中文\" /></p>\n")
  }
}
