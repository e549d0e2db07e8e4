import Diagnostics
import Phrases
import Testing

@testable import Tables

/// A row of XML for cells given as `t`-attribute and content.
private func row(_ number: Int, _ cells: String) -> String { "<row r=\"\(number)\">\(cells)</row>" }

private let header = row(
  1,
  "<c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c>"
)

@Suite struct `A workbook's cells are read` {
  @Test(arguments: [
    ("<c r=\"A2\" t=\"s\"><v>0</v></c>", "甲公司", CellKind.text),
    ("<c r=\"A2\" t=\"s\"><v>1</v></c>", "富文本", .text),
    ("<c r=\"A2\" t=\"s\"><v>2</v></c>", "東京", .text),
    (
      "<c r=\"A2\" t=\"inlineStr\"><is><r><t>x</t></r><r><t xml:space=\"preserve\"> y</t></r></is></c>",
      "x y", .text
    ),
    ("<c r=\"A2\" t=\"str\"><f>A1&amp;\"z\"</f><v>az &amp; b</v></c>", "az & b", .text),
    ("<c r=\"A2\" t=\"b\"><v>1</v></c>", "true", .boolean),
    ("<c r=\"A2\" t=\"e\"><v>#DIV/0!</v></c>", "#DIV/0!", .error),
    ("<c r=\"A2\"><v>1234.5</v></c>", "1234.5", .number),
    ("<c r=\"A2\"><f>1+1</f><v>2</v></c>", "2", .number),
    ("<c r=\"A2\"><v>0.10000000000000001</v></c>", "0.1", .number),
    ("<c r=\"A2\"><v>110101199003071234</v></c>", "110101199003071234", .number),
    ("<c r=\"A2\"><f>B9</f></c>", "formula never calculated", .error),
    ("<c r=\"A2\"><f>B9</f><v></v></c>", "formula never calculated", .error),
    ("<c r=\"A2\"><f>B9</f><v/></c>", "formula never calculated", .error),
    ("<c r=\"A2\" t=\"str\"><f>B9</f><v></v></c>", "", .text),
    ("<c r=\"A2\"><v>7</v></c><c r=\"XFD2\" s=\"1\"/>", "7", .number),
    ("<c r=\"A2\" s=\"1\"><v>46148</v></c>", "2026-05-06", .date),
    ("<c r=\"A2\" s=\"2\"><v>46148.5</v></c>", "2026-05-06T12:00:00", .date),
    ("<c r=\"A2\" s=\"1\"><v>1</v></c>", "1900-01-01", .date),
    ("<c r=\"A2\" s=\"1\"><v>61</v></c>", "1900-03-01", .date),
    ("<c r=\"A2\" s=\"3\"><v>0.65</v></c>", "0.65", .percent),
    ("<c r=\"A2\" s=\"4\"><v>120000</v></c>", "120000", .number),
    ("<c r=\"A2\" s=\"5\"><v>6.25E-2</v></c>", "01:30", .text),
    ("<c r=\"A2\" t=\"d\"><v>2026-05-06</v></c>", "2026-05-06", .date),
    ("<c t=\"s\"><v>0</v></c>", "甲公司", .text),
  ])
  func `cell`(cell: String, text: String, kind: CellKind) {
    let strings =
      "<si><t>甲公司</t></si><si><r><rPr/><t>富</t></r><r><t>文本</t></r></si>"
      + "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>"
    let formats = """
      <numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
      <numFmt numFmtId="177" formatCode="0!.0,&quot;万&quot;"/><numFmt numFmtId="178" formatCode="[h]:mm"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="10"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs>
      """
    let book = TestWorkbook(rows: header + row(2, cell), strings: strings, formats: formats)
    let table = readTables(book.file()).value.first
    #expect(table?.text(0, 0) == text)
    #expect(table?.kind(0, 0) == kind)
  }

  @Test(arguments: [
    ("General", NumberFormat.number), ("0.00", .number),
    ("#,##0.00_);[Red]\\(#,##0.00\\)", .number),
    ("0.0%", .percent), ("yyyy-mm-dd", .date), ("m/d/yy h:mm", .date), ("[$-804]aaaa;@", .number),
    ("[DBNum1][$-804]yyyy\"年\"m\"月\"", .date), ("h:mm AM/PM", .time), ("mm:ss.0", .time),
    ("\"day\"0", .number), ("mmm", .date), ("0.00E+00", .number), ("[<=9999]0000;General", .number),
  ])
  func `format code`(code: String, format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  /// What a format shows around a number decides which number it is, or which id.
  @Test(arguments: [
    ("0\"万\"", "35", "35万"), ("0.00 \"万元\"", "35", "35万元"), ("[$$-409]#,##0.00", "12.5", "$12.5"),
    ("#,##0.00\\ [$€-407]", "12.5", "12.5€"), ("\"$\"#,##0", "12", "$12"),
    ("[$HK$-C04]0", "5", "HK$5"),
    ("[$USD] 0.00", "5", "USD5"), ("_ \"￥\"* #,##0.00_ ", "5", "￥5"), ("00000", "7", "00007"),
    ("00000", "123456", "123456"), ("\"SO\"0000", "7", "SO0007"), ("0\"分钟\"", "15", "15分钟"),
    // What divides by itself, or says nothing of the number.
    ("0!.0,\"万\"", "350000", "350000"), ("#,##0,\"K\"", "35000", "35000"), ("0\"件\"", "15", "15"),
    ("0\"台\"", "15", "15"), ("[$-409]0", "5", "5"), ("000-0000", "1234567", "1234567"),
    ("\"第\"0\"号\"", "5", "5"), ("[Red]0", "5", "5"), ("0.00E+00", "5", "5"),
  ])
  func `what a format shows`(code: String, number: String, text: String) {
    let quoted = code.replacing("\"", with: "&quot;")
    let book = TestWorkbook(
      rows: header + row(2, "<c r=\"A2\" s=\"1\"><v>\(number)</v></c>"),
      formats: "<numFmts><numFmt numFmtId=\"200\" formatCode=\"\(quoted)\"/></numFmts>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/></cellXfs>")
    #expect(readTables(book.file()).value.first?.text(0, 0) == text)
  }

  @Test func `dates of the system of 1904`() {
    let book = TestWorkbook(
      rows: header + row(2, "<c r=\"A2\" s=\"1\"><v>44686</v></c>"),
      formats: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>",
      workbook: "<workbookPr date1904=\"1\"/>")
    #expect(readTables(book.file()).value.first?.text(0, 0) == "2026-05-06")
  }

  @Test func `gaps between cells and rows`() {
    let book = TestWorkbook(
      rows: header + row(7, "<c r=\"B7\"><v>1</v></c>") + row(9, "<c r=\"A9\" s=\"3\"/>"))
    let table = readTables(book.file()).value[0]
    #expect(table.rowCount == 1)
    #expect(table.text(0, 0) == "")
    #expect(table.text(0, 1) == "1")
    #expect(table.place(0, 1).description == "a.xlsx[Sheet1]!B7")
    #expect(table.line(ofRow: 0) == 7)
  }

  @Test func `names with a prefix and rows without references`() {
    let rows =
      "<x:row><x:c t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row><x:c><x:v>5</x:v></x:c></x:row>"
    let book = TestWorkbook(rows: "<x:g xmlns:x=\"urn:x\">\(rows)</x:g>")
    #expect(cells(readTables(book.file())) == [["a"], ["5"]])
  }
}

@Suite struct `A workbook's sheets are tables` {
  @Test func `by their names, hidden ones left out`() {
    let rows = header + row(2, "<c r=\"A2\"><v>1</v></c>")
    let book = TestWorkbook(sheets: [
      ("客户", "", rows, ""), ("旧", "state=\"hidden\"", rows, ""),
      ("更旧", "state=\"veryHidden\"", rows, ""), ("空", "", "", ""), ("deals", "", rows, ""),
    ])
    let read = readTables(book.file())
    #expect(read.value.map(\.name) == ["客户", "deals"])
    #expect(read.diagnostics.map(\.id) == ["table.hidden-sheet", "table.hidden-sheet"])
  }

  private func text(_ reference: String, _ text: String) -> String {
    "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  @Test func `with a merged title above the header`() {
    let rows =
      row(1, text("A1", "客户表")) + row(2, text("A2", "a") + text("B2", "b"))
      + row(3, "<c r=\"A3\"><v>1</v></c>")
    let table = readTables(TestWorkbook(rows: rows, merged: "A1:B1").file()).value[0]
    #expect(table.header == ["a", "b"])
    #expect(table.rowCount == 1)
  }

  @Test func `with a header of two rows`() {
    let rows =
      row(1, text("A1", "客户") + text("B1", "联系人") + text("D1", "金额"))
      + row(2, text("B2", "姓名") + text("C2", "职务")) + row(3, text("A3", "甲"))
    let table = readTables(TestWorkbook(rows: rows, merged: "A1:A2 B1:C1 D1:D2").file()).value[0]
    #expect(table.header == ["客户", "联系人 - 姓名", "联系人 - 职务", "金额"])
    #expect(table.rowCount == 1)
  }

  @Test func `with merged cells in a header of one row`() {
    let rows =
      row(1, text("A1", "客户") + text("B1", "联系人"))
      + row(2, text("A2", "甲") + text("B2", "王"))
    let table = readTables(TestWorkbook(rows: rows, merged: "B1:C1").file()).value[0]
    #expect(table.header == ["客户", "联系人"])
    #expect(table.rowCount == 1)
  }
}

@Suite struct `A workbook that must not be read is refused with a clear error` {
  private func ids(_ bytes: [UInt8]) -> [String] {
    readTables(SourceFile(path: "a.xlsx", bytes: bytes)).diagnostics.map(\.id)
  }

  @Test func `one with a password`() {
    #expect(ids([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == ["table.encrypted-workbook"])
    #expect(ids(zip([("a", [1])], flags: 1)) == ["table.encrypted-workbook"])
  }

  @Test func `an old one`() {
    let read = readTables(SourceFile(path: "a.xls", bytes: [1]))
    #expect(read.diagnostics.map(\.id) == ["table.old-workbook"])
  }

  @Test(arguments: ["../evil", "xl/../../x", "xl\\..\\..\\x", "C:x", "a\0b"])
  func `one whose parts lead out of it`(name: String) {
    #expect(ids(zip([(name, [1])])) == ["table.path-in-workbook"])
  }

  @Test func `one that unpacks to too much`() {
    #expect(ids(zip([("a", [1])], claimed: 3 << 30)) == ["table.too-large"])
    #expect(ids(zip([("a", [1])], claimed: 500 << 20)) == ["table.too-large"])
    #expect(ids(zip((0..<10_001).map { ("p\($0)", []) })) == ["table.too-large"])
  }

  @Test func `one with an entity bomb`() {
    var book = TestWorkbook(rows: header)
    book.parts[1].text =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>"
    let read = readTables(book.file())
    #expect(read.diagnostics.map(\.id) == ["table.damaged-workbook"])
    #expect(read.diagnostics.first?.message.english.contains("entities") == true)
  }

  @Test func `one that is no archive, cut off, or changed`() {
    #expect(ids([]) == ["table.not-a-workbook"])
    #expect(ids(Array("PK, but no".utf8)) == ["table.damaged-workbook"])
    let whole = TestWorkbook(rows: header).file().bytes
    #expect(ids(Array(whole.dropLast(100))) == ["table.damaged-workbook"])
    var changed = whole
    changed[100] ^= 1
    #expect(ids(changed) == ["table.damaged-workbook"])
    #expect(ids(zip([("a", [1])])) == ["table.damaged-workbook"])
  }

  @Test(arguments: [
    "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99</v></c></row>",
    "<row r=\"5\"/><row r=\"2\"/>", "<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>",
    "<row r=\"2\"><c r=\"A2\"><v>1</c></row>",
  ])
  func `one whose sheet is wrong`(rows: String) {
    let book = TestWorkbook(rows: header + rows)
    #expect(readTables(book.file()).diagnostics.map(\.id) == ["table.damaged-workbook"])
  }

  @Test(arguments: ["<row r=\"1048577\"/>", "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>"])
  func `one that is larger than any`(rows: String) {
    let book = TestWorkbook(rows: header + rows)
    #expect(readTables(book.file()).diagnostics.map(\.id) == ["table.too-large"])
  }

  @Test(arguments: [
    ("", "it is empty", "save it as .xlsx"),
    ("<html><table>", "it is a web page", "save it as .xlsx"),
    ("\u{FEFF}\r\n<table>", "it is a web page", "save it as .xlsx"),
    ("名称,金额\n甲,1\n", "it is something else", ".csv"),
  ])
  func `one that is none but for its name`(text: String, what: String, fix: String) {
    let found = readTables(SourceFile(path: "a.xlsx", bytes: Array(text.utf8))).diagnostics
    #expect(found.map(\.id) == ["table.not-a-workbook"])
    #expect(found.first?.message.english.hasSuffix(what) == true)
    #expect(found.first?.fix?.english.contains(fix) == true)
  }

  @Test func `one without a row`() {
    #expect(readTables(TestWorkbook(rows: "").file()).diagnostics.map(\.id) == ["table.no-header"])
  }
}
