import Diagnostics
import Phrases
import Testing

@testable import Workspace

@Suite struct DiagnosticTextTests {
  @Test func `says place, message, line, caret, expectation and fix`() {
    let diagnostic = Diagnostic(
      id: "book.unknown-directive", at: Place(path: "Content/index.md", line: 2, column: 4),
      Phrase(same: "unknown directive “exercice”"), expected: Phrase(same: "a kind of block"),
      fix: Phrase(same: "did you mean “exercise”?"))
    let text = DiagnosticText { _ in Array("# 标题\n:::exercice{#a}\n".utf8) }
    #expect(
      text.text(of: [diagnostic]) == """
        Content/index.md:2:4: error: unknown directive “exercice” [book.unknown-directive]
           2 | :::exercice{#a}
             |    ^
          expected: a kind of block
          fix: did you mean “exercise”?

        """)
  }

  // The caret must stand in the terminal column that the expectation shows.
  @Test func `are said in Chinese where the reader asks for it`() {
    let diagnostic = Diagnostic(
      id: "data.blank", severity: .warning, at: Place(path: "a.csv", line: 2, column: 1),
      Phrase(zh: "“name”为空", en: "“name” is blank"),
      expected: Phrase(zh: "每一行都有值", en: "a value in every row"),
      fix: Phrase(zh: "补上", en: "fill it in"))
    var text = DiagnosticText { _ in nil }
    text.language = .chinese
    #expect(
      text.text(of: [diagnostic])
        == "a.csv:2:1: 警告：“name”为空 [data.blank]\n  应为：每一行都有值\n  办法：补上\n")
    let many = (1...25).map {
      Diagnostic(id: "a.b", at: Place(path: "b.csv", line: $0), Phrase(same: "x"))
    }
    #expect(text.text(of: many).hasSuffix("b.csv：另有 5 处 [a.b]\n"))
  }

  @Test(arguments: [
    ("目标 = x", 4, "目标 = x", "     ^"), ("\t目标\tx", 4, "\t目标\tx", "\t    ^"),
    ("e\u{301}x", 3, "e\u{301}x", " ^"), ("😀，x", 3, "😀，x", "    ^"), ("ab", 9, "ab", "  ^"),
    ("", 1, "", "^"), ("한글x", 3, "한글x", "    ^"), ("ｱｲx", 3, "ｱｲx", "  ^"),
    ("a\u{202E}b\u{1B}[0m", 3, "a\u{FFFD}b\u{FFFD}[0m", "  ^"),
  ])
  func `puts the caret under wide characters and tabs`(
    line: String, column: Int, shown: String, caret: String
  ) {
    #expect(sourceExcerpt(line, line: 7, column: column) == ["   7 | " + shown, "     | " + caret])
  }

  @Test func `cuts a long line around the place`() {
    let line = String(repeating: "长", count: 5000) + "x" + String(repeating: "短", count: 5000)
    let excerpt = sourceExcerpt(line, line: 1, column: 5001)
    #expect(excerpt[0].count < 120 && excerpt[0].contains("长x短"))
    #expect(excerpt[0].hasPrefix("   1 | …长") && excerpt[0].hasSuffix("短…"))
    let before = excerpt[0].prefix { $0 != "x" }.dropFirst(7)
    let columns = before.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
    #expect(excerpt[1] == "     | " + String(repeating: " ", count: columns) + "^")
  }

  @Test func `says twenty of an id in a file and counts the rest`() {
    let many = (1...25).map {
      Diagnostic(
        id: "table.bad-date", at: Place(path: "deals.csv", line: $0, column: 1), Phrase(same: "bad")
      )
    }
    let other = Diagnostic(
      id: "table.bad-date", at: Place(path: "orders.csv", line: 1), Phrase(same: "bad"))
    let lines = DiagnosticText { _ in nil }.text(of: many + [other]).split(separator: "\n")
    #expect(lines.count == 22)
    #expect(lines[20] == "orders.csv:1: error: bad [table.bad-date]")
    #expect(lines[21] == "deals.csv: 5 more [table.bad-date]")
  }

  @Test func `says the same thing once, in order, and a note only where it is asked for`() {
    let late = Diagnostic(
      id: "a.b", at: Place(path: "b.md", line: 10, column: 1), Phrase(same: "late"))
    let early = Diagnostic(
      id: "a.b", severity: .warning, at: Place(path: "b.md", line: 9, column: 1),
      Phrase(same: "early"))
    let note = Diagnostic(
      id: "a.c", severity: .note, at: Place(path: "a.md"), Phrase(same: "aside"))
    var text = DiagnosticText { _ in nil }
    #expect(
      text.text(of: [late, note, early, late])
        == "b.md:9:1: warning: early [a.b]\nb.md:10:1: error: late [a.b]\n")
    text.least = .note
    #expect(text.text(of: [note]) == "a.md: note: aside [a.c]\n")
    text.least = .error
    #expect(text.text(of: [early, note]).isEmpty)
  }

  @Test func `names a cell of a workbook and shows no line of it`() {
    let cell = Diagnostic(
      id: "table.bad-date", at: Place(path: "deals.xlsx[Deals]", line: 3, cell: "B12"),
      Phrase(same: "bad"))
    let text = DiagnosticText { _ in Array("PK\n\n\n".utf8) }
    #expect(text.text(of: [cell]) == "deals.xlsx[Deals]!B12: error: bad [table.bad-date]\n")
  }

  @Test func `no name can command the terminal`() {
    let hostile = Diagnostic(
      id: "a.b", at: Place(path: "\u{1B}[2J.md"), Phrase(same: "named “\u{202E}x\u{7}\n”"),
      fix: Phrase(same: "rename \u{1B}]0;"))
    let text = DiagnosticText { _ in nil }.text(of: [hostile])
    #expect(
      text
        == "\u{FFFD}[2J.md: error: named “\u{FFFD}x\u{FFFD}\u{FFFD}” [a.b]\n  fix: rename \u{FFFD}]0;\n"
    )
  }

  @Test func `colours only where it is told to`() {
    let error = Diagnostic(id: "a.b", at: Place(path: "x"), Phrase(same: "bad"))
    var text = DiagnosticText { _ in nil }
    #expect(!text.text(of: [error]).contains("\u{1B}"))
    text.hasColours = true
    #expect(text.text(of: [error]).contains("\u{1B}[1;31merror:\u{1B}[0m bad"))
  }

  @Test(arguments: ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "\u{FEFF}a\nb\nc\n"])
  func `finds lines however they end`(source: String) {
    let lines = SourceLines(Array(source.utf8))
    #expect([1, 2, 3].map(lines.line) == ["a", "b", "c"])
    #expect(lines.line(0) == nil && lines.line(9) == nil)
  }
}
