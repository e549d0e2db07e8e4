import Diagnostics
import Foundation
import Testing

@testable import Tables

/// What Python writes we read, and what we write Python reads: two programs that were made apart.
@Suite struct `Python and we read each other's files` {
  private static let rows: [[String]] = [
    ["名称", "note", "x"], ["a,b", "say \"hi\"", "line\nbreak"], ["", " blanks ", "tab\there"],
    ["㐀𠮷😀", "'quoted'", ";"], ["\"", "\"\"", ","], ["1", "", ""],
  ]

  private static let literal =
    "rows = "
    + rows.map { row in
      "["
        + row.map { "'" + $0.unicodeScalars.map { "\\U" + hexadecimal($0.value) }.joined() + "'" }
        .joined(separator: ",") + "]"
    }.joined(separator: ",") + "\n"

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  @Test(
    .enabled(if: Tool.python != nil, "there is no python3"),
    arguments: ["utf-8", "utf-8-sig", "gb18030", "utf-16"], ["excel", "excel-tab", "unix"])
  func `as CSV in every encoding`(encoding: String, dialect: String) throws {
    try withTemporaryFolder { folder in
      let script =
        "import csv\n" + Self.literal
        + "f = open('\(folder)/a.csv', 'w', newline='', encoding='\(encoding)')\n"
        + "csv.writer(f, '\(dialect)').writerows(rows)\nf.close()\n"
      _ = try #require(Tool.python?.run(["-"], input: script))
      let read = readTables(SourceFile(path: "a.csv", bytes: contents("\(folder)/a.csv")))
      #expect(cells(read) == Self.rows)
    }
  }

  @Test(.enabled(if: Tool.python != nil, "there is no python3"), arguments: [true, false])
  func `and Python reads our CSV`(forExcel: Bool) {
    withTemporaryFolder { folder in
      let bytes = csv(Self.rows, style: CSVStyle(forExcel: forExcel))
      #expect(FileManager.default.createFile(atPath: "\(folder)/a.csv", contents: Data(bytes)))
      let script =
        "import csv\n" + Self.literal
        + "read = list(csv.reader(open('\(folder)/a.csv', newline='', encoding='utf-8-sig')))\n"
        + "assert read == [list(r) for r in rows], read\n"
      #expect(Tool.python?.run(["-"], input: script) != nil)
    }
  }

  @Test(
    .enabled(if: Tool.pythonHas("openpyxl"), "this python3 has no openpyxl: see SALESBOOK_PYTHON"))
  func `as a workbook`() throws {
    try withTemporaryFolder { folder in
      let script = """
        import datetime, openpyxl
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = '客户'
        sheet.append(['名称', '金额', '日期', '概率', '完成'])
        sheet.append(['甲公司\\n二部', 1234.5, datetime.date(2026, 5, 6), 0.65, True])
        sheet.append(['乙<&>"', -3, datetime.datetime(2026, 5, 6, 19, 58), 1, False])
        for row in (2, 3): sheet.cell(row, 4).number_format = '0.0%'
        hidden = book.create_sheet('旧')
        hidden.append(['x'])
        hidden.sheet_state = 'hidden'
        book.save('\(folder)/a.xlsx')
        """
      _ = try #require(Tool.python?.run(["-"], input: script))
      let read = readTables(SourceFile(path: "a.xlsx", bytes: contents("\(folder)/a.xlsx")))
      #expect(read.diagnostics.map(\.id) == ["table.hidden-sheet"])
      #expect(
        cells(read) == [
          ["名称", "金额", "日期", "概率", "完成"],
          ["甲公司\n二部", "1234.5", "2026-05-06", "0.65", "true"],
          ["乙<&>\"", "-3", "2026-05-06T19:58:00", "1", "false"],
        ])
      #expect(read.value.first?.kind(0, 3) == .percent)
    }
  }
}
