import Diagnostics
import Phrases
import Tables

/// Reads the tables of a file, each with the header that has columns we know: a printout has lines of
/// its own above.
///
///     readData(SourceFile(path: "a.csv", text: "导出,2026\n客户,日期,金额\n")).value[0].header
///     // ["客户", "日期", "金额"]
func readData(_ file: SourceFile, encoding: TextEncoding? = nil) -> Parsed<[Table]> {
  let read = readTables(file, encoding: encoding)
  var diagnostics = read.diagnostics
  let tables = read.value.compactMap { table -> Table? in
    let byMonth = goalsSideBySide(table)
    diagnostics += byMonth.diagnostics
    guard let table = byMonth.value else { return nil }
    guard let row = rowOfHeader(table) else { return table }
    diagnostics.append(.headerBelow(table.line(ofRow: row), at: table.placeOfHeader(0)))
    return table.headed(byRow: row)
  }
  return Parsed(tables, diagnostics)
}

/// The row whose texts are the header of a table, where those above are none that anybody knows.
private func rowOfHeader(_ table: Table) -> Int? {
  guard table.origin.format == .csv || table.origin.format == .xlsx else { return nil }
  let headers = table.header.map { ReadHeader($0) }
  if TableSchema.all.contains(where: { knownColumns(table, $0, headers).count > 1 }) { return nil }
  return (0..<min(table.rowCount, 12)).first { row in
    guard !table.isBroken(row: row), table.width(ofRow: row) > 1 else { return false }
    let below = table.headed(byRow: row)
    let headers = below.header.map { ReadHeader($0) }
    return TableSchema.all.contains { schema in
      let known = knownColumns(below, schema, headers)
      let isWhole = schema.columns.allSatisfy { !$0.isRequired || known.contains($0.name) }
      let hasOne = schema.oneOf.isEmpty || !known.isDisjoint(with: schema.oneOf)
      return isWhole && hasOne && known.count > 2
    }
  }
}

/// The columns of a table that its headers name.
private func knownColumns(
  _ table: Table, _ schema: TableSchema, _ headers: [ReadHeader]
) -> Set<String> {
  Set(
    matchHeaders(of: table, to: schema, by: [], reading: headers).value
      .compactMap { $0.field?.name })
}

/// What is said in place of a mistake for each column, where no header is known: one thing went wrong,
/// and it is the file's, not the columns'.
func headerNotFound(_ table: Table, _ schema: TableSchema) -> Diagnostic {
  let needed = schema.columns.filter { $0.isRequired || schema.oneOf.first == $0.name }
  let headers = table.header.filter { !$0.isEmpty }
  let only = headers.count == 1 ? headers[0] : nil
  return .headerNotFound(
    headers, of: schema.name, needed: needed, mark: only.flatMap(foreignSeparator),
    isText: table.origin.format == .csv, at: table.placeOfHeader(0))
}

/// The sign that stands between the words of a header which was read as one: `客户|金额`.
private func foreignSeparator(_ header: String) -> String? {
  let marks: [Character] = ["\t", ";", "|", "^", "¦", "；", "，", "、", "｜", "~", "#", ":", " "]
  return marks.first { header.split(separator: $0).count > 1 }.map(String.init)
}

extension Diagnostic {
  static func headerBelow(_ line: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.header-below", severity: .note, at: place,
      Phrase(
        zh: "表头在第 \(line) 行，上面的不是数据",
        en: "the header is in line \(line); what stands above is no data"))
  }

  static func headerNotFound(
    _ headers: [String], of table: TableName, needed: [ColumnSchema], mark: String?,
    isText: Bool, at place: Place
  ) -> Diagnostic {
    let shown = headers.prefix(6).map { "“\($0.prefix(40))”" }
    let more = headers.count > 6
    let names = Phrase(
      zh: "\(needed.map { "\($0.title.chinese)（\($0.name)）" }.joined(separator: "、"))",
      en: "\(list: needed.map(\.name))")
    return Diagnostic(
      id: "data.header-not-found", at: place,
      Phrase(
        zh: "“\(table.title)”表一列也没认出，这里不像表头：\(shown.joined(separator: "、"))\(more ? "……" : "")",
        en: "no column of “\(table.rawValue)” was recognised; this does not look like its header: "
          + "\(shown.joined(separator: ", "))\(more ? " …" : "")"),
      expected: Phrase(
        zh: "一行列名，其中要有\(names)", en: "a row with the names of the columns: \(names)"),
      fix: mark.flatMap { isText ? mendOfSeparator($0) : nil }
        ?? Phrase(
          zh: "如果这一行已经是数据，在它上面插入一行列名；如果列名在下面，删去列名上面的行；列名另有说法的，在设置的 mapping 里写明",
          en:
            "if this line is data, put a line with the columns' names above it; if they are further "
            + "down, remove what stands above them; if they have other names, say so under mapping in "
            + "the settings"))
  }

  /// How to have a file read whose columns stand apart by a sign that nobody expects there.
  private static func mendOfSeparator(_ mark: String) -> Phrase {
    if mark == " " {
      return Phrase(
        zh: "列之间只有空格：用 Excel 的“分列”分开，另存为 CSV UTF-8",
        en:
          "only spaces stand between the columns: split them in Excel (Data, Text to Columns) and "
          + "save the file as CSV UTF-8")
    }
    if mark.utf8.count == 1 {
      return Phrase(
        zh: "列之间好像是“\(mark)”：在文件最前面加一行 sep=\(mark)",
        en:
          "the columns seem to stand apart by “\(mark)”: put a line sep=\(mark) at the very beginning "
          + "of the file")
    }
    return Phrase(
      zh: "列之间好像是“\(mark)”：全部换成英文逗号“,”",
      en: "the columns seem to stand apart by “\(mark)”: replace it by a comma throughout")
  }
}
