import Book
import Diagnostics
import Pages
import SalesMethod
import Synchronization
import Testing

@testable import Workspace

/// Counts the work that was done.
private final class Counter: Sendable {
  private let steps = Mutex<[WorkLog.Step: Int]>([:])

  var log: WorkLog {
    WorkLog { step in self.steps.withLock { $0[step, default: 0] += 1 } }
  }

  /// How often each step was done.
  var counts: [WorkLog.Step: Int] { steps.withLock { $0 } }

  func count(_ isMeant: (WorkLog.Step) -> Bool) -> Int {
    counts.filter { isMeant($0.key) }.values.reduce(0, +)
  }
}

/// Twenty members with a plan page each, a team page that sums them up, and a page of the course.
private func workspace() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  let members = (10..<30).map { "m\($0)" }
  try folder.write("salesbook.yaml", "title: 培训\ntemplates: Templates\n")
  try folder.write(
    "Content/data/team.csv",
    "member,name,team\n" + members.map { "\($0),成员\($0),east\n" }.joined())
  try folder.write("Content/data/teams.csv", "team,name\neast,华东\n")
  try folder.write(
    "Content/data/customers.csv",
    "customer_id,name,owner\n" + members.map { "c\($0),客户\($0),\($0)\n" }.joined())
  try folder.write(
    "Content/data/examples/demo/customers.csv", "customer_id,name,M,A,N\nd1,样例,5,5,5\n")
  try folder.write("Content/plan.md", "---\neach: member\n---\n::goal\n\n::customers\n")
  try folder.write("Content/team.md", "---\neach: team\n---\n::team\n")
  try folder.write("Content/index.md", "# 首页\n\n```calc\n目标 = 35 万元\n```\n")
  return folder
}

@Suite struct `What a command reads and computes` {
  @Test(arguments: [1, 4]) func `is read and computed once in a build`(jobs: Int) async throws {
    let (folder, counter) = (try workspace(), Counter())
    var request = BuildRequest(now: .day(try #require(Day("2026-05-06"))), jobs: jobs)
    request.source = folder.path
    request.log = counter.log
    let report = try await buildSite(request, progress: ProgressLine(isShown: false))
    #expect(!report.diagnostics.hasErrors)
    #expect(counter.counts.values.allSatisfy { $0 == 1 })
    #expect(counter.count { $0 == .settings } == 1)
    #expect(counter.count { if case .tables = $0 { true } else { false } } == 2)
    #expect(counter.count { if case .head = $0 { true } else { false } } == 3)
    #expect(counter.count { if case .text = $0 { true } else { false } } == 3)
    #expect(counter.count { if case .plan = $0 { true } else { false } } == 20)
  }

  @Test func `is planned once for the pages of all customers of a member`() async throws {
    let (folder, counter) = (try TemporaryFolder(), Counter())
    try folder.write("salesbook.yaml", "title: 培训\n")
    try folder.write("Content/data/team.csv", "member,name\nlin,林\nbai,白\n")
    try folder.write(
      "Content/data/customers.csv",
      "customer_id,name,owner\n"
        + (0..<40).map { "c\($0),客户\($0),\($0 < 30 ? "lin" : "bai")\n" }.joined())
    try folder.write("Content/customer.md", "---\ntitle: 客户\neach: customer\n---\n::goal\n")
    var request = BuildRequest(now: .day(try #require(Day("2026-05-06"))), jobs: 1)
    request.source = folder.path
    request.log = counter.log
    let report = try await buildSite(request, progress: ProgressLine(isShown: false))
    #expect(!report.diagnostics.hasErrors)
    #expect(counter.count { if case .plan = $0 { true } else { false } } == 2)
  }

  @Test func `is read and computed once for a workbook of a plan and pages`() async throws {
    let (folder, counter) = (try workspace(), Counter())
    var plan = PlanRequest(now: .day(try #require(Day("2026-05-06"))))
    plan.source = folder.path
    plan.person = "m10"
    plan.log = counter.log
    var request = WorkbookRequest(plan: plan)
    request.pages = PageChoice(sources: ["index.md"])
    let report = try await exportWorkbook(request, to: folder.path + "/plan.xlsx")
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
    #expect(report.written.count == 1)
    #expect(counter.counts.values.allSatisfy { $0 == 1 })
    #expect(counter.count { $0 == .settings } == 1)
    #expect(counter.count { if case .tables = $0 { true } else { false } } == 2)
    #expect(counter.count { if case .head = $0 { true } else { false } } == 3)
    #expect(counter.count { if case .plan = $0 { true } else { false } } == 1)
  }

  @Test func `is read and computed once for tables and a plan as CSV`() throws {
    let (folder, counter) = (try workspace(), Counter())
    var plan = PlanRequest(now: .day(try #require(Day("2026-05-06"))))
    plan.source = folder.path
    plan.person = "m10"
    plan.log = counter.log
    let report = try exportTables(TablesRequest(plan: plan), to: folder.path + "/tables")
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
    #expect(report.written.contains { $0.hasSuffix("customers.csv") })
    #expect(
      counter.counts == [
        .settings: 1, .tables(folder: "Content/data"): 1,
        .tables(folder: "Content/data/examples/demo"): 1,
        .plan(
          member: "m10", try #require(Period("2026-05")), folder: "Content/data"): 1,
      ])
  }

  @Test func `is read once for a plan alone, and no page with it`() throws {
    let (folder, counter) = (try workspace(), Counter())
    var request = PlanRequest(now: .day(try #require(Day("2026-05-06"))))
    request.source = folder.path
    request.person = "m10"
    request.log = counter.log
    _ = try #require(try RequestedPlan.read(request).value)
    #expect(
      counter.counts == [
        .settings: 1, .tables(folder: "Content/data"): 1,
        .tables(folder: "Content/data/examples/demo"): 1,
        .plan(
          member: "m10", try #require(Period("2026-05")), folder: "Content/data"): 1,
      ])
  }
}
