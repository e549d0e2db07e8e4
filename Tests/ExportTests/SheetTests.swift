import Export
import Formula
import Foundation
import Testing

@Suite struct `The sheets of a plan` {
  private var workload: Workload {
    let stages = [("联系", 96, 240), ("拜访", 36, 96), ("方案", 12, 36), ("成交", 0, 0)]
    return Workload(
      target: Rational(350_000), dealSize: Rational(35_000), repeatOrders: Rational(5, over: 4),
      availableHours: Rational(76), currency: "元",
      stages: stages.map { name, successes, trials in
        Workload.Stage(
          name: name, successes: successes, trials: trials, hours: Rational(1, over: 4),
          perWeek: [10, 10, 10, 10])
      })
  }

  private var book: Workbook {
    let customers = [("甲", "A"), ("乙", "B"), ("=1+2", "D"), ("@cmd", "A")].map {
      ClassifiedCustomer(
        name: $0, purchasingPower: "是", decisionPower: "未知", need: "4", customerClass: $1)
    }
    let amounts = [300, 120, 700, -15].enumerated().map {
      NamedAmount(name: "客户 \($0)", amount: Rational($1))
    }
    func style(_ title: String) -> SheetStyle { SheetStyle(title: title, language: "zh-Hans") }
    return Workbook(
      sheets: [
        .workload(workload, style("工作量计划表")),
        .classification(customers, letters: .words(["是", "否", "未知"]), style("客户分类")),
        .pareto(amounts, unit: "元", style("二八")), .funnel(amounts, style("漏斗")),
      ], title: "月度计划")
  }

  /// The cell's value, as it is stored.
  private func number(_ sheet: Sheet, _ row: Int, _ column: Int) -> Double? {
    switch sheet.rows[row][column]?.content {
    case .number(let number), .formula(_, .number(let number)): number
    default: nil
    }
  }

  @Test func `back-solve the workload as the design does`() {
    let sheet = book.sheets[0]
    // 350,000 ÷ (35,000 × 1.25) = 8 deals; × 36/12 = 24; × 96/36 = 64; × 240/96 = 160.
    #expect((8..<12).map { number(sheet, $0, 5) } == [160, 64, 24, 8])
    // A quarter of an hour each: 256 ÷ 4 = 64 hours of 76.
    #expect(number(sheet, 12, 7) == 64)
    #expect(number(sheet, 12, 6) == 64.0 / 76)
    // 40 laid out of 160, of 64; the rest is laid out in full.
    #expect((8..<12).map { number(sheet, $0, 13) } == [120, 24, 0, 0])
  }

  @Test func `count classes, share out amounts and follow the funnel`() {
    let sheets = book.sheets
    #expect((2..<6).map { number(sheets[1], $0, 9) } == [2, 1, 0, 1])
    #expect((2..<6).map { number(sheets[2], $0, 1) } == [700, 300, 120, -15])
    #expect((2..<6).map { number(sheets[2], $0, 2) } == [0.625, 300.0 / 1_120, 120.0 / 1_120, 0])
    #expect((2..<6).map { number(sheets[2], $0, 3) } == [0.625, 1_000.0 / 1_120, 1, 1])
    #expect((3..<6).map { number(sheets[3], $0, 2) } == [0.4, 700.0 / 120, -15.0 / 700])
  }

  @Test func `keep what looks like a formula in data as text`() {
    #expect(book.sheets[1].rows[4][0]?.content == .text("=1+2"))
    #expect(book.sheets[1].rows[5][0]?.content == .text("@cmd"))
  }

  @Test func `are the same bytes for the same plan`() throws {
    try withFolder { folder in
      let files = ["a.xlsx", "b.xlsx"].map { folder.appending(path: $0) }
      for file in files { try book.write(to: file.path) }
      #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
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
