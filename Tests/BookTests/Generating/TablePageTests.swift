import Book
import Diagnostics
import Foundation
import Phrases
import Testing

@Suite struct `A table is filled from data` {
  /// A salesperson with three customers; two of them bought.
  private func site(_ table: String, head: String = "") -> MemorySite {
    var site = MemorySite.plan(head + table + "\n")
    site.files["Content/data/customers.csv"] = """
      customer_id,name,M,A,N,close_date
      c1,云杉公司,5,4,5,2026-05-20
      c2,白桦公司,5,,5,
      c3,海棠公司,1,1,1,

      """
    site.files["Content/data/orders.csv"] = """
      customer,date,amount
      c1,2026-03-02,100000
      c2,2026-04-01,50000

      """
    return site
  }

  private func plan(_ table: String, head: String = "") async throws -> (
    html: String, MemorySite.Result
  ) {
    let result = try await site(table, head: head).generate()
    return (result["plans/lin/2026-05.html"], result)
  }

  @Test func `with fields and formulas, and shares that add up`() async throws {
    let (html, result) = try await plan(
      """
      ::table{fill=customers cols="客户=name, 成交额（元）=amount, 占比=amount / SUM(customers.amount) * 100%, 备注" where="amount > 0" sort="-amount" total}
      """)
    #expect(result.problems == [])
    #expect(
      html.contains(
        "<th scope=\"col\">客户</th><th scope=\"col\" class=\"n\">成交额（元）</th>"))
    let rows = html.components(between: "<tr").filter { $0.contains("公司") }
    #expect(rows.count == 2)
    #expect(
      rows[0].contains(
        "<th scope=\"row\">白桦公司</th><td class=\"n\">50,000</td><td class=\"n\">33.3%</td><td class=\"write\"></td>"
      )
    )
    #expect(rows[1].contains("<td class=\"n\">100,000</td><td class=\"n\">66.7%</td>"))
    #expect(
      html.contains(
        "<th scope=\"row\">合计</th><td class=\"n\">150,000</td><td class=\"n\">100.0%</td>"))
  }

  @Test func `with the scores and the note as they were entered`() async throws {
    var site = site(
      "::table{fill=customers cols=\"客户=name, M=M_score, A=A_score, N=N_score, 备注=note\"}")
    site.files["Content/data/customers.csv"] = """
      customer_id,name,M,A,N,note
      c1,云杉公司,5,,4.5,先问谁签字
      c2,海棠公司,是,否,1,

      """
    let html = try await site.generate()["plans/lin/2026-05.html"]
    #expect(
      html.contains(
        "云杉公司</th><td class=\"n\">5</td><td class=\"n\"></td><td class=\"n\">4.5</td><td class=\"short\">先问谁签字</td>"
      ))
    #expect(
      html.contains(
        "海棠公司</th><td class=\"n\"></td><td class=\"n\"></td><td class=\"n\">1.0</td><td class=\"short\"></td>"
      ))
  }

  @Test func `and no further than a limit, the others as one row`() async throws {
    let (html, _) = try await plan(
      "::table{fill=customers cols=\"客户=name, 成交额=amount\" where=\"amount > 0\" sort=amount limit=1 total}"
    )
    #expect(html.contains("云杉公司") && !html.contains("白桦公司"))
    #expect(html.contains("其余 1 行</th><td class=\"n\">5</td>"))
    #expect(
      html.contains("合计</th><td class=\"n\">15</td>")
        && html.contains("<span class=\"unit\">万元</span>"))
  }

  @Test func `by the names of the page and of its other columns`() async throws {
    let (html, result) = try await plan(
      "::table{fill=customers cols=\"客户=name, 提成=amount × 比例, 税后=提成 × 90%\" where=\"class = “D” or IFERROR(amount, 0) > 9万元\" total=\"税后\"}",
      head: "```calc hidden\n比例 = 5%\n```\n\n")
    #expect(result.problems == [])
    #expect(html.contains("云杉公司</th><td class=\"n\">5,000</td><td class=\"n\">4,500</td>"))
    #expect(html.contains("海棠公司</th><td class=\"n\"></td><td class=\"n\"></td>"))
    #expect(html.contains("合计</th><td class=\"n\"></td><td class=\"n\">4,500</td>"))
  }

  @Test
  func `from an example, blank for participants where a column asks, answered for the facilitator`()
    async throws
  {
    var site = MemorySite.page(
      "::table{fill=customers data=demo cols=\"客户=name, 类别=? class, 是A类吗=类别 = “A”, 依据\"}\n")
    for (name, table) in MemorySite.workedExample {
      site.files["Content/data/examples/demo/\(name)"] = table
    }
    let result = try await site.generate()
    #expect(result.problems == [])
    let participant = result["participant/index.html"]
    #expect(
      participant.contains(
        "云杉公司</th><td class=\"write\"></td><td class=\"write\"></td><td class=\"write\"></td>"))
    #expect(!participant.contains(">A<") && !participant.contains(">是<"))
    #expect(participant.contains("class=\"mm-10\""))
    #expect(
      result["facilitator/index.html"].contains(
        "云杉公司</th><td class=\"answer\">A</td><td class=\"answer\">是</td><td class=\"write\"></td>"))
  }

  @Test func `never with what an exercise leaves blank`() async throws {
    let text = """
      :::exercise
      ```calc
      比例 = 10% / 2
      ```
      ::table{fill=customers data=demo cols="客户=name, 数=1 × 比例"}
      :::

      """
    var site = MemorySite.page(text)
    for (name, table) in MemorySite.workedExample {
      site.files["Content/data/examples/demo/\(name)"] = table
    }
    let result = try await site.generate()
    #expect(result.problems == [])
    #expect(result["participant/index.html"].contains("云杉公司</th><td class=\"write\"></td>"))
    #expect(result["facilitator/index.html"].contains("云杉公司</th><td class=\"n\">0.05</td>"))
  }

  @Test func `of products and of deals`() async throws {
    var site = site(
      "::table{fill=products cols=\"产品=name, 可让=(list_price - floor_price) / list_price * 100%\"}\n\n::table{fill=deals cols=\"客户=name, 金额（元）=amount, 机会=probability\" total=\"金额（元）\"}"
    )
    site.files["Content/data/products.csv"] = "product,list_price,floor_price\n甲,1000,900\n乙,,\n"
    site.files["Content/data/deals.csv"] =
      "customer,amount,status,probability,created\nc1,20000,open,0.5,2026-04-01\n"
    let result = try await site.generate()
    let html = result["plans/lin/2026-05.html"]
    #expect(!result.report.diagnostics.hasErrors, "\(result.report.diagnostics)")
    #expect(
      html.contains("甲</th><td class=\"n\">10%</td>")
        && html.contains("乙</th><td class=\"n\"></td>"))
    #expect(html.contains("云杉公司</th><td class=\"n\">20,000</td><td class=\"n\">0.5</td>"))
    #expect(html.contains("合计</th><td class=\"n\">20,000</td><td class=\"n\"></td>"))
  }

  @Test func `with nothing for whom the data are not, and rows to write in instead`() async throws {
    var site = site("")
    site.files["Content/index.md"] =
      "---\naudience: [self, team, public]\n---\n::table{fill=customers cols=\"客户=name, 成交额=amount\" rows=3}\n"
    let result = try await site.generate()
    #expect(result.problems == [])
    for tree in ["participant", "facilitator", "team"] {
      let html = result["\(tree)/index.html"]
      #expect(
        html.contains("class=\"blank\"") && !html.contains("公司") && !html.contains("100,000"),
        "\(tree)")
      #expect(html.components(between: "<tr class=\"mm-10\">").count == 4)
    }
    #expect(result["plans/lin/index.html"].contains("云杉公司</th><td class=\"n\">10</td>"))
  }

  @Test func `in the words of the page's language`() async throws {
    let (html, result) = try await plan(
      "::table{fill=customers cols=\"客户=name, M=M, A=A, 还差=IF(A = “unknown”, “A”, “”)\"}")
    #expect(result.problems == [])
    #expect(
      html.contains(
        "云杉公司</th><td class=\"short\">有</td><td class=\"short\">有</td><td class=\"short\"></td>"))
    #expect(
      html.contains(
        "白桦公司</th><td class=\"short\">有</td><td class=\"short\">未知</td><td class=\"short\">A</td>"))
    #expect(
      html.contains(
        "海棠公司</th><td class=\"short\">无</td><td class=\"short\">无</td><td class=\"short\"></td>"))
  }

  @Test func `or says that no row meets the condition`() async throws {
    let (html, result) = try await plan(
      "::table{fill=customers cols=\"客户=name\" where=\"amount > 1亿元\" total}")
    #expect(result.problems == [])
    #expect(html.contains("<td colspan=\"1\">没有符合条件的行</td>") && !html.contains("合计"))
  }

  @Test func `and shows the fault of a cell, with a warning`() async throws {
    let (html, result) = try await plan(
      "::table{fill=customers cols=\"客户=name, 每次=amount / (amount - 5万元)\" where=\"amount > 0\" total}"
    )
    let found = try #require(result.report.diagnostics.first)
    #expect(result.problems == ["table.fault"] && found.severity == .warning)
    #expect(
      found.message.english.contains("每次") && found.message.english.contains("division by zero"))
    #expect(found.place.column == 49)
    #expect(html.contains("白桦公司</th><td class=\"n\">⚠ 除数为零</td>"))
    #expect(html.contains("合计</th><td class=\"n\">⚠ 除数为零</td>"))
  }

  private func reference() throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Documentation/formula.md").standardizedFileURL
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test func `as the reference page shows, with every field that it names`() async throws {
    let section = try #require(
      try reference().components(between: "### In the columns of a table\n").dropFirst().first
    ).components(between: "\n## ")[0]
    let example = try #require(section.split(separator: "\n").first { $0.hasPrefix("::table") })
    let (html, result) = try await plan(String(example))
    #expect(result.problems == [] && html.contains("云杉公司") && html.contains("合计"))
    let tables = section.components(between: "\n").filter { line in
      ["customers", "deals", "products"].contains { line.hasPrefix("| `\($0)` |") }
    }
    #expect(tables.count == 3)
    for table in tables {
      let words = table.components(between: "`")
      let names = stride(from: 3, to: words.count, by: 2).map { words[$0] }
        .filter { !["yes", "no", "unknown", "2026-05-20"].contains($0) }
      let columns = names.map { "\($0)列=\($0)" }.joined(separator: ", ")
      let (_, result) = try await plan("::table{fill=\(words[1]) cols=\"\(columns)\"}")
      #expect(result.problems == [] && names.count > 5, "\(table)")
    }
  }

  @Test(arguments: [
    ("::table{fill=customer cols=\"a=name\"}", "block.wrong-option", 9),
    ("::table{cols=\"a\" where=\"1 = 1\"}", "block.missing-option", 1),
    ("::table{fill=customers}", "block.missing-option", 1),
    ("::table{fill=customers cols=\"客户=nam\"}", "formula.unknown-name", 33),
    ("::table{fill=customers cols=\"甲=\\\"a\\\" & \\\"b\\\", 乙=nam\"}", "formula.unknown-name", 49),
    (
      "::table{fill=customers cols=\"客户=name, 占比=amount / SUM(customers.amont)\"}",
      "formula.unknown-name", 55
    ),
    ("::table{fill=customers cols=\"客户=name, =amount\"}", "table.column-title", 39),
    ("::table{fill=customers cols=\"客户=\"}", "formula.empty", 33),
    ("::table{fill=customers cols=\"甲=乙, 乙=甲\"}", "formula.cycle", 32),
    ("::table{fill=customers cols=\"额=amount\" total=\"颜\"}", "table.unknown-column", 47),
    ("::table{fill=customers cols=\"额=amount\" where=amount}", "formula.kind", 46),
    ("::table{fill=customers cols=\"额=amount\" sort=name}", "formula.kind", 45),
    ("::table{fill=customers cols=\"额=amount + 1 家\"}", "formula.units", 39),
  ])
  func `unless it is written wrongly, whoever sees it`(text: String, id: String, column: Int)
    async throws
  {
    let own = try await plan(text).1
    var everybody = MemorySite.page(text + "\n")
    everybody.trees = ["participant"]
    for result in [own, try await everybody.generate()] {
      let found = result.report.diagnostics.filter { $0.id == id }
      #expect(found.map(\.place.column) == [column], "\(result.report.diagnostics)")
    }
  }
}

extension String {
  fileprivate func components(between mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).map(String.init)
  }
}
