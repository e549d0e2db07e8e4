import Diagnostics
import Foundation
import Testing

@testable import Book

/// Blocks to read and to write in, each printed by the built-in theme as `Templates/README.md` says.
@Suite struct `A block of text or to write in` {
  /// A block's source, and all that the page's content is with it alone.
  struct Example: CustomTestStringConvertible, Sendable {
    let source: String
    let printed: String
    var testDescription: String { source.split(separator: "\n").first.map(String.init) ?? "" }
  }

  private static let examples = [
    Example(source: "::box", printed: "<div class=\"box mm-40\" data-fill=\"box-1\"></div>"),
    Example(
      source: "::box[画一画]{#sketch height=12.5}",
      printed: "<div class=\"box mm-12_5\" data-fill=\"sketch\" id=\"sketch\"><p>画一画</p></div>"),
    Example(
      source: ":::only{#o edition=participant}\n给学员。\n:::\n\n:::only{edition=facilitator}\n讲师\n:::",
      printed: "<div class=\"only\" id=\"o\">\n<p>给学员。</p>\n</div>"),
    Example(source: "::pagebreak", printed: "<hr class=\"pagebreak\">"),
    Example(
      source: "::checklist{items=\"带名片,报价单\"}",
      printed: """
        <div class="checklist" data-fill="checklist-1">
        <ul>
        <li><span class="tick"></span>带名片</li>
        <li><span class="tick"></span>报价单</li>
        </ul>
        </div>
        """),
    Example(
      source: ":::hint\n先看N。\n:::",
      printed: """
        <details class="block hint">
        <summary>提示</summary>
        <p>先看N。</p>
        </details>
        """),
    Example(
      source: ":::hint[别急]{#h1}\n先看N。\n:::",
      printed: """
        <details class="block hint" id="h1">
        <summary>别急</summary>
        <p>先看N。</p>
        </details>
        """),
    Example(
      source: ":::key\n目标在前。\n:::",
      printed: """
        <div class="block key">
        <p class="tag">要点</p>
        <p>目标在前。</p>
        </div>
        """),
    Example(
      source: ":::discussion[为什么？]{#why time=12}\n说一说。\n:::",
      printed: """
        <section class="block discussion" id="why">
        <header>
        <p class="facts"><b class="tag">研讨 1</b> <span>12 分钟</span></p>
        <h2>为什么？</h2>
        </header>
        <p>说一说。</p>
        </section>
        """),
    Example(
      source: ":::objectives\n:::",
      printed: """
        <div class="block objectives">
        <p class="tag">学习目标</p>
        <ol>
        <li id="objective-o1">说得出 A &amp; B</li>
        <li id="objective-o2">算得出缺口</li>
        </ol>
        </div>
        """),
  ]

  private func content(_ source: String) async throws -> String {
    let head = "---\ntitle: 页\nobjectives:\n  o1: 说得出 A & B\n  o2: 算得出缺口\n---\n"
    var site = MemorySite.page(head + source + "\n")
    site.settings = "gates: {objectives: off}\n"
    let made = try await site.generate()
    #expect(made.problems == [])
    let page = made["participant/index.html"]
    let opening = try #require(page.firstRange(of: "<div class=\"content\"")).upperBound
    let start = try #require(page[opening...].firstRange(of: ">\n")).upperBound
    let tools = page[start...].firstRange(of: "<div class=\"fill-tools\"")?.lowerBound
    let end = try #require(tools ?? page[start...].firstRange(of: "\n</main>")?.lowerBound)
    let rest = page[start..<end]
    let close = try #require(rest.ranges(of: "</div>").last).lowerBound
    return rest[..<close].split(separator: "\n").joined(separator: "\n")
  }

  @Test(arguments: examples)
  func `prints its fields and nothing else`(example: Example) async throws {
    #expect(try await content(example.source) == example.printed)
  }

  // Squares of 5 mm, over 160 mm: 33 upright lines. 12 mm are nearest to two squares.
  @Test func `grid rounds its height to whole squares`() async throws {
    let upright = (0...32).map { "<line x1=\"\($0 * 5)\" x2=\"\($0 * 5)\" y2=\"10\"/>" }
    let level = ["0", "5", "10"].map { "<line y1=\"\($0)\" y2=\"\($0)\" x2=\"160\"/>" }
    #expect(
      try await content("::grid{height=12}")
        == "<svg class=\"grid\" viewBox=\"0 0 160 10\" width=\"160mm\" height=\"10mm\""
        + " aria-hidden=\"true\">\(upright.joined())\(level.joined())</svg>")
    #expect(try await content("::grid").contains("viewBox=\"0 0 160 60\""))
  }

  @Test func `checklist takes a task list, ticked where it says so`() async throws {
    let printed = try await content(":::checklist[出门前]\n- [ ] 名片\n- [x] 报价单\n:::")
    #expect(
      printed.hasPrefix(
        "<div class=\"checklist\" data-fill=\"checklist-1\">\n<p class=\"tag\">出门前</p>\n"))
    let boxes = printed.matches(of: /<input type="checkbox"([^>]*)>/)
    #expect(boxes.map { $0.output.1.contains("checked") } == [false, true])
    let (card, offer) = (printed.firstRange(of: "名片"), printed.firstRange(of: "报价单"))
    #expect(try #require(card).lowerBound < #require(offer).lowerBound)
  }

  @Test func `has its fields in the list for those who write templates`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Templates/README.md").standardizedFileURL
    let guide = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let headed = guide.filter { $0.hasPrefix("| `") || $0.hasPrefix("### `") }
      .map { $0.split(separator: " | ")[0] }
    for name in BlockKinds.names {
      #expect(headed.contains { $0.contains("`\(name)`") }, "\(name)")
    }
  }

  @Test func `discussions are counted on their page`() async throws {
    let printed = try await content(":::discussion\n甲\n:::\n\n:::discussion\n乙\n:::")
    #expect(printed.matches(of: /研讨 (\d)/).map(\.output.1) == ["1", "2"])
  }

  @Test(arguments: [
    "::box{height=9}", "::grid{height=241}", "::checklist{item=\"名片\"}", "::pagebreak{n=2}",
    ":::discussion{time=0}\n:::", ":::hint{time=5}\n:::", ":::key{kind=tip}\n:::",
    ":::objectives{n=1}\n:::",
  ])
  func `a wrong option is an error at its place`(source: String) async throws {
    let found = try await MemorySite.page("一\n\n\(source)\n").generate().report.diagnostics
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.severity == .error && $0.place.line == 3 })
  }
}
