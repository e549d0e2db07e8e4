import Diagnostics

/// What is wrong with names that a page defines and refers to, and with signs that were read as text.
extension Diagnostic {
  static func unreadDirective(_ line: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.unread-directive", at: place,
      "“\(line.prefix(60))” begins or ends no block here: it is part of a text, of code or of HTML",
      expected: "at most three spaces before the colons",
      fix: "take the indentation away, or put code between lines of “```”")
  }

  static func openComment(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.open-comment", at: place, "“<!” begins no comment here and would be printed",
      expected: "“<!-- … -->” without “--” inside",
      fix: "close the comment, or write “\\<!” for the signs themselves")
  }

  static func missingFootnote(_ label: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.missing-footnote", at: place,
      "there is no footnote “\(label.prefix(60))” here",
      fix:
        "write “[^\(label.prefix(60))]: …” on a line of its own, or “\\[^” for the signs themselves"
    )
  }

  static func unreadLink(_ text: String, address: String, at place: Place) -> Self {
    let hasBlank = address.contains(where: \.isWhitespace) && !address.contains("<")
    let fix =
      hasBlank
      ? "write the address as “<\(address.prefix(60))>”"
      : "write the address in “<…>”, or “\\[” for the signs themselves"
    return Diagnostic(
      id: "markdown.unread-link", at: place, "“\(text.prefix(80))” is no link", fix: fix)
  }

  static func missingDefinition(_ text: String, label: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.missing-definition", at: place,
      "“\(text.prefix(80))” refers to “\(label.prefix(60))”, which is not defined here",
      fix:
        "write “[\(label.prefix(60))]: address” on a line of its own, or “\\[” for the signs themselves"
    )
  }

  static func secondDefinition(_ name: String, first: Place, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.second-definition", at: place,
      "“\(name.prefix(60))” was defined already in line \(first.line)",
      fix: "give one of them another name")
  }

  static func endlessCut(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.too-deep", at: place, "footnotes bring ever more footnotes with blocks in them",
      fix: "take the blocks out of the footnotes")
  }
}
