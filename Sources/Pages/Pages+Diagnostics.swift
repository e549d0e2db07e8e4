package import Diagnostics

extension Diagnostic {
  static func unclosedFrontMatter(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.unclosed-front-matter", at: place, "the head of this page is not closed",
      expected: "a line of --- behind the last key",
      fix: "write --- on a line of its own, or *** where a rule across the page was meant")
  }

  static func unknownColumn(_ column: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.unknown-column", at: place, "“where” cannot ask for “\(column)”",
      fix: suggestion(for: column, among: known))
  }

  static func whereWithoutEach(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.where-without-each", at: place, "“where” chooses rows, but the page has no “each”",
      fix: "add each: member, each: team or each: customer")
  }

  static func pathWithoutEach(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.path-without-each", at: place,
      "“path” names the files of rows, but the page has no “each”",
      fix: "add each: member, each: team or each: customer; one page takes a slug")
  }

  static func unknownPathWord(_ word: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.unknown-path-word", at: place, "“path” cannot hold “{\(word)}”",
      fix: suggestion(for: word, among: known))
  }

  /// Two pages that would be written to one file.
  package static func sameOutput(_ output: String, _ other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.same-output", at: place, "this page and “\(other)” both become “\(output)”",
      fix: "give one of them another name or a slug")
  }
}

extension Diagnostic {
  static func valueName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "values.name", at: place, "formulas cannot use “\(name.prefix(60))” as a name",
      expected: "letters of any script, digits and _, beginning with a letter")
  }

  static func valueText(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "values.text", at: place, "“\(name)” stands for no single value",
      expected: "a number with its unit, as 35 万元 or 6%, or a text")
  }

  static func valueTwice(_ name: String, first: Place?, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "values.twice", at: place, "“\(name)” has a value already",
      fix: first.map { "remove it here or in \($0.path), line \($0.line)" })
  }
}
