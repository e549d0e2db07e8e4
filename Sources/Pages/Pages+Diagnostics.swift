package import Diagnostics
import Phrases

extension Diagnostic {
  static func unclosedFrontMatter(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.unclosed-front-matter", at: place,
      Phrase(zh: "这一页的页首没有结束", en: "the head of this page is not closed"),
      expected: Phrase(zh: "最后一个键后面有一行 ---", en: "a line of --- after the last key"),
      fix: Phrase(
        zh: "单独一行写 ---；如果想要一条横线，写 ***",
        en: "write --- on a line of its own, or *** where a rule across the page was meant"))
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
        zh: "把它写在文件最前面的两行“---”之间；若是要画分隔线，就写“***”",
        en:
          "write it between two lines of --- at the very beginning of the file, or write *** where a rule "
          + "was meant"))
  }

  static func unknownColumn(_ column: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.unknown-column", at: place,
      Phrase(zh: "“where”不能问“\(column)”", en: "“where” cannot ask for “\(column)”"),
      fix: suggestion(for: column, among: known))
  }

  static func whereWithoutEach(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.where-without-each", at: place,
      Phrase(
        zh: "“where”用来选行，但这一页没有“each”", en: "“where” chooses rows, but the page has no “each”"),
      fix: Phrase(
        zh: "加上 each: member、each: team 或 each: customer",
        en: "add each: member, each: team or each: customer"))
  }

  static func pathWithoutEach(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.path-without-each", at: place,
      Phrase(
        zh: "“path”给各行的文件命名，但这一页没有“each”",
        en: "“path” names the files of rows, but the page has no “each”"),
      fix: Phrase(
        zh: "加上 each: member、each: team 或 each: customer；单独一页用 slug",
        en: "add each: member, each: team or each: customer; one page takes a slug"))
  }

  static func unknownPathWord(_ word: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.unknown-path-word", at: place,
      Phrase(zh: "“path”里不能有“{\(word)}”", en: "“path” cannot hold “{\(word)}”"),
      fix: suggestion(for: word, among: known))
  }

  /// Two pages that would be written to one file.
  package static func sameOutput(_ output: String, _ other: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.same-output", at: place,
      Phrase(
        zh: "这一页和“\(other)”都会变成“\(output)”", en: "this page and “\(other)” both become “\(output)”"),
      fix: Phrase(zh: "给其中一个换个名字或 slug", en: "give one of them another name or a slug"))
  }
}

extension Diagnostic {
  static func valueName(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "values.name", at: place,
      Phrase(
        zh: "公式不能用“\(name.prefix(60))”作名字", en: "formulas cannot use “\(name.prefix(60))” as a name"
      ),
      expected: Phrase(
        zh: "任何文字的字母、数字和 _，以字母开头",
        en: "letters of any script, digits and _, beginning with a letter"))
  }

  static func valueText(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "values.text", at: place,
      Phrase(zh: "“\(name)”不是单个值", en: "“\(name)” is not a single value"),
      expected: Phrase(
        zh: "带单位的数字，例如 35 万元 或 6%，或一段文字", en: "a number with its unit, such as 6%, or a text"))
  }

  static func valueTwice(_ name: String, first: Place?, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "values.twice", at: place,
      Phrase(zh: "“\(name)”已经有值了", en: "“\(name)” has a value already"),
      fix: first.map {
        Phrase(
          zh: "在这里或在 \($0.path) 第 \($0.line) 行删除它",
          en: "remove it here or in \($0.path), line \($0.line)")
      })
  }
}
