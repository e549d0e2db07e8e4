import Diagnostics
import Foundation
import OrderedJSON
import Phrases
import Rulebook
import SalesMethod
import Testing
import YAML

@testable import PlanData

private let root = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// A file of the repository, read as JSON.
func storedDocument(_ path: String) throws -> JSON {
  let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
  let parsed = parseYAML(SourceFile(path: path, text: text))
  #expect(parsed.diagnostics == [])
  return JSON(try #require(parsed.value))
}

/// The schema that is published.
func planSchema() throws -> SchemaValidator {
  SchemaValidator(root: try storedDocument("Documentation/schemas/plan.schema.json"))
}

@Suite struct `The schema of the plan as data` {
  @Test func `holds for plans of rates by hand, of rows, of returns and of nothing`() throws {
    let validator = try planSchema()
    var mixed = try PlanSample.given()
    mixed.givenRates[0] = GivenRate(
      from: "contact", to: "visit", successes: 1, trials: 2, row: Row(path: "rates.csv", line: 2))
    var nothing = SalesRecords()
    nothing.members = [Member(id: "lin", name: "林", row: Row(path: "team.csv", line: 2))]
    let samples = [
      try PlanSample.given(), try PlanSample.history(), mixed, nothing,
      try PlanSample.revenues([300, 200, 200, 120, 80, 50, 30, 20, 10, 5, 0, -15]),
      try PlanSample.revenues([300, 200, 100]),
    ]
    for records in samples {
      #expect(validator.complaints(try PlanSample.json(records)) == [])
    }
  }

  @Test func `holds for a plan beside an earlier one`() throws {
    let planner = try Planner(
      RecordIndex(PlanSample.history()), settings: MethodSettings(),
      period: #require(.month(5, of: 2026)), now: PlanSample.day("2026-05-06"))
    let plan = try planner.plan(for: "lin")
    let earlier = RecordedPlan(
      person: "lin", asOf: try PlanSample.day("2026-04-01"),
      periodEnd: try PlanSample.day("2026-04-30"),
      customers: [
        RecordedPlan.Customer(id: "c1", name: "c1", customerClass: .a),
        RecordedPlan.Customer(id: "gone", name: "gone", customerClass: .b),
      ])
    let history = planner.classHistory(of: earlier, beside: plan)
    #expect(try planSchema().complaints(planJSON(plan, in: .english, classes: history)) == [])
  }

  @Test func `holds for a plan with the company's own checks`() throws {
    let text = "checks: [{id: gap, if: goal.gap > 1 元, say: {en: a gap, zh-Hans: 缺口}, level: fail}]"
    let settings = readSettings(SourceFile(path: "salesbook.yaml", text: text)).value
    let planner = try Planner(
      RecordIndex(PlanSample.given()), settings: settings.method,
      period: #require(.month(5, of: 2026)), now: PlanSample.day("2026-05-06"))
    let plan = try planner.plan(for: "lin")
    let checks = CompanyChecks(settings).findings(in: plan, .english)
    #expect(checks.diagnostics == [])
    let data = planJSON(plan, in: .english, checks: checks.value)
    #expect(try planSchema().complaints(data) == [])
    let part = "\"checks\":[{\"id\":\"gap\",\"status\":\"fail\",\"message\":\"a gap\"}]"
    #expect(data.text().contains(part))
  }

  @Test func `holds for a plan beside the forecast of the month before`() throws {
    var records = try PlanSample.history()
    var april = records.goals[0]
    (april.start, april.end) = (
      try PlanSample.day("2026-04-01"), try PlanSample.day("2026-04-30")
    )
    records.goals.append(april)
    let json = try PlanSample.json(records)
    #expect(try planSchema().complaints(json) == [])
    let text = json.text()
    let past = try #require(text.firstRange(of: #""pastForecast":{"period":"2026-04""#))
    let rest = text[past.lowerBound...]
    for key in [#""contacts":"#, #""0.5":"#, #""band":["#, #""reached":"#] {
      #expect(rest.contains(key))
    }
  }

  @Test func `holds for what the program prints`() throws {
    let printed = try storedDocument("Tests/salesbookTests/Cases/plan-json/expected-stdout")
    #expect(try planSchema().complaints(printed) == [])
  }

  @Test(arguments: [
    ("\"class\":\"B\"", "\"class\":\"E\"", "/customers/0/class: enum"),
    ("\"person\":\"lin\",", "", ": required \"person\""),
    ("\"workdays\":19", "\"workdays\":\"19\"", "/period/workdays: type"),
    ("\"workdays\":19", "\"workdays\":-1", "/period/workdays: minimum"),
    ("\"end\":\"2026-05-31\"", "\"end\":\"May\"", "/period/end: pattern"),
    ("\"dealSize\":35000", "\"dealSizes\":35000", "/factors: unknown dealSizes"),
    ("\"successes\":12,\"trials\":240", "\"successes\":12", "/factors/conversion: anyOf"),
  ])
  func `refuses what a plan never says`(right: String, wrong: String, complaint: String) throws {
    let text = try PlanSample.json(PlanSample.given()).text()
    #expect(text.contains(right))
    let changed = parseYAML(SourceFile(path: "plan.json", text: text.replacing(right, with: wrong)))
    #expect(
      try planSchema().complaints(JSON(#require(changed.value))).contains(complaint))
  }
}
