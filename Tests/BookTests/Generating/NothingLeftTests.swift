import Book
import Diagnostics
import Testing

/// Whole pages: what the participants' tree holds is the same, byte for byte, whatever stands inside
/// the blocks that are the facilitator's.
@Suite struct `What an edition leaves out leaves nothing behind` {
  /// A number from 0 to below a limit, always the same ones for a seed.
  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }

    mutating func one(of list: [String]) -> String { list[next(below: list.count)] }

    /// Up to four of a list, none twice, whatever was taken before.
    mutating func some(of list: inout [String]) -> String {
      (0...next(below: 3)).compactMap { _ in
        list.isEmpty ? nil : list.remove(at: next(below: list.count))
      }.joined(separator: "\n\n")
    }
  }

  private static let open = [
    "## 目标", "## 目标 {#goal}", "文字[^1]\n\n[^1]: 注", "[图] 文", "::lines{n=2}",
    ":::exercise[做]\n\n一\n\n::lines{n=1 pitch=7mm}\n:::",
    ":::exercise{edition=participant}\n\n二\n:::",
    "- 一\n- 二", "| a | b |\n|---|---|\n| 1 | 2 |", "::box{height=31mm}", ":::worked[例]\n\n三\n:::",
    "[别页](other.md#一)", "文 `= 1 + 1`", ":::note\n\n记\n:::", "<!-- 记 -->\n\n后",
  ]

  private static let secret = [
    "## 目标", "秘[^2]\n\n[^2]: 秘", "[图]: secret.png\n\n[图]",
    "::lines{n=3 pitch=11mm}",
    ":::exercise[秘]\n\n秘\n:::", "```calc\n密 = 7\n```\n\n`= 密 * 3`", "::box{height=97mm}", "- 秘",
    "![秘](secret.png)", "[别页](other.md#二)", ":::worked[秘]\n\n```calc\n乙 = ? 5\n丙 = 乙 + 1\n```\n:::",
    "# 秘", "", "::pagebreak", "::grid", "```calc\n甲 = ? 3\n```", "[秘]: other.md",
  ]

  private func site(pages: Int, filling seed: UInt64) -> MemorySite {
    var site = MemorySite()
    // Exercises inside answers are among what is put there.
    site.settings = "gates: {leak: off}\n"
    site.files["Content/index.md"] = "# 首页\n"
    site.files["Content/other.md"] = "## 一\n\n文\n\n## 二\n"
    for name in ["img.png", "secret.png"] { site.files["Content/\(name)"] = name }
    for number in 0..<pages {
      var common = Numbers(state: UInt64(number) &+ 77)
      var own = Numbers(state: seed &+ UInt64(number))
      for _ in 0..<3 { _ = (common.next(below: 2), own.next(below: 2)) }
      var text = "---\ntitle: 第 \(number) 页\n---\n\n# 第 \(number) 页\n\n"
      var (open, secret) = (Self.open, Self.secret)
      for _ in 0...common.next(below: 3) {
        text += common.some(of: &open)
        let block = common.one(of: [
          ":::facilitator", ":::solution", ":::note{edition=facilitator}",
        ])
        text += "\n\n\(block)\n\n" + own.some(of: &secret) + "\n:::\n\n"
      }
      site.files["Content/p\(number).md"] = text
    }
    return site
  }

  @Test func `on three hundred pages`() async throws {
    let first = try await site(pages: 300, filling: 1_000).generate()
    let second = try await site(pages: 300, filling: 900_000).generate()
    func participants(_ site: MemorySite.Result) -> [String: String] {
      site.pages.filter { $0.key.hasPrefix("participant/") }
    }
    #expect(first.problems == [] && second.problems == [])
    let (one, other) = (participants(first), participants(second))
    #expect(one.keys.sorted() == other.keys.sorted() && one.count > 300)
    for path in one.keys.sorted() { #expect(one[path] == other[path], "\(path)") }
    let differ = first.pages.keys.filter {
      $0.hasPrefix("facilitator/p") && first.pages[$0] != second.pages[$0]
    }
    #expect(differ.count > 200)
    #expect(!one.keys.contains("participant/secret.png"))
  }

  @Test func `exercises are counted for each edition`() async throws {
    let site = try await MemorySite.page(
      ":::facilitator\n:::exercise[甲]\n一\n:::\n:::\n\n:::exercise[乙]\n二\n:::\n"
    ).generate()
    #expect(site.problems == [])
    #expect(site["participant/index.html"].contains("演练 1"))
    #expect(!site["participant/index.html"].contains("演练 2"))
    #expect(site["facilitator/index.html"].contains("演练 2"))
  }

  @Test func `a height is in the stylesheet of the trees that use it`() async throws {
    let site = try await MemorySite.page("甲\n\n:::facilitator\n::box{height=97mm}\n:::\n")
      .generate()
    #expect(!site["participant/assets/sizes.css"].contains("97mm"))
    #expect(site["facilitator/assets/sizes.css"].contains("97mm"))
  }

  @Test func `what only the facilitator defines is missing for participants, with its place`()
    async throws
  {
    let site = try await MemorySite.page(
      "见[^1]和[甲][乙]\n\n:::facilitator\n[^1]: 注\n\n[乙]: index.md\n:::\n"
    ).generate()
    #expect(site.problems == ["markdown.missing-footnote", "markdown.missing-definition"])
    #expect(site.report.diagnostics.map(\.place.line) == [1, 1])
    #expect(site["participant/index.html"] == "")
  }

  @Test func `a name may be defined once for each edition, and not twice for one`() async throws {
    let each = ":::facilitator{#x}\n一\n:::\n\n:::note{#x edition=participant}\n二\n:::\n"
    #expect(try await MemorySite.page(each).generate().problems == [])
    let twice = try await MemorySite.page(each + "\n## 三 {#x}\n").generate()
    #expect(twice.problems.allSatisfy { $0 == "markdown.duplicate-id" } && !twice.problems.isEmpty)
  }

  @Test func `a page that no tree takes is said`() async throws {
    var site = MemorySite.page("甲")
    site.settings = "trees: {plans: {audience: self}}\n"
    let made = try await site.generate()
    #expect(made.problems.contains("page.in-no-tree"))
    #expect(try await MemorySite.page("甲").generate().problems == [])
  }
}
