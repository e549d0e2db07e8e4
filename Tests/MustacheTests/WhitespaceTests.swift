import Testing

@testable import Mustache

@Suite struct `Lines that hold only a tag` {
  @Test(arguments: [
    Case("一\n{{#on}}\n二\n{{/on}}\n三\n", ["on": true], gives: "一\n二\n三\n"),
    Case("一\n  {{#on}}  \n二\n\t{{/on}}\n三", ["on": true], gives: "一\n二\n三"),
    Case("一\n{{^on}}\n二\n{{/on}}\n三\n", ["on": false], gives: "一\n二\n三\n"),
    Case("一\r\n{{#on}}\r\n二\r\n{{/on}}\r\n三", ["on": true], gives: "一\r\n二\r\n三"),
    Case("  {{#on}}\n二{{/on}}", ["on": true], gives: "二"),
    Case("{{#on}}二\n  {{/on}}", ["on": true], gives: "二\n"),
    Case("一\n{{#on}}\n{{/on}}\n三", ["on": true], gives: "一\n三"),
    Case("一\n{{! 注 }}\n三", gives: "一\n三"),
    Case("一\n  {{! 两行\n  的注 }}\n三", gives: "一\n三"),
    Case("一\n{{=<% %>=}}\n<% x %>", ["x": 1], gives: "一\n1"),
    Case("一\n{{#if on}}\n二\n{{else}}\n三\n{{/if}}\n四", ["on": false], gives: "一\n三\n四"),
    Case("{{! 末行 }}", gives: ""),
  ])
  func `vanish with their line`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }

  @Test(arguments: [
    Case(" | {{#on}}\t|\t{{/on}} | \n", ["on": true], gives: " | \t|\t | \n"),
    Case(" {{#on}}是{{/on}}\n {{^on}}否{{/on}}\n", ["on": true], gives: " 是\n \n"),
    Case("{{#on}}\n{{/on}}", ["on": true], gives: ""),
    Case("{{#on}} {{/on}}\n", ["on": true], gives: " \n"),
    Case("  {{x}}\n  {{{y}}}\n", ["x": "甲", "y": html("乙")], gives: "  甲\n  乙\n"),
    Case("一 {{! 注 }}\n二", gives: "一 \n二"),
    Case("{{! 注 }} 一\n", gives: " 一\n"),
  ])
  func `stay where anything else stands on it`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }
}

@Suite struct `Comments` {
  @Test(arguments: [
    Case("12{{! 注 }}34", gives: "1234"),
    Case("12{{!\n多\n行\n}}34", gives: "1234"),
    Case("{{! name }}{{name}}", ["name": "a", "! name": "b"], gives: "a"),
    Case("{{!{{x}}", gives: ""),
  ])
  func `leave nothing behind`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }
}

@Suite struct `Delimiters` {
  @Test(arguments: [
    Case("{{=<% %>=}}<% x %>{{x}}", ["x": 1], gives: "1{{x}}"),
    Case("({{=[ ]=}}[x])", ["x": 1], gives: "(1)"),
    Case("{{= | | =}}|x|", ["x": 1], gives: "1"),
    Case("{{=<% %>=}}<%={{ }}=%>{{x}}", ["x": 1], gives: "1"),
    Case("{{=<% %>=}}<%#on%>是<%/on%><%^on%>否<%/on%>", ["on": true], gives: "是"),
    Case("{{=<% %>=}}<%{x}%><%&x%>", ["x": html("<b>")], gives: "<b><b>"),
    Case("{{>row}}{{=| |=}}|>row|", ["x": 1], ["row": "{{x}}"], gives: "11"),
    Case("{{>row}}|{{x}}", ["x": 1], ["row": "{{=<% %>=}}<%x%>"], gives: "1|1"),
    Case("{{=  <%   %>  =}}<%x%>", ["x": 1], gives: "1"),
    Case("{{=【 】=}}【x】", ["x": 1], gives: "1"),
  ])
  func `can be set, for the rest of their template`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }
}
