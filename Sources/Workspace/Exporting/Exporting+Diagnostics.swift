import Diagnostics
import Phrases
import SalesMethod
import Wording

/// Why nothing was exported, or less than was meant.
extension Diagnostic {
  static func noPlanPages() -> Diagnostic {
    Diagnostic(
      id: "export.no-plans", at: Place(path: "Content"),
      Phrase(zh: "没有一页是写计划的", en: "no page makes plans"),
      expected: Phrase(
        zh: "页首写着 each: member 的一页，里面有 ::summary 等内容",
        en: "a page with each: member in its head, and views such as ::summary in it"),
      fix: Phrase(
        zh: "salesbook init 示例 --kind plan，再把其中的 Content/plans 放进这个工作区",
        en: "salesbook init example --kind plan, and take its Content/plans into this workspace"))
  }

  static func exportForeignFile(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "export.foreign-file", at: Place(path: path),
      Phrase(
        zh: "这个文件不是 Salesbook 写的，或后来改过：保持原样",
        en: "this file was not written by Salesbook, or has been changed since; "
          + "it stays as it is"),
      expected: Phrase(
        zh: "还没有这个文件，或它是上次导出的原样", en: "no file yet, or one as an earlier export left it"),
      fix: Phrase(
        zh: "用 -o 换一个名字，或者用 --force 覆盖",
        en: "choose another name with -o, or replace it with --force"))
  }

  static func unknownTeam(_ id: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "export.unknown-team", at: Place(path: "--team"),
      Phrase(zh: "没有团队“\(id)”", en: "there is no team “\(id)”"),
      expected: Phrase(zh: "teams 表里团队的 id", en: "the id of a team of the table teams"),
      fix: suggestion(for: id, among: known))
  }

  static func exportIsNoFile(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "export.not-a-file", at: Place(path: path),
      Phrase(zh: "这里不是普通文件，不能写入", en: "not a regular file"),
      fix: Phrase(zh: "用 -o 换一个名字", en: "choose another name with -o"))
  }

  static func noWorkload(_ period: Period, because reasons: [Phrase], in folder: String)
    -> Diagnostic
  {
    let short = Phrase(
      zh: "\(period) 没有可以倒推的目标，工作量表里只有拜访",
      en: "\(period) has nothing to work back from, so the workload sheet holds visits only")
    return Diagnostic(
      id: "export.no-workload", severity: .warning, at: Place(path: folder),
      reasons.isEmpty
        ? short : Phrase(zh: "\(short)：\(list: reasons)", en: "\(short): \(list: reasons)"),
      expected: Phrase(
        zh: "这位成员的、涉及本月的金额目标，以及 rates 和 factors",
        en: "an amount goal of this member that touches the month, with rates and factors"),
      fix: Phrase(
        zh: "补上目标，或用 --month 另选一个月", en: "add the goal, or name another month with --month"))
  }

  static func nothingPlanned(_ period: Period, in folder: String) -> Diagnostic {
    Diagnostic(
      id: "export.no-data", at: Place(path: folder),
      Phrase(
        zh: "\(period) 既没有这位成员的目标，也没有客户：没有可导出的内容",
        en: "\(period) has neither a goal nor a customer of this member: there "
          + "is nothing to export"),
      expected: Phrase(
        zh: "涉及本月的金额目标，或客户", en: "an amount goal that touches the month, or customers"),
      fix: Phrase(
        zh: "补上它们，或用 --month 换一个月，或用 --person 换一位成员",
        en: "add them, or name another month with --month or another member with --person"))
  }

  static func noTables(in folder: String) -> Diagnostic {
    Diagnostic(
      id: "export.no-data", at: Place(path: folder),
      Phrase(zh: "没有可导出的数据表", en: "there are no tables to export"),
      expected: Phrase(
        zh: "这个文件夹里的数据表，例如 goals.csv 和 customers.csv",
        en: "tables such as goals.csv and customers.csv in this folder"),
      fix: Phrase(zh: "用 -s 指明工作区", en: "name the workspace with -s"))
  }

  static func manyTables(_ names: [String], for path: String) -> Diagnostic {
    Diagnostic(
      id: "export.many-tables", at: Place(path: path),
      Phrase(
        zh: "一个文件只能放一张表，而这里有 \(count: names.count) 张",
        en: "a single file holds a single table, and there are \(count: names.count)"),
      expected: Phrase(zh: "-o 加文件夹，或只用一个 --table", en: "-o with a folder, or one --table"),
      fix: nearestNames(to: "", among: names))
  }

  static func unknownTable(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "export.unknown-table", at: Place(path: "--table"),
      Phrase(zh: "导出的内容中没有表“\(name)”", en: "the export has no table “\(name)”"),
      fix: suggestion(for: name, among: known))
  }
}
