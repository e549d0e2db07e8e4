import Desk
import Diagnostics
package import Phrases

extension ForgetReport {
  /// The rows that are named one by one; the rest are counted.
  private static let mostNamed = 20

  /// What was removed and what was not, for a person; `isDryRun` where nothing was.
  package func lines(isDryRun: Bool) -> [Phrase] {
    let head =
      isDryRun
      ? Phrase(zh: "只是预演，什么都没有动：", en: "nothing was changed; this would be done:")
      : Phrase(zh: "已处理：", en: "done:")
    let done =
      files.map { file in
        file.isRemoved
          ? Phrase(zh: "  删除 \(file.path)", en: "  removed: \(file.path)")
          : Phrase(zh: "  抹去其中的内容：\(file.path)", en: "  taken out of: \(file.path)")
      } + releases.map { Phrase(zh: "  删除旧版 \($0)", en: "  removed release: \($0)") }
    let none = Phrase(
      zh: "存档、保存的计划和旧版里没有找到",
      en: "nothing was found in the archive, the kept plans and the releases")
    return (done.isEmpty ? [none] : [head] + done) + left
  }

  /// What is still there, and what nobody can look into from here.
  private var left: [Phrase] {
    var lines: [Phrase] = []
    if let currentRelease {
      lines.append(
        Phrase(
          zh: "读者现在看到的 \(currentRelease) 里还有：从表里去掉、重新发布以后，再运行一次",
          en:
            "readers see \(currentRelease), which holds it: take it out of the tables, publish, and run this again"
        ))
    }
    lines.append(
      Phrase(
        zh: "生成的文件夹没有动：从表里去掉以后，再生成一次",
        en: "the output folder was not touched: build again once the tables are without it"))
    if !rows.isEmpty {
      lines.append(
        Phrase(zh: "表没有动，这些行里还有：", en: "the tables were not touched; these rows hold it:"))
      lines += rows.prefix(Self.mostNamed).map { Phrase(same: "  \($0.path):\($0.line)") }
      let rest = rows.count - Self.mostNamed
      if rest > 0 { lines.append(Phrase(zh: "  另外 \(rest) 行", en: "  and \(rest) more")) }
    }
    if unsearched > 0 {
      lines.append(
        Phrase(
          zh: "太短、和偶然分不开而没有找的值：\(unsearched)",
          en: "values too short to be told from chance, and not looked for: \(unsearched)"))
    }
    return lines + [
      Phrase(
        zh: "这里看不到的：备份、版本控制里的历史、发到别处的文件、打印出来的纸",
        en:
          "what cannot be seen from here: backups, the history of version control, files that were handed on, paper"
      )
    ]
  }
}

extension Diagnostic {
  static func nobodyToForget(_ subject: ForgottenSubject, known: [String]) -> Diagnostic {
    switch subject {
    case .person(let id):
      Diagnostic(
        id: "forget.person", at: Place(path: "--person"),
        Phrase(zh: "没有成员“\(id)”", en: "there is no member “\(id)”"),
        expected: Phrase(
          zh: "成员的 id；表里已经没有的，用 --value 写出姓名",
          en: "a member's id, or --value with the name of one whom no table has any more"),
        fix: suggestion(for: id, among: known))
    case .customer(let key):
      Diagnostic(
        id: "forget.customer", at: Place(path: "--customer"),
        Phrase(zh: "没有客户“\(key)”", en: "there is no customer “\(key)”"),
        expected: Phrase(
          zh: "客户的编号或名称；表里已经没有的，用 --value 写出名称和电话",
          en:
            "a customer's id or name, or --value with name and number of one whom no table has any more"
        ))
    }
  }
}
