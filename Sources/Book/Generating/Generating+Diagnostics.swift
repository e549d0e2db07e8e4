import Diagnostics
import Pages
import Phrases

extension Diagnostic {
  static func unknownTree(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "request.unknown-tree", at: Place(path: "--tree"),
      Phrase(zh: "没有“\(name)”这棵树", en: "there is no tree “\(name)”"),
      fix: suggestion(for: name, among: known))
  }

  static func unknownPerson(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "request.unknown-person", at: Place(path: "--person"),
      Phrase(zh: "没有成员“\(name)”", en: "there is no member “\(name)”"),
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
      Phrase(
        zh: "没有 \(each.rawValue) 可以写这一页，因此不生成文件",
        en: "there is no \(each.rawValue) to write this page for; it becomes no file"),
      expected: Phrase(
        zh: "数据文件夹中有表 \(each.table)", en: "a table of \(each.table) in the data folder"))
  }

  static func noRow(
    of each: FrontMatter.Each, with condition: FrontMatter.Condition, known: [String]
  ) -> Diagnostic {
    let value = condition.value
    var seen: Set<String> = []
    let names = known.filter { !$0.isEmpty && seen.insert($0).inserted }
    return Diagnostic(
      id: "page.no-row", severity: .warning, at: condition.place,
      Phrase(
        zh: "没有 \(each.rawValue) 的“\(condition.column)”是“\(value)”，因此这一页不生成文件",
        en: "no \(each.rawValue) has “\(value)” as its “\(condition.column)”; "
          + "this page becomes no file"),
      fix: names.isEmpty ? nil : suggestion(for: value, among: names))
  }

  static func sameOutputOfRows(_ output: String, word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "page.same-output", at: place,
      Phrase(zh: "这一页有几行都会变成“\(output)”", en: "several rows of this page become “\(output)”"),
      fix: Phrase(zh: "在“path”里写 {\(word)}", en: "put {\(word)} into “path”"))
  }
}
