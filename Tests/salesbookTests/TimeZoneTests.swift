import Foundation
import Testing

/// The zone of the settings, by which moments in tables become days.
@Suite struct TimeZoneTests {
  /// The orders of a workspace in a zone, as `export csv` writes them.
  private func orders(_ moment: String, in zone: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-zone-\(UUID().uuidString)")
    let data = folder.appending(path: "Content/data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [
      ("salesbook.yaml", "time_zone: \(zone)\n"),
      ("Content/data/customers.csv", "customer_id,name\nC1,甲公司\n"),
      ("Content/data/orders.csv", "customer,date,amount\nC1,\(moment),5\n"),
    ] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let run = try Program.run(
      "exec \"$0\" export csv -o out --table orders --month 2026-12 --now 2026-12-05 -q", in: folder
    )
    try #require(run.exit == 0, "\(run.stderr)")
    return try String(contentsOf: folder.appending(path: "out/orders.csv"), encoding: .utf8)
  }

  @Test(arguments: ["2026-11-30T20:00:00Z", "11/30/2026 8:00 PM UTC", "2026-12-01 04:00 GMT+8"])
  func `says which day a moment is, in every notation`(moment: String) throws {
    #expect(try orders(moment, in: "America/New_York").contains("C1,2026-11-30,5"))
    #expect(try orders(moment, in: "Asia/Shanghai").contains("C1,2026-12-01,5"))
  }

  @Test func `knows its summer`() throws {
    #expect(try orders("2026-07-01T04:30:00Z", in: "America/New_York").contains("C1,2026-07-01,5"))
    #expect(try orders("2026-12-01T04:30:00Z", in: "America/New_York").contains("C1,2026-11-30,5"))
  }
}
