import Book
import Diagnostics
import Phrases
import Testing

/// Room to write in that is as large as what has to be written.
@Suite struct `Room to write in` {
  private static func columns(_ page: String) -> [String] {
    page.matches(of: /<col class="([^"]+)">/).map { String($0.output.1) }
  }

  @Test func `gives columns the widths that the author asks for`() async throws {
    let made = try await MemorySite.page(
      "::table{rows=1 widths=\"25mm,1,1,2\" cols=\"甲,乙,丙,丁\"}\n"
    ).generate()
    #expect(made.problems == [])
    // 160 mm less 25 are 135; a quarter of them, a quarter and a half: 25, 33.7, 33.7 and 67.5 of 160.
    let page = made["participant/index.html"]
    #expect(Self.columns(page) == ["w-15_6", "w-21", "w-21", "w-42_2"])
    #expect(made["participant/assets/sizes.css"].contains(".w-42_2{width:42.2%}"))
    #expect(page.contains("<tr class=\"mm-10\">"))
  }

  @Test func `takes the fewest lines on which every cell holds what it must`() async throws {
    let made = try await MemorySite.page(
      "::table{rows=1 fit=\"8,2,2,18\" cols=\"客户,M,A,依据\"}\n"
    ).generate()
    #expect(made.problems == [])
    // On one line 18 characters × 7.5 mm × 1.2 and the margin of 3 mm are 165 mm, more than the sheet. On two
    // the columns need 39, 12, 12 and 84 mm: of 147 these parts.
    let page = made["participant/index.html"]
    #expect(Self.columns(page) == ["w-26_5", "w-8_1", "w-8_1", "w-57_1"])
    #expect(page.contains("<tr class=\"mm-18\">"))
  }

  @Test func `draws the lines of a cell`() async throws {
    let made = try await MemorySite.page("::table{rows=1 lines=\"1,3\" cols=\"甲,乙\"}\n").generate()
    #expect(made.problems == [])
    #expect(
      made["participant/index.html"].contains(
        "<tr class=\"mm-27\"><td></td><td><i class=\"mm-9\"></i><i class=\"mm-9\"></i></td></tr>"))
  }

  @Test func `follows the answer behind it`() async throws {
    let answer = String(repeating: "写", count: 45)
    let cell = String(repeating: "写", count: 18)
    let made = try await MemorySite.page(
      """
      :::exercise[一]
      ::lines{n=answer}

      :::answer
      \(answer)
      :::

      ::table{rows=2 fit=answer cols="甲,乙"}

      :::answer

      | 甲 | 乙 |
      |:--|:--|
      | \(cell) | 写写 |

      :::
      :::

      """
    ).generate()
    #expect(made.problems == [])
    let page = made["participant/index.html"]
    // 45 × 7.5 × 1.2 = 405 mm: three lines of 165. On two lines the columns need 84 and 12 mm.
    #expect(page.matches(of: /<i class="mm-9">/).count == 3)
    #expect(Self.columns(page) == ["w-87_5", "w-12_5"])
    #expect(page.contains("<tr class=\"mm-18\">"))
    #expect(!page.contains("写写"))
  }

  /// Something wrong, and what it is told by.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let source: String
    let id: String
    var column = 1
    var testDescription: String { source }
  }

  private static let mistakes = [
    Mistake(
      source: "::table{widths=\"1,2\" cols=\"甲,乙,丙\"}", id: "table.column-count", column: 17),
    Mistake(
      source: "::table{fit=\"1,2,3\" cols=\"甲,乙\"}", id: "table.column-count", column: 14),
    Mistake(
      source: "::table{lines=\"1\" cols=\"甲,乙\"}", id: "table.column-count", column: 16),
    Mistake(source: "::table{widths=\"1,x\" cols=\"甲,乙\"}", id: "block.wrong-option", column: 9),
    Mistake(source: "::table{fit=\"0,2\" cols=\"甲,乙\"}", id: "block.wrong-option", column: 9),
    Mistake(source: "::table{lines=\"9,2\" cols=\"甲,乙\"}", id: "block.wrong-option", column: 9),
    Mistake(source: "::table{fit=answer cols=\"甲,乙\"}", id: "block.no-answer-to-fit"),
    Mistake(source: "::lines{n=answer}", id: "block.no-answer-to-fit"),
    Mistake(source: "::lines{n=some}", id: "block.wrong-option", column: 9),
  ]

  @Test(arguments: mistakes) func `tells what is wrong with its options`(_ mistake: Mistake)
    async throws
  {
    let made = try await MemorySite.page(mistake.source + "\n").generate()
    #expect(made.problems == [mistake.id])
    #expect(made.report.diagnostics.first?.place.column == mistake.column)
  }

  @Test func `has to hold the answer in every cell`() async throws {
    let cell = String(repeating: "写", count: 18)
    func page(_ options: String, _ columns: String = "甲,乙") -> MemorySite {
      let names = columns.split(separator: ",")
      let head = names.joined(separator: "|")
      let rule = names.map { _ in ":--" }.joined(separator: "|")
      let row = [cell] + names.dropFirst().map { _ in "写" }
      return .page(
        ":::exercise[一]\n做\n\n::table{rows=1 \(options)cols=\"\(columns)\"}\n\n:::answer\n\n"
          + "|\(head)|\n|\(rule)|\n|\(row.joined(separator: "|"))|\n\n:::\n:::\n")
    }
    // 162 mm in a cell of 80, less 2: three lines, where a row of 10 mm has one.
    let made = try await page("").generate()
    #expect(made.problems == ["gate.space"])
    #expect(made.report.diagnostics.first?.place.line == 4)
    #expect(made.report.diagnostics.first?.fix?.text(in: .chinese).contains("row=27") ?? false)
    #expect(try await page("row=27 ").generate().problems == [])
    #expect(try await page("fit=answer ").generate().problems == [])
    #expect(try await page("widths=\"9,1\" row=18 ").generate().problems == [])
    // Seven columns of 22.8 mm: no row is high enough.
    let narrow = try await page("", "甲,乙,丙,丁,戊,己,庚").generate()
    #expect(narrow.problems == ["gate.space"])
    #expect(!(narrow.report.diagnostics.first?.fix?.text(in: .chinese).contains("row=") ?? true))
  }

  /// 36 signs of 7.5 mm and a fifth more are 324 mm: five lines of 9 mm in a cell of 80, where a row of 10 has one.
  @Test(arguments: [
    ("::table{rows=1 cols=\"甲,乙\"}", "|甲|乙|\n|--|--|\n|写字很多遍|写|", ["gate.space"]),
    ("::table{rows=1 row=45 cols=\"甲,乙\"}", "|甲|乙|\n|--|--|\n|写字很多遍|写|", []),
    // Its way is no answer: a table of other columns, words that say why.
    ("::table{rows=1 cols=\"甲,乙\"}", "|甲|\n|--|\n|写字很多遍|", []),
    ("::lines{n=1}", "写字很多遍", []),
  ])
  func `has to hold the solution where that is the only answer`(
    room: String, solution: String, problems: [String]
  ) async throws {
    let words = solution.replacing("写字很多遍", with: String(repeating: "写", count: 36))
    let task = ":::exercise[一]\n做\n\n\(room)\n\n:::solution\n\n\(words)\n\n:::\n"
    #expect(try await MemorySite.page(task + ":::\n").generate().problems == problems)
    // An answer of its own is what is written, and then the solution says why.
    let answered =
      room.hasPrefix("::lines")
      ? ":::answer\n写\n:::\n" : ":::answer\n\n|甲|乙|\n|--|--|\n|写|写|\n\n:::\n"
    #expect(try await MemorySite.page(task + answered + ":::\n").generate().problems == [])
  }

  @Test func `has as many columns as its answer`() async throws {
    let made = try await MemorySite.page(
      ":::exercise[一]\n::table{cols=\"甲,乙,丙\"}\n\n:::answer\n\n|甲|乙|\n|--|--|\n|一|二|\n\n:::\n:::\n"
    ).generate()
    #expect(made.problems == ["gate.space"])
  }
}
