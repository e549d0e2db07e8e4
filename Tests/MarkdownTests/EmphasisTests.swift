import Testing

/// Emphasis beside Chinese punctuation: where CommonMark leaves the signs, and where it must.
struct EmphasisTests {
  private static let repaired: [(String, String)] = [
    ("**这是重点。**后面", "<strong>这是重点。</strong>后面"),
    ("使用**MAN（购买力）**分类", "使用<strong>MAN（购买力）</strong>分类"),
    ("这是**“重点”**内容", "这是<strong>“重点”</strong>内容"),
    ("这是**《书名》**里的", "这是<strong>《书名》</strong>里的"),
    ("*重点。*后面", "<em>重点。</em>后面"),
    ("先看*“金额”*再看频次", "先看<em>“金额”</em>再看频次"),
    ("***很重要。***好", "<em><strong>很重要。</strong></em>好"),
    ("**重点：**说明", "<strong>重点：</strong>说明"),
    ("**价格：**100元", "<strong>价格：</strong>100元"),
    ("增长**20%**左右", "增长<strong>20%</strong>左右"),
    ("涨了**+20%**以上", "涨了<strong>+20%</strong>以上"),
    ("**重点(注)**后", "<strong>重点(注)</strong>后"),
    ("他说\"**重点**\"后", "他说&quot;<strong>重点</strong>&quot;后"),
    ("看**`代码`**后", "看<strong><code>代码</code></strong>后"),
    ("**“重点”**abc", "<strong>“重点”</strong>abc"),
    ("abc**“重点”**", "abc<strong>“重点”</strong>"),
    ("**甲。**乙**丙。**丁", "<strong>甲。</strong>乙<strong>丙。</strong>丁"),
    ("**重点：*注意*。**后面", "<strong>重点：<em>注意</em>。</strong>后面"),
    ("**见[链接](a.md)。**后", "<strong>见<a href=\"a.md\">链接</a>。</strong>后"),
    ("~~删除。~~后面", "<del>删除。</del>后面"),
    ("留下~~“删除”~~的", "留下<del>“删除”</del>的"),
    ("~~**都要。**~~后", "<del><strong>都要。</strong></del>后"),
    ("**강조.**한국어", "<strong>강조.</strong>한국어"),
    ("**強調。**です", "<strong>強調。</strong>です"),
  ]

  private static let unchanged: [(String, String)] = [
    ("**重点**后面", "<strong>重点</strong>后面"),
    ("**重点**，后面", "<strong>重点</strong>，后面"),
    ("（**重点**）后", "（<strong>重点</strong>）后"),
    ("“**重点**”后", "“<strong>重点</strong>”后"),
    ("甲（**乙**）**丙**", "甲（<strong>乙</strong>）<strong>丙</strong>"),
    ("**甲（**乙**）丙", "**甲（<strong>乙</strong>）丙"),
    ("_重点。_后面", "_重点。_后面"),
    ("a**\"b\"**c", "a**&quot;b&quot;**c"),
    ("\\**重点。*后", "*<em>重点。</em>后"),
    ("100~200万，300~400万", "100~200万，300~400万"),
    ("** 重点。**后", "** 重点。**后"),
    ("`**重点。**后`", "<code>**重点。**后</code>"),
    ("[a](b**。c)", "<a href=\"b**%E3%80%82c\">a</a>"),
    ("![。**后](i.png)", "<img src=\"i.png\" alt=\"。**后\" />"),
  ]

  @Test(arguments: repaired)
  func `emphasis opens and closes beside Chinese punctuation`(markdown: String, html: String) {
    #expect(rendered(markdown) == "<p>\(html)</p>\n")
  }

  @Test(arguments: repaired.prefix(3))
  func `plain Markdown leaves the signs`(markdown: String, html: String) {
    #expect(rendered(markdown, plain: true) != "<p>\(html)</p>\n")
    #expect(rendered(markdown, plain: true).contains("**"))
  }

  @Test(arguments: unchanged)
  func `nothing else changes`(markdown: String, html: String) {
    #expect(rendered(markdown) == "<p>\(html)</p>\n")
  }

  @Test func `code, HTML and headings hold no trace of the repair`() {
    let code = rendered("```\n。**后**“a”\n```\n\n    。**后\n")
    #expect(
      code == """
        <pre><code>。**后**“a”
        </code></pre>
        <pre><code>。**后
        </code></pre>

        """)
    #expect(rendered("<i>。**后</i>", unsafe: true) == "<p><i>。**后</i></p>\n")
    #expect(rendered("# **甲。**乙") == "<h1 id=\"甲乙\"><strong>甲。</strong>乙</h1>\n")
  }
}
