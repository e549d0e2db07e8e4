import SalesMethod
import Testing

@testable import Workspace

@Suite struct NowTests {
  // 1764518400 is 2025-11-30 16:00:00 UTC, as `date -u -d @1764518400` says.
  @Test(arguments: [
    ("Asia/Shanghai", "2025-12-01"), ("UTC", "2025-11-30"), ("America/New_York", "2025-11-30"),
    ("Pacific/Kiritimati", "2025-12-01"),
  ])
  func `is the day in the workspace's zone, whatever the machine's`(zone: String, day: String) {
    #expect(Now.seconds(1_764_518_400).day(inTimeZone: zone)?.description == day)
    #expect(Now.seconds(-1).day(inTimeZone: "UTC")?.description == "1969-12-31")
  }

  @Test func `a named day is that day, and an unknown zone has none`() throws {
    let day = try #require(Day("2026-11-23"))
    #expect(Now.day(day).day(inTimeZone: "Nowhere/None") == day)
    #expect(Now.seconds(0).day(inTimeZone: "Nowhere/None") == nil)
  }
}
