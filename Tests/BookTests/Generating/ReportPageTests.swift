import Book
import Diagnostics
import Testing

/// The page that says what became of every row, and who gets it.
@Suite struct `The report of the import` {
  private static let name = "import-report.html"

  /// The worked example with a customer who stands in the table twice, a blank row and a column of
  /// its own.
  private static func site(members: Int = 1, settings: String = "") -> MemorySite {
    var site = MemorySite.plan()
    site.settings = settings
    site.files["Content/index.md"] = "# 课程\n"
    site.files["Content/data/customers.csv"] = """
      编号,客户名称,M,A,N,预计成交日期,value_hint,来源,owner
      c1,云杉公司,5,4,5,20/5/2026,1万,展会,lin
      ,,,,,,,,
      c1,云杉公司,,,,,,,lin

      """
    if members == 2 {
      site.files["Content/data/team.csv"] =
        "member,name,hours_per_day,selling_share\nlin,林,8,0.5\nhe,何,8,0.5\n"
    }
    return site
  }

  @Test func `stands beside the page of all trees and with the only member`() async throws {
    let result = try await Self.site().generate()
    #expect(!result.report.diagnostics.hasErrors, "\(result.problems)")
    let holders = result.pages.keys.filter { $0.hasSuffix(Self.name) }.sorted()
    #expect(holders == [Self.name, "plans/lin/\(Self.name)"])
    #expect(result["index.html"].contains("href=\"\(Self.name)\""))
    #expect(result["plans/lin/2026-05.html"].contains("href=\"\(Self.name)\""))
    #expect(result["plans/lin/\(Self.name)"].contains("href=\"assets/site.css\""))
  }

  @Test func `tells every row, column, date and sum`() async throws {
    let page = try await Self.site().generate()[Self.name]
    for text in [
      "<b>3</b> 行读入 = <b>1</b> 行保留 + <b>2</b> 行略去",
      "<tr><th scope=\"row\">3</th><td>空行</td></tr>",
      "<tr><th scope=\"row\">4</th><td>“c1”也在第 2 行，两行已合并</td></tr>",
      "<tr><th scope=\"row\">来源</th><td>未识别，原样保留</td><td class=\"n\">0</td></tr>",
      "<tr><th scope=\"row\">客户名称</th><td><code>name</code></td><td class=\"n\">0.95</td></tr>",
      "<td>dmy</td><td>第 2 行不可能是 ymd，第 2 行不可能是 mdy</td>",
      "<th scope=\"row\"><code>value_hint</code></th><td class=\"n\">¥10,000</td>",
      "<h2>目标 <code>goals</code></h2>",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func `speaks the workspace's language`() async throws {
    let page = try await Self.site(settings: "language: en\n").generate()[Self.name]
    #expect(page.contains("<b>3</b> rows read = <b>1</b> kept + <b>2</b> left out"))
    #expect(page.contains("<td>a blank row</td>"))
    for word in ["行", "空行", "保留", "未识别"] { #expect(!page.contains(word)) }
  }

  @Test func `is in no folder that people without a right to all rows are handed`() async throws {
    let result = try await Self.site(members: 2).generate()
    #expect(!result.report.diagnostics.hasErrors, "\(result.problems)")
    #expect(result.pages.keys.filter { $0.hasSuffix(Self.name) } == [Self.name])
    for (path, page) in result.pages where path.contains("/") {
      #expect(!page.contains(Self.name) && !page.contains("来源"), "\(path)")
    }
  }

  @Test func `is in a tree for managers`() async throws {
    let trees = "trees: {plans: {audience: self}, chiefs: {audience: manager}}\n"
    let result = try await Self.site(members: 2, settings: trees).generate()
    #expect(
      result.pages.keys.filter { $0.hasSuffix(Self.name) }.sorted() == [
        "chiefs/\(Self.name)", Self.name,
      ])
  }

  @Test func `is absent where there are no tables`() async throws {
    let result = try await MemorySite.page("# 课程\n").generate()
    #expect(!result.pages.keys.contains { $0.hasSuffix(Self.name) })
    #expect(!result["index.html"].contains(Self.name))
  }
}
