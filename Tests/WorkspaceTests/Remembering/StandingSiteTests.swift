import Book
import Diagnostics
import Foundation
import Pages
import SalesMethod
import Synchronization
import Testing

@testable import Workspace

/// A workspace with a bit of everything that a build reads.
func smallWorkspace() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try folder.write("salesbook.yaml", "title: 培训\n")
  try folder.write("Content/index.md", "# 首页\n\n[第一课](course/one.md#开始)\n")
  try folder.write("Content/course/index.md", "---\ntitle: 课程\n---\n课程\n")
  try folder.write("Content/course/one.md", "---\ntitle: 第一课\n---\n## 开始\n\n正文\n")
  try folder.write("Content/course/two.md", "---\ntitle: 第二课\n---\n## 继续\n\n![图](a.svg)\n")
  try folder.write("Content/course/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
  try folder.write("Content/data/team.csv", "member,name\nlin,林\nbai,白\n")
  try folder.write(
    "Content/data/customers.csv", "customer_id,name,owner\nc1,北方机械,lin\nc2,南方电子,bai\n")
  try folder.write("Content/plan.md", "---\neach: member\n---\n::goal\n\n::customers\n")
  return folder
}

/// Hears what a build does.
final class Steps: Sendable {
  private let steps = Mutex<[WorkLog.Step]>([])
  var log: WorkLog { WorkLog { step in self.steps.withLock { $0.append(step) } } }
  /// What was done since it was last asked.
  func take() -> [WorkLog.Step] {
    steps.withLock { steps in
      defer { steps = [] }
      return steps
    }
  }
}

/// Builds by the record, and gives the report.
@discardableResult func build(
  _ folder: TemporaryFolder, _ use: RecordUse = .used, now: String = "2026-05-06",
  log: WorkLog = .none, to output: String? = nil
) async throws -> BuildReport {
  var request = BuildRequest(now: .day(try #require(Day(now))), jobs: 2)
  request.source = folder.path
  request.record = use
  request.log = log
  request.output = output
  return try await buildSite(request, progress: .hidden)
}

/// What is in Output, and what the same files become where nothing is remembered.
func isClean(_ folder: TemporaryFolder, now: String = "2026-05-06") async throws -> Bool {
  let fresh = try TemporaryFolder()
  let report = try await build(folder, .none, now: now, to: fresh("Output"))
  guard !report.diagnostics.hasErrors else { return true }
  return try fresh.files(under: "Output") == folder.files(under: "Output")
}

@Suite struct `A build of what did not change` {
  @Test func `reads no page and plans nothing`() async throws {
    let (folder, steps) = (try smallWorkspace(), Steps())
    let first = try await build(folder, log: steps.log)
    #expect(steps.take().count > 8)
    let second = try await build(folder, log: steps.log)
    #expect(steps.take() == [])
    #expect(second.pages == first.pages)
    let done = try #require(second.publication)
    #expect(done.written == 0 && done.removed == 0)
    #expect(done.unchanged == first.publication?.written)
  }

  @Test func `tells the same warnings again`() async throws {
    let folder = try smallWorkspace()
    try folder.write("Content/lost.md", "---\ntitle: 没人看\nedition: [key]\n---\n正文\n")
    let first = try await build(folder)
    let second = try await build(folder)
    #expect(first.diagnostics.contains { $0.severity == .warning })
    #expect(Set(first.diagnostics) == Set(second.diagnostics))
  }

  /// What is done to a workspace that was built, each a build must see.
  static let changes: [(String, @Sendable (TemporaryFolder) throws -> Void)] = [
    ("a page", { try $0.write("Content/course/one.md", "---\ntitle: 第一课\n---\n## 开始\n\n别的\n") }),
    ("a row", { try $0.write("Content/data/team.csv", "member,name\nlin,林林\nbai,白\n") }),
    ("the settings", { try $0.write("salesbook.yaml", "title: 另一个\n") }),
    ("a new page", { try $0.write("Content/course/three.md", "---\ntitle: 第三课\n---\n正文\n") }),
    ("a page less", { try FileManager.default.removeItem(atPath: $0("Content/course/two.md")) }),
    (
      "a page renamed",
      {
        try FileManager.default.moveItem(
          atPath: $0("Content/course/two.md"), toPath: $0("Content/course/2.md"))
      }
    ),
    ("a picture", { try $0.write("Content/course/a.svg", "<svg/>") }),
    ("a template", { try $0.write("Templates/assets/site.css", "p{}") }),
    ("a file of Output", { try $0.write("Output/index.html", "x") }),
    (
      "a file of Output removed",
      {
        let file = try #require(
          $0.files(under: "Output").keys.filter { $0.hasSuffix(".html") }.min())
        try FileManager.default.removeItem(atPath: $0("Output/" + file))
      }
    ),
  ]

  @Test(arguments: changes.indices) func `is no such where anything did`(index: Int) async throws {
    let (name, change) = Self.changes[index]
    let (folder, steps) = (try smallWorkspace(), Steps())
    try await build(folder)
    try change(folder)
    try await build(folder, log: steps.log)
    #expect(!steps.take().isEmpty, "\(name)")
    #expect(try await isClean(folder), "\(name)")
  }

  @Test func `sees bytes that were changed behind the same size and time`() async throws {
    let folder = try smallWorkspace()
    try await build(folder)
    let path = folder("Content/course/one.md")
    let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    try folder.write("Content/course/one.md", "---\ntitle: 第一课\n---\n## 开始\n\n副文\n")
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(time)], ofItemAtPath: path)
    try await build(folder)
    #expect(try folder.files(under: "Output").values.contains { $0.contains("副文") })
    #expect(try await isClean(folder))
  }

  @Test func `is no such on another day`() async throws {
    let (folder, steps) = (try smallWorkspace(), Steps())
    try await build(folder)
    try await build(folder, now: "2026-05-07", log: steps.log)
    #expect(!steps.take().isEmpty)
    #expect(try await isClean(folder, now: "2026-05-07"))
  }

  @Test func `is one again where a file was saved with the same bytes`() async throws {
    let (folder, steps) = (try smallWorkspace(), Steps())
    try await build(folder)
    try folder.write("Content/course/one.md", "---\ntitle: 第一课\n---\n## 开始\n\n正文\n")
    try await build(folder, log: steps.log)
    #expect(steps.take() == [])
  }

  @Test func `makes everything where its record is asked to be left aside`() async throws {
    let (folder, steps) = (try smallWorkspace(), Steps())
    try await build(folder)
    try await build(folder, .renewed, log: steps.log)
    #expect(!steps.take().isEmpty)
  }

  @Test func `makes everything where its record is damaged`() async throws {
    let (folder, steps) = (try smallWorkspace(), Steps())
    try await build(folder)
    let path = folder(".Output.salesbook-record")
    let whole = try Data(contentsOf: URL(filePath: path))
    #expect(BuildRecord(bytes: Array(whole)) != nil)
    for position in stride(from: 0, to: whole.count, by: 97) {
      var bytes = Array(whole)
      bytes[position] ^= 0x10
      #expect(BuildRecord(bytes: bytes) == nil, "\(position)")
      #expect(BuildRecord(bytes: Array(whole.prefix(position))) == nil, "\(position)")
    }
    try Data(whole.prefix(whole.count / 2)).write(to: URL(filePath: path))
    try await build(folder, log: steps.log)
    #expect(!steps.take().isEmpty)
    #expect(try await isClean(folder))
  }

  @Test func `is published by nobody who asks for no warnings`() async throws {
    let folder = try smallWorkspace()
    try folder.write("Content/lost.md", "---\ntitle: 没人看\nedition: [key]\n---\n正文\n")
    try await build(folder)
    var request = BuildRequest(now: .day(try #require(Day("2026-05-06"))))
    (request.source, request.record, request.isStrict) = (folder.path, .used, true)
    let report = try await buildSite(request, progress: .hidden)
    #expect(report.publication == nil)
    #expect(report.isFailed(strictly: true))
  }

  @Test func `leaves no record where Output is cleaned`() async throws {
    let folder = try smallWorkspace()
    try await build(folder)
    _ = try cleanOutput(folder("Output"))
    #expect(try folder.names().filter { $0.hasPrefix(".") } == [])
  }
}

@Suite struct `A build after one row was edited` {
  /// The members whose plans were made.
  private func plans(_ steps: Steps) -> [String] {
    steps.take().compactMap { if case .plan(let member, _, _) = $0 { member } else { nil } }
      .sorted()
  }

  private static let customers =
    "customer_id,name,owner,M,A,N\nc1,北方机械,lin,5,5,5\nc2,南方电子,bai,5,4,5\n"

  private func company() throws -> TemporaryFolder {
    let folder = try smallWorkspace()
    try folder.write("Content/data/customers.csv", Self.customers)
    return folder
  }

  @Test(arguments: [
    ("c1,北方机械,lin,5", "c1,北方机械,lin,1"), ("c1,北方机械", "c1,北方重机"),
  ]) func `makes the plan of its person and no other`(old: String, new: String) async throws {
    let (folder, steps) = (try company(), Steps())
    try await build(folder)
    let before = try folder.files(under: "Output")
    try folder.write(
      "Content/data/customers.csv", Self.customers.replacing(old, with: new))
    try await build(folder, log: steps.log)
    #expect(plans(steps) == ["lin"])
    let after = try folder.files(under: "Output")
    #expect(after["plans/lin/plan.html"] != before["plans/lin/plan.html"])
    #expect(try await isClean(folder))
  }

  @Test func `takes the figures of colleagues for their team's page as they were kept`()
    async throws
  {
    let (folder, steps) = (try company(), Steps())
    try folder.write(
      "Content/data/team.csv",
      "member,name,team,role,manager\nlin,林,east,manager,\nbai,白,east,member,lin\n")
    try folder.write("Content/data/teams.csv", "team,name\neast,华东\n")
    try folder.write(
      "Content/data/orders.csv",
      "order_id,customer,date,amount\no1,c1,2026-04-02,30000\no2,c2,2026-03-02,20000\n")
    try folder.write(
      "Content/data/goals.csv",
      "id,owner,dimension,metric,target,unit,start,end\n"
        + "g1,lin,performance,amount,90000,元,2026-05-01,2026-05-31\n"
        + "g2,bai,performance,amount,80000,元,2026-05-01,2026-05-31\n")
    try folder.write(
      "Content/team.md", "---\neach: team\naudience: [manager]\n---\n::team\n\n::members\n")
    try await build(folder)
    _ = steps.take()
    try folder.write(
      "Content/data/customers.csv", Self.customers.replacing("c1,北方机械,lin,5", with: "c1,北方机械,lin,1")
    )
    try await build(folder, log: steps.log)
    #expect(plans(steps) == ["lin"])
    let pages = try folder.files(under: "Output").keys.filter { $0.hasSuffix(".html") }
    #expect(pages.contains { $0.hasPrefix("managers/lin/") && $0.contains("east") }, "\(pages)")
    #expect(try await isClean(folder))
  }

  @Test func `makes every plan where it may enter what people share`() async throws {
    let (folder, steps) = (try company(), Steps())
    try await build(folder)
    try folder.write(
      "Content/data/orders.csv", "order_id,customer,date,amount\no1,c1,2026-04-02,30000\n")
    try await build(folder, log: steps.log)
    #expect(plans(steps) == ["bai", "lin"])
    #expect(try await isClean(folder))
  }

  @Test func `sees that a page says what has become somebody's`() async throws {
    let folder = try company()
    try folder.write(
      "Content/data/customers.csv", Self.customers + "c3,西湖纺织,lin,5,5,5\n")
    try folder.write(
      "Content/data/deals.csv",
      "deal_id,customer,amount,status,created,owner\nd1,c3,90000,open,2026-04-02,bai\n")
    // Bai's plan names a customer of Lin's, whose name becomes that of a customer whom nobody else works with.
    try await build(folder)
    try folder.write(
      "Content/data/customers.csv",
      Self.customers.replacing("北方机械", with: "西湖纺织") + "c3,东山食品,lin,5,5,5\n")
    try await build(folder)
    #expect(try await isClean(folder))
  }
}

@Suite struct `A build after one page was edited` {
  /// The pages whose text was read.
  private func texts(_ steps: Steps) -> [String] {
    steps.take().compactMap { if case .text(let path) = $0 { path } else { nil } }.sorted()
  }

  @Test func `makes that page alone`() async throws {
    let (folder, steps) = (try smallWorkspace(), Steps())
    try await build(folder)
    try folder.write("Content/course/one.md", "---\ntitle: 第一课\n---\n## 开始\n\n别的\n")
    let report = try await build(folder, log: steps.log)
    #expect(texts(steps) == ["Content/course/one.md"])
    #expect(report.publication.map { $0.written > 0 && $0.unchanged > 8 } == true)
    #expect(try await isClean(folder))
  }

  @Test func `makes every page where its head is another`() async throws {
    let (folder, steps) = (try smallWorkspace(), Steps())
    try await build(folder)
    try folder.write("Content/course/one.md", "---\ntitle: 别的课\n---\n## 开始\n\n正文\n")
    try await build(folder, log: steps.log)
    #expect(texts(steps).count == 5)
    #expect(try await isClean(folder))
  }

  @Test func `finds the links to a heading that is gone, on pages that are not made`() async throws
  {
    let folder = try smallWorkspace()
    try await build(folder)
    try folder.write("Content/course/one.md", "---\ntitle: 第一课\n---\n## 别处\n\n正文\n")
    let report = try await build(folder)
    let broken = report.diagnostics.filter { $0.severity == .error }
    #expect(Set(broken.map(\.place.path)) == ["Content/index.md"])
    #expect(report.publication == nil)
  }

  @Test func `makes a page whose file in Output is not what was left there`() async throws {
    let (folder, steps) = (try smallWorkspace(), Steps())
    try await build(folder)
    let left = try folder.files(under: "Output")
    let two = try #require(left.keys.first { $0.hasSuffix("course/two.html") })
    try folder.write("Output/" + two, "x")
    try await build(folder, log: steps.log)
    #expect(texts(steps).contains("Content/course/two.md"))
    #expect(try folder.files(under: "Output") == left)
  }
}

@Suite struct `The look of a file` {
  private func look(changed: Int, at moment: Int) -> FileLook {
    FileLook(
      stamp: FileStamp(size: 1, device: 1, file: 1, modified: changed, changed: changed),
      moment: moment)
  }

  @Test func `says nothing within the ticks of the clock in which it was changed`() {
    let now = 1_800_000_000_500_000_001
    #expect(!look(changed: now, at: now).isSettled(delay: 0))
    #expect(!look(changed: now - FileLook.tick, at: now).isSettled(delay: 0))
    #expect(look(changed: now - 3 * FileLook.tick, at: now).isSettled(delay: 0))
    #expect(!look(changed: now - 3 * FileLook.tick, at: now).isSettled(delay: 5 * FileLook.tick))
    #expect(!look(changed: now + 1, at: now).isSettled(delay: 0))
  }

  @Test func `is older by two seconds where times are whole seconds`() {
    let second = 1_800_000_000_000_000_000
    #expect(!look(changed: second, at: second + 1_900_000_000).isSettled(delay: 0))
    #expect(look(changed: second, at: second + 2_100_000_000).isSettled(delay: 0))
  }
}
