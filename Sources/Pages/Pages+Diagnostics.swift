package import Diagnostics
import Phrases

extension Diagnostic {
  static func unclosedFrontMatter(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.unclosed-front-matter", at: place, "the head of this page is not closed",
      expected: "a line of --- behind the last key",
      fix: "write --- on a line of its own, or *** where a rule across the page was meant")
  }

  static func misplacedHead(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.misplaced-head", at: place,
      Phrase(
        zh: "这像是页首信息，却不在文件的第一行，会被当成正文印出来",
        en: "this looks like the head of the page, but the head begins in the first line with ---"),
      expected: Phrase(
        zh: "第一行只写“---”，前面没有空行、空格或注释",
        en: "a first line of “---”, with no blank line, space or comment before it"),
      fix: Phrase(
        zh: "把前面的内容移到页首信息之后；若是要画分隔线，就写“***”",
        en: "move what stands before it behind the head, or write *** where a rule was meant"))
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
