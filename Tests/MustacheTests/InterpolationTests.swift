import Diagnostics
import Testing

@testable import Mustache

@Suite struct `Interpolation` {
  @Test(arguments: [
    Case("没有标签 { 也没有 } 值\n", gives: "没有标签 { 也没有 } 值\n"),
    Case("你好，{{name}}！", ["name": "张三"], gives: "你好，张三！"),
    Case("{{count}}|{{zero}}", ["count": -85, "zero": 0], gives: "-85|0"),
    Case("{{rate}}", ["rate": .decimal(Decimal(-1250, places: 3))], gives: "-1.250"),
    Case("[{{empty}}]", ["empty": ""], gives: "[]"),
    Case("{{ name }}|{{\tname\n}}", ["name": "a"], gives: "a|a"),
    Case("| {{name}} |", ["name": "a"], gives: "| a |"),
    Case("  {{name}}\n", ["name": "a"], gives: "  a\n"),
    Case("{{next-contact}}{{a_1}}", ["next-contact": "x", "a_1": "y"], gives: "xy"),
    Case("{{name}}", ["name": "{{other}}", "other": "no"], gives: "{{other}}"),
  ])
  func `prints values as they are`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case(
      "{{note}}", ["note": "a & \"b\" <c> 'd'"],
      gives: "a &amp; &quot;b&quot; &lt;c&gt; &#39;d&#39;"),
    Case("{{note}}", ["note": "&amp;"], gives: "&amp;amp;"),
    Case("{{note}}", ["note": "张三 🎉 1 < 2"], gives: "张三 🎉 1 &lt; 2"),
    Case("{{{body}}}", ["body": html("<b>是</b>")], gives: "<b>是</b>"),
    Case("{{& body }}|{{{ body }}}", ["body": html("<i>")], gives: "<i>|<i>"),
  ])
  func `escapes text and leaves HTML alone`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case("{{客户.名称}}", ["客户": ["名称": "甲公司"]], gives: "甲公司"),
    Case("{{a.b.c.d}}", ["a": ["b": ["c": ["d": "深"]]]], gives: "深"),
    Case("{{a.b}}", ["a": ["b": 1], "a.b": 2], gives: "1"),
    Case("{{{a.b}}}", ["a": ["b": html("<hr>")]], gives: "<hr>"),
    Case("{{#a}}{{b.c}}{{/a}}", ["a": ["x": 1], "b": ["c": "外"]], gives: "外"),
    Case("{{#a}}{{b.c}}{{/a}}", ["a": ["b": ["c": "内"]], "b": ["c": "外"]], gives: "内"),
  ])
  func `follows dotted names`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case("{{.}}", 85, gives: "85"),
    Case("{{.}}", "a<b", gives: "a&lt;b"),
    Case("{{{.}}}", html("<b>"), gives: "<b>"),
    Case("{{#list}}({{.}}){{/list}}", ["list": ["a", 2, "<"]], gives: "(a)(2)(&lt;)"),
    Case(
      "{{#rows}}[{{#.}}{{.}}{{/.}}]{{/rows}}", ["rows": [[1, 2], [], [3]]],
      gives: "[12][][3]"),
  ])
  func `prints the innermost value for a dot`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test func `looks names up from the last value of the stack to the first`() {
    let stack: [Value] = [
      ["title": "网站", "label": ["next": "下一页"]], ["title": "计划", "month": "五月"],
    ]
    #expect(render("{{title}} {{month}} {{label.next}}", stack) == "计划 五月 下一页")
  }

  @Test func `adds to what the output holds already`() {
    var page = Array("一".utf8)
    let set = compile("{{.}}").value
    #expect(set.render("main", stack: ["二"], into: &page).isEmpty)
    #expect(String(decoding: page, as: UTF8.self) == "一二")
    #expect(set.html("main", stack: ["<"]).value == HTML(trusted: "&lt;"))
  }

  @Test func `finds every name of a record with many`() {
    let names = (1...40).map { "字段\($0)" }
    let layout = Layout(names)
    let record = Record(layout, (1...40).map { .integer($0) })
    let template = names.map { "{{\($0)}}" }.joined(separator: ",")
    #expect(
      render(template, [.record(record)]) == (1...40).map(String.init).joined(separator: ","))
    #expect(record["字段41"] == nil)
    #expect(layout.names == names)
  }
}
