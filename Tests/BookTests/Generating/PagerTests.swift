import Book
import Testing

@Suite struct `The links to the page before and the page after` {
  /// A folder whose reading order is neither that of the paths nor that of the titles.
  private var course: MemorySite {
    MemorySite(files: [
      "Content/course/index.md": "---\ntitle: 目录\n---\n一",
      "Content/course/a.md": "---\ntitle: 第三课\norder: 3\n---\n一",
      "Content/course/b.md": "---\ntitle: 第一课\norder: 1\n---\n一",
      "Content/course/c.md": "---\ntitle: 第二课\norder: 2\n---\n一",
      "Content/course/d.md": "---\ntitle: 附录\n---\n一",
    ])
  }

  /// The lines of a page's pager, without the marks around them.
  private func pager(_ page: String) throws -> [String] {
    let start = try #require(page.firstRange(of: "<nav class=\"pager\"")).lowerBound
    let end = try #require(page[start...].firstRange(of: "</nav>")).lowerBound
    return page[start..<end].split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func `follow order, with the folder's own page first and pages without an order last`()
    async throws
  {
    let made = try await course.generate()
    #expect(made.problems == [])
    func before(_ href: String, _ title: String) -> String {
      "<a rel=\"prev\" href=\"\(href)\"><span>上一页</span> \(title)</a>"
    }
    func after(_ href: String, _ title: String) -> String {
      "<a rel=\"next\" href=\"\(href)\"><span>下一页</span> \(title)</a>"
    }
    let expected = [
      "index": [after("b.html", "第一课")],
      "b": [before("index.html", "目录"), after("c.html", "第二课")],
      "c": [before("b.html", "第一课"), after("a.html", "第三课")],
      "a": [before("c.html", "第二课"), after("d.html", "附录")],
      "d": [before("a.html", "第三课")],
    ]
    for (page, lines) in expected {
      #expect(try pager(made["participant/course/\(page).html"]) == lines, "\(page)")
    }
  }

  @Test func `pass over what does not stand in the tree`() async throws {
    var site = course
    site.files["Content/course/c.md"] =
      "---\ntitle: 第二课\norder: 2\nedition: [facilitator]\n---\n一"
    site.files["Content/course/draft.md"] = "---\ntitle: 草稿\norder: 2\ndraft: true\n---\n一"
    let made = try await site.generate()
    #expect(made.problems == [])
    let participant = try pager(made["participant/course/b.html"])
    #expect(participant.last == "<a rel=\"next\" href=\"a.html\"><span>下一页</span> 第三课</a>")
    let facilitator = try pager(made["facilitator/course/b.html"])
    #expect(facilitator.last == "<a rel=\"next\" href=\"c.html\"><span>下一页</span> 第二课</a>")
  }

  @Test func `are missing where a folder has one page`() async throws {
    let made = try await MemorySite.page("一").generate()
    #expect(!made["participant/index.html"].isEmpty)
    #expect(!made["participant/index.html"].contains("class=\"pager\""))
  }
}
