import Foundation
import Pages
import SalesMethod
import Testing

@testable import Workspace

@Suite struct `Figures that all plans share` {
  @Test func `make shards and a merge of the same bytes`() async throws {
    let company = try ChangingCompany(seed: 21)
    let (shards, fresh) = (try Shards(company.folder, now: company.now), try TemporaryFolder())
    try await build(company.folder, .none, now: company.now, to: fresh("Output"))
    #expect(try await shards.prepare() == [])
    let first = try #require(shards.parts.read("shared")?.utf8.count)
    for number in 1...2 {
      let report = try await shards.build("\(number)/2", to: "p\(number)") {
        $0.shared = shards.parts("shared")
      }
      #expect(report.publication != nil)
    }
    let report = try await shards.merge(["p1", "p2"], shared: "shared")
    #expect(report.publication != nil)
    #expect(try shards.parts.files(under: "merged") == fresh.files(under: "Output"))
    #expect(try await shards.prepare() == [], "its own file is written over")
    #expect(shards.parts.read("shared")?.utf8.count == first)
  }

  private let shards: Shards
  private var folder: TemporaryFolder { shards.folder }

  init() throws { shards = try Shards(smallWorkspace()) }

  /// What a shard and a merge say of the file.
  private func refusals() async throws -> [[String]] {
    let shard = try await shards.build("1/1", to: "again") { $0.shared = shards.parts("shared") }
    let merge = try await shards.merge(["p1"], shared: "shared")
    #expect(shard.publication == nil && merge.publication == nil)
    return [shards.ids(shard), shards.ids(merge)]
  }

  @Test func `are refused where rows are others`() async throws {
    try await shards.prepare()
    try folder.write(
      "Content/data/customers.csv", "customer_id,name,owner\nc1,北方重机,lin\nc2,南方电子,bai\n")
    try await shards.build("1/1", to: "p1")
    #expect(
      try await refusals() == [["shared.other-tables"], ["shared.other-tables"]])
  }

  @Test func `are refused where settings are others`() async throws {
    try await shards.prepare()
    try folder.write("salesbook.yaml", "title: 别的\n")
    try await shards.build("1/1", to: "p1")
    #expect(
      try await refusals() == [["shared.other-settings"], ["shared.other-settings"]])
  }

  @Test func `are refused where day or period are others`() async throws {
    try await shards.build("1/1", to: "p1")
    try await shards.prepare { $0.now = .day(Day(number: 0)) }
    #expect(try await refusals() == [["shared.other-day"], ["shared.other-day"]])
    try await shards.prepare { $0.period = Period("2026-06") }
    #expect(try await refusals() == [["shared.other-day"], ["shared.other-day"]])
  }

  @Test func `are refused of another program`() async throws {
    try await shards.build("1/1", to: "p1")
    try await shards.prepare()
    let bytes = try Data(contentsOf: URL(filePath: shards.parts("shared")))
    let file = try #require(SharedFile(bytes: Array(bytes)))
    let other = SharedFile(
      program: SHA256Digest(of: []), day: file.day, period: file.period, files: file.files,
      figures: file.figures)
    try Data(other.bytes).write(to: URL(filePath: shards.parts("shared")))
    #expect(try await refusals() == [["shared.other-program"], ["shared.other-program"]])
  }

  @Test func `are refused where the file is damaged, cut off or gone`() async throws {
    try await shards.build("1/1", to: "p1")
    try await shards.prepare()
    let whole = Array(try Data(contentsOf: URL(filePath: shards.parts("shared"))))
    for place in stride(from: 0, to: whole.count, by: 7) {
      var bytes = whole
      bytes[place] ^= 4
      #expect(SharedFile(bytes: bytes) == nil)
      #expect(SharedFile(bytes: Array(whole.prefix(place))) == nil)
    }
    try FileManager.default.removeItem(atPath: shards.parts("shared"))
    #expect(try await refusals() == [["shared.damaged"], ["shared.damaged"]])
  }

  @Test func `never take the place of another file`() async throws {
    try shards.parts.write("shared", "mine")
    #expect(try await shards.prepare() == ["export.foreign-file"])
    #expect(shards.parts.read("shared") == "mine")
  }
}
