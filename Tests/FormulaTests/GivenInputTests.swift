import Diagnostics
import Formula
import OrderedJSON
import Testing

@Suite struct `An input that starts at a name's value` {
  private var scope: Scope {
    var scope = Scope()
    let perDeal = Units.standard.unit(named: "元/单") ?? .none
    let yuan = Units.standard.unit(named: "元") ?? .none
    scope.define("goal.amount", number: Rational(350_000), unit: yuan)
    scope.define("history.deal_size", number: Rational(100_000, over: 3), unit: perDeal)
    scope.define("history.rate", number: Rational(3, over: 8), style: .percent)
    scope.define("history.nobody", missing: perDeal)
    scope.define("customers.name", texts: ["云杉"])
    scope.define("goal.nothing", number: Rational(0), unit: yuan)
    return scope
  }

  private func input(_ text: String) -> Input? {
    let evaluation = calculate("x = ? \(text)", at: origin, in: scope)
    #expect(evaluation.diagnostics.isEmpty, "\(evaluation.diagnostics)")
    guard case .input(let input)? = evaluation.value["x"]?.definition.formula else { return nil }
    return input
  }

  @Test(arguments: [
    ("goal.amount", "350000 元", "", ""),
    ("goal.amount 万元 in 50%..150% step 1", "350000 万元", "170000..530000", "10000"),
    ("goal.amount 万元 in 20..50 step 5%", "350000 万元", "200000..500000", "17500"),
    ("goal.amount in 10万元..100 万元", "350000 元", "100000..1000000", ""),
    ("goal.amount in 36 万元..50 万元", "350000 元", "350000..500000", ""),
    ("history.deal_size in 50%..200%", "100000/3 元/单", "50000/3..200000/3", ""),
    ("history.rate in 1%..100% step 1%", "3/8 %", "1/100..1", "1/100"),
    ("history.rate % in 50..100", "3/8 %", "3/8..1", ""),
    ("history.nobody in 50%..200% step 1000", " 元/单", "", "1000"),
    ("history.nobody in 10..20", " 元/单", "10..20", ""),
    ("goal.nothing in 50%..150%", "0 元", "", ""),
  ])
  func `has its unit, and limits that may be parts of it`(
    text: String, value: String, bounds: String, step: String
  ) {
    let input = input(text)
    #expect("\(input?.value?.exact ?? "") \(input?.unitWord ?? "")" == value)
    let found = input?.bounds.map { "\($0.lowerBound.exact)..\($0.upperBound.exact)" }
    #expect(found ?? "" == bounds)
    #expect(input?.step?.exact ?? "" == step)
  }

  @Test(arguments: [
    ("x = ? goal.amont", "1:7 unknown-name"),
    ("a = 5\nx = ? a", "2:7 input-name"),
    ("x = ? x", "1:7 input-name"),
    ("x = ? customers.name", "1:7 kind"),
    ("x = ? goal.amount 家", "1:7 units"),
    ("x = ? goal.amount in 1 家..2 家", "1:22 units"),
    ("x = ? goal.amount in 9..1", "1:22 empty-range"),
    ("x = ? goal.amount in 1%..2% step 0", "1:34 empty-step"),
    ("x = ? goal.amount + 1", "1:19 unexpected"),
    ("x = ? goal.amount in 5", "1:23 unexpected"),
  ])
  func `is refused where it cannot have one, with the place`(text: String, finding: String) {
    #expect(findings(in: text, scope: scope) == [finding])
  }

  @Test func `does not start at what a page computes, which may be an answer`() {
    let page = calculate("答案 = 6 × 7", at: origin).value
    let found = findings(in: "x = ? 答案", scope: Scope().adding(page))
    #expect(found == ["1:7 input-name"])
  }

  @Test func `is exact in the page, however it is shown`() {
    let evaluation = calculate(
      "单量 = ? history.deal_size in 50%..200%\n三单 = 单量 × 3 单", at: origin, in: scope
    ).value
    #expect(evaluation["三单"]?.exact == "100000")
    let page = LivePage(workbook: "w", edition: "e", page: "p", language: "zh-Hans")
    let json = evaluation.live(on: page)?.text() ?? ""
    #expect(
      json.contains(
        """
        {"n":"单量","v":"100000/3","i":{"k":"1","w":"元/单","lo":"50000/3","hi":"200000/3"},"u":"元/单"}
        """))
  }

  @Test func `without a value leaves what needs it open, and is no mistake`() {
    let text = """
      单量 = ? history.nobody in 50%..200%
      单数 = goal.amount / 单量
      够 = IFERROR(单数, 7 单)
      expect 单数 = 3 单
      """
    let calculated = calculate(text, at: origin, in: scope)
    #expect(calculated.diagnostics.isEmpty)
    let evaluation = calculated.value
    #expect(evaluation["单数"]?.outcome.isMissing == true && evaluation["够"]?.exact == "7")
    let steps = evaluation.steps(StepStyle(.chinese, isLive: true))
    #expect(steps.map(\.role) == [.input, .output, .output])
    #expect(steps[1].plain == "单数 = goal.amount ÷ 单量 = 35 万元 ÷ ____ = 还没有数据")
    #expect(evaluation.report(in: .english).contains("单数 = no data yet\n"))
    let page = LivePage(workbook: "w", edition: "e", page: "p", language: "zh-Hans")
    let json = evaluation.live(on: page)?.text() ?? ""
    #expect(json.contains(#"{"n":"单量","f":"missing","i":{"k":"1","w":"元/单"},"u":"元/单"}"#))
    let cells = evaluation.spreadsheet(in: .chinese).value.cells
    #expect(
      cells.map { $0.formula ?? "" } == [
        "", "NA()", "goal.amount/单量", "IFERROR(单数,7)",
      ])
  }

  @Test func `varies in a faded example, and leaves one that lacks data as it is`() {
    let text = "单量 = ? history.deal_size in 50%..200% step 1000\n两单 = 单量 × 2 单"
    let varied = calculate(text, at: origin, in: scope).value
    #expect(varied.verifyVariants(count: 3, at: origin).isEmpty)
    let made = varied.variants(.backward, count: 3, seed: 1, at: origin).value
    #expect(Set(made.map { $0.evaluation["单量"]?.exact }).count == 4)
    let lacking = calculate(
      text.replacing("deal_size", with: "nobody"), at: origin, in: scope
    ).value
    #expect(lacking.verifyVariants(count: 3, at: origin).isEmpty)
    #expect(lacking.variants(.backward, count: 3, seed: 1, at: origin).value.count == 1)
  }
}
