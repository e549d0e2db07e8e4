import Book
import Desk
import Diagnostics
import Export
import Phrases
import Rulebook
import SalesData
import SalesMethod
import Tables

/// What was written into workbooks as done goes into files of its own, so that a workbook begins the next
/// period with what is still open.
extension NextPeriod {
  /// Takes out of plans, and out of a workbook to fill in, what took place in the period that is left.
  mutating func moveActuals(
    _ input: WorkspaceInput, _ reader: WorkspaceReader
  ) throws(MachineFailure) {
    let settings = input.settings.dataSettings
    for file in input.sources.desk.data {
      let filled = filledWorkbook(file, through: from.range.end, settings: settings)
      guard let filled, filled.hasAnythingOver else { continue }
      for part in filled.parts where !part.unreadLines.isEmpty {
        said.append(unread(part, in: file.path, isPlan: filled.isPlan))
      }
      // A plan that is put aside would take its unread rows along.
      if filled.isPlan, filled.parts.contains(where: { !$0.unreadLines.isEmpty }) { continue }
      var left: Workbook?
      if !filled.isPlan {
        guard let workbook = continued(filled, input) else {
          said.append(
            Phrase(
              zh: "\(file.path) 里少了原来的列，没有动它",
              en: "\(file.path) lacks columns that it was made with, and stays as it is"))
          continue
        }
        left = workbook
      }
      try move(filled, of: file, input.settings.data, reader)
      workbooks.append((file.path, left))
    }
  }

  /// What is said of rows that could not be read: they stay where they are.
  private func unread(_ part: FilledWorkbook.Part, in path: String, isPlan: Bool) -> Phrase {
    let lines = part.unreadLines.prefix(10).map(String.init)
    return Phrase(
      zh: "\(path) 的“\(part.table.title)”第 \(list: lines) 行读不出来，留在原处"
        + "\(isPlan ? "，整个文件也没有动" : "")；改好就会算",
      en:
        "\(count: part.unreadLines.count, "row", "rows") of “\(part.table.rawValue)” in \(path) could "
        + "not be read (\(list: lines)) and \(agreeing: part.unreadLines.count, "stays", "stay") where "
        + "\(agreeing: part.unreadLines.count, "it is", "they are"); corrected, "
        + "\(agreeing: part.unreadLines.count, "it counts", "they count")")
  }

  private mutating func move(
    _ filled: FilledWorkbook, of file: SourceFile, _ folder: String, _ reader: WorkspaceReader
  ) throws(MachineFailure) {
    for part in filled.parts where !part.over.isEmpty {
      var (path, number) = ("\(folder)/\(part.fileName(for: from.description))", 1)
      while try reader.hasFile(path) || files.contains(where: { $0.path == path }) {
        number += 1
        path = "\(folder)/\(part.fileName(for: "\(from)-\(number)"))"
      }
      files.append((path, csv(part.over, style: CSVStyle(forExcel: true))))
      let rows = part.over.count - 1
      said.append(
        Phrase(
          zh: "\(file.path) 里已完成的“\(part.table.title)” \(count: rows) 行移到 \(path)",
          en: "\(count: rows, "row", "rows") of “\(part.table.rawValue)” in \(file.path) "
            + "\(agreeing: rows, "is", "are") over and went into \(path)"))
    }
  }

  /// The workbook to fill in with what is still open; nil where something would be lost.
  private func continued(_ filled: FilledWorkbook, _ input: WorkspaceInput) -> Workbook? {
    let isChinese = filled.parts.contains { part in
      part.header.contains { $0.hasPrefix("客户名称") }
    }
    let language: Language = isChinese ? .chinese : .english
    let owner = input.settings.dataSettings.person ?? language.say(zh: "我", en: "me")
    return .entry(continuing: filled, for: owner, period: to, in: language)
  }
}
