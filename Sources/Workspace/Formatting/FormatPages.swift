package import Diagnostics
import Markdown
import Pages
package import Phrases
import Rulebook

/// A page of a workspace and what formatting does to it.
package struct FormattedFile: Sendable {
  /// The path from the workspace's root.
  package let path: String
  /// How many blank lines, tables and lines with mended signs there are.
  package let blankLines: Int
  package let tables: Int
  package let mendedLines: Int
  fileprivate let bytes: [UInt8]

  /// What was done, in words.
  ///
  ///     file.summary.english  // "3 blank lines, 1 table"
  package var summary: Phrase {
    var said: [Phrase] = []
    if blankLines > 0 {
      said.append(
        Phrase(
          zh: "空行 \(count: blankLines) 处", en: "\(count: blankLines, "blank line", "blank lines")"))
    }
    if tables > 0 {
      said.append(
        Phrase(zh: "表格 \(count: tables) 张", en: "\(count: tables, "table", "tables")"))
    }
    if mendedLines > 0 {
      said.append(
        Phrase(
          zh: "全角符号 \(count: mendedLines) 行",
          en: "\(count: mendedLines, "line of signs", "lines of signs")"))
    }
    let (chinese, english) = (said.map(\.chinese), said.map(\.english))
    return Phrase(zh: "\(list: chinese)", en: "\(list: english)")
  }
}

/// What formatting the pages of a workspace does.
package struct FormattedPages: Sendable {
  /// The pages that are not as they should stand, by path.
  package var files: [FormattedFile] = []
  /// How many pages were looked at.
  package var count = 0
  package var diagnostics: [Diagnostic] = []

  /// Formats the pages of a workspace, or those of some paths from its root; nothing is written.
  ///
  ///     try FormattedPages.read("my-course", only: []).files.map(\.path)
  package static func read(
    _ source: String, only paths: [String]
  ) throws(MachineFailure) -> FormattedPages {
    let reader = try WorkspaceReader(source)
    let settings = try WorkspaceInput.settings(reader)
    var result = FormattedPages(diagnostics: settings.diagnostics)
    let folder = settings.value.content.isEmpty ? "." : settings.value.content
    let all = try reader.files(under: folder, besides: [settings.value.output])
    result.diagnostics += all.diagnostics
    let pages = all.value.filter { $0.hasSuffix(".md") }
    for path in paths where !pages.contains(path) {
      result.diagnostics.append(.noPageToFormat(path, known: pages))
    }
    guard !result.diagnostics.hasErrors else { return result }
    for path in paths.isEmpty ? pages : pages.filter(paths.contains) {
      let file = try reader.text(of: path)
      result.diagnostics += file.diagnostics
      guard let page = file.value else { continue }
      result.count += 1
      let formatted = FormattedPage(page, from: PageSource.read(page).value.start.offset)
      guard formatted.isChanged else { continue }
      result.files.append(
        FormattedFile(
          path: path, blankLines: formatted.blankLines, tables: formatted.tables,
          mendedLines: formatted.mendedLines, bytes: formatted.bytes))
    }
    return result
  }

  /// Writes the pages that are not as they should stand, each in one step.
  package func write(to source: String) throws(MachineFailure) {
    let writer = try WorkspaceWriter(source)
    for file in files { try writer.replace(file.path, with: file.bytes) }
  }
}

extension Diagnostic {
  static func noPageToFormat(_ path: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "fmt.no-page", at: Place(path: path),
      Phrase(zh: "没有“\(path)”这一页", en: "there is no page “\(path)”"),
      expected: Phrase(
        zh: "内容文件夹里一个 .md 文件的路径，从工作区算起",
        en: "the path of an .md file of the content folder, from the workspace"),
      fix: suggestion(for: path, among: known))
  }
}
