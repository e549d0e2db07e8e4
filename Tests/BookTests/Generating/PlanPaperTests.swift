import Book
import Diagnostics
import Foundation
import Testing

/// The worked example's plan of May 2026, from Wednesday 6 May on: 19 working days in the weeks of 6,
/// 11, 18 and 25 May.
@Suite struct `A plan to carry` {
  private func page(
    _ text: String, settings: String = "", _ tables: [String: String] = [:]
  ) async throws -> String {
    var site = MemorySite.plan(text + "\n")
    site.settings = settings
    for (name, table) in tables { site.files["Content/data/\(name)"] = table }
    let made = try await site.generate()
    #expect(made.problems == [])
    return made["plans/lin/2026-05.html"]
  }

  private let phones = [
    // One customer's work, which leaves room for a visit to B.
    "goals.yaml": MemorySite.workedExample["goals.yaml", default: ""]
      .replacing("350000", with: "43750"),
    "customers.csv":
      "customer_id,name,M,A,N,close_date,phone,address\nc1,云杉公司,5,4,5,2026-05-20,021-0000 0001,示例路1号\nc2,白桦公司,5,,5,,,\n",
    "contacts.csv": "customer,contact_name,role,phone\nc2,王某,decision,+86 138 0000 0002\n",
  ]

  @Test(arguments: ["::summary", "::customers", "::daysheet", "::customers{compact=\"A,B\"}"])
  func `has numbers to tap and addresses that lead to a map`(text: String) async throws {
    let page = try await page(text, phones)
    #expect(page.contains("<a href=\"tel:02100000001\">021-0000 0001</a>"))
    #expect(page.contains("keyword=%E7%A4%BA%E4%BE%8B%E8%B7%AF1%E5%8F%B7\""))
    #expect(page.contains("<span>王某</span> <a href=\"tel:+8613800000002\">"))
  }

  @Test func `has none where the settings show them to nobody`() async throws {
    let page = try await page("::summary\n\n::customers", settings: "contact_details: []\n", phones)
    #expect(page.contains("云杉公司"))
    for secret in ["tel:", "0001", "示例路", "王某"] { #expect(!page.contains(secret), "\(secret)") }
  }

  @Test(arguments: [
    ("", 19, 4), ("sheets: {days: none, weeks: none}", 0, 0), ("sheets: {days: first}", 1, 4),
    ("sheets: {days: week, weeks: first}", 4, 1),
  ])
  func `has the day and week sheets that the settings ask for`(
    settings: String, days: Int, weeks: Int
  ) async throws {
    let page = try await page("::weeksheet\n\n::daysheet", settings: settings + "\n")
    #expect(page.matches(of: /class="daysheet/).count == days)
    #expect(page.matches(of: /class="weeksheet/).count == weeks)
  }

  /// 19 days: one customer's work is a contact or two a day, eight customers' is eight and more.
  @Test(arguments: [("43750", "", 9, 1), ("350000", "", 0, 19), ("43750", "{rows=8}", 0, 19)])
  func `puts two days with little on them on a sheet`(
    goal: String, options: String, pairs: Int, whole: Int
  ) async throws {
    let goals = MemorySite.workedExample["goals.yaml", default: ""]
    let page = try await page(
      "::daysheet\(options)", ["goals.yaml": goals.replacing("350000", with: goal)])
    #expect(page.matches(of: /class="daysheet half upper/).count == pairs)
    #expect(page.matches(of: /class="daysheet half lower/).count == pairs)
    #expect(page.matches(of: /class="daysheet(?: paper)?"/).count == whole)
  }

  @Test func `asks for all its work on its days, and marks those over the hours`() async throws {
    let page = try await page("::calendar\n\n::workload")
    // 40 + 128 + 72 + 16 hours of new customers, and the visits to A and B that found a day.
    let loads = page.matches(of: /class="load">([\d.]+) \/ 4/).compactMap { Double($0.1) }
    #expect(loads.count == 19)
    let total = try #require(page.firstMatch(of: /工时 ([\d.]+)<\/span>/).flatMap { Double($0.1) })
    #expect(abs(loads.reduce(0, +) - total) < 0.001)
    #expect(total >= 256)
    let over = loads.count { $0 > 4 }
    #expect(page.contains("<span class=\"flag\">\(over) 天超过可用工时</span>"))
    #expect(page.matches(of: #/ over"/#).count == over)
    // The stages in the head of the calendar are those of the workload.
    for stage in ["首次接触 160", "拜访 64", "方案/报价 24", "成交 8"] {
      #expect(page.contains("<span>\(stage)</span>"), "\(stage)")
    }
  }

  @Test func `sets what was done beside what is planned, week by week`() async throws {
    var site = MemorySite.plan("::workload\n")
    site.now = "2026-05-20"
    site.files["Content/data/activities.csv"] =
      "customer,date,type\nc1,2026-05-07,contact\nc1,2026-05-12,visit\nc1,2026-05-13,visit\n"
    site.files["Content/data/orders.csv"] = "order_id,customer,date,amount\no1,c1,2026-05-14,9000\n"
    let made = try await site.generate()
    let page = made["plans/lin/2026-05.html"]
    // The week of the 4th and that of the 11th are over, that of the 18th has begun.
    let actual = page.matches(of: /class="n made" data-name="实际">(\d*)</).map { String($0.1) }
    #expect(Array(actual.prefix(4)) == ["1", "0", "0", ""])
    #expect(page.contains(">9,000</td>"))
  }

  @Test func `lists what is owed, and how much of it is late`() async throws {
    let page = try await page(
      "::summary\n\n::collections",
      [
        "receivables.csv":
          "customer,amount,due\nc1,1200,2026-05-01\nc2,300,2026-05-20\nc2,50,2026-06-01\n"
      ])
    // 1 to 6 May is five days; June is another month's.
    #expect(page.contains("逾期 1 · ¥1,200<"))
    #expect(page.contains("合计 · 2</th><td class=\"n\" data-name=\"金额\">¥1,500<"))
    #expect(page.contains("逾期天数 5"))
    #expect(try await self.page("::collections").contains("没有应收的款"))
  }

  @Test(arguments: [
    ("::weeksheet{weeks=9}", "block.wrong-option"),
    ("::collections{limit=0}", "block.wrong-option"),
    ("::collections{of=x}", "block.unknown-option"),
  ])
  func `refuses options that mean nothing`(text: String, id: String) async throws {
    #expect(try await MemorySite.plan(text + "\n").generate().problems.contains(id))
  }

  @Test(arguments: ["sheets: {days: some}", "sheets: {day: all}", "contact_details: team"])
  func `refuses settings that mean nothing`(settings: String) async throws {
    var site = MemorySite.plan("::summary\n")
    site.settings = settings + "\n"
    #expect(try await site.generate().report.diagnostics.contains { $0.severity == .error })
  }
}
