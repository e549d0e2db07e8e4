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

  static func notMadeInShards(isCourse: Bool) -> Diagnostic {
    Diagnostic(
      id: "shard.not-divisible", at: Place(path: "--shard"),
      isCourse
        ? Phrase(
          zh: "用别的工具写的课程（vocabulary）不能分片生成",
          en: "a course of another tool (“vocabulary”) cannot be made in shards")
        : Phrase(
          zh: "这个站点的内容不全在文件里（数据库，或要先转换的工作簿），各分片看到的可能不一样",
          en:
            "not all that this site is made of stands in its files (a database, or workbooks that are converted "
            + "first), so shards might see different things"),
      fix: isCourse
        ? Phrase(zh: "去掉 --shard，一次生成", en: "build it in one, without --shard")
        : Phrase(
          zh: "先把这些数据存成 CSV 或 XLSX，放进数据文件夹",
          en: "save these tables as CSV or XLSX in the data folder first"))
  }

  static func shardsOfOtherWorkspace() -> Diagnostic {
    Diagnostic(
      id: "shard.workspace-changed", at: Place(path: "--source"),
      Phrase(
        zh: "这个工作区和生成各分片时的不一样：页面、数据、设置或模板变过",
        en:
          "this workspace is not the one that the shards were made of: pages, tables, settings or templates differ"
      ),
      expected: Phrase(
        zh: "每个分片和合并都用同一份文件", en: "the same files for every shard and for the merge"),
      fix: Phrase(
        zh: "用现在的文件重新生成所有分片", en: "build all shards again from the files as they are"))
  }
}
