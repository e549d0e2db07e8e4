package import Phrases
import SalesMethod

extension ImportReport {
  /// The report as a person reads it, line by line.
  package func text(in language: Language) -> String {
    let words = language == .chinese ? Words.chinese : Words.english
    var lines = [
      "\(words.table) \(table.rawValue)\(words.colon)\(file)\(sheet.map { "[\($0)]" } ?? "")"
    ]
    if let encoding { lines.append("  \(words.encoding)\(words.colon)\(encoding)") }
    if let separator {
      lines.append("  \(words.separator)\(words.colon)\(shown(separator, words))")
    }
    lines.append(
      language == .chinese
        ? "  共读入 \(read) 行，保留 \(kept) 行，跳过 \(skipped.count) 行"
        : "  rows: \(read) read = \(kept) kept + \(skipped.count) skipped")
    lines += runs.map { run in
      let file = run.first.file.map { "\($0) " } ?? ""
      let shown =
        run.count == 1
        ? String(run.first.line) : "\(run.first.line)–\(run.first.line + run.count - 1)"
      return "    \(file)\(words.line(shown))\(words.colon)\(run.first.reason(in: language))"
    }
    lines += remarks(in: language)
    lines.append("  \(words.columns)\(words.bareColon)")
    lines += columns.map { column in
      let header = column.header.isEmpty ? words.unnamed : column.header
      let field = column.field.map { "\($0) (\(column.confidence))" } ?? words.unknown
      return "    \(header) → \(field)"
    }
    if !dates.isEmpty { lines.append("  \(words.dates)\(words.bareColon)") }
    lines += dates.map { "    \($0.column): \($0.order) (\($0.why.text(in: language)))" }
    if !sums.isEmpty { lines.append("  \(words.sums)\(words.bareColon)") }
    lines += sums.map { "    Σ \($0.field): \($0.before) → \($0.after)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rows that are left out, those that follow each other for the same reason together.
  private var runs: [(first: Skipped, count: Int)] {
    var runs: [(first: Skipped, count: Int)] = []
    for row in skipped {
      if let last = runs.last, last.first.file == row.file, last.first.reasons == row.reasons,
        last.first.line + last.count == row.line
      {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((row, 1))
      }
    }
    return runs
  }

  /// What was taken for unknown, for blank, or for something that is written otherwise.
  private func remarks(in language: Language) -> [String] {
    let isChinese = language == .chinese
    var lines: [String] = []
    if !unread.isEmpty { lines.append(isChinese ? "  按未知处理：" : "  counted as unknown:") }
    lines += unread.map { cells in
      let shown = shownLines(cells.lines).text(in: language)
      let count = cells.lines.count
      return "    \(cells.column): "
        + (isChinese ? "\(count) 格（第 \(shown) 行）" : "\(count) (\(shown))")
    }
    if !blanks.isEmpty { lines.append(isChinese ? "  按空白处理：" : "  taken for blank:") }
    lines += blanks.map { "    \($0.column): \($0.word) (\($0.cells))" }
    if !loose.isEmpty {
      lines.append(isChinese ? "  写法不同而匹配上的：" : "  matched though written otherwise:")
    }
    lines += loose.map { "    \($0.column): \($0.written) → \($0.meant) (\($0.rows))" }
    return lines
  }

  private func shown(_ separator: String, _ words: Words) -> String {
    separator == "\t" ? words.tab : separator
  }

  /// The words of a report in one language.
  private struct Words {
    let table, encoding, separator, tab, colon: String
    let lineBefore, lineBehind: String
    let columns, unnamed, unknown, dates, sums: String

    /// The colon at the end of a line.
    var bareColon: String { colon == ": " ? ":" : colon }

    func line(_ number: String) -> String { lineBefore + number + lineBehind }

    static let english = Words(
      table: "table", encoding: "encoding", separator: "separator", tab: "tab",
      colon: ": ", lineBefore: "line ", lineBehind: "",
      columns: "columns",
      unnamed: "(no header)", unknown: "not a column of the table, kept as it is",
      dates: "dates", sums: "sums before → after")

    static let chinese = Words(
      table: "表", encoding: "编码", separator: "分隔符", tab: "制表符", colon: "：", lineBefore: "第 ",
      lineBehind: " 行", columns: "列", unnamed: "（无表头）",
      unknown: "未识别，原样保留",
      dates: "日期", sums: "合计（之前 → 之后）")
  }
}
