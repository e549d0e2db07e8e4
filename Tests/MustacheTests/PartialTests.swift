import Testing

@testable import Mustache

@Suite struct `Partials` {
  @Test(arguments: [
    Case("[{{>row}}]", ["x": 1], ["row": "{{x}}"], gives: "[1]"),
    Case("{{> parts/nav }}", ["x": 1], ["parts/nav": "导航{{x}}"], gives: "导航1"),
    Case("{{>一}}", ["x": 1], ["一": "{{>二}}", "二": "{{x}}"], gives: "1"),
    Case("{{#a}}{{>row}}{{/a}}", ["a": ["x": "内"], "x": "外"], ["row": "{{x}}"], gives: "内"),
    Case(
      "{{>node}}",
      ["name": "总部", "teams": [["name": "华东", "teams": [["name": "苏州", "teams": []]]]]],
      ["node": "{{name}}({{#teams}}{{>node}}{{/teams}})"], gives: "总部(华东(苏州()))"),
  ])
  func `stand for another template with the same values`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case("| {{>row}} |", [:], ["row": "\t一\t"], gives: "| \t一\t |"),
    Case("  {{x}}  {{>row}}\n", ["x": "甲"], ["row": "一\n二"], gives: "  甲  一\n二\n"),
    Case("一\r\n{{>row}}\r\n三", [:], ["row": "二"], gives: "一\r\n二三"),
    Case("  {{>row}}\n三", [:], ["row": "一\n二\n"], gives: "  一\n  二\n三"),
    Case("零\n  {{>row}}", [:], ["row": "一\n二"], gives: "零\n  一\n  二"),
    Case(
      "(\n {{>row}}\n)\n", ["body": html("甲\n乙")], ["row": "<\n{{{body}}}\n>\n"],
      gives: "(\n <\n 甲\n乙\n >\n)\n"),
    Case(
      " {{>outer}}\n", ["x": 1], ["outer": "一\n  {{>inner}}\n", "inner": "{{x}}\n二\n"],
      gives: " 一\n   1\n   二\n"),
    Case(
      "  {{>row}}\n", ["on": true], ["row": "{{#on}}\n一\n{{/on}}\n{{#on}}二{{/on}}\n"],
      gives: "  一\n  二\n"),
    Case(
      "\t{{>row}}\n", ["list": [1, 2]], ["row": "{{#list}}\n{{.}};\n{{/list}}\n"],
      gives: "\t1;\n\t2;\n"),
  ])
  func `are indented as their tag is when they have its line`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }
}

@Suite struct `Dynamic names` {
  @Test(arguments: [
    Case("[{{>*kind}}]", ["kind": "row"], ["row": "行"], gives: "[行]"),
    Case(
      "{{#kinds}}{{>*.}}{{/kinds}}", ["kinds": ["row", "gap"]], ["row": "行", "gap": "、"],
      gives: "行、"),
    Case("{{>*kind | default 'row'}}", ["kind": .nothing], ["row": "行"], gives: "行"),
    Case("{{> * kind }}", ["kind": "row"], ["row": "行"], gives: "行"),
    Case("{{>*kind}}", ["kind": "row", "*kind": "other"], ["row": "行", "other": "错"], gives: "行"),
    Case("{{>*a.b.kind}}", ["a": ["b": ["kind": "row"]], "x": 1], ["row": "{{x}}"], gives: "1"),
    Case(
      "{{#one}}{{>*two.kind}}{{/one}}",
      ["one": ["x": "一"], "two": ["kind": "row", "x": "二"]], ["row": "{{x}}"], gives: "一"),
    Case(
      "{{#blocks}}{{>*kind}}{{/blocks}}",
      ["blocks": [["kind": "text", "x": 1], ["kind": "mark", "y": 2]]],
      ["text": "文{{x}}", "mark": "记{{y}}"], gives: "文1记2"),
    Case(
      "{{>*kind}}", ["kind": "node", "x": 1, "nodes": [["x": 2, "nodes": []]]],
      ["node": "{{x}}({{#nodes}}{{>*kind}}{{/nodes}})"], gives: "1(2())"),
    Case("零\n  {{>*kind}}\n三", ["kind": "row"], ["row": "一\n二\n"], gives: "零\n  一\n  二\n三"),
    Case("零 {{>*kind}}\n三", ["kind": "row"], ["row": "一\n二"], gives: "零 一\n二\n三"),
  ])
  func `take the partial that a value names`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }
}
