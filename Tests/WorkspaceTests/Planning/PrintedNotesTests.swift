import Diagnostics
import OrderedJSON
import Phrases
import PlanData
import SalesMethod
import Testing
import Wording

@testable import Workspace

/// What a reader should know of the numbers: the same on a page, as text and as data.
@Suite struct `Every note of a plan` {
  private static let views =
    "---\neach: member\naudience: [self]\n---\n::goal\n\n::customers\n\n::pareto\n\n::deals\n\n::formula\n\n::workload"
    + "\n\n::forecast\n\n::record\n\n::calendar\n\n::daysheet\n"
  private static let rates =
    "from,to,successes,trials\ncontact,visit,96,240\nvisit,proposal,36,96\nproposal,deal,12,36\n"
  private static let goal =
    "- {id: g, owner: lin, dimension: performance, metric: amount, target: 350000, "
    + "start: 2026-05-01, end: 2026-05-31}\n"

  @Test(arguments: [
    ["goals.yaml": goal, "rates.csv": rates, "factors.csv": "deal_size,repeat\n35000,1.25\n"],
    ["customers.csv": "customer_id,name\nc1,云杉\n"],
    [
      "goals.yaml": goal, "rates.csv": rates, "factors.csv": "deal_size,repeat\n35000,1.25\n",
      "customers.csv": "customer_id,name\nc1,云杉\nc2,白桦\n",
      "orders.csv": "customer,date,amount\nc1,2026-05-06,9000\nc1,2026-04-02,7000\n",
      "deals.csv":
        "customer,amount,status,expected_close,closed\nc1,40000,open,2026-04-20,\n"
        + "c2,90000,won,,2026-03-01\n",
    ],
  ])
  func `stands on the page, in the text and in the data`(tables: [String: String]) async throws {
    let folder = try TemporaryFolder()
    try folder.write("Content/data/team.csv", "member,name\nlin,林\n")
    for (name, text) in tables { try folder.write("Content/data/" + name, text) }
    try folder.write("Content/plan.md", Self.views)
    let now = Now.day(try #require(Day("2026-05-06")))
    var request = BuildRequest(now: now, jobs: 1)
    request.source = folder.path
    let report = try await buildSite(request, progress: ProgressLine(isShown: false))
    #expect(!report.diagnostics.hasErrors)
    var asked = PlanRequest(now: now)
    asked.source = folder.path
    let made = try #require(try RequestedPlan.read(asked).value)
    let page = try #require(
      try folder.files(under: "Output").first { $0.value.contains("class=\"view goal\"") }?.value)
    let printed = page.split(separator: "<ul class=\"notes\">").dropFirst().flatMap { list in
      (list.split(separator: "</ul>", maxSplits: 1).first ?? "").split(separator: "<li>")
        .compactMap { $0.split(separator: "</li>", maxSplits: 1).first.map(String.init) }
        .filter { $0 != "\n" }
    }
    let notes = made.plan.notes.map { $0.text(in: .chinese) }
    #expect(!notes.isEmpty)
    #expect(printed.sorted() == notes.sorted())
    let data = planJSON(made.plan, in: .chinese).text()
    for note in notes {
      #expect(made.text(in: .chinese).contains("- " + note), "\(note)")
      #expect(data.contains(note), "\(note)")
    }
    for check in made.plan.goals.flatMap(\.checks)
    where check.status == .fail || check.status == .warn {
      let finding = check.finding.text(in: .chinese)
      #expect(page.contains(finding) && data.contains(finding), "\(finding)")
    }
  }
}
