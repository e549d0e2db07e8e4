import Testing

@testable import Mustache

/// What a template becomes, for tables of cases.
struct Case: Sendable, CustomTestStringConvertible {
  let template: String
  var values: Value = [:]
  var partials: [String: String] = [:]
  let page: String

  init(
    _ template: String, _ values: Value = [:], _ partials: [String: String] = [:],
    gives page: String
  ) {
    self.template = template
    self.values = values
    self.partials = partials
    self.page = page
  }

  var testDescription: String { template }
}

@Suite struct `Interpolation` {
  @Test(arguments: [
    Case("没有标签", gives: "没有标签"),
    Case("{{name}}！", ["name": "张三"], gives: "张三！"),
    Case(
      "{{ name }}", ["name": "a & \"b\" <c> 'd'"],
      gives: "a &amp; &quot;b&quot; &lt;c&gt; &#39;d&#39;"),
    Case("{{{body}}}", ["body": .html(HTML(trusted: "<b>是</b>"))], gives: "<b>是</b>"),
    Case("{{& body }}", ["body": .html(HTML(trusted: "<i>"))], gives: "<i>"),
    Case("{{count}}|{{zero}}", ["count": -85, "zero": 0], gives: "-85|0"),
    Case("{{客户.名称}}", ["客户": ["名称": "苏州甲公司"]], gives: "苏州甲公司"),
  ])
  func `prints values`(_ example: Case) {
    #expect(render(example.template, example.values) == .page(example.page))
  }
}
