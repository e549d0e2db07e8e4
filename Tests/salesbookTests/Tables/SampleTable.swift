import CSQLite
import CXLSXWriter
import Foundation
import Testing

/// A table that tests write in every format, with the traps of people's files in it.
struct SampleTable: Sendable {
  /// A cell: as people write it in text, and as a format with types holds it.
  enum Cell: Sendable {
    case text(String)
    /// A number and how it is written in text: 120000 as `12万`.
    case number(Double, String)
    /// A day and how it is written in text: `2026年5月20日`.
    case day(year: Int, month: Int, day: Int, String)

    /// The cell as a text file has it.
    var written: String {
      switch self {
      case .text(let text), .number(_, let text), .day(_, _, _, let text): text
      }
    }
  }

  let name: String
  let header: [String]
  let rows: [[Cell]]

  /// Customers whose names need four bytes in GB18030, quotes, separators and line breaks.
  static let customers = SampleTable(
    name: "customers", header: ["客户编号", "客户名称", "购买能力", "决策能力", "需求度", "预计成交日期", "备注"],
    rows: [
      [
        .text("c1"), .text("㐀𠮷，云杉;公司"), .number(5, "５"), .number(4, "4"), .text("是"),
        .day(year: 2026, month: 5, day: 20, "2026年5月20日"), .text("说\"好\"\n再谈"),
      ],
      [
        .text("c2"), .text("白桦公司"), .number(5, "5"), .text(""), .text("高"),
        .day(year: 2026, month: 5, day: 7, "2026/5/7"), .text(""),
      ],
      [
        .text("c3"), .text("红松,集团\t北"), .number(2.5, "2.5"), .text("否"), .text("未知"),
        .day(year: 2026, month: 7, day: 1, "20260701"), .text("='不是公式"),
      ],
    ])

  /// Deals that name their customers by id and by name.
  static let deals = SampleTable(
    name: "deals", header: ["客户名称", "商机金额", "销售阶段", "预计成交日期", "概率"],
    rows: [
      [
        .text("c1"), .number(120_000, "12万"), .text("需求确认"),
        .day(year: 2026, month: 5, day: 20, "2026.5.20"), .number(0.3, "30%"),
      ],
      [
        .text("白桦公司"), .number(-1234.5, "(1,234.50)"), .text("赢单"),
        .day(year: 2026, month: 5, day: 3, "2026-05-03"), .number(1, "100%"),
      ],
    ])

  /// The table as text, with a separator between the cells.
  func separated(_ separator: String = ",", lineEnd: String = "\n") -> String {
    ([header] + rows.map { $0.map(\.written) }).map { row in
      row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
        .joined(separator: separator) + lineEnd
    }.joined()
  }

  /// The table as a list of objects, which is JSON and YAML alike.
  func list() -> String {
    let items = rows.map { row in
      "{"
        + zip(header, row).map { key, cell in
          let value =
            if case .number(let number, _) = cell { String(number) } else { quoted(cell.written) }
          return "\(quoted(key)): \(value)"
        }.joined(separator: ", ") + "}"
    }
    return "[" + items.joined(separator: ",\n") + "]\n"
  }

  private func quoted(_ text: String) -> String {
    "\""
      + text.replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "\"", with: "\\\"").replacingOccurrences(of: "\n", with: "\\n")
      .replacingOccurrences(of: "\t", with: "\\t") + "\""
  }

  /// Writes the table into a new workbook, with real numbers and dates.
  func writeWorkbook(to path: String) throws {
    let book = try #require(workbook_new(path))
    let sheet = try #require(workbook_add_worksheet(book, "Sheet1"))
    let date = workbook_add_format(book)
    format_set_num_format(date, "yyyy\"年\"m\"月\"d\"日\"")
    for (column, title) in header.enumerated() {
      worksheet_write_string(sheet, 0, UInt16(column), title, nil)
    }
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let (row, column) = (UInt32(row + 1), UInt16(column))
        switch cell {
        case .text(let text): worksheet_write_string(sheet, row, column, text, nil)
        case .number(let number, _): worksheet_write_number(sheet, row, column, number, nil)
        case .day(let year, let month, let day, _):
          var when = lxw_datetime()
          (when.year, when.month, when.day) = (Int32(year), Int32(month), Int32(day))
          worksheet_write_datetime(sheet, row, column, &when, date)
        }
      }
    }
    try #require(workbook_close(book) == LXW_NO_ERROR)
  }

  /// Writes the table into a SQLite file, which may hold others already.
  func writeDatabase(to path: String) throws {
    var database: OpaquePointer?
    defer { sqlite3_close(database) }
    try #require(sqlite3_open(path, &database) == SQLITE_OK)
    func run(_ statement: String) throws {
      try #require(
        sqlite3_exec(database, statement, nil, nil, nil) == SQLITE_OK,
        "\(String(cString: sqlite3_errmsg(database)))")
    }
    func name(_ text: String) -> String { "\"\(text)\"" }
    try run("CREATE TABLE \(self.name) (\(header.map(name).joined(separator: ", ")))")
    for row in rows {
      let values = row.map { cell in
        switch cell {
        case .number(let number, _): return String(number)
        case .text(""): return "NULL"
        default: return "'" + cell.written.replacingOccurrences(of: "'", with: "''") + "'"
        }
      }
      try run("INSERT INTO \(self.name) VALUES (\(values.joined(separator: ", ")))")
    }
  }
}
