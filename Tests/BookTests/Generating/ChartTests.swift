import Testing

/// The worked example drawn: 240 contacts, 96 visits, 36 proposals and 12 deals; 350,000 to reach.
@Suite struct `A chart on a page` {
  private func page(_ text: String) async throws -> String {
    let made = try await MemorySite.plan(text).generate()
    #expect(made.problems == [])
    return try #require(made.pages.values.first { $0.contains("view drawn") })
  }

  @Test func `shows the funnel, and the same numbers as a table`() async throws {
    let page = try await page("::chart{of=funnel}\n")
    #expect(page.contains("<title id=\"chart-1-title\">漏斗：本期每个阶段需要的客户</title>"))
    // 160 contacts, 64 visits, 24 proposals, 8 deals. The axis ends at 200, the canvas is 480 wide.
    for width in [384, 153, 57, 19] {
      #expect(page.contains("width=\"\(width)\" height=\"14\"/>"), "\(width)")
    }
    for cells in ["首次接触</th><td class=\"n\">160 · 100%", "成交</th><td class=\"n\">8 · 5%"] {
      #expect(page.contains(cells), "\(cells)")
    }
  }

  @Test func `shows the target as a line`() async throws {
    let page = try await page("::chart{of=outlook}\n")
    #expect(page.contains("目标 350,000</text>"))
    // The axis ends at 40万: 35万 of 480 is 420.
    #expect(page.contains("<polyline class=\"mark\" points=\"420,21 420,"))
    #expect(page.contains(">40万</text>"))
  }

  @Test func `is the same bytes each time`() async throws {
    let text = "::chart{of=pareto}\n\n::chart{of=funnel}\n\n::chart{of=outlook}\n"
    #expect(try await page(text) == page(text))
    #expect(try await page(text).contains("chart-3-title"))
  }

  @Test(arguments: [
    ("::chart", "block.missing-option"), ("::chart{of=pie}", "block.wrong-option"),
    ("::chart{of=funnel colour=red}", "block.unknown-option"),
  ])
  func `refuses what it cannot draw`(text: String, id: String) async throws {
    #expect(try await MemorySite.plan(text + "\n").generate().problems.contains(id))
  }
}
