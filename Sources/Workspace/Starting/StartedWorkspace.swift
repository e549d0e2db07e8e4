package import Diagnostics
package import Phrases
import SalesData
import Tables

/// What a starter has made.
package struct StartedWorkspace: Sendable {
  /// The paths of the files written.
  package let files: [String]
  /// Questions that are still open, with the lines that would settle them; and mistakes in the files.
  package let diagnostics: [Diagnostic]
  /// Whether it was made of one's own files.
  package let isOwn: Bool
  private let lines: [Phrase]

  init(files: [String], own: OwnWorkspace?) {
    self.files = files
    isOwn = own != nil
    diagnostics = own?.mending.found.diagnostics.filter { $0.severity != .note } ?? []
    lines = own.map(Self.lines) ?? []
  }

  /// What was found and decided, a line for each.
  ///
  ///     started.text(in: .english)  // "customers: 80 rows of 客户导出.csv, 12 of 13 columns used\n…"
  package func text(in language: Language) -> String {
    lines.map { $0.text(in: language) + "\n" }.joined()
  }

  /// Whether an error stands in the way of a plan.
  package var hasErrors: Bool { diagnostics.hasErrors }

  private static func lines(_ own: OwnWorkspace) -> [Phrase] {
    let found = own.mending.found.value
    let tables = found.tables.filter { table in
      table.files.contains { path in
        own.files.tables.contains {
          path.hasPrefix($0.target) && !own.files.made.contains($0.target)
        }
      }
    }.map { table in line(table, own.files) }
    let unread = own.files.unreadable.map { name in
      let kind =
        switch own.files.fakes[name] {
        case .page: Phrase(zh: "（其实是网页）", en: " (a web page in truth)")
        case .text, nil: Phrase(same: "")
        }
      return Phrase(
        zh: "读不了：\(harmless(name))\(kind)，请用 Excel 或 WPS 另存为 .xlsx 再放进 Content/data",
        en:
          "cannot be read: \(harmless(name))\(kind); save it as .xlsx and put it into Content/data")
    }
    let others = own.files.others.map(harmless)
    let unused =
      others.isEmpty
      ? [] : [Phrase(zh: "没有用到：\(list: others)", en: "not used: \(list: others)")]
    return tables + unread + unused + own.said
  }

  private static func line(_ table: FoundData.FoundTable, _ files: OwnFiles) -> Phrase {
    let names = table.files.map { path in
      harmless(files.tables.first { $0.target == path }?.shown ?? path)
    }
    let used = table.headers.count { $0.field != nil || $0.isBeside }
    let shown = names.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return Phrase(
      zh: "\(table.name)：\(list: shown)，\(count: table.rows) 行，"
        + "\(count: table.headers.count) 列用到 \(count: used) 列",
      en: "\(table.name): \(list: shown), \(count: table.rows, "row", "rows"), "
        + "\(count: used) of \(count: table.headers.count, "column", "columns") used")
  }
}
