import Export
import Foundation
import Phrases
import SalesMethod
import Testing

@Suite(.enabled(if: LibreOffice.isPresent, "needs libreoffice-calc-nogui"))
struct `A workload sheet agrees with the plan` {
  /// A workload of made-up numbers and what the plan's own arithmetic makes of it.
  private func workload(_ generator: inout FormulaGenerator) throws -> WorkloadTable {
    let size = Rational(1 + generator.below(5_000_000), over: 1 + generator.below(30))
    let factors = (
      size: try #require(size),
      orders: try #require(Rational(12 + generator.below(20), over: 12))
    )
    let rates = (0..<3).map { _ in
      let trials = 1 + generator.below(300)
      return Rate(successes: 1 + generator.below(trials), trials: trials)
    }
    let value = try factors.size * factors.orders
    // Every third target is a whole number of customers, where binary noise would show.
    let whole = try value * Rational(1 + generator.below(40))
    let gap =
      generator.below(3) == 0 && whole.denominator == 1
      ? whole.numerator : 1 + generator.below(90_000_000)
    let customers = try (Rational(gap) / value).ceiling
    let needed = try BackSolving.counts(for: customers, rates: rates)
    return WorkloadTable(
      target: WorkloadTable.Target(
        target: Money(hundredths: gap), dealSize: factors.size, repeatOrders: factors.orders),
      currency: "元", daysLeft: 1 + generator.below(22), minutesPerDay: 60 * generator.below(12),
      sellingShareThousandths: generator.below(1_000),
      stages: (0..<4).map { index in
        WorkloadTable.Step(
          name: "s\(index)", key: "s\(index)", rate: index < 3 ? rates[index] : nil,
          needed: needed[index], each: WorkingTime(minutes: generator.below(200)),
          perWeek: [generator.below(30)])
      }, weekNumbers: [1])
  }

  @Test func `on hundreds of made-up plans`() throws {
    var generator = FormulaGenerator(seed: 11)
    var (compared, wrong) = (0, [String]())
    // Names of a workload's cells are the same in each, so each is a workbook of its own.
    let tables = try (0..<300).map { _ in try workload(&generator) }
    let sheets = tables.enumerated().map { index, table in
      Sheet.workload(table, SheetStyle(title: "w\(index)", language: .english)).named(apart: index)
    }
    let found = try withFolder { folder in
      let file = folder.appending(path: "book.xlsx")
      try Workbook(sheets: sheets).hollow.write(to: file.path)
      return try LibreOffice.recalculate(file)
    }
    for (index, sheet) in sheets.enumerated() {
      let cells = try #require(found["w\(index)"])
      for (row, column, value) in sheet.formulas {
        compared += 1
        let cell = Double(cells[row][column]) ?? .nan
        if !(abs(cell - value) <= 1e-9 * max(1, abs(value))) {
          wrong.append("w\(index) \(row),\(column): \(cell), not \(value)")
        }
      }
    }
    #expect(compared > 6_000)
    #expect(wrong.isEmpty, "\(wrong.count) of \(compared): \(wrong.prefix(10))")
  }
}

extension Sheet {
  /// The cells that are computed, with what they have now.
  var formulas: [(row: Int, column: Int, value: Double)] {
    rows.enumerated().flatMap { row, cells in
      cells.enumerated().compactMap { column, cell in
        if case .formula(_, .number(let value))? = cell?.content { return (row, column, value) }
        return nil
      }
    }
  }

  /// The sheet with names of its own, so that many of its kind fit into one workbook.
  fileprivate func named(apart number: Int) -> Sheet {
    var sheet = self
    for index in sheet.names.indices { sheet.names[index].name += "_\(number)" }
    let names = self.names.map(\.name).sorted { $0.count > $1.count }
    for row in sheet.rows.indices {
      for column in sheet.rows[row].indices {
        guard case .formula(var text, let value)? = sheet.rows[row][column]?.content else {
          continue
        }
        for name in names { text = text.renaming(name, to: "\(name)_\(number)") }
        sheet.rows[row][column]?.content = .formula(text, value)
      }
    }
    return sheet
  }
}

extension String {
  /// The formula with a name replaced where it stands whole.
  fileprivate func renaming(_ name: String, to other: String) -> String {
    var parts = components(separatedBy: name)
    guard parts.count > 1 else { return self }
    var text = parts.removeFirst()
    for part in parts {
      let goesOn = part.first.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
      text += (goesOn ? name : other) + part
    }
    return text
  }
}
