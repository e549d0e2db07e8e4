import Diagnostics
import Foundation
import SalesMethod
import Tables
import Testing

@testable import SalesData

/// What a cell of a type may say, what it comes to, and what it may not say.
private struct Samples {
  /// Cells as people write them, and how a clean table writes what they mean.
  let good: [(written: String, clean: String)]
  /// A cell that cannot be read, and the rule it breaks; nil where any text will do.
  let bad: (written: String, id: String)?

  init(_ good: [(String, String)], bad: (String, String)? = nil) {
    self.good = good.map { (written: $0.0, clean: $0.1) }
    self.bad = bad.map { (written: $0.0, id: $0.1) }
  }

  /// The samples of a column's type, worked out by hand from Documentation/tables.md.
  static func of(_ type: ColumnType) -> Samples {
    switch type {
    case .text: Samples([("甲  乙", "甲  乙"), ("'=SUM(A1)", "=SUM(A1)")])
    case .name, .customer, .member, .goal, .owner:
      Samples([("NA", "NA"), ("00124", "00124"), ("=\"00125\"", "00125"), ("Ａ 公司", "Ａ 公司")])
    case .id:
      Samples(
        [("007", "007"), ("1001.0", "1001.0"), ("None", "None")],
        bad: (String(repeating: "x", count: 201), "data.too-long"))
    case .stage:
      Samples([("拜访", "visit"), ("visit", "visit")], bad: ("收款", "data.unknown-funnel-stage"))
    case .day:
      Samples(
        [
          ("2026年5月6日", "2026-05-06"), ("2026-05-05T20:00:00Z", "2026-05-06"),
          ("46148", "2026-05-06"), ("6-May-26", "2026-05-06"),
        ], bad: ("下月底", "data.bad-date"))
    case .days:
      Samples(
        [("2026-10-01~10-02; 2026-10-05", "2026-10-01;2026-10-02;2026-10-05")],
        bad: ("下周", "data.bad-date"))
    case .currency:
      Samples([("人民币", "人民币"), ("万元", "元"), ("CNY", "CNY")], bad: ("XBT", "data.unknown-unit"))
    case .money, .quantity:
      Samples(
        [
          ("3.5万元", "35000"), ("￥1,234.50", "1234.5"), ("(1,234)", "-1234"), ("35.-", "35"),
          ("12,34,567", "1234567"), ("1'234.5", "1234.5"), ("35-", "-35"), ("1亿2000万", "120000000"),
        ], bad: ("若干", "data.not-a-number"))
    case .decimal:
      Samples([("1,234.5", "1234.5"), ("3千", "3000")], bad: ("¥5", "data.not-a-number"))
    case .count: Samples([("1,000", "1000"), ("12.0", "12")], bad: ("1.5", "data.not-a-number"))
    case .share, .probability:
      Samples(
        [("65%", "0.65"), ("６５％", "0.65"), ("0.65", "0.65")], bad: ("120%", "data.out-of-range"))
    case .hours:
      Samples(
        [("90分钟", "1.5"), ("1:30", "1.5"), ("两个半小时", "2.5"), ("PT1H30M", "1.5")],
        bad: ("25", "data.out-of-range"))
    case .letter:
      Samples(
        [("是", "yes"), ("4", "4"), ("未知", ""), ("高", "high")], bad: ("4元", "data.bad-letter"))
    case .flag: Samples([("是", "yes"), ("×", "no")], bad: ("大概", "data.not-yes-or-no"))
    case .word(let words):
      Samples(
        words.map { ($0.synonyms.first ?? $0.value, $0.value) }, bad: ("某种", "data.unknown-word"))
    case .words(let words):
      Samples(
        [
          (
            words.map { $0.synonyms.first ?? $0.value }.joined(separator: "；"),
            words.map(\.value).joined(separator: ";")
          )
        ],
        bad: ("某种", "data.unknown-word"))
    case .milestones:
      Samples(
        [("2026-05-10=3万;2026/5/20=5", "2026-05-10=30000;2026-05-20=5")],
        bad: ("五月", "data.bad-milestone"))
    }
  }
}

/// A column of a table.
private struct Cell: CustomTestStringConvertible, Sendable {
  let table: TableName
  let column: String

  var testDescription: String { "\(table.rawValue).\(column)" }

  static let all = TableSchema.all.flatMap { schema in
    schema.columns.map { Cell(table: schema.name, column: $0.name) }
  }

  var schema: TableSchema { .of(table) }
  var type: ColumnType { schema.column(column)?.type ?? .text }

  /// A file with rows that have every value the table needs, and these cells in the column.
  func file(_ cells: [String], blankRows: Int = 0) -> SourceFile {
    let needed = schema.columns.filter {
      $0.name != column && ($0.isRequired || $0.name == schema.oneOf.last)
    }
    // A row of nothing but a blank would be a blank row.
    let header = needed.map(\.name) + [column, "旁边的列"]
    let rows = (cells + Array(repeating: "", count: blankRows)).enumerated().map { row, cell in
      needed.map { needed in
        // Rows of one id would be merged, and this is not about that.
        needed.type == .id ? "id\(row)" : Samples.of(needed.type).good[0].written
      } + [cell, "在"]
    }
    let text = ([header] + rows).map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }
    return SourceFile(path: "in.csv", text: text.joined())
  }

  func imported(_ file: SourceFile) -> Parsed<ImportedTable?> { importTable(file, as: table) }
}

/// For every column of every table: what its cells may say, and what becomes of one that cannot be read.
@Suite struct `Every column` {
  @Test(arguments: Cell.all)
  fileprivate func `is read in the notations of its type`(cell: Cell) throws {
    for (written, clean) in Samples.of(cell.type).good {
      let imported = cell.imported(cell.file([written]))
      let rows = try #require(imported.value?.rows)
      let index = try #require(rows[0].firstIndex(of: cell.column))
      #expect(rows.count == 2, "\(written): \(imported.diagnostics)")
      #expect(rows.last?[index] == clean, "\(written): \(imported.diagnostics)")
      #expect(!imported.diagnostics.hasErrors, "\(written): \(imported.diagnostics)")
    }
  }

  /// The rule of each kind of column where a cell cannot be read: unknown, left out, or an error.
  @Test(arguments: Cell.all)
  fileprivate func `has a rule for a cell that cannot be read`(cell: Cell) throws {
    guard let bad = Samples.of(cell.type).bad else { return }
    // A status of a deal that nobody knows is asked: see NearlyRightTests.
    if cell.table == .deals, cell.column == "status" { return }
    let field = try #require(cell.schema.column(cell.column))
    // Ninety-nine rows with a good value, so that one that is left out is bearable.
    let good = Samples.of(cell.type).good[0].written
    let file = cell.file(Array(repeating: good, count: 99) + [bad.written])
    let imported = cell.imported(file)
    let rows = try #require(imported.value?.rows)
    let index = try #require(rows[0].firstIndex(of: cell.column))
    let said = imported.diagnostics.filter { $0.id == bad.id }
    #expect(said.count == 1, "\(imported.diagnostics)")
    #expect(said.first?.place.line == 101 && said.first?.place.column ?? 0 > 0)
    let isExported: Set<TableName> = [
      .customers, .contacts, .deals, .orders, .activities, .receivables,
    ]
    let mayBeUnknown: Bool
    if ["status", "paid", "currency", "done"].contains(cell.column), cell.table != .customers {
      mayBeUnknown = false
    } else {
      mayBeUnknown = !field.isRequired && !cell.schema.oneOf.contains(cell.column)
    }
    switch (isExported.contains(cell.table), mayBeUnknown) {
    case (false, _):
      #expect(said.first?.severity == .error)
      #expect(rows.count == 100)
    case (true, true):
      #expect(said.first?.severity == .warning)
      #expect(rows.count == 101 && rows.last?[index] == "")
    case (true, false):
      #expect(said.first?.severity == .warning)
      #expect(rows.count == 100)
    }
  }

  @Test(arguments: Cell.all)
  fileprivate func `says where a value is missing that the table needs`(cell: Cell) throws {
    let field = try #require(cell.schema.column(cell.column))
    let imported = cell.imported(cell.file([], blankRows: 1))
    let missing = imported.diagnostics.filter {
      ["data.missing-value", "data.deal-without-amount"].contains($0.id)
    }
    // A customer needs an id or a name, and here has the other one.
    let isNeeded = field.isRequired && !field.allowsBlank
    #expect(missing.isEmpty != isNeeded || cell.schema.oneOf.contains(cell.column))
  }

  @Test(arguments: Cell.all)
  fileprivate func `is known by its own name and everything it is called`(cell: Cell) throws {
    let field = try #require(cell.schema.column(cell.column))
    for name in [field.name] + field.synonyms + field.lesserSynonyms {
      let table = readTables(SourceFile(path: "in.csv", text: "\"\(name)\"\n1\n")).value[0]
      let matched = matchHeaders(of: table, to: cell.schema, by: []).value[0]
      #expect(matched.field?.name == cell.column, "\(name)")
    }
  }
}

/// The guide to the tables beside the declarations.
@Suite struct `The guide to the tables` {
  @Test(arguments: TableSchema.all.map(\.name))
  func `names every column that is read, and no other`(table: TableName) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Documentation/tables.md").standardizedFileURL
    let guide = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(guide.firstRange(of: "\n## The columns\n")).upperBound
    let line = try #require(
      guide[start...].split(separator: "\n").first { $0.hasPrefix("| \(table.rawValue) |") })
    let words = Set(line.matches(of: /[A-Za-z_]+/).map { String($0.output) })
    for column in TableSchema.of(table).columns {
      #expect(words.contains(column.name), "\(table.rawValue).\(column.name)")
    }
    // A name of two words is a column's.
    let known = Set(TableSchema.of(table).columns.map(\.name))
    #expect(words.filter { $0.contains("_") }.subtracting(known) == [])
  }
}

/// Units in headers, however a header names them.
@Suite struct `The unit of a header` {
  @Test(arguments: [
    "金额(万元)", "金额（万元）", "金额/万元", "金额：万元", "金额 万元", "金额万元", "金额_万", "金额，单位：万元", "金额(单位：人民币万元)",
    "金额(含税,万元)", "金额(含税)(万元)", "金额【万元】", "金额{万元}", "金额<万元>", "金额（万）", "订单金额(RMB 万)",
    "金额 - 万元", "Order - 金额(万元)",
  ])
  func `is told from its name`(header: String) throws {
    let data = load(twoCustomers, ("orders.csv", "customer,date,\"\(header)\"\nC1,2026-05-06,35\n"))
    #expect(
      data.value.records.orders.map(\.amount.description) == ["350000"], "\(data.diagnostics)")
  }

  @Test(arguments: [
    "Amount (k)", "Amount ('000)", "Amount in thousands", "Amount, K CNY", "Amount (000s)",
  ])
  func `is told in English too`(header: String) {
    let data = load(twoCustomers, ("orders.csv", "customer,date,\"\(header)\"\nC1,2026-05-06,35\n"))
    #expect(data.value.records.orders.map(\.amount.description) == ["35000"], "\(data.diagnostics)")
  }

  @Test(arguments: ["Amount USD", "Amount (USD)", "Amount, $", "金额：美元", "金额(万美元)"])
  func `is a currency, which is asked`(header: String) {
    let data = load(twoCustomers, ("orders.csv", "customer,date,\"\(header)\"\nC1,2026-05-06,35\n"))
    #expect(data.diagnostics.map(\.id).contains("data.foreign-currency"))
  }

  @Test func `counts where the settings name the column`() {
    var settings = DataSettings()
    settings.mapping = [
      DataSettings.Mapping(
        table: "orders", header: "签约额万元", field: "amount",
        place: Place(path: "salesbook.yaml", line: 1))
    ]
    let data = load(
      twoCustomers, ("orders.csv", "customer,date,签约额万元\nC1,2026-05-06,35\n"), settings: settings)
    #expect(data.value.records.orders.map(\.amount.description) == ["350000"])
  }

  @Test(arguments: [
    // A coin in the cell or in its own column below a header of ten thousands.
    ("金额(万元)", "10元", "", "data.units-differ"), ("金额(万元)", "10", "元", "data.units-differ"),
    ("金额(元)", "10", "万元", "data.units-differ"), ("金额(万元)", "10", "CNY", "100000"),
    ("金额(万元)", "¥10", "", "100000"), ("金额(万)", "10", "人民币", "100000"),
  ])
  func `is not another in the cell or the row`(
    header: String, cell: String, unit: String, expected: String
  ) {
    let data = load(
      twoCustomers,
      ("orders.csv", "customer,date,\(header),币种\nC1,2026-05-06,\(cell),\(unit)\n"))
    let found =
      data.diagnostics.first?.id ?? data.value.records.orders.first?.amount.description ?? ""
    #expect(found == expected, "\(data.diagnostics)")
  }

  @Test func `that is no unit makes no column of a header`() {
    for header in ["金额备注", "客户m", "金额说明(万元户)", "数量级"] {
      let table = readTables(SourceFile(path: "in.csv", text: "\(header)\n1\n")).value[0]
      #expect(matchHeaders(of: table, to: .of(.orders), by: []).value[0].field == nil, "\(header)")
    }
  }
}
