import Foundation
import Testing

/// One cell of a table is changed, and everything that is computed from it follows.
@Suite struct ChangedCellTests {
  /// What a reader reads under one heading of a page, tags left out.
  private func text(of page: String, under heading: String) throws -> String {
    let section = try #require(
      page.split(separator: "<h2 ").first { $0.hasPrefix("id=\"\(heading)\"") })
    return section.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private func plan(_ site: Site) throws -> String {
    let run = try site.run("build --now 2026-12-01")
    try #require(run.exit == 0, "\(run.stderr)")
    let page = try #require(try site.output()["plans/me/2026-12.html"])
    return String(decoding: page, as: UTF8.self)
  }

  // By hand, with A 4, B 2 and C 1 visits a month: K1 is A while M is 5, and B when M is 1, since
  // two of the three letters are left. A, B, C are 1, 4, 2 customers at first and 0, 5, 2 then:
  // 4 + 8 + 2 = 14 visits, then 10 + 2 = 12.
  @Test func `class, workload and calendar follow the cell of one customer`() throws {
    let site = try Site(kind: "plan", language: "zh-Hans", now: "2026-12-01")
    let before = try plan(site)
    try site.edit("Content/data/customers.csv") { text in
      text = text.replacing("K1,云杉示例酒店有限公司,5,", with: "K1,云杉示例酒店有限公司,1,")
    }
    let after = try plan(site)

    let classes = try [before, after].map { try text(of: $0, under: "先找谁") }
    #expect(classes[0].contains("K1 有 有 有 12月31日 A：M=5"))
    #expect(classes[1].contains("K1 无 有 有 12月31日 B：缺 M"))

    let workload = try [before, after].map { try text(of: $0, under: "要做多少") }
    #expect(workload[0].contains("A 客户拜访 4 ") && workload[0].contains("B 客户拜访 8 "))
    #expect(!workload[1].contains("A 客户拜访 ") && workload[1].contains("B 客户拜访 10 "))

    let calendar = try [before, after].map { try text(of: $0, under: "哪天做") }
    #expect(calendar[0].contains("拜访 14 ") && calendar[1].contains("拜访 12 "))
    #expect(calendar[0].split(separator: "A 云杉示例酒店有限公司").count - 1 == 4)
    #expect(calendar[1].split(separator: "B 云杉示例酒店有限公司").count - 1 == 2)
    #expect(!calendar[1].contains("A 云杉示例酒店有限公司"))
  }
}
