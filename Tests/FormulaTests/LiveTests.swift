import Diagnostics
import Formula
import OrderedJSON
import Testing

@Suite struct `The data of a live calculation` {
  let page = LivePage(workbook: "w", edition: "participant", page: "p", language: "zh-Hans")
  let text = """
    目标 = ? 35 万元 in 20..50 step 5  # 本月目标
    单量 = 525000 元 / 15 单
    单数 = 目标 / 单量
    税率 = 6%
    """

  @Test func `holds inputs, what follows from them and the constants it uses, and nothing else`() {
    let json = calculate(text, at: origin).value.live(on: page)
    #expect(
      json?.text() == """
        {"page":"p","workbook":"w","edition":"participant","lang":"zh-Hans","scope":"","slots":[\
        {"n":"目标","l":"本月目标","v":"350000","i":{"k":"10000","w":"万元","lo":"200000","hi":"500000",\
        "st":"50000"},"u":"元"},{"v":"35000"},{"n":"单数","e":[0,1,["/",2]],"u":"单"}]}
        """)
  }

  @Test func `has the unit of one where English has a word of its own for it`() {
    let english = LivePage(workbook: "w", edition: "participant", page: "p", language: "en")
    let json = calculate("hours = ? 2 小时\nweekly = hours × 5", at: origin).value.live(on: english)
    #expect(
      json?.text().contains(#"["*",2]],"u":"hours","u1":"hour"}"#) == true, "\(json?.text() ?? "")")
  }

  @Test func `is not there where the reader can change nothing`() {
    #expect(calculate("a = 1\nb = a + 1", at: origin).value.live(on: page) == nil)
  }

  @Test func `holds nothing of what is left blank, nor of what follows from it`() {
    let text = text + "\n每周 = ROUNDUP(单数 / 4, 0)\n另 = 目标 × 2"
    let json = calculate(text, at: origin).value.live(on: page, blanks: ["单数"])?.text() ?? ""
    #expect(json.contains("另") && !json.contains("单数") && !json.contains("每周"))
    #expect(!json.contains("35000\"") && !json.contains("ROUNDUP"))
  }

  @Test func `follows the inputs of the page around an exercise`() {
    let around = calculate(text, at: origin).value
    let scope = Scope().adding(around)
    let inner = calculate("两倍 = 单数 × 2\n税 = 税率 × 2", at: origin, in: scope).value
    #expect(
      inner.live(on: page, scope: "ex")?.text().contains(
        "\"scope\":\"ex\",\"slots\":[{\"n\":\"单数\",\"o\":1,\"v\":\"10\"},{\"n\":\"两倍\",\"e\":[0,\"2\","
      ) == true)
    #expect(inner.live(on: page, scope: "ex", blanks: ["单数"]) == nil)
  }

  @Test func `marks up the steps that the script works on`() {
    let steps = calculate(text, at: origin).value.steps(StepStyle(.chinese, isLive: true))
    #expect(steps.map(\.role) == [.input, .printed, .output, .printed])
    #expect(steps[0].html.contains("<strong data-calc-input=\"目标\">"))
    #expect(steps[2].html.contains("<output aria-live=\"off\" data-calc-value=\"单数\">"))
    #expect(steps[2].html.contains("<span class=\"calc-form\" data-calc-written>"))
    let html = calculate(text, at: origin).value.liveHTML(on: page) ?? ""
    #expect(html.hasPrefix("<div hidden data-calc=\"{&quot;page&quot;:"))
  }

  @Test func `takes the formulas of sentences with it`() {
    var block = CalcBlock.parse(text, at: origin).value
    guard let expression = Expression.parse("单数 × 4", at: origin).value else {
      Issue.record("not read")
      return
    }
    let name = block.add(expression)
    let evaluation = evaluate(block, in: Scope()).value
    #expect(evaluation[name]?.exact == "40")
    #expect(evaluation.live(on: page)?.text().contains("\"n\":\"= 4\"") == true)
    #expect(!evaluation.report(in: .chinese).contains("= 4"))
  }
}
