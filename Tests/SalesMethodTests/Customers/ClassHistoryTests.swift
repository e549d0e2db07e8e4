import Phrases
import Testing
import Wording

@testable import SalesMethod

@Suite struct `The history of classes` {
  @Test func `is calibrated with an interval, and warns where A did worse than B`() {
    func observed(_ customerClass: CustomerClass, _ bought: Int, of all: Int)
      -> [Calibration.Observation]
    {
      (0..<all).map { Calibration.Observation(customerClass, hasBought: $0 < bought) }
    }
    let right = Calibration(observed(.a, 12, of: 36) + observed(.b, 2, of: 40))
    #expect(right.lines[0].bought == Rate(successes: 12, trials: 36))
    #expect(isClose(right.lines[0].interval?.low, 0.202146))
    #expect(right.measured(.a) == Rate(successes: 12, trials: 36))
    #expect(right.measured(.c) == nil)
    #expect(Calibration(observed(.b, 4, of: 10)).measured(.b) == Rate(successes: 4, trials: 10))
    #expect(Calibration(observed(.b, 4, of: 9)).measured(.b) == nil)
    #expect(!right.isReversed)
    #expect(Calibration(observed(.a, 2, of: 40) + observed(.b, 30, of: 36)).isReversed)
  }

  @Test func `feeds the expected value`() throws {
    var records = WorkedExample.given()
    records.customers = [
      Customer(id: "c1", name: "甲", valueHint: Money(units: 1000), row: row)
    ]
    let calibration = Calibration(
      (0..<20).map { Calibration.Observation(.c, hasBought: $0 < 5) })
    let planner = try Planner(
      RecordIndex(records), settings: MethodSettings(), period: #require(.month(5, of: 2026)),
      now: day("2026-05-06"), chances: MeasuredChances(calibration))
    let value = try planner.plan(for: "zhang").customers[0].expectedValue
    #expect(value.amount == Money(units: 250))
    #expect(value.chanceSource == .calibrated)
    #expect(value.measured == Rate(successes: 5, trials: 20))
    let plain = try samplePlan(records)
    #expect(plain.customers[0].expectedValue.amount == Money(units: 50))
    #expect(plain.customers[0].expectedValue.measured == nil)
    #expect(plain.chances.map(\.share) == [500, 200, 50, 0].map { Rational($0, over: 1000) })
  }

  @Test func `is measured on the first plan of each month of each member`() throws {
    var records = WorkedExample.given()
    records.presentTables.append("orders")
    records.customers = (0..<12).map { Customer(id: "c\($0)", name: "甲", row: row) }
    records.orders = [order("c1", "2026-03-20", 10), order("c2", "2026-04-20", 10)]
    let index = RecordIndex(records)
    func plan(_ person: String, _ date: String, _ customers: Range<Int>) throws -> RecordedPlan {
      RecordedPlan(
        person: person, asOf: day(date), periodEnd: day(date),
        customers: customers.map {
          RecordedPlan.Customer(id: "c\($0)", name: "", customerClass: .c)
        })
    }
    var kept = KeptPlans(index, near: .days(30), today: day("2026-05-06"), latestOf: "zhang")
    #expect(kept.chances.calibration(of: "zhang") == nil)
    // The 15th of March looks at the customers of the 2nd again; c20 is not in the tables any more.
    for (person, date, customers) in [
      ("zhang", "2026-03-15", 0..<8), ("zhang", "2026-03-02", 0..<8),
      ("zhang", "2026-04-06", 7..<8),
      ("zhang", "2026-04-02", 0..<8), ("li", "2026-03-02", 8..<12), ("li", "2026-02-02", 20..<21),
    ] { kept.add(try plan(person, date, customers)) }
    // Two persons are too few to be counted together: zhang's sixteen alone.
    #expect(
      kept.chances.calibration(of: "zhang")?.measured(.c) == Rate(successes: 2, trials: 16))
    #expect(kept.chances.calibration(of: "li")?.measured(.c) == nil)
    #expect(kept.chances.calibration(of: "wang") == nil)
    kept.add(try plan("wang", "2026-03-02", 3..<6))
    #expect(
      kept.chances.calibration(of: "li")?.measured(.c) == Rate(successes: 2, trials: 23))
    #expect(kept.latest?.asOf == day("2026-04-06"))
    records.presentTables = []
    kept = KeptPlans(RecordIndex(records), near: .days(30), today: day("2026-05-06"))
    kept.add(try plan("zhang", "2026-03-02", 0..<8))
    #expect(kept.chances.calibration(of: "zhang") == nil)
  }

  @Test func `shows who moved`() throws {
    var records = WorkedExample.given()
    func customer(_ id: String, _ need: LetterEntry) -> Customer {
      Customer(
        id: id, name: id, purchasingPower: .yes, decisionPower: .yes, need: need, row: row)
    }
    records.customers = [customer("stays", .yes), customer("falls", .yes), customer("goes", .no)]
    let before = RecordedPlan(try samplePlan(records))
    records.customers = [customer("stays", .yes), customer("falls", .no), customer("comes", .no)]
    records.customers[1].purchasingPower = .no
    let matrix = MigrationMatrix(from: before, to: RecordedPlan(try samplePlan(records)))
    #expect(matrix.moves.map(\.customer) == ["comes", "falls", "goes", "stays"])
    #expect(matrix.count(from: .b, to: .b) == 1)
    #expect(matrix.count(from: .b, to: .c) == 1)
    #expect(matrix.count(from: nil, to: .b) == 1)
    #expect(matrix.count(from: .b, to: nil) == 1)
  }

  @Test func `of an earlier plan counts orders within the horizon, once that is over`() throws {
    var records = WorkedExample.given()
    records.customers = [
      Customer(id: "c1", name: "甲", row: row), Customer(id: "c2", name: "乙", row: row),
    ]
    records.orders = [order("c1", "2026-06-05", 10), order("c2", "2026-06-06", 10)]
    records.presentTables.append("orders")
    let planner = try samplePlanner(records)
    let plan = RecordedPlan(try planner.plan(for: "zhang"))
    func outcome(_ date: String) -> ClassOutcome? {
      ClassOutcome(of: plan, near: .days(30), in: planner.index, before: day(date))
    }
    #expect(outcome("2026-06-05") == nil)
    #expect(outcome("2026-06-06")?.customers.total == 2)
    #expect(outcome("2026-06-06")?.bought.total == 1)
  }

  @Test func `has an objective for every class`() {
    for customerClass in CustomerClass.allCases {
      for language in Language.allCases {
        #expect(!customerClass.plan.objective.text(in: language).isEmpty)
      }
    }
  }
}
