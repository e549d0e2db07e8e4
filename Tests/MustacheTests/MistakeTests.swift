import Diagnostics
import Phrases
import Testing

@testable import Mustache

@Suite struct `Mistakes in a template` {
  @Test(arguments: [
    Mistake("一\n二 ‸{{x", is: "unclosed-tag", fix: "close it with “}}”"),
    Mistake("‸{{{x}}", is: "unclosed-tag", fix: "close it with “}}}”"),
    Mistake("‸{{! a", is: "unclosed-tag"),
    Mistake("‸{{=<% %>}}", is: "unclosed-tag"),
    Mistake("‸{{=<%=}}", is: "bad-delimiters"),
    Mistake("‸{{=a b c=}}", is: "bad-delimiters"),
    Mistake("{{‸}}", is: "syntax"),
    Mistake("{{a ‸b}}", is: "syntax"),
    Mistake("{{‸a..b}}", is: "syntax"),
    Mistake("{{a |‸}}", is: "syntax"),
    Mistake("{{甲 ‸｜ money}}", is: "syntax", fix: "write |"),
    Mistake("{{#if a ‸= 1}}{{/if}}", is: "syntax", fix: "write =="),
    Mistake("{{#if a == ‸“A”}}{{/if}}", is: "syntax", fix: "write \""),
    Mistake("{{#if a == ‸'A}}{{/if}}", is: "syntax"),
    Mistake("{{#if (a‸}}{{/if}}", is: "syntax"),
    Mistake("{{#if a == ‸(b and c)}}{{/if}}", is: "syntax"),
    Mistake("{{#if‸}}{{/if}}", is: "syntax"),
    Mistake("{{‸if}}", is: "syntax"),
    Mistake("{{a | ‸1}}", is: "syntax"),
    Mistake("‸{{#a}}", ["a": 1], is: "unclosed-section"),
    Mistake("{{#a}}‸{{#b}}{{/a}}", is: "unclosed-section"),
    Mistake("{{#if a}}‸{{^b}}{{/if}}", is: "unclosed-section"),
    Mistake("‸{{#if a}}", is: "unclosed-section"),
    Mistake("‸{{/a}}", is: "nothing-to-close"),
    Mistake("{{#a}}‸{{/b}}{{/a}}", is: "nothing-to-close"),
    Mistake("‸{{/if}}", is: "nothing-to-close"),
    Mistake("‸{{else}}", is: "misplaced-else"),
    Mistake("{{#a}}‸{{else}}{{/a}}", is: "misplaced-else"),
    Mistake("{{#if a}}{{else}}‸{{else if b}}{{/if}}", is: "misplaced-else"),
  ])
  func `are found where they stand`(_ mistake: Mistake) { mistake.expectFound() }

  @Test(arguments: [
    Mistake("{{a | ‸mony}}", is: "unknown-formatter", fix: "did you mean “money”?"),
    Mistake("{{a | ‸fixed}}", is: "formatter-arguments"),
    Mistake("{{a | ‸money 2}}", is: "formatter-arguments"),
    Mistake("{{#a}}{{‸@frist}}{{/a}}", is: "unknown-name", fix: "did you mean “@first”?"),
    Mistake(
      "‸{{>parts/naw}}", [:], ["parts/nav": ""], is: "unknown-template",
      fix: "did you mean “parts/nav”?"),
    Mistake("‸{{<layuot}}{{/layuot}}", [:], ["layout": ""], is: "unknown-template"),
    Mistake(
      "{{<layout}}‸{{$mian}}{{/mian}}{{/layout}}", [:], ["layout": "{{$main}}{{/main}}"],
      is: "unknown-block", fix: "did you mean “main”?"),
    Mistake(
      "{{<layout}}{{$a}}{{/a}}‸{{$a}}{{/a}}{{/layout}}", [:], ["layout": "{{$a}}{{/a}}"],
      is: "repeated-block"),
    Mistake("{{<layout}}一‸二{{/layout}}", [:], ["layout": ""], is: "lost-content"),
    Mistake("{{<layout}}‸{{x}}{{/layout}}", [:], ["layout": ""], is: "lost-content"),
    Mistake("{{<layout}}‸{{#x}}a{{/x}}{{/layout}}", [:], ["layout": ""], is: "lost-content"),
    Mistake("‸{{<*kind}}{{/*kind}}", is: "dynamic-parent"),
    Mistake("‸{{> a b}}", is: "bad-name"),
    Mistake("‸{{$}}{{/}}", is: "bad-name"),
    Mistake("{{>*‸*kind}}", is: "syntax"),
    Mistake("{{>*‸}}", is: "syntax"),
  ])
  func `name what was perhaps meant`(_ mistake: Mistake) {
    let lost = mistake.template.replacing("一‸二", with: "‸一二")
    Mistake(
      lost, mistake.values, mistake.partials, is: String(mistake.id.dropFirst(9)), fix: mistake.fix
    ).expectFound()
  }

  @Test func `are all found in one run, in every template`() {
    let set = compile(
      "{{a | mony}}\n{{>naw}}\n<p {{b}}>\n{{#c}}", ["other": "{{/x}}"])
    #expect(
      set.diagnostics.map { "\($0.place) \($0.id)" } == [
        "main.mustache:1:7 mustache.unknown-formatter",
        "main.mustache:2:1 mustache.unknown-template",
        "main.mustache:3:6 mustache.unsafe-place",
        "main.mustache:4:1 mustache.unclosed-section",
        "other.mustache:1:1 mustache.nothing-to-close",
      ])
  }

  @Test func `are told of bytes that are not UTF-8`() {
    let file = SourceFile(path: "a", bytes: Array("一\n二".utf8) + [0xFF])
    let set = TemplateSet.compile(
      [TemplateSource(name: "a", file: file)], formatters: Formatters(.english))
    #expect(set.diagnostics.map(\.id) == ["mustache.not-utf8"])
    #expect(set.diagnostics.map(\.place) == [Place(path: "a", line: 2, column: 2)])
  }
}

@Suite struct `Mistakes about values` {
  private static let plan: Value = [
    "customer": ["name": "甲", "class": "A"], "list": [1], "note": .nothing, "on": true,
    "share": .ratio(1, of: 2), "body": html("<b>"), "title": "计划", "nested": ["gap": .nothing],
  ]

  @Test(arguments: [
    Mistake("{{‸titel}}", plan, is: "unknown-name", fix: "did you mean “title”?"),
    Mistake("一\n  {{ ‸标题 }}", plan, is: "unknown-name"),
    Mistake("{{customer.‸clas}}", plan, is: "unknown-name", fix: "did you mean “class”?"),
    Mistake("{{#‸lst}}{{/lst}}", plan, is: "unknown-name", fix: "did you mean “list”?"),
    Mistake("{{^‸lst}}{{/lst}}", plan, is: "unknown-name"),
    Mistake(
      "{{#customer}}{{‸nme}}{{/customer}}", plan, is: "unknown-name", fix: "did you mean “name”?"),
    Mistake("{{#if on and ‸of}}{{/if}}", plan, is: "unknown-name"),
    Mistake("{{#if ‸of == 1}}{{/if}}", plan, is: "unknown-name"),
    Mistake("{{title | default ‸tilte}}", plan, is: "unknown-name"),
    Mistake("{{>*‸titel}}", plan, is: "unknown-name"),
    Mistake("{{title.‸name}}", plan, is: "not-a-record"),
    Mistake("{{#list.‸name}}{{/list.name}}", plan, is: "not-a-record"),
    Mistake("{{‸note}}", plan, is: "no-value"),
    Mistake("{{{‸note}}}", plan, is: "no-value"),
    Mistake("{{‸nested.gap}}", plan, is: "no-value"),
    Mistake("{{‸note | money}}", plan, is: "no-value"),
    Mistake("{{>*‸note}}", plan, is: "no-value"),
    Mistake("{{‸list}}", plan, is: "not-printable", fix: "write {{#list}}…{{/list}}"),
    Mistake("{{‸customer}}", plan, is: "not-printable"),
    Mistake("{{‸share}}", plan, is: "not-printable", fix: "write {{share | percent}}"),
    Mistake("{{‸on}}", plan, is: "not-printable"),
    Mistake("{{‸body}}", plan, is: "not-printable", fix: "write {{{body}}}"),
    Mistake("{{>*‸list}}", plan, is: "no-template-name"),
    Mistake("{{{‸title}}}", plan, is: "not-html", fix: "write {{title}}: it is escaped"),
    Mistake("{{#if title ‸== 1}}{{/if}}", plan, is: "not-comparable"),
    Mistake("{{#if note ‸> 1}}{{/if}}", plan, is: "not-comparable"),
    Mistake("{{#if on ‸< true}}{{/if}}", plan, is: "not-comparable"),
    Mistake("{{title | ‸money}}", plan, is: "cannot-format"),
    Mistake("{{title | ‸date}}", plan, is: "cannot-format"),
    Mistake("{{‸@first}}", plan, is: "no-loop"),
    Mistake("{{>*‸title}}", plan, is: "unknown-template"),
  ])
  func `are found where they stand`(_ mistake: Mistake) { mistake.expectFound() }

  @Test func `are all found in one run, each once`() {
    let values: Value = ["rows": [["a": 1], ["a": 2], ["a": 3]]]
    #expect(
      render("{{#rows}}{{a}}{{b}}{{/rows}}{{c}}", [values])
        == "main.mustache:1:17 mustache.unknown-name\nmain.mustache:1:31 mustache.unknown-name")
  }

  @Test func `stand in the template that holds them`() {
    #expect(
      render("{{>row}}", [[:]], ["row": "一\n{{x}}"]) == "row.mustache:2:3 mustache.unknown-name")
  }

  @Test func `include a page whose template is unknown`() {
    var page: [UInt8] = []
    let found = compile("").value.render("mian", stack: [], into: &page)
    #expect(found.map(\.id) == ["mustache.unknown-template"])
    #expect(found.map(\.fix?.english) == ["did you mean “main”?"])
  }
}
