import Diagnostics
import Testing

@testable import Tables

@Suite struct `CSV is written so that it reads the same` {
  static let rows = [
    ["名称", "b", "c"], ["a,b", "say \"hi\"", "x\ny"], ["", "  ", "tab\there"],
    ["=1+1", "+86", "@x"],
    ["-5", "-1.5", "-a"], ["'=x", "'y", "''=z"], ["\tx", "\rx", "；"], ["1", "", ""],
  ]

  @Test(arguments: [CSVStyle(), CSVStyle(forExcel: true)])
  func `by our own reader`(style: CSVStyle) {
    let read = cells(readTables(SourceFile(path: "a.csv", bytes: csv(Self.rows, style: style))))
    #expect(read.map { $0.map(withoutGuard) } == Self.rows)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86", "+86"), ("+86 138", "'+86 138"), ("-5", "-5"), ("-5.25", "-5.25"),
    ("-5-3", "'-5-3"), ("@sum", "'@sum"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("'=x", "''=x"),
    ("'x", "'x"), ("x=1", "x=1"), ("", ""), ("-", "'-"), ("甲", "甲"),
  ])
  func `with cells that no spreadsheet calculates`(cell: String, expected: String) {
    #expect(harmless(cell) == expected)
    #expect(withoutGuard(harmless(cell)) == cell)
  }

  @Test func `with an empty cell alone in its row`() {
    #expect(String(decoding: csv([["a"], [""], ["b"]]), as: UTF8.self) == "a\n\"\"\nb\n")
  }

  @Test func `with a mark and CRLF for Excel`() {
    #expect(csv([["a"]], style: CSVStyle(forExcel: true)) == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
  }
}
