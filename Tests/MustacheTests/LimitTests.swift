import Diagnostics
import Testing

@testable import Mustache

@Suite struct `Limits` {
  @Test func `stop a partial that calls itself for ever`() {
    #expect(render("{{>main}}", []) == "main.mustache:1:1 mustache.too-deep")
    #expect(render("{{>a}}{{>a}}", [], ["a": "{{>main}}"]) == "a.mustache:1:1 mustache.too-deep")
    #expect(render("{{>*.}}", ["main"]) == "main.mustache:1:5 mustache.too-deep")
    #expect(render("{{>*x}}", [["x": "main"]]).hasSuffix("mustache.too-deep"))
  }

  @Test func `stop a block that calls its own parent`() {
    let page = render(
      "{{<base}}{{$a}}{{<base}}{{/base}}{{/a}}{{/base}}", [], ["base": "{{$a}}底{{/a}}"])
    #expect(page == "底")
  }

  @Test func `stop loops in loops`() {
    let depth = 60
    let template =
      String(repeating: "{{#x}}", count: depth) + String(repeating: "{{/x}}", count: depth)
    let list: Value = .list(.init(repeating: 1, count: 20))
    #expect(render(template, [["x": list]]).hasSuffix("mustache.too-large"))
  }

  @Test func `stop tags in tags`() {
    let open = String(repeating: "{{#x}}", count: 50_000)
    #expect(render(open, [[:]]) == "main.mustache:1:379 mustache.nested-too-deeply")
  }

  @Test func `stop conditions in conditions`() {
    for piece in ["(", "not "] {
      let deep = String(repeating: piece, count: 50_000)
      #expect(render("{{#if \(deep)a}}{{/if}}", []).hasSuffix("mustache.nested-too-deeply"))
    }
  }

  @Test func `stop templates that become ever more programs`() {
    var partials: [String: String] = ["t40": "{{$a0}}{{/a0}}"]
    for level in 0..<40 {
      let next = "t\(level + 1)"
      let own = "{{$a\(level)}}{{/a\(level)}}"
      partials["t\(level)"] = "\(own){{<\(next)}}{{/\(next)}}{{<\(next)}}\(own){{/\(next)}}"
    }
    let set = compile("{{>t0}}", partials)
    #expect(set.diagnostics.contains { $0.id == "mustache.too-large" })
  }

  @Test(arguments: [
    "{{#a}}{{/b}}", "{{", "{{x}} ", "{{{", "{{!", "<a href=\"", "<p ", "{{#a}}", "{{a|b}}",
    "\n{{/a}}\n",
    "{{$a}}", "{{<a}}", "{{#if a}}", "{{=| |=}}|={{ }}=|", "(", "<!--", "<script>", "{{a.b.c.d}}",
  ])
  func `keep hostile templates short`(_ piece: String) {
    let clock = ContinuousClock()
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let time = clock.measure { _ = render(text, [["x": 1]]) }
    #expect(time < .seconds(10))
  }
}

@Suite struct `Random templates` {
  /// A generator of its own, so that every run tries the same templates.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let pieces = [
    "{{x}}", "{{{h}}}", "{{#list}}", "{{/list}}", "{{^x}}", "{{/x}}", "{{#if x == 1}}", "{{else}}",
    "{{else if a.b}}", "{{/if}}", "{{>p}}", "{{>*n}}", "{{<q}}", "{{/q}}", "{{$b}}", "{{/b}}",
    "{{! c }}",
    "{{=| |=}}", "|={{ }}=|", "|x|", "{{.}}", "{{@first}}", "{{x | money}}", "{{x | fixed 2}}",
    "{{a.b}}",
    "<p>", "</p>", "<a href=\"", "\">", " class='", "'>", "<script>", "</script>", "<!--", "-->",
    "<",
    ">", "=", "\"", "'", "/", "\n", "\r\n", "  ", "甲", "𠮷", "{{", "}}", "{", "}", "|", "#", "(",
    "\0",
  ]

  @Test func `never crash, and every mistake has a place`() {
    var numbers = Numbers(state: 20_261_124)
    let values: Value = [
      "x": 1, "h": html("<b>"), "list": ["a", 2, ["x": 3]], "a": ["b": "c"], "n": "p",
      "q": .nothing,
    ]
    func text() -> String {
      (0..<Int.random(in: 1...12, using: &numbers))
        .map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }.joined()
    }
    for _ in 0..<4_000 {
      let partials = ["p": text(), "q": text()]
      for diagnostic in diagnose(text(), [values], partials).diagnostics {
        #expect(diagnostic.place.line > 0 && diagnostic.place.column > 0)
        #expect(diagnostic.id.hasPrefix("mustache."))
      }
    }
  }
}
