import Book
import Diagnostics
import Testing

/// What leads from one place of a course to another: references without words, and the index.
@Suite struct `A reference` {
  private static let site = MemorySite(
    files: [
      "Content/index.md": """
      ---
      title: 课
      book: {pages: [index.md, a.md, b.md]}
      ---
      见[](a.md#fig)和[](#own)，还有[](a.md)。

      ## 自己 {#own}

      """,
      "Content/a.md": """
      ---
      title: 甲页
      ---
      见[](#ex)。

      ::entry{word="缺口" sort="quekou"}

      :::figure[两行]{#fig}
      图
      :::

      :::exercise[做]{#ex}
      做

      ::entry{#two word="倒推" sort="daotui"}
      :::

      :::facilitator
      ::entry{word="讲师的" sort="jiangshide"}
      :::

      """,
      "Content/b.md": """
      ---
      title: 乙页
      ---
      ::entry{word="缺口" sort="quekou"}

      ::index

      """,
    ])

  @Test func `without words says the kind and number of what it leads to`() async throws {
    let made = try await Self.site.generate()
    #expect(made.problems == [])
    #expect(made["participant/a.html"].contains("<a href=\"#ex\" class=\"xref\">演练 1</a>"))
    let index = made["participant/index.html"]
    // A heading by its words; a place on another page by the page, whose numbers are its own.
    #expect(index.contains("class=\"xref\">自己</a>"))
    #expect(index.contains("<a href=\"a.html#fig\" class=\"xref\">甲页</a>"))
    #expect(index.contains("<a href=\"a.html\" class=\"xref\">甲页</a>"))
    let book = made["participant/book.html"]
    #expect(book.contains("<a href=\"#a.fig\" class=\"xref\">图 1</a>"))
    #expect(book.contains("<a href=\"#a\" class=\"xref\">甲页</a>"))
  }

  @Test func `stands in the index under its word, in order, for those who get its place`()
    async throws
  {
    let made = try await Self.site.generate()
    let page = made["participant/b.html"]
    let words = page.matches(of: /<dt>([^<]+)<\/dt>/).map { String($0.output.1) }
    #expect(words == ["倒推", "缺口"])
    #expect(page.contains("<p class=\"tag\">D</p>"))
    #expect(page.contains("<dd><a href=\"a.html#two\">甲页</a></dd>"))
    #expect(
      page.contains(
        "<dd><a href=\"a.html#entry-1\">甲页</a><a href=\"#entry-1\">乙页</a></dd>"))
    #expect(made["participant/a.html"].contains("<p class=\"index-mark\" id=\"entry-1\"></p>"))
    let book = made["participant/book.html"]
    #expect(book.contains("<a href=\"#a.two\">甲页</a>"))
    #expect(book.contains("id=\"a.two\""))
    #expect(made["facilitator/b.html"].contains("讲师的"))
  }

  @Test func `to nothing is a mistake`() async throws {
    #expect(
      try await MemorySite.page("见[](#nothing)。\n").generate().problems
        == ["link.broken-fragment", "link.broken-fragment"])
    #expect(try await MemorySite.page("::entry\n").generate().problems == ["block.missing-option"])
  }
}
