import SalesMethod
import Testing

/// A course with a list of those who take part.
@Suite struct `A list of participants` {
  private var course: MemorySite {
    MemorySite(files: [
      "Content/data/participants.csv": """
      姓名,部门,出勤
      白 & 桦,采购部,是
      云杉子,,否
      银杏子,市场部,
      """,
      "Content/index.md": """
      ---
      title: 课后
      ---

      ::attendance

      :::certificate{course="制定计划" hours=6}
      :::

      ::followup{days="7,2"}
      """,
    ])
  }

  private func matches(_ pattern: Regex<(Substring, Substring)>, _ page: String) -> [String] {
    page.matches(of: pattern).map { String($0.1) }
  }

  @Test func `stands on the sheets of whoever teaches, and in no byte of anybody else`()
    async throws
  {
    let made = try await course.generate()
    #expect(made.problems == [])
    let page = made["facilitator/index.html"]
    #expect(
      page.contains("<td class=\"mark\">1</td><td>白 &amp; 桦</td><td>采购部</td><td></td><td></td>"))
    #expect(page.contains("<td class=\"mark\">2</td><td>云杉子</td><td></td>"))
    // Three on the list, three lines more.
    #expect(
      page.contains("<td class=\"mark\">6</td>") && !page.contains("<td class=\"mark\">7</td>"))
    // Who was not there gets no certificate.
    let names = matches(/certificate-name">([^<]*)</, page)
    #expect(names == ["白 &amp; 桦", "银杏子"])
    #expect(
      matches(/<tr class="mm-8"><th scope="row">([^<]*)</, page) == ["白 &amp; 桦", "云杉子", "银杏子"])
    for (path, text) in made.pages where !path.hasPrefix("facilitator/") && path.contains("/") {
      for name in ["白 &", "云杉子", "银杏子", "采购部"] { #expect(!text.contains(name), "\(path): \(name)") }
    }
    let blank = made["participant/index.html"]
    #expect(
      blank.contains("<td class=\"mark\">24</td>")
        && blank.contains("certificate-name\"><span class=\"gap\""))
  }

  @Test(arguments: [
    ("time: 400", "time: 20", "", "7 课时"), ("time: 380", "time: 10", "", "6.5 课时"),
    ("time: 365", "time: 10", "", "375 分钟"), ("time: 400", "time: 20", " hours=6", "6 课时"),
  ])
  func `were in class as long as the pages of the course say`(
    one: String, other: String, option: String, shown: String
  ) async throws {
    var site = course
    site.files["Content/index.md"] =
      "---\ntitle: 课后\n---\n\n::certificate{course=\"计划\"\(option)}\n"
    for (name, time) in [("a", one), ("b", other)] {
      site.files["Content/\(name).md"] = "---\ntitle: \(name)\n\(time)\n---\n\n正文。\n"
    }
    let made = try await site.generate()
    #expect(made.problems == [])
    #expect(made["facilitator/index.html"].contains("<p class=\"facts\">\(shown)</p>"))
  }

  @Test func `that a page gives away is found`() async throws {
    var site = course
    site.files["Content/index.md"] = "---\ntitle: 课后\n---\n\n你好。\n"
    site.templates["parts/footer.mustache"] = "<p>{{siteTitle}}</p>"
    site.settings = "title: 云杉子的课\n"
    // The title of the site is the workspace's own to give.
    #expect(try await site.generate().problems == [])
  }

  // 2026-12-08 is a Tuesday; the second and the seventh day after it are the 10th and the 15th.
  @Test func `goes on at the days after the course, with a calendar to take in`() async throws {
    var site = course
    site.courseDay = Day("2026-12-08")
    let made = try await site.generate()
    #expect(made.problems == [])
    let days = matches(/<time datetime="([^"]*)"/, made["participant/index.html"])
    #expect(days == ["2026-12-10", "2026-12-15"])
    for tree in ["participant", "facilitator"] {
      #expect(made["\(tree)/index.html"].contains("href=\"index.ics\""))
      let file = made["\(tree)/index.ics"]
      #expect(file.contains("DTSTART;VALUE=DATE:20261210\r\n"))
      #expect(file.contains("DTSTART;VALUE=DATE:20261215\r\n"))
      #expect(file.contains("银杏子") == (tree == "facilitator"))
    }
    let without = try await course.generate()
    #expect(without["participant/index.ics"].isEmpty)
    #expect(!without["participant/index.html"].contains("<time"))
  }
}
