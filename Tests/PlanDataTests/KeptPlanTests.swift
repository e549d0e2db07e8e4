import Diagnostics
import Foundation
import OrderedJSON
import SalesMethod
import Testing

@testable import PlanData

@Suite struct `A plan that was kept` {
  private func file(_ text: String) -> SourceFile { SourceFile(path: "kept.json", text: text) }

  @Test func `of the first version is still read`() throws {
    let path = "Tests/salesbookTests/Cases/plan-since-first-version/workspace/may.json"
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: path)
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.contains("\"schema\": \"salesbook.plan/1\""))
    let read = readKeptPlan(file(text))
    #expect(read.diagnostics == [])
    let plan = try #require(read.value)
    #expect(plan.person == "lin" && plan.asOf == Day("2026-05-06"))
    #expect(plan.periodEnd == Day("2026-05-31"))
    #expect(plan.customers.map(\.customerClass) == [.a, .b])
    // Its amounts had no date: they can not be held against a month.
    #expect(plan.outlook == nil)
  }

  @Test func `of this version gives back its classes and what it said of the month`() throws {
    let json = try PlanSample.json(PlanSample.history())
    let plan = try #require(readKeptPlan(file(json.text())).value)
    #expect(plan.customers.count == 240)
    let said = try #require(plan.outlook)
    #expect(said.member == "lin" && said.isKept && said.month == DayRange.month(5, of: 2026))
    #expect(said.target == Money(units: 350_000))
    #expect(said.expected.description == json[at: "outlook/expected"])
    #expect("[\(said.low),\(said.high)]" == json[at: "outlook/interval80"])
  }

  @Test(arguments: [
    ("\"start\":\"2026-05-01\"", "\"start\":\"2026-05-02\""),
    ("\"interval80\":", "\"interval81\":"), ("\"expected\":", "\"expectation\":"),
  ])
  func `that says nothing of a whole month is held against none`(right: String, wrong: String)
    throws
  {
    let text = try PlanSample.json(PlanSample.history()).text()
    #expect(text.contains(right))
    let plan = try #require(readKeptPlan(file(text.replacing(right, with: wrong))).value)
    #expect(plan.outlook == nil && plan.customers.count == 240)
  }

  @Test func `of another version is refused, with how to keep one`() {
    let read = readKeptPlan(file("{\"schema\":\"salesbook.plan/3\",\"person\":\"lin\"}"))
    #expect(read.value == nil && read.diagnostics.map(\.id) == ["kept-plan.format"])
  }
}
