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
}
