import Book
import Diagnostics
import Testing

@Suite struct `The views of what a plan leads to` {
  private func page(_ text: String, orders: [(String, Int)] = []) async throws -> String {
    var site = MemorySite.plan(text)
    if !orders.isEmpty {
      site.files["Content/data/orders.csv"] =
        "customer_id,date,amount\n"
        + orders.map { "\($0.0),2026-04-01,\($0.1)\n" }.joined()
      site.files["Content/data/customers.csv"] =
        "customer_id,name\n"
        + Set(orders.map(\.0)).sorted().map { "\($0),客户\($0)\n" }.joined()
    }
    let made = try await site.generate()
    #expect(made.problems == [])
    return made["plans/lin/2026-05.html"]
  }

  private static let revenues = [300, 200, 200, 120, 80, 50, 30, 20, 10, 5, 0, -15]

  @Test func `show what is expected by the period's end, and why no chance is said`() async throws {
    let page = try await page("::forecast\n")
    #expect(page.contains("class=\"view forecast\"") && page.contains("预计做到，截至 5月31日"))
    // Nothing is on record: what is sold no table tells, and of four parts and their sum nothing can be told.
    #expect(page.components("<td class=\"n\">¥0</td>", in: "expected") == 0)
    #expect(page.components("<td class=\"n\">—</td>", in: "expected") == 6)
    #expect(page.contains("达成目标的把握，截至 5月31日") && !page.contains("<p class=\"figure\">"))
  }

  @Test func `say what ten percent more would bring in the end where the work stands`() async throws
  {
    let page = try await page("::workload\n")
    for factor in ["客户开发量 +10%", "转化效率 +10%", "单量 +10%", "续购量 +10%"] {
      #expect(page.contains(factor))
    }
    #expect(page.contains("按公式倒推：补上缺口最终要做多少，不论哪天成交。 其中排得下的 40 家首次接触，截至 5月31日 预计带来 —。"))
  }

  @Test func `show how the forecast of the month before held, from its first day on`() async throws
  {
    var site = MemorySite.plan("::forecast\n")
    let april = "owner: lin, dimension: performance, metric: amount, target: 35000"
    site.files["Content/data/goals.yaml", default: ""] +=
      "- {id: h, \(april), start: 2026-04-01, end: 2026-04-30}\n"
    site.files["Content/data/orders.csv"] = "customer,date,amount\nc1,2026-04-09,34000\n"
    let made = try await site.generate()
    #expect(made.problems == [])
    let page = made["plans/lin/2026-05.html"]
    #expect(page.contains("2026-04 期初预测：目标 35,000"))
    #expect(page.contains("实际 34,000，未达成"))
    #expect(page.components("<td class=\"n\">¥", in: "past-quantiles") == 5)
  }

  @Test func `rank customers by revenue and say what the top fifth brings`() async throws {
    let orders = Self.revenues.enumerated().map { ("c\(10 + $0)", $1) }
    let page = try await page("::pareto{limit=4}\n", orders: orders)
    #expect(page.contains("<b>3 / 12</b>") && page.contains("<b>69%</b>"))
    #expect(page.contains("<b>4</b>") && page.contains("33.3%"))
    #expect(page.contains("57.1%"))
    #expect(page.contains("客户c10") && page.contains("客户c13") && !page.contains("客户c14"))
    #expect(page.contains("另有 8 家未列出"))
    #expect(page.contains("1 · ¥-15") || page.contains("1 · -¥15") || page.contains("1 · ¥−15"))
  }

  @Test func `draw the longest bar as wide as the column`() async throws {
    let orders = Self.revenues.enumerated().map { ("c\(10 + $0)", $1) }
    let page = try await page("::pareto{limit=2}\n", orders: orders)
    #expect(page.contains("width=\"100%\" height=\"7\"/>"))
    #expect(page.contains("width=\"66.67%\" height=\"7\"/>"))
  }

  @Test func `set the share of time beside the share of revenue`() async throws {
    var site = MemorySite.plan("::pareto\n")
    site.files["Content/data/customers.csv"] = "customer_id,name\na,云杉\nb,白桦\n"
    site.files["Content/data/orders.csv"] =
      "customer_id,date,amount\na,2026-04-01,9000\nb,2026-04-01,1000\n"
    site.files["Content/data/activities.csv"] =
      "customer,date,type,hours\na,2026-04-02,visit,1\nb,2026-04-03,visit,3\n"
    let made = try await site.generate()
    #expect(made.problems == [])
    let page = made["plans/lin/2026-05.html"]
    #expect(
      page.components(
        "<td class=\"n\">90%</td><td class=\"n\">90%</td><td class=\"n\">25%</td>", in: "ranking")
        == 1)
    #expect(
      page.components(
        "<td class=\"n\">10%</td><td class=\"n\">100%</td><td class=\"n\">75%</td>", in: "ranking")
        == 1)
    // ½ (|90 − 25| + |10 − 75|) points of the time would have to move.
    #expect(page.contains("<dd>65%</dd>"))
  }

  @Test(arguments: ["::forecast\n", "::pareto\n"])
  func `stay empty where the data cannot say`(text: String) async throws {
    var site = MemorySite.plan(text)
    for table in ["rates.csv", "factors.csv", "goals.yaml"] {
      site.files["Content/data/\(table)"] = nil
    }
    let page = try await site.generate()["plans/lin/2026-05.html"]
    #expect(page.contains("class=\"view "))
    #expect(!page.contains("<table") || text == "::forecast\n")
  }
}

extension String {
  /// How often a text stands in the table of a class.
  fileprivate func components(_ text: String, in table: String) -> Int {
    guard let start = firstRange(of: "<table class=\"\(table)\"") else { return 0 }
    let rest = self[start.upperBound...]
    let end = rest.firstRange(of: "</table>")?.lowerBound ?? rest.endIndex
    return rest[..<end].ranges(of: text).count
  }
}
