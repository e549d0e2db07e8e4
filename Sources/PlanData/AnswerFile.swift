package import Diagnostics
import Phrases
import YAML

/// What was filled in on the pages of a course: the file that they save.
package struct AnswerFile: Hashable, Sendable {
  /// A table that was filled in.
  package struct Table: Hashable, Sendable {
    /// The page that it stands on, below its folder: `part-3.html`.
    package let page: String
    /// What it is kept by on its page: the id that its author gave it, or `table-1`.
    package let id: String
    package let columns: [String]
    /// The rows in which something is written, as many cells each as there are columns.
    package let rows: [[String]]
    /// Where it stands in the file.
    package let place: Place
  }

  /// The title of the site.
  package let site: String
  /// The tables, in the order of the file.
  package let tables: [Table]

  private static let schema = "salesbook.answers/1"

  /// Whether a file is one that a page saved.
  package static func isAnswers(_ file: SourceFile) -> Bool {
    file.bytes.prefix(200).firstRange(of: Array("\"salesbook.answers/".utf8)) != nil
  }

  /// Reads the tables of such a file: of other answers no data could be made.
  ///
  ///     AnswerFile.read(file).value?.tables.map(\.id)  // ["mine"]
  package static func read(_ file: SourceFile) -> Parsed<AnswerFile?> {
    let node = parseYAML(file)
    var reader = MappingReader(node.value, of: Phrase(zh: "答案文件", en: "file of answers"))
    var found = node.diagnostics
    if let written = reader.text("schema"), written != schema,
      let place = reader.place(of: "schema")
    {
      return Parsed(nil, found + [.answersOfOtherForm(written, expected: schema, at: place)])
    }
    let site = reader.text("site")
    let pages = reader.read("pages", expected: Phrase(zh: "由页组成的列表", en: "a list of pages")) {
      $0.items
    }
    found += reader.finish()
    let all = (pages ?? []).flatMap { tables(of: $0, &found) }
    guard let site, pages != nil, !found.hasErrors else { return Parsed(nil, found) }
    return Parsed(AnswerFile(site: site, tables: all), found)
  }

  private static func tables(of node: YAMLNode, _ found: inout [Diagnostic]) -> [Table] {
    var reader = MappingReader(node, of: Phrase(zh: "页", en: "page"))
    let page = reader.text("page") ?? ""
    _ = reader.node("title")
    let fields = reader.read("fields", expected: Phrase(zh: "由栏目组成的列表", en: "a list of fields")) {
      $0.items
    }
    found += reader.finish()
    return (fields ?? []).compactMap { table(of: $0, on: page, &found) }
  }

  private static func table(
    of node: YAMLNode, on page: String, _ found: inout [Diagnostic]
  ) -> Table? {
    var reader = MappingReader(node, of: Phrase(zh: "栏目", en: "field"))
    guard reader.text("kind") == "table" else { return nil }
    let id = reader.text("id") ?? ""
    let columns = reader.texts("columns") ?? []
    let expected = Phrase(
      zh: "由行组成的列表，每行 \(columns.count) 格", en: "a list of rows of \(columns.count) cells each")
    let rows = reader.read("rows", expected: expected) { node -> [[String]]? in
      let rows = (node.items ?? []).map { ($0.items ?? []).map { $0.text ?? "" } }
      return rows.allSatisfy { $0.count == columns.count } ? rows : nil
    }
    found += reader.finish()
    guard let rows, !columns.isEmpty else { return nil }
    let filled = rows.filter { $0.contains { !$0.isEmpty } }
    return Table(page: page, id: id, columns: columns, rows: filled, place: node.place)
  }
}

extension Diagnostic {
  package static func answersOfOtherForm(
    _ written: String, expected: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "answers.form", at: place,
      Phrase(
        zh: "答案文件的格式是“\(written)”，这个版本读不了",
        en: "the file of answers is of the form “\(written)”, which this version cannot read"),
      expected: Phrase(zh: "\(expected)", en: "\(expected)"))
  }

  package static func answersAsWhat(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "answers.as-what", at: place,
      Phrase(
        zh: "这是课程页上填写的答案，要写明当哪张表读",
        en: "these are answers from the pages of a course; say which table they are to be"),
      fix: Phrase(zh: "加上 --as customers 或 --as goals", en: "add --as customers or --as goals"))
  }

  package static func unknownField(_ field: String, known: [String], at place: Place) -> Diagnostic
  {
    Diagnostic(
      id: "answers.no-field", at: place,
      Phrase(
        zh: "答案里没有填过的表“\(field)”", en: "the answers hold no table “\(field)” that was filled in"),
      fix: known.isEmpty ? nil : suggestion(for: field, among: known))
  }
}
