import Export
import Foundation
import Phrases
import SalesMethod
import Testing
import Workspace

@Suite struct `The sheets of a plan` {
  /// 350,000 at 35,000 an order and 1.25 orders a customer; 240 → 96 → 36 → 12.
  private var workload: WorkloadTable {
    let rates = [(96, 240), (36, 96), (12, 36)].map { Rate(successes: $0, trials: $1) }
    let names = ["contact", "visit", "proposal", "deal"]
    let needed = [160, 64, 24, 8]
    return WorkloadTable(
      target: WorkloadTable.Target(
        target: Money(units: 400_000), achieved: Money(units: 30_000),
        openPipeline: Money(units: 15_000), repeats: Money(units: 5_000),
        dealSize: Rational(3_500_000), repeatOrders: Rational(5, over: 4) ?? .zero),
      currency: "元", daysLeft: 19, minutesPerDay: 480, sellingShareThousandths: 500,
      stages: names.indices.map { index in
        WorkloadTable.Step(
          name: names[index], key: names[index], rate: index < 3 ? rates[index] : nil,
          needed: needed[index], each: WorkingTime(minutes: 15), perWeek: [10, 10, 10, 10])
      },
      visits: [
        WorkloadTable.Step(
          name: "A", key: "a", needed: 3, each: WorkingTime(minutes: 90), perWeek: [1, 1, 0, 0])
      ], weekNumbers: [19, 20, 21, 22])
  }

  private var days: [DayLine] {
    (0..<3).map { index in
      DayLine(
        day: Day(number: 20_577 + index), kind: "工作日", isPlanned: index < 2, quotas: [9, 4, 1, 1],
        visits: [index], customers: "=甲", cap: WorkingTime(minutes: 240))
    }
  }

  private static let rule = ClassRule(
    ManRule(), asOf: Day(number: 20_577), periodEnd: Day(number: 20_604))

  private var customers: [ClassifiedCustomer] {
    [("甲", CustomerClass.a), ("乙", .b), ("=1+2", .d), ("@cmd", .a)].map {
      ClassifiedCustomer(
        name: $0, letters: [.yes, .unknown, .score(thousandths: 4_000)], customerClass: $1)
    }
  }

  private var book: Workbook {
    let revenues = [300, 120, 700, -15].enumerated().map {
      CustomerRevenue(name: "客户 \($0)", revenue: Money(units: $1))
    }
    let stages = [("contact", 300, 160), ("visit", 120, 64), ("proposal", 0, 24), ("deal", 0, 8)]
    let funnel = stages.map { FunnelLine(name: $0, key: $0, reached: $1, needed: $2) }
    func style(_ title: String) -> SheetStyle { SheetStyle(title: title, language: .chinese) }
    return Workbook(
      sheets: [
        .workload(workload, style("工作量计划表")),
        .classification(customers, rule: Self.rule, style("客户分类")),
        .pareto(revenues, unit: "元", style("二八")), .funnel(funnel, style("漏斗")),
        .days(days, of: workload, style("每日安排")),
      ], title: "月度计划")
  }

  /// The cell's value, as it is stored.
  private func number(_ sheet: Sheet, _ row: Int, _ column: Int) -> Double? {
    switch sheet.rows[row][column]?.content {
    case .number(let number), .formula(_, .number(let number)): number
    default: nil
    }
  }

  /// The value of the cell of a name.
  private func number(_ sheet: Sheet, _ name: String) -> Double? {
    sheet.names.first { $0.name == name }.flatMap {
      number(sheet, $0.area.first.row, $0.area.first.column)
    }
  }

  @Test func `back-solve the workload as the plan does`() {
    let sheet = book.sheets[0]
    #expect(number(sheet, "plan.gap") == 350_000)
    // 350,000 ÷ (35,000 × 1.25) = 8 deals; × 36/12 = 24; × 96/36 = 64; × 240/96 = 160.
    let needed = ["contact", "visit", "proposal", "deal"].map { number(sheet, "plan.need_\($0)") }
    #expect(needed == [160, 64, 24, 8])
    // A quarter of an hour each: 256 ÷ 4 = 64 hours, and 3 visits of 1.5, of 19 × 8 × 0.5.
    #expect(number(sheet, "plan.hours_needed") == 68.5)
    #expect(number(sheet, "plan.hours_available") == 76)
    #expect(number(sheet, "plan.load") == 68.5 / 76)
    // 40 laid out of 160, of 64; the rest is laid out in full, of the visits 2 of 3.
    let first = sheet.names.first { $0.name == "plan.need_contact" }?.area.first.row ?? 0
    #expect((first..<first + 5).map { number(sheet, $0, 13) } == [120, 24, 0, 0, 1])
  }

  @Test func `give the gap what the other parts leave, and never less than nothing`() {
    var table = workload
    table.target?.achieved = Money(units: 500_000)
    let sheet = Sheet.workload(table, SheetStyle(title: "w", language: .english))
    #expect(number(sheet, "plan.gap") == 0)
  }

  @Test func `count classes, share out amounts and follow the funnel`() {
    let sheets = book.sheets
    #expect((3..<7).map { number(sheets[1], $0, 11) } == [2, 1, 0, 1])
    #expect((2..<6).map { number(sheets[2], $0, 1) } == [700, 300, 120, -15])
    #expect((2..<6).map { number(sheets[2], $0, 2) } == [0.625, 300.0 / 1_120, 120.0 / 1_120, 0])
    #expect((2..<6).map { number(sheets[2], $0, 3) } == [0.625, 1_000.0 / 1_120, 1, 1])
    #expect((3..<6).map { number(sheets[3], $0, 3) } == [0.4, 0, 0])
    #expect((2..<6).map { number(sheets[3], $0, 5) } == [160, 64, 24, 8])
    // A rate counted of others than those of the stage before says of how many.
    let counted = Sheet.funnel(
      [
        FunnelLine(name: "a", key: "a", reached: 40, needed: nil),
        FunnelLine(name: "b", key: "b", reached: 10, needed: nil),
        FunnelLine(name: "c", key: "c", reached: 5, of: 20, needed: nil),
      ], SheetStyle(title: "f", language: .english))
    #expect((3..<5).map { number(counted, $0, 2) } == [40, 20])
    #expect((3..<5).map { number(counted, $0, 3) } == [0.25, 0.25])
    #expect((3..<5).map { number(counted, $0, 4) } == [0.25, 0.062_5])
  }

  @Test func `lay out the days with their hours`() {
    let sheet = book.sheets[4]
    #expect(number(sheet, 2, 0) == 46_146, "2026-05-04 as spreadsheets count days")
    // 15 pieces of a quarter of an hour, then one visit of 1.5 hours more; nothing on the third.
    #expect((2..<5).map { number(sheet, $0, 9) } == [3.75, 5.25, 0])
    #expect((3...9).filter { $0 != 8 }.map { number(sheet, 5, $0) } == [18, 8, 2, 2, 1, 9])
  }

  @Test func `let only what the method knows be entered`() {
    let rules = book.sheets[1].validations.map(\.rule)
    #expect(rules.contains(.list(["A", "B", "C", "D"])))
    #expect(rules.contains(.list(["是", "否", "未知", "高", "中", "低", "1", "2", "3", "4", "5"])))
    let scores = customers.map {
      ClassifiedCustomer(
        name: $0.name, letters: [.score(thousandths: 3_500)], customerClass: $0.customerClass)
    }
    let sheet = Sheet.classification(
      scores, rule: Self.rule, SheetStyle(title: "c", language: .english))
    #expect(sheet.validations.map(\.rule).contains(.decimal(1...5)))
  }

  @Test func `keep what looks like a formula in data as text`() {
    #expect(book.sheets[1].rows[4][0]?.content == .text("=1+2"))
    #expect(book.sheets[1].rows[5][0]?.content == .text("@cmd"))
    #expect(book.sheets[4].rows[2][8]?.content == .text("=甲"))
  }

  @Test(.enabled(if: Self.hasPython, "needs python3"))
  func `give wrapped texts the height they need`() throws {
    let long = String(repeating: "很长的理由", count: 20)
    let sheet = Sheet.classification(
      [
        ClassifiedCustomer(
          name: "甲", letters: [.unknown, .unknown, .yes], customerClass: .a, reason: long)
      ],
      rule: Self.rule, SheetStyle(title: "c", language: .chinese))
    // 100 characters of two each in a column of 42: five lines and a little more.
    let xml = try withFolder { folder in
      let file = folder.appending(path: "book.xlsx")
      try Workbook(sheets: [sheet]).write(to: file.path)
      return try unzipped(file, "xl/worksheets/sheet1.xml")
    }
    #expect(xml.contains(#"<row r="3" spans="1:12" ht="77" customHeight="1">"#))
  }

  static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  private func unzipped(_ file: URL, _ part: String) throws -> String {
    let script =
      "import sys,zipfile;"
      + "sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())"
    let result = try ProgramCall(
      "/usr/bin/python3", ["-c", script, file.path, part], environment: ["LANG": "C.UTF-8"]
    ).run()
    return String(decoding: result.output, as: UTF8.self)
  }

  @Test func `are the same bytes for the same plan`() throws {
    try withFolder { folder in
      let files = ["a.xlsx", "b.xlsx"].map { folder.appending(path: $0) }
      for file in files { try book.write(to: file.path) }
      #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
    }
  }

  @Test(.enabled(if: Self.hasPython, "needs python3"))
  func `cut a text that no cell takes, and refuse rows that no sheet takes`() throws {
    let long = String(repeating: "长😀", count: 20_000)
    let sheet = Sheet(name: "a[b]\u{7}", widths: [10], rows: [[.text(long)], [.text("\u{1}后")]])
    let strings = try withFolder { folder in
      let file = folder.appending(path: "book.xlsx")
      try Workbook(sheets: [sheet]).write(to: file.path)
      return try unzipped(file, "xl/sharedStrings.xml")
    }
    // 32,766 units of UTF-16, three for each pair, and the sign that says so.
    #expect(strings.contains(String(repeating: "长😀", count: 10_922) + "…<"))
    #expect(strings.contains("_x0001_后"))
    #expect(Workbook(sheets: [sheet]).sheetNames == ["ab"])
    let rows = Array(repeating: [Cell?](), count: 1_048_577)
    #expect(throws: ExportFailure.self) {
      try Workbook(sheets: [Sheet(name: "x", widths: [], rows: rows)]).write(to: "/dev/null")
    }
  }

  @Test func `say why a file cannot be written`() {
    #expect(throws: ExportFailure.self) { try book.write(to: "/nowhere/at/all.xlsx") }
  }

  @Test(.enabled(if: LibreOffice.isPresent, "needs libreoffice-calc-nogui"))
  func `recalculate to the values of the build`() throws {
    let sheets = try withFolder { folder in
      let file = folder.appending(path: "book.xlsx")
      try book.hollow.write(to: file.path)
      return try LibreOffice.recalculate(file)
    }
    for sheet in book.sheets {
      let found = try #require(sheets[sheet.name])
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          guard case .formula(_, .number(let value))? = cell?.content else { continue }
          let recalculated = try #require(
            Double(found[row][column]), "\(sheet.name) \(row),\(column)")
          #expect(
            abs(recalculated - value) <= 1e-9 * max(1, abs(value)), "\(sheet.name) \(row),\(column)"
          )
        }
      }
    }
  }
}
