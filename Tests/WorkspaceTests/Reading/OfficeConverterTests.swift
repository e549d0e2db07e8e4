import Diagnostics
import Foundation
import SalesData
import SalesMethod
import Testing

@testable import Workspace

/// Workbooks of other kinds.
@Suite struct `An old workbook` {
  @Test(.enabled(if: OfficeConverter.program != nil, "needs libreoffice-calc-nogui"))
  func `is read through LibreOffice where that is installed`() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/客户.csv", "客户名称,M\n甲,4\n")
    let made = try ProgramCall(
      try #require(OfficeConverter.program),
      [
        "--headless", "-env:UserInstallation=file://" + folder("profile"), "--convert-to", "ods",
        "--infilter=CSV:44,34,76,1", "--outdir", folder("Content/data"), folder("in/客户.csv"),
      ], environment: ["PATH": "/usr/bin:/bin", "HOME": folder("home"), "LC_ALL": "C.UTF-8"]
    ).run()
    try #require(made.isDone, "\(String(decoding: made.errors, as: UTF8.self))")
    let bytes = try #require(FileManager.default.contents(atPath: folder("Content/data/客户.ods")))
    let file = SourceFile(path: "Content/data/客户.ods", bytes: [UInt8](bytes))
    let read = OfficeConverter.table(file)
    #expect(read.diagnostics.map(\.id) == ["table.converted"])
    let data = try [#require(read.value)]
    #expect(data.map(\.path) == ["Content/data/客户.ods"])
    let mending = Mending("", files: data)
    #expect(mending.found.value.records.customers.map(\.name) == ["甲"])
    #expect(mending.found.value.tables[0].files == ["Content/data/客户.ods[客户]"])
  }

  @Test func `that nothing can be made of is named in a warning`() throws {
    let found = OfficeConverter.table(
      SourceFile(path: "data/crm.xls", text: "not a workbook \0\u{1}"))
    // LibreOffice takes any text for a table, but not this one where it is not there.
    if OfficeConverter.program == nil {
      #expect(found.value == nil && found.diagnostics.map(\.id) == ["table.other-format"])
    }
  }

  @Test(arguments: [
    ("<table><tr><td>00124</td></tr></table>", "<table><tr><td@>00124</td></tr></table>"),
    ("<TD class=x>1</TD><th\n>2", "<TD@ class=x>1</TD><th@\n>2"),
    ("<thead><title>td</title>", "<thead><title>td</title>"), ("<td", "<td"), ("a < b", "a < b"),
  ])
  func `that is a web page has cells of text`(page: String, expected: String) {
    let made = String(decoding: OfficeConverter.withCellsAsText(Array(page.utf8)), as: UTF8.self)
    #expect(made.replacing(" sdnum=\"1033;1033;@\"", with: "@") == expected)
  }

  @Test(.enabled(if: OfficeConverter.program != nil, "needs libreoffice-calc-nogui"))
  func `that is a web page keeps its ids`() throws {
    let page =
      "<html><meta charset=utf-8><table><tr><td>客户编号</td><td>客户名称</td></tr>"
      + "<tr><td>00124</td><td>甲</td></tr><tr><td>124</td><td>乙</td></tr>"
      + "<tr><td>3E5</td><td>丙</td></tr></table></html>"
    let read = OfficeConverter.table(SourceFile(path: "Content/data/客户.xls", text: page))
    let mending = Mending("", files: [try #require(read.value)])
    #expect(mending.found.value.records.customers.map(\.id) == ["00124", "124", "3E5"])
  }

  @Test func `that is text is read as text`() throws {
    let file = SourceFile(path: "Content/data/客户.xls", text: "客户编号\t客户名称\n00124\t甲\n")
    let read = OfficeConverter.table(file)
    #expect(read.value == file && read.diagnostics == [])
    let mending = Mending("", files: [file])
    #expect(mending.found.value.records.customers.map(\.id) == ["00124"])
  }
}
