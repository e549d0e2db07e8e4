import Book
import Diagnostics
import Phrases
import Testing

/// A folder's pages bound into one document.
@Suite struct `A book` {
  private static let head = """
    ---
    title: 课程
    order: 0
    book:
      subtitle: 一天
      opening: 说明
      name: [姓名, 部门]
      pages: [index.md, b.md, a.md]
      parts: [b.md]
    ---

    """

  private static func site(_ a: String, _ b: String, head: String = head) -> MemorySite {
    MemorySite(files: [
      "Content/course/index.md": head + "## 怎么用\n\n见[乙](b.md#细节)。\n",
      "Content/course/a.md": "---\ntitle: 甲\ntime: 40\n---\n" + a,
      "Content/course/b.md": "---\ntitle: 乙\n---\n" + b,
    ])
  }

  @Test func `holds its pages in order, with ids of their own and links among them`() async throws {
    let made = try await Self.site(
      "## 细节\n\n回到[说明](index.md)，去[首页](../index.md)。\n",
      "## 细节\n\n:::exercise[做]{#ex}\n一\n:::\n"
    ).generate()
    #expect(made.problems == ["link.broken"])
    let good = try await Self.site(
      "## 细节\n\n回到[说明](index.md)。\n", "## 细节\n\n:::exercise[做]{#ex}\n一\n:::\n"
    ).generate()
    #expect(good.problems == [])
    let book = good["participant/course/book.html"]
    let ids = book.split(separator: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    #expect(ids.count == Set(ids).count)
    #expect(ids.filter { $0.contains("细节") } == ["b.细节", "a.细节"])
    #expect(book.contains("<a href=\"#b.%E7%BB%86%E8%8A%82\">乙</a>"))
    #expect(book.contains("<a href=\"#index\">说明</a>"))
    #expect(book.contains("id=\"b.ex\""))
    #expect(book.contains("<h2 class=\"chapter-title\">说明</h2>"))
    #expect(book.contains("<dt>部门</dt>"))
    #expect(book.contains("<article class=\"chapter chapter-2 part\" id=\"b\">"))
    #expect(book.contains("<article class=\"chapter chapter-3\" id=\"a\">"))
    #expect(good["participant/course/index.html"].contains("<a href=\"book.html\">"))
    #expect(
      good["participant/course/book-heads.css"].contains(
        "@page chapter-2:right { @top-left { content: \"\\4E59 \"; } }"))
    #expect(!good["participant/course/a.html"].contains("book.html"))
  }

  @Test func `has on its slides what is taught, not what is handed out before and after`()
    async throws
  {
    let head = Self.head.replacing("[index.md, b.md, a.md]", with: "[index.md, b.md]")
      .replacing("  parts", with: "  guide: [a.md]\n  parts")
    let task = ":::exercise[做]{#ID open}\n一道题\n\n::lines\n:::\n"
    let made = try await Self.site(
      task.replacing("ID", with: "before").replacing("一道题", with: "课前的题"),
      task.replacing("ID", with: "class").replacing("一道题", with: "课上的题"), head: head
    ).generate()
    let slides = made["facilitator/course/slides.html"]
    #expect(slides.contains("课上的题") && !slides.contains("课前的题"))
    #expect(made["facilitator/course/book.html"].contains("id=\"a.before\""))
  }

  @Test func `is a guide for the facilitator, without the workbook's text`() async throws {
    let made = try await Self.site(
      """
      ## 细节

      学员读的一段话。

      :::exercise[做一做]{#ex time=40}
      题目的文字。

      ::lines

      :::solution
      答案在这里。
      :::

      :::facilitator
      巡场。
      :::
      :::
      """, "## 细节\n\n没有给讲师的话。\n"
    ).generate()
    #expect(made.problems == [])
    let guide = made["facilitator/course/book.html"]
    for kept in ["细节", "做一做", "答案在这里。", "巡场。", "data-workbook=\"a.ex\""] {
      #expect(guide.contains(kept), "\(kept)")
    }
    for left in ["学员读的一段话", "题目的文字", "class=\"lines\"", "没有给讲师的话"] {
      #expect(!guide.contains(left), "\(left)")
    }
    let workbook = made["participant/course/book.html"]
    #expect(!workbook.contains("答案在这里") && !workbook.contains("巡场"))
    #expect(workbook.contains("题目的文字。"))
  }

  @Test func `names pages that are none, parts that it does not bind, and a page that is no index`()
    async throws
  {
    let head = """
      ---
      title: 课程
      book:
        pages: [index.md, bb.md]
        parts: [a.md]
        nme: x
      ---

      """
    var site = Self.site("甲\n", "## 细节\n", head: head)
    site.files["Content/course/c.md"] = "---\ntitle: 丙\nbook: true\n---\n丙\n"
    let made = try await site.generate()
    #expect(
      made.problems.sorted() == [
        "book.not-index", "book.part-not-bound", "book.unknown-key", "book.unknown-page",
      ])
    let unknown = made.report.diagnostics.first { $0.id == "book.unknown-page" }
    #expect(unknown?.place.line == 4)
    #expect(unknown?.place.column == 21)
    #expect(unknown?.fix?.english.contains("b.md") ?? false)
  }

  @Test func `stands below the name of the site in its own language`() async throws {
    var site = MemorySite(files: [
      "Content/index.md": "---\ntitle: 书\nbook: true\n---\n书。\n",
      "Content/index.en.md": "---\ntitle: Book\nbook: true\n---\nBook.\n",
      "Content/a.md": "---\ntitle: 甲\n---\n甲。\n",
      "Content/a.en.md": "---\ntitle: A\n---\nA.\n",
    ])
    site.settings = "title: { zh-Hans: 手册, en: Handbook }\n"
    let made = try await site.generate()
    #expect(made.problems == [])
    let (own, other) = (made["participant/book.html"], made["participant/en/book.html"])
    #expect(own.contains("<p class=\"cover-site\">手册</p>") && !own.contains("Handbook"))
    #expect(other.contains("<p class=\"cover-site\">Handbook</p>") && !other.contains("手册"))
    #expect(made["participant/en/a.html"].contains("Handbook"))
    site.settings = "title: { zh: 手册 }\n"
    #expect(try await site.generate().report.diagnostics.map(\.place.line) == [1])
  }
}
