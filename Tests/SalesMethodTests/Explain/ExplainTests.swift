import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `An explanation` {
  @Test func `of a customer says what would change the class`() throws {
    var records = WorkedExample.given()
    let place = Row(path: "customers.csv", line: 7)
    records.customers = [
      Customer(
        id: "c1", name: "甲", purchasingPower: .yes, need: .yes, closeDate: day("2026-05-20"),
        row: place)
    ]
    let planner = try samplePlanner(records)
    let plan = try planner.plan(for: "zhang")
    for what in ["c1", "甲"] {
      let result = try planner.explain(what, in: plan)
      #expect(result.title.chinese == "客户“甲”为什么是 B")
      #expect(result.changes.map(\.chinese).contains("若 A 为是：A"))
      #expect(result.rows == [place])
    }
  }

  @Test func `of a stage calls it and its weeks by their names`() throws {
    let planner = try samplePlanner(WorkedExample.given())
    let plan = try planner.plan(for: "zhang")
    let weeks = try planner.explain("workload.stages.contact.perWeek", in: plan)
    #expect(weeks.title.chinese == "“首次接触”按周的数量")
    #expect(weeks.inputs.first?.name.english == "2026-W19 (2026-05-06..2026-05-09)")
    let rate = try planner.explain("funnel.rates.contact", in: plan)
    #expect(rate.title.chinese == "首次接触→拜访 转化率")
    #expect(rate.title.english == "Conversion first contact → visit")
    #expect(rate.inputs.map(\.name.chinese).prefix(2) == ["拜访", "首次接触"])
  }

  @Test func `of a part that is a dash says why`() throws {
    let planner = try samplePlanner(WorkedExample.given())
    let plan = try planner.plan(for: "zhang")
    #expect(plan.outlook.toldDeals == nil && plan.outlook.toldExisting == nil)
    for key in ["deals", "existing", "inProgress"] {
      let answer = try planner.explain("outlook." + key, in: plan)
      #expect(answer.result.chinese == "—")
      #expect(answer.formula.chinese.contains("有结果的记录不足 5 个"), "\(answer.formula.chinese)")
    }
  }

  @Test func `of a scale gives everything it is reckoned from`() throws {
    let planner = try samplePlanner(WorkedExample.history())
    let plan = try planner.plan(for: "zhang")
    let (outlook, adjustment) = (plan.outlook, plan.outlook.adjustment)
    let usual = try #require(outlook.usualMonth)
    let basis = outlook.scaleBasis
    let mixed = adjustment.blend * Double(usual.hundredths) * basis.share / basis.expected
    #expect(abs(outlook.scale - adjustment.bias * (1 - adjustment.blend) - mixed) < 1e-3)
    let before = 12 * adjustment.expected / Double(adjustment.months)
    let bias = (adjustment.actual + before) / (adjustment.expected + before)
    #expect(abs(adjustment.bias - bias) < 1e-12)
    let scale = try planner.explain("outlook.scale", in: plan)
    #expect(
      scale.inputs.map(\.name.english) == [
        "bias", "weight of a usual month", "usual month", "share of working days left",
        "expected before any correction",
      ])
    let learned = try planner.explain("outlook.adjustment.bias", in: plan)
    #expect(
      learned.inputs.map(\.name.english).prefix(3) == [
        "Σ actual", "Σ expected (before any correction)", "months",
      ])
    let new = try planner.explain("outlook.newContacts", in: plan)
    let size = try #require(outlook.orderSize)
    let brought = outlook.newOrders * size.mean * outlook.scale
    #expect(abs(Double(outlook.newContacts.hundredths) - brought) <= 50)
    #expect(new.inputs.map(\.name.english).contains("orders expected"))
    #expect(new.inputs.contains { $0.name.english.hasPrefix("mean order") })
  }

  @Test func `of a number names the rows it was counted from`() throws {
    var records = WorkedExample.history()
    for position in records.activities.indices {
      records.activities[position].row = Row(path: "activities.csv", line: position + 2)
    }
    for position in records.orders.indices {
      records.orders[position].row = Row(path: "orders.csv", line: position + 2)
    }
    let planner = try samplePlanner(records)
    let plan = try planner.plan(for: "zhang")
    #expect(try planner.explain("factors.dealSize", in: plan).result.english == "35,000")
    #expect(try planner.explain("factors.dealSize", in: plan).rows.count == 15)
    let developed = try planner.explain("factors.developed", in: plan)
    #expect(developed.result.english == "240" && developed.rows.count == 240)
    let rate = try planner.explain("funnel.rates.contact", in: plan)
    #expect(rate.result.english == "96/240 = 40%")
    #expect(rate.rows.count == 240 + 96)
    let looked = try planner.explain("attention.mismatch", in: plan).rows
    #expect(looked.count { $0.path == "activities.csv" } == 240 + 96 + 36)
    #expect(looked.count { $0.path == "orders.csv" } == 15)
    #expect(try planner.explain("g1", in: plan).inputs.count == plan.goals[0].checks.count)
  }

  @Test func `is not made up`() throws {
    let planner = try samplePlanner(WorkedExample.given())
    let plan = try planner.plan(for: "zhang")
    for name in ["nothing", "workload.", "workload.stages.none", "lag.luck", "forecast.luck", ""] {
      #expect(throws: MethodFailure.nothingToExplain(name)) {
        try planner.explain(name, in: plan)
      }
    }
  }

  @Test func `of a group of numbers answers each of them`() throws {
    let planner = try samplePlanner(WorkedExample.given())
    let plan = try planner.plan(for: "zhang")
    let goal = try #require(plan.goals.first?.goal.id)
    let whole = try planner.explain("goals.\(goal).checks", in: plan)
    let one = try planner.explain("goals.\(goal).checks.A3", in: plan)
    #expect(
      whole.inputs.contains {
        $0.name.english.hasPrefix("goals.\(goal).checks.A3 ") && $0.value == one.result
      })
    #expect(whole.inputs.count > 5)
    #expect(whole.inputs.allSatisfy { $0.name.english.hasPrefix("goals.\(goal).checks.") })
  }

  @Test func `of a team's goal sums up its members and names the rows of its parts`() throws {
    var records = WorkedExample.history()
    records.teams = [Team(id: "east", name: "华东", row: row)]
    records.members[0].team = "east"
    records.goals[0].parent = "team"
    records.goals[0].row = Row(path: "goals.yaml", line: 9)
    records.goals.append(goal("team", 350_000, owner: "east"))
    records.goals[1].row = Row(path: "goals.yaml", line: 20)
    records.orders.append(order("c1", "2026-05-04", 1_000))
    let planner = try samplePlanner(records)
    let plan = try planner.plan(for: "zhang")
    let part = try #require(try planner.explain(teamGoal: "goals.team.checks.C1", beside: plan))
    #expect(part.rows.filter { $0.path == "goals.yaml" }.map(\.line) == [9, 20])
    let reached = try #require(try planner.explain(teamGoal: "goals.team.actual", beside: plan))
    #expect(reached.value?.plain == "1000")
    #expect(try planner.explain(teamGoal: "team", beside: plan) != nil)
    for name in ["goals.g1", "goals.teams", "g1", "east", ""] {
      #expect(try planner.explain(teamGoal: name, beside: plan) == nil)
    }
  }

  @Test func `of a note names the rows that it is about`() throws {
    var records = WorkedExample.given()
    records.customers = ["c1", "c2"].map {
      Customer(id: $0, name: $0, owner: "zhang", row: Row(path: "customers.csv", line: 2))
    }
    records.presentTables += ["customers", "deals", "orders", "activities"]
    records.deals = [
      Deal(
        customer: "c1", amount: Money(units: 9), status: .won, created: day("2026-04-20"),
        closed: day("2026-04-01"), row: Row(path: "deals.csv", line: 5)),
      Deal(
        customer: "c2", amount: Money(units: 9), status: .won, created: day("2026-04-02"),
        row: Row(path: "deals.csv", line: 6)),
    ]
    records.orders = [
      Order(
        customer: "c2", date: day("2026-05-07"), amount: Money(units: 9),
        row: Row(path: "orders.csv", line: 3)),
      Order(
        customer: "c2", date: day("2026-05-06"), amount: Money(units: 9),
        row: Row(path: "orders.csv", line: 4)),
    ]
    let planner = try samplePlanner(records)
    let plan = try planner.plan(for: "zhang")
    let unused = try planner.explain("notes.unused_rows", in: plan)
    #expect(unused.rows == [Row(path: "deals.csv", line: 5), Row(path: "deals.csv", line: 6)])
    #expect(unused.result.english.hasPrefix("1 row was not used"))
    #expect(unused.result.english.contains("; 1 row was not used"))
    let later = try planner.explain("notes.later_orders", in: plan)
    #expect(later.rows == [Row(path: "orders.csv", line: 3)])
    let today = try planner.explain("notes.sold_today", in: plan)
    #expect(today.rows == [Row(path: "orders.csv", line: 4)])
    let assumed = try planner.explain("notes.rate_given", in: plan)
    #expect(assumed.rows.isEmpty)
    #expect(throws: MethodFailure.nothingToExplain("notes.nothing_such")) {
      try planner.explain("notes.nothing_such", in: plan)
    }
  }
}
