import Diagnostics

/// Every mistake that this module reports.
extension Diagnostic {
  static func notUTF8(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.not-utf8", at: place, "the page is not UTF-8 text",
      expected: "UTF-8", fix: "save the file as UTF-8")
  }

  static func tooBig(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.too-big", at: place,
      "the page has more than \(SizeLimit.source / 1024 / 1024) MiB", fix: "split the page")
  }

  static func tooMuch(_ cause: Workload.Cause, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.too-much", at: place, "too many \(cause.rawValue) in one block to read",
      fix: "put blank lines between the parts, or split the page")
  }

  static func tooLarge(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.too-large", at: place,
      "from here the page becomes more than 20 times as large as its source",
      fix: "repeat less: long addresses, footnotes and empty cells grow most")
  }

  static func unclosed(_ directive: Directive) -> Self {
    Diagnostic(
      id: "markdown.unclosed-directive", at: directive.place,
      "“\(directive.name)” is never closed", fix: "end it with a line “:::”")
  }

  static func strayClose(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.stray-close", at: place, "“:::” closes nothing",
      fix: "remove it, or give the block that it should close an opening line “:::name”")
  }

  static func tooDeep(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.too-deep", at: place,
      "more than \(DirectiveSyntax.deepest) directives inside one another",
      fix: "close the outer ones first")
  }

  static func malformedDirective(_ fault: DirectiveLine.Fault, at place: Place) -> Self {
    switch fault {
    case .noName:
      Diagnostic(
        id: "markdown.bad-directive", at: place, "no name behind “:::”",
        expected: "“:::name[title]{attributes}”, or “:::” alone to close")
    case .openTitle:
      Diagnostic(
        id: "markdown.bad-directive", at: place, "the title is not closed",
        fix: "end it with “]” on the same line")
    case .openAttributes:
      Diagnostic(
        id: "markdown.bad-directive", at: place, "the attributes are not closed",
        fix: "end them with “}” on the same line")
    case .trailingText:
      Diagnostic(
        id: "markdown.bad-directive", at: place, "text behind a directive",
        expected: "“:::name[title]{attributes}” alone on its line",
        fix: "put a title in “[…]”, and text on the next line")
    case .fullWidthColons:
      Diagnostic(
        id: "markdown.full-width", at: place, "full-width “：” begins no directive",
        fix: "write “:::” or “::”")
    case .fullWidthBraces:
      Diagnostic(
        id: "markdown.full-width", at: place, "full-width “｛” begins no attributes",
        fix: "write “{…}”")
    }
  }

  static func badAttribute(_ text: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.bad-attribute", at: place, "“\(text)” is no attribute",
      expected: "#id, .class, key=value, key=\"value\" or a word")
  }

  static func emptyAttribute(_ text: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.bad-attribute", at: place, "nothing behind “\(text)”",
      expected: "#id, .class, key=value, key=\"value\" or a word")
  }

  static func secondKey(_ key: String, first: Place, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.second-key", at: place,
      "“\(key)” was given already at column \(first.column)", fix: "keep one of them")
  }

  static func secondID(_ id: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.second-key", at: place, "“#\(id)” is a second id", fix: "keep one of them")
  }

  static func duplicateID(_ id: String, first: Place, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.duplicate-id", at: place,
      "the id “\(id)” was given already in line \(first.line)",
      fix: "give one of them another id")
  }

  static func unsafeLink(_ address: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.unsafe-link", at: place, "a page may not link to “\(address.prefix(80))”",
      expected: "a relative address, or http, https, mailto, tel, sms, ftp or weixin")
  }
}
