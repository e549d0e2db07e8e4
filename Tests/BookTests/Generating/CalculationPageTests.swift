import Book
import Diagnostics
import Testing

@Suite struct `A page computes` {
  private func page(_ text: String, settings: String = "") async throws -> MemorySite.Result {
    var site = MemorySite.page(text)
    site.settings = settings
    return try await site.generate()
  }

  @Test func `a calculation, shown step by step, and numbers in sentences`() async throws {
    let site = try await page(
      """
      ```calc
      目标 = 35 万元  # 本月目标
      单量 = 525000 元 / 15 单
      ```

      要成交 `= 目标 / 单量`，首付 `= 目标 × 30%`。
      """)
    #expect(site.problems == [])
    let html = site["participant/index.html"]
    #expect(html.contains("<span class=\"calc-label\">本月目标</span>"))
    #expect(html.contains("aria-label=\"52.5 万元 ÷ 15 单\""))
    #expect(html.contains("要成交 10 单，首付 10.5 万元。"))
    #expect(html.contains("assets/calc.css") && !html.contains("assets/calc.js"))
  }

  @Test func `by the page's language`() async throws {
    let site = try await page("---\nlang: en\n---\nReach `= 35 万元 / 3` each.")
    #expect(site["participant/index.html"].contains("Reach ≈ 116,666.67 yuan each."))
  }

  @Test func `with the values of the settings and of its head`() async throws {
    let site = try await page(
      "---\nvalues: {单价: 3.5 万元}\n---\n共`= 单价 × (1 + 税率)`。",
      settings: "values: {税率: 6%}\n")
    #expect(site.problems == [])
    #expect(site["participant/index.html"].contains("共3.71 万元。"))
  }

  @Test func `in exercises and examples with names of their own, and the page's`() async throws {
    let site = try await page(
      """
      ```calc
      单量 = 35000 元/单
      ```
      :::worked
      ```calc
      单数 = 70000 元 / 单量
      ```
      共`= 单数`。
      :::
      :::worked
      ```calc
      单数 = 105000 元 / 单量
      ```
      共`= 单数`。
      :::
      """)
    #expect(site.problems == [])
    let html = site["participant/index.html"]
    #expect(html.contains("共2 单。") && html.contains("共3 单。"))
  }

  private static let exercise = """
    :::exercise[算一算]
    ```calc
    目标 = ? 28 万元 in 10..50
    客户 = ROUNDUP(目标 / 40000 元/家, 0)  # 要成交几家
    expect 客户 = 7 家
    ```
    须成交 `= 客户`，合 `= 客户 × 2`。
    :::
    """

  @Test func `what an exercise leaves blank in no byte of the participant's page`() async throws {
    let site = try await page(Self.exercise)
    #expect(site.problems == [])
    let participant = site["participant/index.html"]
    for secret in ["7 家", "14 家", "40,000", "40000", "ROUNDUP", "向上取整", "data-calc"] {
      #expect(!participant.contains(secret) || secret == "data-calc", "\(secret)")
    }
    #expect(participant.contains("calc-blank") && participant.contains("要成交几家"))
    #expect(!participant.contains("data-calc=") && !participant.contains("calc.js"))
    let facilitator = site["facilitator/index.html"]
    #expect(facilitator.contains("calc-step-answer") && facilitator.contains("7 家"))
    #expect(facilitator.contains("14 家") && facilitator.contains("data-calc="))
  }

  @Test func `an exercise whole, and a calculation of the page blank, where the fence says so`()
    async throws
  {
    let site = try await page(
      """
      :::exercise
      ```calc shown
      甲 = 6 家 × 7
      ```
      :::
      ```calc blank
      乙 = 8 家 × 9
      ```
      ```calc hidden
      丙 = 4 家 × 5
      ```
      共`= 丙`
      """)
    #expect(site.problems == [])
    let html = site["participant/index.html"]
    #expect(html.contains("42 家") && !html.contains("72 家"))
    #expect(html.contains("共20 家") && !html.contains(">丙<"))
    #expect(site["facilitator/index.html"].contains("72 家"))
  }

  private static let faded = """
    :::worked[倒推]{fade=backward n=3 seed=5}
    ```calc
    目标 = ? 35 万元 in 20..50 step 5
    每单 = ? 35000 元/单 in 20000..50000 step 5000
    单数 = 目标 / 每单
    开发 = 单数 × 20 家/单
    always 单数 whole
    ```
    :::
    """

  @Test func `a faded example as several, each with more blanks and numbers of its own`()
    async throws
  {
    let site = try await page(Self.faded)
    #expect(site.problems == [])
    let html = site["participant/index.html"]
    let parts = html.components(between: "class=\"calc variant\"")
    #expect(parts.count == 4)
    #expect(
      parts.map { $0.components(between: "calc-step-blank").count - 1 } == [0, 1, 2, 2])
    #expect(Set(parts).count == 4)
    let answers = site["facilitator/index.html"]
    #expect(!answers.contains("calc-step-blank"))
    #expect(answers.components(between: "calc-step-answer").count - 1 == 5)
    #expect(try await page(Self.faded)["participant/index.html"] == html)
  }

  @Test func `nothing of a name that is blank around a faded example`() async throws {
    let text = """
      ```calc blank
      秘密 = 91 家 × 73
      ```

      """ + Self.faded.replacing("20 家/单", with: "20 家/单 + 秘密")
    let site = try await page(text)
    #expect(site.problems == [])
    let html = site["participant/index.html"]
    #expect(!html.contains("6643") && !html.contains("6,643"))
    #expect(site["facilitator/index.html"].contains("6,643"))
  }

  @Test func `a comment that tells what a blank hides, with a warning for the author`()
    async throws
  {
    let text = Self.exercise.replacing("# 要成交几家", with: "# 要成交 7 家")
    let found = try await page(text).report.diagnostics
    #expect(found.map(\.id) == ["formula.label-answer"])
    #expect(found.map(\.place.line) == [4] && found.map(\.severity) == [.warning])
    #expect(try await page(text.replacing("```calc", with: "```calc shown")).problems == [])
  }

  @Test func `live, with the folder it stands in as the place where entries are kept`()
    async throws
  {
    let site = try await page(
      """
      ---
      title: 手册
      ---
      ```calc
      目标 = ? 35 万元 in 20..50
      单数 = 目标 / 35000 元/单
      ```
      共`= 单数`
      """)
    let html = site["participant/index.html"]
    #expect(html.contains("data-calc-input=\"目标\"") && html.contains("data-calc-value=\"单数\""))
    #expect(html.contains("data-calc-tools") && html.contains("assets/calc.js"))
    #expect(html.contains("&quot;workbook&quot;:&quot;手册&quot;"))
    #expect(html.contains("&quot;edition&quot;:&quot;participant&quot;"))
    #expect(html.contains("<output aria-live=\"off\" data-calc-value=\"= 2\">10 单</output>"))
  }

  @Test func `from its person's plan`() async throws {
    let site = try await MemorySite.plan(
      """
      缺口`= goal.gap`，每天`= ROUNDUP(plan.contacts / plan.workdays, 1)`。

      A类`= COUNTIF(customers.class, "A")`家，转化率`= history.conversion`。
      """
    ).generate()
    #expect(site.problems == [])
    let html = site["plans/lin/2026-05.html"]
    #expect(html.contains("缺口35 万元，每天8.5 家/天。"))
    #expect(html.contains("A类1家，转化率5%。"))
  }

  @Test func `from the plan of an example that its head names`() async throws {
    var site = MemorySite.page("---\ndata: may\n---\n目标`= goal.amount`")
    for (name, table) in MemorySite.workedExample {
      site.files["Content/data/examples/may/\(name)"] = table
    }
    let result = try await site.generate()
    #expect(result.problems == [])
    #expect(result["participant/index.html"].contains("目标35 万元"))
  }

  @Test(arguments: [
    ("```calc\na = b\n```", "formula.unknown-name", 2, 5),
    ("一\n\n```calc\na = 1 元 + 1 家\n```", "formula.units", 4, 9),
    ("- 项\n\n  ```calc\n  a = b\n  ```", "formula.unknown-name", 4, 7),
    ("共`= 1 + * 2`", "formula.unexpected", 1, 9),
    ("```calc\na = 12\nexpect a = 13\n```", "formula.expectation", 3, 1),
    ("```calc vague\na = 12\n```", "calc.mode", 1, 1),
    (":::worked{fade=backward}\n```calc\na = ? 1\nb = a + 1\n```\n:::", "formula.no-range", 1, 1),
    (":::worked{n=2}\n一\n:::", "block.missing-option", 1, 1),
    ("---\nvalues: {and: 1}\n---\n", "values.name", 2, 10),
    ("---\nvalues: {a: [1]}\n---\n", "values.text", 2, 13),
    ("目标`= goal.amount`", "view.no-data", 1, 6),
    (
      ":::solution\n```calc\n答案 = 42\n```\n:::\n\n共`= 答案`", "formula.hidden-name", 7, 5
    ),
    (
      ":::exercise\n```calc\n甲 = 4\n```\n:::\n\n共`= 甲`", "formula.hidden-name", 7, 5
    ),
    ("```calc\na = b\nb = a\n```\n\n共`= a`", "formula.cycle", 2, 1),
  ])
  func `nothing that is wrong, and says where`(text: String, id: String, line: Int, column: Int)
    async throws
  {
    let site = try await page(text)
    let found = site.report.diagnostics.filter { $0.id == id }
    #expect(found.map(\.place.line) == [line], "\(site.report.diagnostics)")
    #expect(found.map(\.place.column) == [column])
    #expect(site.report.diagnostics.contains { $0.severity == .error })
  }

  @Test func `no name twice, whoever defines it`() async throws {
    let site = try await page("---\nvalues: {税率: 5%}\n---\n`= 税率`", settings: "values: {税率: 6%}\n")
    #expect(site.problems == ["values.twice"])
  }

  @Test func `nothing about customers for everybody`() async throws {
    var site = MemorySite.plan()
    site.files["Content/index.md"] = "`= SUM(customers.expected)`"
    let result = try await site.generate()
    #expect(result.problems.contains("view.audience"))
  }
}

extension String {
  /// The parts between the places where a mark stands.
  fileprivate func components(between mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
