import Diagnostics
import OrderedJSON
import Phrases
import PlanData
import SalesMethod
import Testing

@testable import Workspace

@Suite struct `Plans that a workspace keeps` {
  /// Lin, Bai and Tao have eight customers each, all C; five of Lin's and Bai's ordered within thirty days
  /// of 1 April.
  private func workspace(settings: String = "kept_plans: Plans\n") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let ids = (1...8).flatMap { ["lin\($0)", "bai\($0)", "tao\($0)"] }
    let customers = ids.map { "\($0),客户\($0),\($0.prefix(3)),5,1,1,1000\n" }
    let orders = ["lin1", "lin2", "bai1", "bai2", "bai3"].map { "\($0),2026-04-09,100\n" }
    let tables = [
      "team.csv": "member,name\nlin,林\nbai,白\ntao,陶\n",
      "customers.csv": "customer_id,name,owner,M,A,N,value_hint\n" + customers.joined(),
      "orders.csv": "customer,date,amount\n" + orders.joined(),
    ]
    for (name, text) in tables { try folder.write("Content/data/" + name, text) }
    try folder.write("Content/index.md", "---\ntitle: 首页\n---\n\n正文\n")
    try folder.write(
      "Content/plan.md", "---\ntitle: 计划\neach: member\n---\n\n::customers\n")
    try folder.write("salesbook.yaml", settings)
    try folder.write("Plans/2026-04-lin.json", Self.kept("lin"))
    try folder.write("Plans/deeper/2026-04-bai.json", Self.kept("bai"))
    try folder.write("Plans/deeper/2026-04-tao.json", Self.kept("tao"))
    return folder
  }

  private static func kept(_ person: String) -> String {
    let customers = (1...8).map {
      #"{"id":"\#(person)\#($0)","name":"客户\#(person)\#($0)","class":"C"}"#
    }
    return """
      {"schema":"salesbook.plan/1","person":"\(person)","asOf":"2026-04-01",
      "period":{"start":"2026-04-01","end":"2026-04-30"},"customers":[
      \(customers.joined(separator: ",\n"))]}
      """
  }

  private func plan(
    _ folder: TemporaryFolder, earlier: [SourceFile] = []
  ) throws -> Parsed<RequestedPlan?> {
    var request = PlanRequest(now: .day(try #require(Day("2026-05-06"))))
    request.source = folder.path
    request.person = "lin"
    request.earlier = earlier
    return try RequestedPlan.read(request)
  }

  @Test func `of everybody measure the chances that a plan uses`() throws {
    let read = try plan(workspace())
    #expect(read.diagnostics == [])
    let plan = try #require(read.value)
    let measured = Rate(successes: 5, trials: 24)
    #expect(plan.plan.chances[2].measured == measured)
    let first = try #require(plan.plan.customers.first).expectedValue
    #expect(first.measured == measured)
    #expect(first.amount == Money(hundredths: 20_833))
    // What was counted of the past is told; a number of the settings beside dated chances would contradict them.
    #expect(plan.text(in: .chinese).contains("以前的计划里 30 天内下单  C 5/24\n"))
    #expect(plan.text(in: .english).contains("In past plans ordered within 30 days  C 5/24\n"))
    #expect(!plan.text(in: .chinese).contains("50%"))
    let data = planJSON(plan.plan, in: .chinese).text()
    #expect(
      data.contains(
        #"{"class":"C","share":0.208333,"source":"calibrated","bought":5,"customers":24}"#))
    #expect(data.contains(#"{"class":"A","share":0.5,"source":"settings"}"#))
  }

  @Test func `set the person's own latest beside the new plan`() throws {
    let plan = try #require(try plan(workspace()).value)
    #expect(plan.classes?.since == Day("2026-04-01"))
    #expect(plan.classes?.migration.moves.allSatisfy { $0.customer.hasPrefix("lin") } == true)
    #expect(plan.classes?.calibration?.lines[2].bought == Rate(successes: 2, trials: 8))
  }

  @Test func `of the first version stand for no month in the record, which says so`() throws {
    let folder = try workspace()
    var request = PlanRequest(now: .day(try #require(Day("2026-05-06"))))
    request.source = folder.path
    let read = try withExtendedLifetime(folder) { try RequestedRecord.read(request, months: 2) }
    let record = try #require(read.value)
    #expect(record.undatedKept == 3 && record.record.entries.allSatisfy { !$0.said.isKept })
    #expect(record.text(in: .chinese).contains("\n3 份留存的计划没有整月到月末的区间"))
    #expect(record.text(in: .english).contains("\n3 kept plans say nothing of a whole month"))
  }

  @Test func `measure nothing with fewer than ten customers`() throws {
    let given = [SourceFile(path: "april.json", text: Self.kept("lin"))]
    let plan = try #require(try plan(workspace(settings: ""), earlier: given).value)
    #expect(plan.plan.chances[2].measured == nil)
    #expect(plan.classes?.since == Day("2026-04-01"))
  }

  @Test func `count once where they are given and kept`() throws {
    let given = [SourceFile(path: "april.json", text: Self.kept("lin"))]
    let plan = try #require(try plan(workspace(), earlier: given).value)
    #expect(plan.plan.chances[2].measured == Rate(successes: 5, trials: 24))
  }

  @Test func `of others alone are told of, since nobody moved in them`() throws {
    let given = [SourceFile(path: "bai.json", text: Self.kept("bai"))]
    let read = try plan(workspace(settings: ""), earlier: given)
    #expect(read.value?.classes == nil)
    let problem = try #require(read.diagnostics.first)
    #expect(problem.id == "earlier-plan.person" && problem.severity == .warning)
    #expect(problem.place.path == "bai.json" && problem.fix != nil && problem.expected != nil)
  }

  @Test func `that are empty were lost, as on a full disk, and are errors`() throws {
    let folder = try workspace()
    try folder.write("Plans/2026-05-lin.json", "")
    let read = try plan(folder)
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.id) == ["kept-plan.empty"])
    #expect(read.diagnostics.first?.place.path == "Plans/2026-05-lin.json")
  }

  @Test func `are read from a folder given`() throws {
    let folder = try workspace(settings: "")
    let found = try earlierPlans(folder("Plans"))
    #expect(
      found.map(\.path).map { $0.dropFirst(folder.path.count + 1) }
        == ["2026-04-lin", "deeper/2026-04-bai", "deeper/2026-04-tao"].map { "Plans/\($0).json" })
    #expect(try earlierPlans(folder("Plans/2026-04-lin.json")).count == 1)
    #expect(try plan(folder, earlier: found).value?.plan.chances[2].measured?.trials == 24)
  }

  @Test func `measure the chances on everybody's pages, and show nobody's customers to others`()
    async throws
  {
    let folder = try workspace()
    for jobs in [1, 3] {
      var request = BuildRequest(now: .day(try #require(Day("2026-05-06"))), jobs: jobs)
      request.source = folder.path
      request.output = folder("Output\(jobs)")
      let report = try await buildSite(request, progress: ProgressLine(isShown: false))
      #expect(Set(report.diagnostics.map(\.id)).subtracting(["plan.no-goal"]) == [])
    }
    let page = try #require(folder.read("Output1/plans/lin/plan.html"))
    #expect(page.contains("以前的计划里 30 天内下单 5/24") && page.contains("客户lin1"))
    #expect(!page.contains("bai"))
    #expect(page == folder.read("Output3/plans/lin/plan.html"))
  }

  @Test func `that are none stop the build at their file`() async throws {
    let folder = try workspace()
    try folder.write("Plans/broken.json", "{\"schema\":\"other\"}")
    var request = BuildRequest(now: .day(try #require(Day("2026-05-06"))), writes: false)
    request.source = folder.path
    let report = try await buildSite(request, progress: ProgressLine(isShown: false))
    let found = report.diagnostics.filter { $0.id != "plan.no-goal" }
    #expect(found.map(\.id) == ["kept-plan.format"])
    #expect(found.first?.place.path == "Plans/broken.json")
  }

  @Test(arguments: ["Content", "Content/data", "Content/data/Plans", "Output/plans", "Templates"])
  func `lie in a folder of their own`(name: String) throws {
    let read = try plan(workspace(settings: "kept_plans: \(name)\n"))
    let problem = try #require(read.diagnostics.first)
    #expect(problem.id == "settings.kept-plans")
    #expect((problem.place.path, problem.place.line) == ("salesbook.yaml", 1))
    #expect(problem.expected != nil && problem.fix != nil)
  }
}
