import Diagnostics

// What can be wrong with a template before it meets any value.
extension Diagnostic {
  static func notUTF8(at place: Place) -> Self {
    Self(
      id: "mustache.not-utf8", at: place, "the template is not UTF-8 from here on",
      fix: "save the file as UTF-8")
  }

  static func unclosedTag(_ ending: String, at place: Place) -> Self {
    Self(
      id: "mustache.unclosed-tag", at: place, "the tag that begins here has no end",
      expected: "“\(ending)”", fix: "close it with “\(ending)”")
  }

  static func badDelimiters(at place: Place) -> Self {
    Self(
      id: "mustache.bad-delimiters", at: place, "these are not two delimiters",
      expected: "two words without “=”, with a blank between", fix: "write {{=<% %>=}}")
  }

  static func badName(_ name: String, at place: Place) -> Self {
    Self(
      id: "mustache.bad-name", at: place,
      name.isEmpty ? "the tag names nothing" : "“\(name)” is no name",
      expected: "one word without blanks")
  }

  static func incomplete(expected: String, at place: Place) -> Self {
    Self(id: "mustache.syntax", at: place, "the tag ends too soon", expected: expected)
  }

  static func unexpected(_ found: String, expected: String, at place: Place) -> Self {
    Self(id: "mustache.syntax", at: place, "\(found) cannot stand here", expected: expected)
  }

  static func strangeCharacter(
    _ text: String, meant: String?, expected: String, at place: Place
  ) -> Self {
    Self(
      id: "mustache.syntax", at: place, "“\(text)” cannot stand here", expected: expected,
      fix: meant.map { "write \($0)" })
  }

  static func unknownLoopFact(_ name: String, at place: Place) -> Self {
    Self(
      id: "mustache.unknown-name", at: place, "a loop knows nothing of “@\(name)”",
      fix: suggestion(for: "@" + name, among: LoopFact.allCases.map { "@" + $0.rawValue }))
  }

  static func unknownFormatter(_ name: String, known: [String], at place: Place) -> Self {
    Self(
      id: "mustache.unknown-formatter", at: place, "unknown formatter “\(name)”",
      fix: suggestion(for: name, among: known))
  }

  static func wrongArguments(_ formatter: Formatter, given: Int, at place: Place) -> Self {
    let range = formatter.arguments
    let expected =
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
    return Self(
      id: "mustache.formatter-arguments", at: place,
      "“\(formatter.name)” is given \(given) arguments", expected: expected)
  }

  static func nestedTooDeeply(_ limit: Int, at place: Place) -> Self {
    Self(
      id: "mustache.nested-too-deeply", at: place, "more than \(limit) levels are nested here",
      fix: "move the inner part into a partial")
  }

  static func unclosedSection(_ label: String, at place: Place) -> Self {
    Self(
      id: "mustache.unclosed-section", at: place, "“\(label)” is not closed",
      fix: "close it where what it holds ends")
  }

  static func nothingToClose(_ name: String, open: String, at place: Place) -> Self {
    Self(
      id: "mustache.nothing-to-close", at: place, "“{{/\(name)}}” closes nothing",
      expected: open == "the template" ? nil : "the end of “\(open)”")
  }

  static func misplacedElse(at place: Place) -> Self {
    Self(
      id: "mustache.misplaced-else", at: place, "this “else” belongs to no “if”",
      fix: "use it once, last, between {{#if …}} and {{/if}}; a section’s other way is {{^name}}")
  }

  static func lostContent(_ label: String, at place: Place) -> Self {
    Self(
      id: "mustache.lost-content", at: place,
      "what stands in “\(label)” outside of blocks is never shown",
      fix: "put it into one of its blocks, {{$name}}…{{/name}}")
  }

  static func repeatedBlock(_ name: String, at place: Place) -> Self {
    Self(id: "mustache.repeated-block", at: place, "the block “\(name)” is replaced twice")
  }

  static func dynamicParent(at place: Place) -> Self {
    Self(
      id: "mustache.dynamic-parent", at: place, "a parent’s name cannot come from a value",
      fix: "name the parent, so that its blocks can be checked; a partial may be dynamic")
  }
}

// What can be wrong between templates, and between a template and its HTML.
extension Diagnostic {
  static func unknownTemplate(_ name: String, known: [String], at place: Place) -> Self {
    Self(
      id: "mustache.unknown-template", at: place, "unknown template “\(name)”",
      fix: suggestion(for: name, among: known))
  }

  static func unknownBlock(_ name: String, of parent: String, known: [String], at place: Place)
    -> Self
  {
    Self(
      id: "mustache.unknown-block", at: place, "“\(parent)” has no block “\(name)”",
      fix: known.isEmpty ? nil : suggestion(for: name, among: known))
  }

  static func unsafePlace(_ reason: MarkupReason, at place: Place) -> Self {
    Self(
      id: "mustache.unsafe-place", at: place, "this may not stand in \(reason.rawValue)")
  }

  static func openMarkup(_ what: String, from start: Markup, to end: Markup, at place: Place)
    -> Self
  {
    Self(
      id: "mustache.open-markup", at: place,
      "\(what) begins \(start.description) and ends \(end.description)",
      fix: "let it begin and end at the same level of the HTML")
  }

  static func dynamicPlace(at place: Place) -> Self {
    Self(
      id: "mustache.unsafe-place", at: place,
      "a partial whose name comes from a value can stand in text only")
  }

  static func tooLarge(_ what: String, at place: Place) -> Self {
    Self(id: "mustache.too-large", at: place, "\(what) grows beyond all bounds")
  }
}
