import Diagnostics
import Testing

@testable import Tables

/// Files that are called workbooks and are none.
@Suite struct `A file called .xls` {
  @Test(arguments: [
    ("<html><body><table>", FakeWorkbook.page),
    ("\u{FEFF}<?xml version=\"1.0\"?><Workbook>", .page),
    ("客户\t金额\n甲\t5\n", .text), ("PK\u{3}\u{4}", nil), ("", nil),
  ])
  func `is said to be what it is`(text: String, kind: FakeWorkbook?) {
    #expect(FakeWorkbook(named: "a/导出.XLS", Array(text.utf8)) == kind)
    #expect(FakeWorkbook(named: "a/导出.ods", Array(text.utf8)) == nil)
  }

  @Test func `is a workbook where it begins as one`() {
    #expect(FakeWorkbook(named: "a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1]) == nil)
    #expect(FakeWorkbook(named: "a.xls", [0x09, 0x08, 0x10, 0]) == nil)
  }
}
