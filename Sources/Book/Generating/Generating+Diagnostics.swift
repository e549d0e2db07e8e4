import Diagnostics
import Pages
import Phrases

extension Diagnostic {
  static func unknownTree(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "request.unknown-tree", at: Place(path: "--tree"), "there is no tree “\(name)”",
      fix: suggestion(for: name, among: known))
  }

  static func unknownPerson(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "request.unknown-person", at: Place(path: "--person"), "there is no member “\(name)”",
      fix: suggestion(for: name, among: known))
  }

  static func inNoTree(trees: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.in-no-tree", severity: .warning, at: place,
      Phrase(
        zh: "没有哪一套输出收这一页：它不会出现在任何地方",
        en: "no tree takes this page: it appears nowhere"),
      expected: Phrase(
        zh: "“edition”和“audience”合得上这些输出之一：\(list: trees)",
        en: "an “edition” and “audience” that fit one of the trees \(list: trees)"),
      fix: Phrase(
        zh: "在页首信息里写上“audience”，例如 audience: self；或在设置的 trees 里加上一套",
        en: "give the page an “audience”, as audience: self, or add a tree to the settings"))
  }

  static func noRows(of each: FrontMatter.Each, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.no-rows", severity: .warning, at: place,
      "there is no \(each.rawValue) to write this page for; it becomes no file",
      expected: "a table of \(each.table) in the data folder")
  }

  static func noRow(
    of each: FrontMatter.Each, with condition: FrontMatter.Condition, known: [String]
  ) -> Diagnostic {
    let value = condition.value
    var seen: Set<String> = []
    let names = known.filter { !$0.isEmpty && seen.insert($0).inserted }
    return Diagnostic(
      id: "page.no-row", severity: .warning, at: condition.place,
      "no \(each.rawValue) has “\(value)” as its “\(condition.column)”; this page becomes no file",
      fix: nearestName(to: value, in: names).map { "did you mean “\($0)”?" }
        ?? (names.isEmpty ? nil : "known: " + names.prefix(12).joined(separator: ", ")))
  }

  static func sameOutputOfRows(_ output: String, word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.same-output", at: place, "several rows of this page become “\(output)”",
      fix: "put {\(word)} into “path”")
  }
}
