import Diagnostics
import Foundation
import SalesMethod
import Testing

@testable import Workspace

@Suite struct ForgetTests {
  private let folder: TemporaryFolder
  private var target: String { folder("srv") }

  init() throws {
    folder = try TemporaryFolder()
    let files = [
      "salesbook.yaml": "archive: Archive\nkept_plans: Plans\n",
      "Content/index.md": "# 首页\n",
      "Content/data/team.csv": "member,name\nlin,林一平\nbai,白二妹\n",
      "Content/data/customers.csv":
        "customer_id,name,owner,contact,phone,note\nK0001,云杉&贸易,lin,赵采购,13912345678,老板爱喝茶\n"
        + "K0002,白桦机械,bai,钱采购,13912345679,\n",
      "Content/data/orders.csv": "order_id,customer,date,amount\nO-7001,K0001,2026-04-03,87654\n",
      "Archive/plans/lin/2026-04.html":
        "<p>云杉&amp;贸易 K0001 K00010 赵采购 tel:13912345678 O-7001</p><p>林一平：白桦机械</p>",
      "Archive/plans/bai/2026-04.html": "<p>白桦机械 13912345679</p>",
      // Spelled in a way that nobody takes apart: the name in base64.
      "Archive/team/2026-04.html": "<img src=\"data:text/plain;base64,5LqR5p2JJui0uOaYkw==\">",
      "Plans/lin.json":
        #"{"schema": "salesbook.plan/1", "person": "lin", "asOf": "2026-03-01", "period": {"end": "2026-03-31"}, "customers": [{"id": "K0001", "name": "云杉&贸易", "class": "A"}, {"id": "K0002", "name": "白桦机械", "class": "B"}]}"#,
    ]
    for (path, text) in files { try folder.write(path, text) }
  }

  private func forget(
    person: String? = nil, customer: String? = nil, values: [String] = [], isDryRun: Bool = false
  ) throws -> ForgetReport {
    var build = BuildRequest(now: .day(try #require(Day("2026-05-06"))), writes: false)
    build.source = folder.path
    var request = ForgetRequest(build, person: person, customer: customer)
    request.values = values
    request.target = FileManager.default.fileExists(atPath: target) ? target : nil
    request.isDryRun = isDryRun
    return try Workspace.forget(request)
  }

  private func release(_ pages: [String: String]) throws {
    _ = try publish(pages, to: folder("Output"))
    _ = try ReleaseFolder(target).publish(folder("Output"), keeping: 9)
  }

  @Test func `a customer is taken out of pages, and what cannot be cleaned goes whole`() throws {
    let report = try forget(customer: "K0001")
    #expect(
      report.files == [
        .init(path: "Archive/plans/lin/2026-04.html", isRemoved: false),
        .init(path: "Archive/team/2026-04.html", isRemoved: true),
        .init(path: "Plans/lin.json", isRemoved: false),
      ])
    let sign = ForgottenText.sign
    #expect(
      folder.read("Archive/plans/lin/2026-04.html")
        == "<p>\(sign) \(sign) K00010 \(sign) tel:\(sign) \(sign)</p><p>林一平：白桦机械</p>")
    #expect(folder.read("Archive/team/2026-04.html") == nil)
    #expect(folder.read("Archive/plans/bai/2026-04.html") == "<p>白桦机械 13912345679</p>")
    #expect(folder.read("Plans/lin.json")?.contains("白桦机械") == true)
    #expect(folder.read("Content/data/customers.csv")?.contains("云杉") == true)
    #expect(report.rows.map(\.path).contains("Content/data/customers.csv"))
    let again = try forget(customer: "K0001")
    #expect(again.files == [])
    // The kept plan can still be read.
    var request = PlanRequest(now: .day(try #require(Day("2026-05-06"))))
    request.source = folder.path
    request.person = "lin"
    let plan = try RequestedPlan.read(request)
    #expect(plan.diagnostics.filter { $0.severity == .error } == [] && plan.value != nil)
  }

  @Test func `a person's own folder goes, and the name in others' pages`() throws {
    try folder.write("Archive/managers/wang/lin/2026-04.html", "<p>林一平 350000</p>")
    let report = try forget(person: "lin")
    #expect(folder.read("Archive/plans/lin/2026-04.html") == nil)
    #expect(folder.read("Archive/plans/bai/2026-04.html") != nil)
    #expect(folder.read("Archive/managers/wang/lin/2026-04.html")?.contains("林一平") == false)
    #expect(report.files.contains { $0.path == "Archive/plans/lin/2026-04.html" && $0.isRemoved })
  }

  @Test func `releases that hold it are removed, and the one that readers see is named`() throws {
    try release(["plans/bai/1.html": "白桦机械"])
    try release(["plans/lin/1.html": "云杉&amp;贸易"])
    try release(["plans/lin/1.html": "K0001"])
    let ids = try ReleaseFolder(target).list().map(\.id)
    let report = try forget(customer: "K0001")
    #expect(report.releases == [ids[1]] && report.currentRelease == ids[2])
    #expect(try ReleaseFolder(target).list().map(\.id) == [ids[0], ids[2]])
    #expect(try folder.files(under: "srv/current/")["plans/lin/1.html"] == "K0001")
    try release(["plans/lin/1.html": "nobody"])
    #expect(try forget(customer: "K0001").releases == [ids[2]])
    #expect(try ReleaseFolder(target).list().count == 2)
  }

  @Test func `a rehearsal says the same and touches nothing`() throws {
    try release(["plans/lin/1.html": "赵采购"])
    try release(["plans/lin/1.html": "nobody"])
    let before = try folder.files()
    let report = try forget(customer: "云杉&贸易", isDryRun: true)
    #expect(report.files.count == 3 && report.releases.count == 1)
    #expect(try folder.files() == before)
    #expect(try forget(customer: "K0001").files == report.files)
  }

  @Test func `who is in no table any more is named by value, and a name nobody knows is a mistake`()
    throws
  {
    #expect(try forget(person: "lim").diagnostics.map(\.id) == ["forget.person"])
    #expect(try forget(customer: "K9").diagnostics.map(\.id) == ["forget.customer"])
    let report = try forget(values: ["白桦机械"])
    #expect(Set(report.files.map(\.path)).contains("Archive/plans/bai/2026-04.html"))
    #expect(folder.read("Archive/plans/bai/2026-04.html")?.contains("白桦") == false)
  }
}
