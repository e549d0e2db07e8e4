import Testing

@testable import Mustache

@Suite struct `Inheritance` {
  @Test(arguments: [
    Case("{{$title}}销售计划{{/title}}", gives: "销售计划"),
    Case("{{$title}}甲{{x}}乙{{/title}}", ["x": 1], gives: "甲1乙"),
    Case("{{$title}}{{#on}}{{x}}{{/on}}{{^on}}无{{/on}}{{/title}}", ["on": ["x": 1]], gives: "1"),
    Case("{{$title}}{{{x}}}{{/title}}", ["x": html("<b>")], gives: "<b>"),
    Case("{{<layout}}{{/layout}}", [:], ["layout": "[{{$main}}默认{{/main}}]"], gives: "[默认]"),
    Case(
      "{{>layout}}|{{<layout}}{{/layout}}", [:], ["layout": "{{$main}}默认{{/main}}"], gives: "默认|默认"),
  ])
  func `shows what a block holds by default`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case(
      "{{<layout}}{{$main}}正文{{/main}}{{/layout}}", [:], ["layout": "[{{$main}}默认{{/main}}]"],
      gives: "[正文]"),
    Case(
      "{{<layout}}{{$b}}二{{/b}}{{/layout}}", [:], ["layout": "{{$a}}甲{{/a}}{{$b}}乙{{/b}}"],
      gives: "甲二"),
    Case(
      "{{<layout}}{{$a}}1{{/a}}{{/layout}}{{<layout}}{{$a}}2{{/a}}{{/layout}}", [:],
      ["layout": "<i>{{$a}}{{/a}}</i>"], gives: "<i>1</i><i>2</i>"),
    Case(
      "{{<layout}}{{$a}}改{{/a}}{{/layout}}", ["a": "值"], ["layout": "{{$a}}默认{{/a}}{{a}}"],
      gives: "改值"),
    Case(
      "{{<layout}}{{$a}}同{{/a}}{{/layout}}", [:], ["layout": "{{$a}}甲{{/a}}-{{$a}}乙{{/a}}"],
      gives: "同-同"),
    Case(
      "{{<layout}}{{$a}}{{x}}{{/a}}{{/layout}}", ["x": "外", "part": ["x": "内"]],
      ["layout": "{{#part}}{{$a}}{{/a}}{{/part}}"], gives: "内"),
    Case(
      "{{<layout}}{{$a}}改{{/a}}{{/layout}}", [:], ["layout": "{{>head}}", "head": "{{$a}}头{{/a}}"],
      gives: "改"),
  ])
  func `replaces the blocks of a parent`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case(
      "{{<mid}}{{$a}}页{{/a}}{{/mid}}", [:],
      ["mid": "{{<base}}{{$a}}中{{/a}}{{/base}}", "base": "{{$a}}底{{/a}}"], gives: "页"),
    Case(
      "{{<mid}}{{/mid}}", [:],
      ["mid": "{{<base}}{{$a}}中{{/a}}{{/base}}", "base": "{{$a}}底{{/a}}"], gives: "中"),
    Case(
      "{{<mid}}{{$side}}页{{/side}}{{/mid}}", [:],
      [
        "mid": "{{<base}}{{$main}}文{{$side}}旁{{/side}}{{/main}}{{/base}}",
        "base": "[{{$main}}底{{/main}}]",
      ], gives: "[文页]"),
    Case(
      "{{<base}}{{$main}}前{{$main}}中{{/main}}后{{/main}}{{/base}}", [:],
      ["base": "[{{$main}}底{{/main}}]"], gives: "[前中后]"),
    Case(
      "{{<up}}{{$a}}改{{/a}}{{/up}}", [:],
      [
        "up": "{{$a}}甲{{/a}} {{$b}}{{<down}}{{/down}}{{/b}}",
        "down": "{{$a}}乙{{/a}} {{<up}}{{$b}}止{{/b}}{{/up}}",
      ], gives: "改 改 改 止"),
  ])
  func `lets the outermost template win`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case("零\n  {{<two}}{{/two}}\n三", [:], ["two": "一\n二\n"], gives: "零\n  一\n  二\n三"),
    Case(
      "{{<layout}}{{$main}}\n一\n二\n{{/main}}{{/layout}}", [:],
      ["layout": "首\n  {{$main}}\n  {{/main}}\n尾\n"], gives: "首\n  一\n  二\n尾\n"),
    Case(
      "{{<layout}}\n{{$main}}\n      一\n        二\n      三\n{{/main}}\n{{/layout}}\n", [:],
      ["layout": "首\n  {{$main}}\n  {{/main}}\n尾\n"], gives: "首\n  一\n    二\n  三\n尾\n"),
    Case(
      "{{<layout}}{{$main}}\n一\n{{/main}}{{/layout}}", [:],
      ["layout": "首\n{{$main}}\n    默认\n{{/main}}\n尾\n"], gives: "首\n    一\n尾\n"),
    Case("首\n{{$main}}\n    默认\n{{/main}}\n尾\n", gives: "首\n    默认\n尾\n"),
    Case(
      "{{<layout}}{{$main}}\n一\n二{{/main}}\n{{/layout}}", [:],
      ["layout": "首\n  {{$main}}{{/main}}\n尾\n"], gives: "首\n  一\n  二\n尾\n"),
    Case(
      "{{<layout}}{{$main}}文{{/main}}{{/layout}}", [:],
      ["layout": "首：\n  {{$main}}默认的文字{{/main}}\n"], gives: "首：\n  文\n"),
    Case(
      "{{<layout}}{{$main}}\n一\n\n二\n{{/main}}{{/layout}}", [:], ["layout": "{{$main}}默认{{/main}}"],
      gives: "一\n\n二\n"),
    Case(
      "{{<layout}}\n{{$main}}\n  {{#rows}}\n  <li>{{.}}\n  {{/rows}}\n{{/main}}\n{{/layout}}",
      ["rows": [1, 2]], ["layout": "<ul>\n    {{$main}}{{/main}}\n</ul>\n"],
      gives: "<ul>\n    <li>1\n    <li>2\n\n</ul>\n"),
  ])
  func `indents what replaces a block as the block is`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }
}
