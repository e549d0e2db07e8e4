import Diagnostics
import Export
import Formula
import Foundation
import Phrases
import Testing

@Suite(.enabled(if: LibreOffice.isPresent, "needs libreoffice-calc-nogui"))
struct `A spreadsheet agrees with the build` {
  private let place = Place(path: "x", line: 1, column: 1)

  private func recalculated(_ workbook: Workbook) throws -> [String: [[String]]] {
    try withFolder { folder in
      let file = folder.appending(path: "book.xlsx")
      try workbook.hollow.write(to: file.path)
      return try LibreOffice.recalculate(file)
    }
  }

  private func sheet(_ evaluation: Evaluation, _ title: String) -> Sheet {
    .calculation(
      evaluation.spreadsheet(in: .chinese).value, SheetStyle(title: title, language: .chinese))
  }

  /// Whether a cell holds what the build computed, to nine digits.
  private func agrees(_ cell: String, _ outcome: Outcome) -> Bool {
    switch outcome {
    case .value(.number(let number)):
      guard let found = Double(cell) else { return false }
      let exact = number.approximation
      return abs(found - exact) <= 1e-9 * max(1, abs(exact))
    case .value(.truth(let truth)): return cell == (truth ? "1" : "0")
    case .value(.text(let text)): return cell == text
    case .value(.column): return false
    case .failed: return Double(cell) == nil
    }
  }

  @Test func `on the worked example, with its columns`() throws {
    let text = """
      目标业绩 = ? 350000 元 in 100000..500000 step 10000
      单量 = 525000 元 / 15 单
      成交 = ROUNDUP(目标业绩 / 单量, 0)
      五百 = ROUNDUP(145 / (29 / 100), 0)
      上取 = CEILING(0.1 * 3, 0.1) & "x"
      负 = -2^2
      A1 = COUNTIF(t.class, "A") + SUMIF(t.class, "<>A", t.amount)
      r1c1 = A1 * 2
      够 = 成交 > 8 单
      """
    let evaluation = calculate(text, at: place, in: FormulaGenerator.scope).value
    let cells = try #require(try recalculated(Workbook(sheets: [sheet(evaluation, "倒推")]))["倒推"])
    let found = Dictionary(
      uniqueKeysWithValues: cells.dropFirst(2).filter { !$0[0].isEmpty }.map { ($0[0], $0[1]) })
    for result in evaluation.results {
      #expect(agrees(found[result.name] ?? "missing", result.outcome), "\(result.name)")
    }
    #expect(found["五百"] == "500" && found["上取"] == "0.3x" && found["负"] == "4")
  }

  @Test func `on inputs that start at a name's value, and where nobody knows one yet`() throws {
    var scope = Scope()
    scope.define("goal.amount", number: Rational(1_000_000, over: 3))
    scope.define("history.repeat", missing: .none)
    let text = """
      目标 = ? goal.amount in 50%..150%
      续购 = ? history.repeat in 1..3
      一半 = 目标 / 2
      每家 = 目标 × 续购
      代替 = IFERROR(每家, 7) + IFERROR(history.repeat, 2)
      """
    let evaluation = calculate(text, at: place, in: scope).value
    let cells = try #require(try recalculated(Workbook(sheets: [sheet(evaluation, "我的")]))["我的"])
    let found = Dictionary(
      uniqueKeysWithValues: cells.dropFirst(2).filter { !$0[0].isEmpty }.map { ($0[0], $0[1]) })
    for result in evaluation.results {
      #expect(agrees(found[result.name] ?? "missing", result.outcome), "\(result.name)")
    }
    #expect(found["每家"] == "#N/A" && found["续购"] == "#N/A" && found["代替"] == "9")
  }

  @Test(.timeLimit(.minutes(10))) func `on thousands of formulas`() throws {
    var evaluations: [Evaluation] = []
    for seed in 0..<150 {
      var generator = FormulaGenerator(seed: UInt64(seed), exponents: ["1", "2", "3", "-1"])
      let text = generator.block(formulas: 20)
      evaluations.append(calculate(text, at: place, in: FormulaGenerator.scope).value)
    }
    let book = Workbook(sheets: evaluations.enumerated().map { sheet($1, "s\($0)") })
    let sheets = try recalculated(book)
    var (compared, wrong) = (0, [String]())
    for (index, evaluation) in evaluations.enumerated() {
      let cells = try #require(sheets["s\(index)"])
      let found = Dictionary(
        cells.dropFirst(2).filter { !$0[0].isEmpty }.map { ($0[0], $0[1]) }
      ) { first, _ in first }
      let within = evaluation.namesWithinFloatingPoint
      for result in evaluation.results where within.contains(result.name) {
        compared += 1
        if !agrees(found[result.name] ?? "missing", result.outcome) {
          let exact = result.exact ?? "an error"
          wrong.append("s\(index) \(result.name): \(found[result.name] ?? ""), not \(exact)")
        }
      }
    }
    #expect(compared > 2_000)
    #expect(wrong.isEmpty, "\(wrong.count) of \(compared): \(wrong.prefix(25))")
  }
}

extension Evaluation {
  /// The names that spreadsheets are not warned off: theirs and those they are computed from all
  /// stay within the fifteen digits that floating point keeps.
  fileprivate var namesWithinFloatingPoint: Set<String> {
    let limit = Rational(1_000_000_000_000)
    var within = Set(results.map(\.name))
    var isSettled = false
    while !isSettled {
      isSettled = true
      for result in results where within.contains(result.name) {
        var needed: [String] = []
        if case .computed(let formula) = result.definition.formula { needed = formula.names }
        let number = result.outcome.number ?? Rational(0)
        let isNear = (-limit...limit).contains(number)
        if !isNear || needed.contains(where: { self[$0] != nil && !within.contains($0) }) {
          within.remove(result.name)
          isSettled = false
        }
      }
    }
    return within
  }
}

extension Workbook {
  /// The workbook with every stored value taken away, so that only recalculation can bring it back,
  /// and without number formats, so that nothing is rounded on the way out.
  var hollow: Workbook {
    var hollow = self
    for sheet in hollow.sheets.indices {
      for row in hollow.sheets[sheet].rows.indices {
        for column in hollow.sheets[sheet].rows[row].indices {
          hollow.sheets[sheet].rows[row][column]?.style = .plain
          if case .formula(let text, _) = hollow.sheets[sheet].rows[row][column]?.content {
            hollow.sheets[sheet].rows[row][column]?.content = .formula(text, .number(-987.25))
          }
        }
      }
    }
    return hollow
  }
}
