import Drawing
import Foundation
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

@Suite struct `Every chart` {
  private static let subjects = [
    "pareto", "funnel", "outlook", "lorenz", "maturing", "days", "variance", "weeks", "trend",
    "closing", "ages",
  ]

  /// The charts of a page, each as its element.
  private func charts(_ seed: UInt64, language: String) async throws -> [String] {
    var team = SeededTeam(seed: seed)
    var site = MemorySite()
    for (name, table) in team.tables() { site.files["Content/data/\(name)"] = table }
    site.settings = "language: \(language)\n"
    site.now = "2026-05-14"
    site.files["Content/plans/monthly.md"] =
      "---\ntitle: x\neach: member\npath: \"{month}\"\n---\n"
      + Self.subjects.map { "::chart{of=\($0)}\n" }.joined(separator: "\n")
    let page = try await site.generate()["plans/lin/2026-05.html"]
    return page.matches(of: #/<svg class="drawing".*?</svg>/#).map { String($0.output) }
  }

  /// The words of a picture, with the room they take.
  private func labels(_ svg: String) -> [Label] {
    let pattern =
      #/<text x="(-?\d+)" y="(-?\d+)" font-size="(\d+)"(?: text-anchor="(\w+)")?>([^<]*)</text>/#
    return svg.matches(of: pattern).compactMap { match in
      guard let x = Int(match.1), let y = Int(match.2), let size = Int(match.3) else { return nil }
      let anchor = match.4.flatMap { Label.Anchor(rawValue: String($0)) } ?? .start
      return Label(String(match.5), x: x, y: y, anchor: anchor, size: size)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64], ["zh-Hans", "en"])
  func `has words that lie on the canvas and touch no other`(seed: UInt64, language: String)
    async throws
  {
    let charts = try await charts(seed, language: language)
    #expect(charts.count >= 9)
    for svg in charts {
      let frame = try #require(svg.firstMatch(of: #/viewBox="0 0 (\d+) (\d+)"/#))
      let (width, height) = (Int(frame.1) ?? 0, Int(frame.2) ?? 0)
      let labels = labels(svg)
      #expect(!labels.isEmpty)
      for (number, label) in labels.enumerated() {
        let box = label.box
        #expect(
          box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height,
          "\(label) of \(svg.prefix(200))")
        for other in labels[(number + 1)...] {
          #expect(!box.overlaps(other.box), "\(label.text) and \(other.text)")
        }
      }
    }
  }

  /// Shapes are told apart by outline, filling and dashes: a stylesheet may print them all in black.
  @Test func `says by words and shapes alone what it shows`() async throws {
    for svg in try await charts(1, language: "zh-Hans") {
      #expect(!svg.contains("fill=") && !svg.contains("stroke=") && !svg.contains("style="))
      #expect(svg.contains("<title ") && svg.contains("<desc "))
    }
  }
}
