import Diagnostics
import OrderedJSON
import Phrases
import PlanData
import SalesMethod
import Testing
import Wording

@testable import Workspace

@Suite struct `An earlier plan given with since` {
  /// Customers a and b of whom a was A on 1 April, b was B, and gone was C; a ordered in time.
  private static let earlier = """
    {"schema":"salesbook.plan/1","person":"lin","asOf":"2026-04-01",
    "period":{"start":"2026-04-01","end":"2026-04-30"},"customers":[
    {"id":"a","name":"甲","class":"A"},{"id":"b","name":"乙","class":"B"},
    {"id":"gone","name":"丁","class":"C"}]}
    """

  private func requested(
    _ earlier: String?, now: String = "2026-05-06"
  ) throws -> Parsed<RequestedPlan?> {
    let folder = try TemporaryFolder()
    let tables = [
      "team.csv": "member,name\nlin,林\n",
      "customers.csv":
        "customer_id,name,M,A,N\na,甲,5,5,5\nb,乙,5,5,1\nnew,丙,1,1,1\n",
      "orders.csv": "customer,date,amount\na,2026-05-01,100\nb,2026-05-02,100\n",
    ]
    for (name, text) in tables { try folder.write("Content/data/" + name, text) }
    var request = PlanRequest(now: .day(try #require(Day(now))))
    request.source = folder.path
    request.period = .month(5, of: 2026)
    request.earlier = earlier.map { [SourceFile(path: "april.json", text: $0)] } ?? []
    return try RequestedPlan.read(request)
  }

  @Test func `shows in the data who moved and how many bought within thirty days`() throws {
    let read = try requested(Self.earlier)
    let plan = try #require(read.value)
    #expect(read.diagnostics == [])
    let text = planJSON(plan.plan, in: .chinese, classes: plan.classes).text()
    #expect(
      text.contains(
        #""classes":{"since":"2026-04-01","moves":[{"customer":"a","name":"甲","from":"A","to":"B"},"#
          + #"{"customer":"gone","name":"丁","from":"C"},{"customer":"new","name":"丙","to":"D"}],"#
          + #""stayed":1,"horizonEnd":"2026-05-01","calibration":[{"class":"A","bought":1,"#
          + #""customers":1,"wilson95":["#))
    #expect(text.contains(#"{"class":"B","bought":0,"customers":1,"#))
  }

  @Test func `shows the same as text`() throws {
    let text = try #require(try requested(Self.earlier).value).text(in: .chinese)
    #expect(text.contains("自 2026-04-01 起类别变化 3 位\n  A → B  甲\n  C → —  丁\n  — → D  丙\n"))
    #expect(text.contains("其中到 2026-05-01 下单的  A 1/1  B 0/1\n"))
  }

  @Test func `is explained by its keys`() throws {
    let plan = try #require(try requested(Self.earlier).value)
    let moves = try #require(plan.explain("classes.migration").value)
    #expect(moves.inputs.map(\.value.english) == ["A → B", "C → —", "— → D"])
    #expect(moves.result.english == "3 moved, 1 stayed")
    let held = try #require(plan.explain("classes.calibration").value)
    #expect(held.inputs[0].value.english.hasPrefix("1/1, 95 % "))
    #expect(held.result.english == "A did not do worse than B beyond doubt")
  }

  @Test func `before its horizon is over says when the classes can be judged`() throws {
    let late = Self.earlier.replacing("2026-04-01\",\n", with: "2026-04-20\",\n")
    let plan = try #require(try requested(late).value)
    #expect(plan.classes?.calibration == nil)
    #expect(plan.text(in: .chinese).contains("2026-05-20 之后才知道类别是否应验"))
    let problem = try #require(plan.explain("classes.calibration").diagnostics.first)
    #expect(problem.message.english.contains("known only after 2026-05-20"))
  }

  @Test func `is asked for where it is missing`() throws {
    let plan = try #require(try requested(nil).value)
    #expect(!planJSON(plan.plan, in: .english, classes: plan.classes).text().contains("classes"))
    let problem = try #require(plan.explain("classes.migration").diagnostics.first)
    #expect(problem.id == "explain.no-earlier-plan")
    #expect(problem.message.english.contains("do not say which classes customers had before"))
    #expect(
      plan.explain("classes.migratio").diagnostics.first?.fix?.english
        == "did you mean “classes.migration”?"
    )
  }

  @Test(
    arguments: [
      ("{\"schema\":\"other\"}", "kept-plan.format", 0), ("", "kept-plan.empty", 0),
      (" \n", "kept-plan.empty", 0),
      (earlier.replacing("\"class\":\"B\"", with: "\"class\":\"E\""), "kept-plan.customer", 3),
      (earlier.replacing("\"id\":\"gone\",", with: ""), "kept-plan.customer", 4),
    ] as [(String, String, Int)])
  func `that is no such plan is refused`(text: String, id: String, line: Int) throws {
    let read = try requested(text)
    #expect(read.value == nil)
    #expect(read.diagnostics.map(\.id) == [id])
    #expect(read.diagnostics.first?.place.path == "april.json")
    #expect(read.diagnostics.first?.place.line == line)
    #expect(read.diagnostics.first?.expected != nil && read.diagnostics.first?.fix != nil)
  }
}
