import Book
import Diagnostics
import Foundation
import Testing

/// Every page of made-up teams, read back as its readers read it: what stands twice is the same, and sums
/// are the sums of what stands above them.
@Suite struct `Numbers with a date` {
  private static let views =
    "::goal\n\n::customers\n\n::pareto\n\n::deals\n\n::formula\n\n::workload\n\n::forecast\n\n"
    + "::record\n\n::calendar\n\n::daysheet\n"

  private func generate(seed: UInt64) async throws -> (
    pages: [String: PrintedPage], team: PrintedPage
  ) {
    var team = SeededTeam(seed: seed)
    var site = MemorySite.plan(Self.views)
    for name in MemorySite.workedExample.keys where !["rates.csv", "factors.csv"].contains(name) {
      site.files["Content/data/\(name)"] = nil
    }
    for (name, text) in team.tables() { site.files["Content/data/\(name)"] = text }
    site.files["Content/team.md"] =
      "---\ntitle: 团队\neach: team\npath: \"{team}/{month}\"\naudience: [manager]\n---\n::team\n\n::record\n"
    site.settings = "trees: {plans: {audience: self}, team: {audience: manager}}\n"
    let made = try await site.generate()
    #expect(made.report.diagnostics.filter { $0.severity == .error } == [])
    let plans = made.pages.filter { $0.key.hasPrefix("plans/") && $0.key.hasSuffix("2026-05.html") }
    let sums = try #require(made.pages.first { $0.key.hasPrefix("team/east/") })
    return (
      Dictionary(uniqueKeysWithValues: plans.map { ($0.key, PrintedPage(html: $0.value)) }),
      PrintedPage(html: sums.value)
    )
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `agree on every page of a member, and rows add up`(seed: UInt64) async throws {
    let (pages, team) = try await generate(seed: seed)
    #expect(pages.count == 4)
    let members = try #require(team.tables("team-table").first)
    for (path, page) in pages {
      let bridge = try #require(page.tables("bridge").first).amounts(1)
      let gap = try #require(bridge.last)
      let left = bridge.dropFirst().dropLast().reduce(bridge[0]) { $0 - $1 }
      #expect(abs(left) == gap, "\(path)")
      let parts = try #require(page.tables("expected").first).amounts(1)
      let expected = try #require(parts.last)
      #expect(parts.dropLast().reduce(0, +) == expected, "\(path)")
      // Won, deals, existing customers and contacts in progress are the same in both.
      #expect(Array(parts.prefix(4)) == Array(bridge.dropFirst().prefix(4)), "\(path)")
      var ofDeals = 0
      for deals in page.tables("deal-list") {
        for column in [1, 6] {
          let amounts = deals.amounts(column)
          #expect(amounts.dropLast().reduce(0, +) == amounts.last, "\(path)")
        }
        ofDeals += deals.amounts(6).last ?? 0
      }
      #expect(ofDeals == parts[1], "\(path)")
      let row = try #require(members.first { $0.amounts.contains(expected) }, "\(path)")
      let verdicts = page.paragraphs("verdict")
      #expect(verdicts.count == 2 && Set(verdicts).count == 1, "\(path)")
      let standing = try #require(
        ["超负荷", "无法判断", "来不及", "有风险", "可行"].first {
          verdicts[0].contains($0)
        })
      #expect(row.contains { $0.contains(standing) }, "\(path)")
      if left > 0, page.html.contains("class=\"steps\"") {
        let shown = page.html.firstRange(of: "⌈").map { page.html[$0.upperBound...].prefix(20) }
        let text = shown?.split(separator: " ").first.map(String.init) ?? ""
        #expect(PrintedPage.amount(text) == gap, "\(path)")
        try expectProduct(page.tables("steps")[0][0], path)
      }
    }
  }

  /// What a customer brings is the product that stands before it, as it is printed: `59,940 × 11 ÷ 6`.
  private func expectProduct(_ row: [String], _ path: String) throws {
    let factors = row[1].components(separatedBy: " × ")
    let numbers = factors[1].components(separatedBy: " ÷ ").compactMap(Double.init)
    let size = try #require(Double(factors[0].replacing(",", with: "")), "\(path)")
    let product = size * numbers[0] / (numbers.count > 1 ? numbers[1] : 1)
    let result = Double(row[2].filter { $0.isNumber || $0 == "." })
    // The size of a deal is printed to the hundredth, which half of one is lost of at most.
    #expect(abs(product - (result ?? 0)) < 0.005 * (numbers[0] + 1), "\(path): \(row)")
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `add up from the members to their team`(seed: UInt64) async throws {
    let (pages, team) = try await generate(seed: seed)
    let rows = try #require(team.tables("team-table").first)
    for column in 1...4 {
      let amounts = rows.amounts(column)
      #expect(amounts.count == 5, "column \(column)")
      #expect(amounts.dropLast().reduce(0, +) == amounts.last, "column \(column)")
    }
    let sums = try #require(team.tables("expected").first).amounts(1)
    #expect(sums.dropLast().reduce(0, +) == sums.last)
    let members = pages.values.compactMap { $0.tables("expected").first?.amounts(1) }
    for part in 0..<5 {
      #expect(members.reduce(0) { $0 + $1[part] } == sums[part], "part \(part)")
    }
    #expect(rows.amounts(3).last == sums.last)
  }

  @Test func `never leave the sure column below the mean`() async throws {
    for seed in 5...7 as ClosedRange<UInt64> {
      for page in try await generate(seed: seed).pages.values {
        for row in page.tables("workload-sheet").joined() where row.count > 1 {
          let counts = row[1].split(separator: "稳妥").compactMap {
            Int($0.filter(\.isNumber))
          }
          if counts.count == 2 { #expect(counts[1] >= counts[0]) }
        }
      }
    }
  }
}

extension [String] {
  fileprivate var amounts: [Int] { compactMap(PrintedPage.amount) }
}
