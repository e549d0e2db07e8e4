import OrderedJSON
import Phrases
import SalesMethod
import Testing

@testable import PlanData

@Suite struct `The worked example as data` {
  @Test func `has the numbers of the worked example`() throws {
    let json = try PlanSample.json(PlanSample.given())
    let expected = [
      ("schema", "\"salesbook.plan/2\""), ("person", "\"lin\""), ("team", "\"east\""),
      ("asOf", "\"2026-05-06\""), ("period/start", "\"2026-05-01\""),
      ("period/end", "\"2026-05-31\""), ("period/workdays", "19"),
      ("period/calendar", "\"official\""), ("goals/0/target", "350000"),
      ("funnel/stages", "[\"contact\",\"visit\",\"proposal\",\"deal\"]"),
      ("funnel/rates/0/successes", "96"), ("funnel/rates/0/trials", "240"),
      ("funnel/rates/0/wilson95", "[0.340066,0.463085]"),
      ("funnel/rates/0/jeffreys80", "[0.360175,0.441011]"),
      ("factors/conversion", "{\"successes\":12,\"trials\":240}"),
      ("factors/dealSize", "35000"), ("factors/repeat", "1.25"),
      ("outlook/gap", "350000"), ("outlook/noChance", "\"too_few_months\""),
      ("workload/confidence", "0.8"), ("workload/stages/0/mean", "160"),
      ("workload/stages/0/perWeek", "[34,42,42,42]"), ("workload/stages/1/mean", "64"),
      ("workload/stages/2/mean", "24"), ("workload/stages/3/mean", "8"),
      ("outlook/contacts/asked", "160"),
    ]
    for (path, value) in expected { #expect(json[at: path] == value, "\(path)") }
    // Nothing was sold yet: what cannot be told is absent, and no 0.
    for part in ["won", "deals", "existing", "inProgress", "newContacts", "expected"] {
      #expect(json[at: "outlook/" + part] == nil || part == "won", "\(part)")
    }
  }

  @Test func `says what does not fit into the hours and what would mend it`() throws {
    var records = try PlanSample.given()
    records.customers = []
    let json = try PlanSample.json(records)
    let expected = [
      ("hours/needed", "256"), ("hours/available", "76"), ("hours/utilisation", "3.368421"),
      ("feasible", "false"), ("largestFeasibleTarget", "87500"),
      ("levers/0", "{\"lever\":\"dealSize\",\"factor\":4}"),
      ("levers/1", "{\"lever\":\"repeat\",\"factor\":4}"),
      (
        "levers/2",
        "{\"lever\":\"conversion\",\"from\":\"contact\",\"to\":\"visit\",\"closes\":false}"
      ), ("levers/5", "{\"lever\":\"hours\",\"factor\":3.368422}"),
    ]
    for (path, value) in expected { #expect(json[at: "workload/" + path] == value, "\(path)") }
    #expect(
      json[at: "goals/0/checks"]?.contains("\"values\":{\"needed\":256,\"available\":76}") == true)
  }

  @Test func `says why a customer has its class`() throws {
    let json = try PlanSample.json(PlanSample.given())
    let expected = [
      ("id", "\"c1\""), ("name", "\"云杉公司\""), ("class", "\"B\""), ("base", "\"B\""),
      ("potential", "\"A\""), ("state", "{\"M\":\"yes\",\"A\":\"unknown\",\"N\":\"yes\"}"),
      ("missing", "[\"A\"]"), ("closeDate", "\"2026-05-20\""),
    ]
    for (path, value) in expected { #expect(json[at: "customers/0/" + path] == value, "\(path)") }
    #expect(json[at: "customers/0/reason"]?.contains("A") == true)
    #expect(json[at: "customers/0/next"] != nil)
    #expect(json[at: "customers/1/class"] == "\"D\"")
    #expect(json[at: "customers/1/closeDate"] == nil)
    #expect(json[at: "layout/days/0/date"] == "\"2026-05-06\"")
  }

  @Test func `lays every visit on a day or says why not`() throws {
    var records = try PlanSample.given()
    records.givenRates = []
    let json = try PlanSample.json(records)
    guard case .array(let days)? = json.value("layout")?.value("days") else {
      Issue.record("there are no days")
      return
    }
    #expect(days.count == 19)
    let visits = days.compactMap { $0[at: "visits/0"] }
    #expect(
      visits == Array(repeating: "{\"customer\":\"c1\",\"class\":\"B\",\"hours\":1.5}", count: 2))
    #expect(json[at: "layout/unplaced"] == "[]")
  }

  @Test(arguments: [
    "pareto", "attention", "variance", "outlook/chance", "outlook/usualMonth", "pastForecast",
    "customers/0/valueTier",
  ])
  func `leaves out what the data cannot say`(path: String) throws {
    #expect(try PlanSample.json(PlanSample.given())[at: path] == nil)
  }

  @Test func `without rates has notes in place of a workload`() throws {
    var records = try PlanSample.given()
    records.givenRates = []
    let chinese = try PlanSample.json(records)
    for path in ["workload", "outlook/contacts/asked", "funnel/rates", "factors/conversion"] {
      #expect(chinese[at: path] == nil, "\(path)")
    }
    #expect(chinese[at: "notes"]?.contains("缺 activities 表：不计算关注度") == true)
    let english = try PlanSample.json(records, in: .english)
    #expect(english[at: "notes"]?.contains("no activities table") == true)
  }

  @Test func `counts the factors from rows and knows the sales cycle`() throws {
    let json = try PlanSample.json(PlanSample.history())
    let expected = [
      ("factors/developed", "240"),
      ("factors/conversion", "{\"successes\":12,\"trials\":240}"),
      ("factors/dealSize", "35000"), ("factors/repeat", "1.25"),
      ("pareto/customers", "12"), ("outlook/end", "\"2026-05-31\""),
    ]
    for (path, value) in expected { #expect(json[at: path] == value, "\(path)") }
    #expect(json[at: "outlook/evidence"]?.contains("\"kind\":\"firstOrder\"") == true)
    #expect(json[at: "attention/mismatch"] != nil && json[at: "attention/gini"] != nil)
  }

  @Test func `shows how revenue is spread`() throws {
    let json = try PlanSample.json(
      PlanSample.revenues([300, 200, 200, 120, 80, 50, 30, 20, 10, 5, 0, -15]))
    let expected = [
      ("base", "1015"), ("customers", "12"),
      ("top20", "{\"k\":3,\"share\":0.689655,\"atExactly20\":0.571429}"),
      ("for80", "{\"k\":4,\"customerShare\":0.333333}"),
      ("negative", "{\"count\":1,\"sum\":-15}"),
    ]
    for (path, value) in expected { #expect(json[at: "pareto/" + path] == value, "\(path)") }
    #expect(json[at: "attention/mismatch"] == nil)
  }

  @Test func `ranks fewer than ten customers and says nothing of 80 and 20`() throws {
    let json = try PlanSample.json(PlanSample.revenues([300, 200, 100, 50, 20, 10, 5, 3, 1]))
    #expect(json[at: "pareto/customers"] == "9")
    #expect(json[at: "pareto/base"] == "689")
    #expect(json[at: "pareto/top20"] == nil)
    #expect(json[at: "pareto/for80"] == nil)
    #expect(json[at: "customers/0/valueTier"] == "{\"rank\":1,\"share\":0.435414}")
  }

  @Test func `marks the customers that tie across the top fifth`() throws {
    let json = try PlanSample.json(PlanSample.revenues([9, 7, 7, 5, 4, 4, 3, 2, 1, 1]))
    let tiers = (0..<10).compactMap { json[at: "customers/\($0)/valueTier/tied"] }
    #expect(tiers.filter { $0 == "true" }.count == 2)
    #expect(tiers.count == 10)
  }

  @Test func `is the same bytes every time`() throws {
    let records = try PlanSample.history()
    #expect(try PlanSample.json(records).text() == PlanSample.json(records).text())
  }
}
