import Foundation
import Testing

/// What becomes of results that cannot be written.
@Suite struct `Output to a full disk` {
  private let site: Site

  init() throws { site = try Site(kind: "plan", language: "en", now: "2026-12-01") }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      "plan --month 2026-12 --now 2026-12-01",
      "plan --format json --month 2026-12 --now 2026-12-01",
      "check --format json --month 2026-12 --now 2026-12-01",
      "build --month 2026-12 --now 2026-12-01",
      "schema settings", "schema", "--help",
      "explain goals.my-goal --month 2026-12 --now 2026-12-01",
      "record --month 2026-12 --now 2026-12-01", "fix --dry-run --set stages.Hot=open",
      "next --dry-run --now 2026-12-01",
    ])
  func `is a failure of the machine, said in either language`(command: String) throws {
    let run = try Program.run("\"$0\" \(command) >/dev/full", in: site.folder)
    #expect(run.exit == 3)
    #expect(
      run.stderr.contains(
        "salesbook: error: cannot write standard output: No space left on device\n"))
    let chinese = try Program.run(
      "\"$0\" \(command) >/dev/full", in: site.folder,
      environment: ["SALESBOOK_MESSAGES": "zh-Hans"])
    #expect(chinese.exit == 3)
    #expect(chinese.stderr.contains("salesbook：错误：无法写入 标准输出：磁盘空间不足\n"))
  }

  @Test func `of a calculation and of a page is one too`() throws {
    let calc = try Program.run("echo 'a = 1' | \"$0\" calc - >/dev/full", in: site.folder)
    #expect(calc.exit == 3)
    let page = try Program.run("echo '# A' | \"$0\" render - >/dev/full", in: site.folder)
    #expect(page.exit == 3)
  }

  @Test func `is none where the reader wants no more`() throws {
    let run = try Program.run("\"$0\" schema settings | head -1", in: site.folder)
    #expect(run.exit == 0 && run.stdout == "{\n" && run.stderr == "")
  }

  /// A plan that was kept on a full disk is an empty file: not a month without customers.
  @Test func `leaves an empty plan, which is an error, unless it is just being written`() throws {
    let settings = site.folder.appending(path: "salesbook.yaml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    try Data((text + "kept_plans: Plans\n").utf8).write(to: settings)
    let plans = site.folder.appending(path: "Plans")
    try FileManager.default.createDirectory(at: plans, withIntermediateDirectories: true)
    let kept = "plan --format json --month 2026-12 --now 2026-12-01"
    let first = try Program.run("\"$0\" \(kept) > Plans/2026-12.json", in: site.folder)
    #expect(first.exit == 0 && first.stderr == "")
    try Data().write(to: plans.appending(path: "2026-11.json"))
    let second = try site.run("check --month 2026-12 --now 2026-12-01")
    #expect(second.exit == 1)
    #expect(
      second.stderr.contains("Plans/2026-11.json: error: this kept plan is empty [kept-plan.empty]")
    )
  }
}
