import Foundation
import Testing

/// What `salesbook export ics` and `build` write for people's calendars.
@Suite struct CalendarTests {
  private static let command = "export ics -o plan.ics --person qian --month 2026-12"

  private func export(
    _ site: Site, now: String = "2026-11-23", zone: String = "UTC"
  ) throws -> String {
    let run = try site.run(Self.command + " --now \(now)", environment: ["TZ": zone])
    try #require(run.exit == 0, "\(run.stderr)")
    return try String(
      contentsOf: site.folder.appending(path: "plan.ics"), encoding: .utf8)
  }

  @Test func `the same plan gives the same bytes in any zone, and a later day outranks it`() throws
  {
    let site = try Site(named: "site")
    let first = try export(site)
    #expect(try export(site, zone: "America/New_York") == first)
    let later = try export(site, now: "2026-11-24")
    #expect(
      first.contains("DTSTAMP:20261123T000000Z") && later.contains("DTSTAMP:20261124T000000Z"))
  }

  @Test func `a file that is no calendar of ours stays, unless force is given`() throws {
    let site = try Site(named: "site")
    let file = site.folder.appending(path: "plan.ics")
    try Data("BEGIN:VCALENDAR\r\n".utf8).write(to: file)
    let refused = try site.run(Self.command + " --now 2026-11-23")
    #expect(refused.exit == 1)
    #expect(refused.stderr.contains("this file was not written by Salesbook"))
    #expect(try Data(contentsOf: file).count == 17)
    #expect(try site.run(Self.command + " --now 2026-11-23 --force").exit == 0)
  }

  /// In New York clocks go back on 1 November, so all of December is five hours behind UTC.
  @Test func `times are those of the workspace's zone`() throws {
    let site = try Site(named: "site")
    try site.edit("salesbook.yaml") { $0 += "\ntime_zone: America/New_York\n" }
    let text = try export(site)
    #expect(text.contains("DTSTART;TZID=America/New_York:20261201T090000\r\n"))
    #expect(text.contains("TZOFFSETTO:-0500\r\n"))
    #expect(!text.contains("BEGIN:DAYLIGHT"))
  }

  @Test func `stands beside the plan's page, which links it, and in no tree of others`() throws {
    let site = try Site(named: "site")
    let exported = try export(site)
    try site.build()
    let files = try site.output()
    #expect(files["plans/qian/2026-12.ics"] == Data(exported.utf8))
    let page = String(decoding: files["plans/qian/2026-12.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("href=\"2026-12.ics\""))
    // One in each person's own folder, and beside the same plan in the folders of the managers above.
    let calendars = files.keys.filter { $0.hasSuffix(".ics") }
    #expect(calendars.count { $0.hasPrefix("plans/") } == 8)
    #expect(calendars.allSatisfy { $0.hasPrefix("plans/") || $0.hasPrefix("managers/") })
  }

  /// A calendar's lines with those that were folded put together, by what they begin with.
  private func lines(_ text: String, _ name: String) -> [String] {
    text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
      .filter { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
  }

  private func team(_ site: Site, _ options: String = "") throws -> String {
    let run = try site.run(
      "export ics -o east.ics --team east --month 2026-12 --now 2026-11-23 --force " + options)
    try #require(run.exit == 0, "\(run.stderr)")
    return try String(contentsOf: site.folder.appending(path: "east.ics"), encoding: .utf8)
  }

  @Test func `a team's holds everybody's, each under their name`() throws {
    let site = try Site(named: "site")
    let own = try export(site)
    let all = try team(site)
    // Zhao, who leads the team, Qian, Sun and Li.
    let people = Set(lines(all, "SUMMARY").compactMap { $0.split(separator: "：").first })
    #expect(people == ["示例·赵一", "示例·钱二", "示例·孙三", "示例·李四"])
    let qian = lines(all, "SUMMARY").filter { $0.hasPrefix("示例·钱二：") }
    #expect(qian == lines(own, "SUMMARY").map { "示例·钱二：" + $0 })
    let ids = lines(all, "UID")
    #expect(Set(ids).count == ids.count && Set(ids).isDisjoint(with: lines(own, "UID")))
  }

  @Test func `a team's has codes where managers see those, and sums where all of it reads it`()
    throws
  {
    let site = try Site(named: "site")
    let named = try team(site)
    #expect(named.contains("金桂示例食品有限公司"))
    // Everybody's days of December, from the command that prints plans.
    var visits = 0
    for person in ["zhao", "qian", "sun", "li"] {
      let data = try site.run(
        "plan --format json --person \(person) --month 2026-12 --now 2026-11-23")
      let plan = try JSONSerialization.jsonObject(with: Data(data.stdout.utf8)) as? [String: Any]
      let layout = plan?["layout"] as? [String: Any]
      let days = try #require(layout?["days"] as? [[String: Any]])
      visits += days.reduce(0) { $0 + (($1["visits"] as? [Any])?.count ?? 0) }
    }
    let sums = try team(site, "--for-all")
    let counted = sums.matches(of: /首次接触 \d+，拜访 (\d+)/).compactMap { Int($0.1) }
    #expect(visits > 100 && counted.reduce(0, +) == visits)
    for secret in ["示例·", "有限公司", "021-"] { #expect(!sums.contains(secret)) }
    try site.edit("salesbook.yaml") { $0 += "\nfields: { customer: { manager: code } }\n" }
    try #require(try site.run("keys new").exit == 0)
    let coded = try team(site)
    #expect(!coded.contains("有限公司") && coded.contains("示例·钱二：拜访 客户-"))
    #expect(lines(coded, "SUMMARY").count == lines(named, "SUMMARY").count)
  }

  @Test(arguments: [
    ("--team west", 1, "export.unknown-team"), ("--team east --person qian", 2, "--team"),
    ("--for-all", 2, "--for-all"),
  ])
  func `a team that there is not, and options that do not go together, are refused`(
    options: String, exit: Int, says: String
  ) throws {
    let run = try Site(named: "site").run(
      "export ics -o east.ics --month 2026-12 --now 2026-11-23 " + options)
    #expect(run.exit == exit && run.stderr.contains(says), "\(run.stderr)")
  }
}
