import Testing

@testable import Mustache

@Suite struct `Conditions` {
  private static let customer: Value = [
    "class": "A", "amount": 300, "rate": .decimal(Decimal(125, places: 2)), "vip": true,
    "note": "", "none": .nothing, "days": [1, 2, 3], "名称": "甲",
  ]

  @Test(arguments: [
    "class == \"A\"", "class == 'A'", "class != 'B'", "'A' == class", "class < 'B'", "class >= 'A'",
    "amount == 300", "amount != 299", "amount > 299", "amount >= 300", "amount < 301",
    "amount <= 300", "amount > -1", "amount == 300.0", "rate > 1", "rate == 1.25", "rate < 1.3",
    "vip", "vip == true", "vip != false", "not note", "note == ''", "none == none",
    "amount != none",
    "not none", "名称 == '甲'", "(days | count) == 3", "(days | count) > (days | first 2 | count)",
    "vip and amount", "note or vip", "not note and not none", "note and none or vip",
    "vip or note and none", "not (note or none)", "(vip)", "((class == 'A') and (vip or note))",
    "not not vip", "not vip == false", "none and none > 3 or vip",
  ])
  func `hold`(_ condition: String) {
    let template = "{{#if \(condition)}}是{{else}}否{{/if}}"
    #expect(render(template, [Self.customer]) == "是")
  }

  @Test(arguments: [
    "class == 'B'", "class == 'a'", "amount > 300", "amount < 300", "rate <= 1.249", "not vip",
    "none", "none == 1", "note", "vip and note", "note or none", "not (vip or note)",
    "not class == 'A'",
  ])
  func `do not hold`(_ condition: String) {
    let template = "{{#if \(condition)}}是{{else}}否{{/if}}"
    #expect(render(template, [Self.customer]) == "否")
  }

  @Test(arguments: [
    ("A", "甲"), ("B", "乙"), ("C", "丙"), ("X", "其他"),
  ])
  func `choose the first way that holds`(_ name: String, _ word: String) {
    let template = """
      {{#if class == "A"}}甲{{else if class == "B"}}乙{{else  if class == "C"}}丙{{else}}其他{{/if}}
      """
    #expect(render(template, [["class": .text(name)]]) == word)
  }

  @Test(arguments: [
    Case("[{{#if on}}是{{/if}}]", ["on": false], gives: "[]"),
    Case(
      "{{#if a}}{{#if b}}二{{else}}一{{/if}}{{else}}零{{/if}}", ["a": true, "b": false], gives: "一"),
    Case(
      "{{#if a}}{{a}}{{x}}{{/if}}", ["a": ["x": 1], "x": 2],
      gives: "main.mustache:1:12 mustache.not-printable"),
    Case("{{#if\n  a\n  and b\n}}是{{/if}}", ["a": 1, "b": 1], gives: "是"),
  ])
  func `leave the values in sight as they are`(_ example: Case) {
    #expect(example.rendered() == example.page)
  }
}
