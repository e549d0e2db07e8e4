import Testing

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
    #expect(right.chance(of: .a) == Rational(1, over: 3))
    #expect(right.chance(of: .c) == nil)
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
      now: day("2026-05-06"), calibration: calibration)
    let value = try planner.plan(for: "zhang").customers[0].expectedValue
    #expect(value.amount == Money(units: 250))
    #expect(value.chanceSource == .calibrated)
    #expect(try samplePlan(records).customers[0].expectedValue.amount == Money(units: 50))
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
    let planner = try samplePlanner(records)
    let plan = RecordedPlan(try planner.plan(for: "zhang"))
    #expect(planner.observations(of: plan, until: day("2026-06-05")).isEmpty)
    let observed = planner.observations(of: plan, until: day("2026-06-06"))
    #expect(observed.map(\.hasBought) == [true, false])
  }

  @Test func `has an objective for every class`() {
    for customerClass in CustomerClass.allCases {
      for language in Language.allCases {
        #expect(!customerClass.plan.objective.text(in: language).isEmpty)
      }
    }
  }
}
