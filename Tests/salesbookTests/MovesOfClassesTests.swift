import Foundation
import Testing

/// The picture of who moved between classes, on a plan's page.
@Suite struct MovesOfClassesTests {
  /// A is likely and has a date soon; two letters of three are a B; no letter known is a C.
  private static let before = """
    customer_id,name,M,A,N,close_date
    k1,云杉公司,5,5,5,2026-11-20
    k2,白桦公司,5,5,5,2026-11-20
    k3,红松公司,5,5,5,2026-11-20
    k4,青竹公司,,,,

    """

  private func customers(_ text: String, in site: Site) throws {
    try Data(text.utf8).write(to: site.folder.appending(path: "Content/data/customers.csv"))
  }

  @Test func `counts the moves since the plan that was kept`() throws {
    let site = try Site(kind: "plan", language: "zh-Hans", now: "2026-11-02")
    try customers(Self.before, in: site)
    try Data(
      "---\ntitle: x\neach: member\npath: \"{month}\"\naudience: [self]\n---\n\n::chart{of=\"migration\"}\n"
        .utf8
    )
    .write(to: site.folder.appending(path: "Content/plans/monthly.md"))
    let data = try site.run("plan --format json --month 2026-11 --now 2026-11-02")
    try #require(data.exit == 0, "\(data.stderr)")
    try site.edit("salesbook.yaml") { $0 += "\nkept_plans: Plans\n" }
    let kept = site.folder.appending(path: "Plans")
    try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
    try Data(data.stdout.utf8).write(to: kept.appending(path: "november.json"))
    // One stays, one loses its date, one is gone, one becomes an A, and one is new.
    let now = Self.before.replacing("k1,云杉公司,5,5,5,2026-11-20", with: "k1,云杉公司,5,5,5,2026-12-20")
      .replacing("k2,白桦公司,5,5,5,2026-11-20", with: "k2,白桦公司,5,5,,")
      .replacing("k3,红松公司,5,5,5,2026-11-20\n", with: "")
      .replacing("k4,青竹公司,,,,", with: "k4,青竹公司,5,5,5,2026-12-20\nk5,黑榆公司,5,5,5,2026-12-20")
    try customers(now, in: site)
    let run = try site.run("build --month 2026-12 --now 2026-12-01")
    try #require(run.exit == 0, "\(run.stderr)")
    let files = try site.output().filter { $0.key.hasSuffix("/2026-12.html") }
    let page = String(decoding: try #require(files.first).value, as: UTF8.self)
    #expect(page.contains("客户在类别之间的移动：2026-11-02 的计划以来"))
    let moves = page.matches(of: /<th scope="row">([^<]+)<\/th><td class="n">(\d+)<\/td>/)
      .map { "\($0.1) \($0.2)" }
    #expect(
      moves == ["A → A 1", "A → B 1", "A → 已不在 1", "C → A 1", "新客户 → A 1"], "\(moves)")
  }
}
