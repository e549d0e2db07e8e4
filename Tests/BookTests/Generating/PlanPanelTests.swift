import Book
import Diagnostics
import Foundation
import Testing

/// The panel of the sample's monthly plan, in which a salesperson tries other numbers.
@Suite struct `The panel of a plan` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardizedFileURL

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The panel as the sample writes it, and behind it what must hold of it.
  private static func panel(expecting claims: [String] = []) throws -> String {
    let page = try text("Content/plans/monthly.md")
    let start = try #require(page.firstRange(of: "## 换个数试试"))
    let end = try #require(page.firstRange(of: ":::\n\n## 图上看"))
    let panel = String(page[start.lowerBound..<end.lowerBound])
    return panel + "\n```calc hidden\n"
      + claims.map { "expect \($0)\n" }.joined() + "```\n"
  }

  /// What the panel says before anything is typed is what the plan says.
  private static let agreement = [
    "要成交 = plan.customers", "要成交 = plan.need_deal", "要出方案 = plan.need_proposal",
    "要拜访 = plan.need_visit", "要接触 = plan.need_contact", "要接触 = plan.contacts",
    "需要小时 = plan.hours", "能用小时 = plan.available", "新客户缺口 = goal.gap",
    "老客户用时 = plan.hours - 新客户小时",
  ]

  @Test func `begins with the worked example's own numbers, stage by stage`() async throws {
    let expected =
      Self.agreement + ["要接触 = 160 家", "要拜访 = 64 家", "要出方案 = 24 家", "要成交 = 8 家"]
    let site = try await MemorySite.plan(try Self.panel(expecting: expected)).generate()
    #expect(site.problems == [])
    let page = site["plans/lin/2026-05.html"]
    for field in ["目标", "单量", "续购量", "接触到拜访", "拜访到方案", "方案到成交", "能用小时", "开发量"] {
      #expect(page.contains("data-calc-input=\"\(field)\""), "\(field)")
    }
    #expect(page.contains("&quot;w&quot;:&quot;万元&quot;,&quot;lo&quot;:&quot;170000&quot;"))
  }

  @Test func `agrees with the workload of everybody in the sample`() async throws {
    var site = MemorySite.plan(try Self.panel(expecting: Self.agreement))
    for name in MemorySite.workedExample.keys { site.files["Content/data/\(name)"] = nil }
    let data = Self.root.appending(path: "Content/data")
    for name in try FileManager.default.contentsOfDirectory(atPath: data.path)
    where name.hasSuffix(".csv") || name.hasSuffix(".yaml") {
      site.files["Content/data/\(name)"] = try Self.text("Content/data/\(name)")
    }
    site.settings = try Self.text("salesbook.yaml")
    (site.month, site.now) = ("2026-12", "2026-11-23")
    let made = try await site.generate()
    #expect(made.problems.filter { $0.hasPrefix("formula") } == [])
    let pages = made.pages.filter {
      $0.key.hasPrefix("plans/") && $0.key.hasSuffix("2026-12.html")
    }
    #expect(pages.count == 8)
    #expect(pages.values.allSatisfy { !$0.contains("还没有数据") })
  }

  @Test func `would not agree if it pushed in one step`() async throws {
    let panel = try Self.panel(expecting: [
      "要接触 = ROUNDUP(要成交 / history.conversion, 0)", "要接触 = plan.contacts + 1 家",
    ])
    let site = try await MemorySite.plan(panel).generate()
    #expect(site.problems == ["formula.expectation"])
  }

  @Test(arguments: [["rates.csv"], ["factors.csv"], ["rates.csv", "factors.csv"], ["goals.yaml"]])
  func `is left open where the data say nothing yet`(missing: [String]) async throws {
    var site = MemorySite.plan(try Self.panel(expecting: Self.agreement))
    for name in missing { site.files["Content/data/\(name)"] = nil }
    let made = try await site.generate()
    #expect(made.report.diagnostics.filter { $0.severity == .error }.isEmpty)
    let page = made["plans/lin/2026-05.html"]
    #expect(page.contains("data-calc-input=\"单量\"") && page.contains("还没有数据"))
    #expect(page.contains("&quot;f&quot;:&quot;missing&quot;") && !page.contains("⚠"))
    // The time there is needs no history.
    #expect(page.contains("能用多少小时&quot;,&quot;v&quot;:&quot;"))
  }

  @Test func `follows the stages of the settings' own funnel`() async throws {
    var site = MemorySite.plan(
      """
      ```calc
      首访 = ? plan.rate_stage_1 in 1%..100%
      家数 = plan.need_stage_1 × 首访 + plan.need_deal
      每家 = plan.hours_each_stage_1 + plan.hours_each_deal
      ```
      """)
    site.settings = "funnel: [首访, deal]\nhours: {首访: 1.5}\n"
    site.files["Content/data/rates.csv"] = "from,to,successes,trials\n首访,deal,1,4\n"
    let made = try await site.generate()
    #expect(made.problems == [])
    let page = made["plans/lin/2026-05.html"]
    #expect(page.contains("<mn>3.5</mn>") && page.contains("<mn>16</mn>"))
  }
}
