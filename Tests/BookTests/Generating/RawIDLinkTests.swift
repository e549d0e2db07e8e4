import Testing

@Suite struct `A link to an id` {
  private func site(_ text: String, _ settings: String) -> MemorySite {
    var site = MemorySite(files: [
      "Content/index.md": "---\ntitle: 甲\n---\n\n\(text)\n",
      "Content/b.md": "---\ntitle: 乙\n---\n\n[去](index.md#there)\n",
    ])
    site.settings = settings
    return site
  }

  @Test func `of a span of Quarto's leads there`() async throws {
    let made = try await site("一段[话]{#there}。", "vocabulary: quarto\n").generate()
    #expect(!made.problems.contains("link.broken-fragment"))
    let other = try await site("一段[话]{#here}。", "vocabulary: quarto\n").generate()
    #expect(other.problems.contains("link.broken-fragment"))
  }

  @Test func `that raw HTML would give leads nowhere where raw HTML is text`() async throws {
    let made = try await site("一段<a id=\"there\"></a>话。", "").generate()
    #expect(made.problems.contains("link.broken-fragment"))
  }
}

@Suite struct `The way to a page` {
  @Test func `names nothing twice, and not the page itself`() async throws {
    let site = MemorySite(files: [
      "Content/index.md": "---\ntitle: 制定计划\n---\n一",
      "Content/course/index.md": "---\ntitle: 制定计划\n---\n一",
      "Content/course/a.md": "---\ntitle: 第一课\n---\n一",
      "Content/other/index.md": "---\ntitle: 别的\n---\n一",
      "Content/other/b.md": "---\ntitle: 第二课\n---\n一",
    ])
    let made = try await site.generate()
    func way(_ path: String) -> [String] {
      let page = made["participant/" + path]
      guard let start = page.firstRange(of: "<nav class=\"breadcrumbs\"")?.lowerBound,
        let end = page[start...].firstRange(of: "</nav>")?.lowerBound
      else { return [] }
      return page[start..<end].matches(of: /<a href="([^"]*)">([^<]*)</).map { "\($0.1) \($0.2)" }
    }
    #expect(way("course/a.html") == ["index.html 制定计划"])
    #expect(way("course/index.html") == [])
    #expect(way("other/b.html") == ["../index.html 制定计划", "index.html 别的"])
    #expect(way("other/index.html") == ["../index.html 制定计划"])
  }
}
