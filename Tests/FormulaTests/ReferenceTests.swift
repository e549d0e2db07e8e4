import Diagnostics
import Formula
import Foundation
import Testing

@Suite struct `The reference page tells the truth` {
  private var page: String {
    get throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Documentation/formula.md").standardizedFileURL
      return try String(contentsOf: file, encoding: .utf8)
    }
  }

  private var scope: Scope {
    var scope = FormulaGenerator.scope
    scope.define("t.none", numbers: [nil])
    return scope
  }

  /// The same and what the data of a plan give, of which nobody has bought yet.
  private var planScope: Scope {
    var scope = scope
    let units = Units.standard
    scope.define("goal.amount", number: Rational(350_000), unit: units.unit(named: "元") ?? .none)
    scope.define("history.deal_size", missing: units.unit(named: "元/单") ?? .none)
    scope.define("plan.rate_contact", number: Rational(2, over: 5), style: .percent)
    return scope
  }

  /// The rows of the tables under a heading, each as the code spans of its cells.
  private func rows(under heading: String) throws -> [[String]] {
    guard let section = try page.components(separatedBy: "\n## \(heading)\n").dropFirst().first
    else { return [] }
    let lines = section.components(separatedBy: "\n## ")[0].split(separator: "\n")
    return lines.filter { $0.hasPrefix("| ") && $0.contains("`") }.map { line in
      line.split(separator: "|").map { cell in
        let code = cell.split(separator: "`", omittingEmptySubsequences: false)
        return code.count == 3 ? String(code[1]) : String(cell)
      }
    }
  }

  @Test func `in every block`() throws {
    let blocks = try page.components(separatedBy: "\n```calc\n").dropFirst()
    #expect(blocks.count == 4)
    for block in blocks.dropFirst() {
      let text = block.components(separatedBy: "\n```")[0]
      #expect(calculate(text, at: origin, in: planScope).diagnostics.isEmpty, "\(text)")
    }
  }

  @Test(arguments: [("Numbers and units", 0, 1), ("Functions", 0, 1), ("Operators", 1, 2)])
  func `in every row`(heading: String, formula: Int, result: Int) throws {
    let rows = try rows(under: heading)
    #expect(rows.count >= 9)
    for row in rows where row[formula] != "example" {
      #expect(value(of: row[formula], in: scope) == row[result], "\(row)")
    }
  }

  @Test func `of every fault and every mistake`() throws {
    for row in try rows(under: "Faults") {
      #expect(value(of: row[0], in: scope) == "failed: \(row[1])")
    }
    let mistakes = try rows(under: "What the build says")
    #expect(mistakes.count == 25)
    for row in mistakes {
      let found = findings(in: row[2], scope: scope).map {
        "formula." + ($0.split(separator: " ").last ?? "")
      }
      #expect(found == [row[0]], "\(row[2])")
    }
  }

  @Test func `for every function`() throws {
    let names = try rows(under: "Functions").compactMap { $0[0].split(separator: "(").first }
    #expect(Set(names.map(String.init)) == Set(Function.allCases.map(\.rawValue)))
  }
}
