import Diagnostics
import Testing

@testable import Tables

/// The header and the rows of a CSV text, as lists of cells.
func cells(_ text: String, path: String = "a.csv") -> [[String]] {
  cells(readTables(SourceFile(path: path, text: text)))
}

func cells(_ read: Parsed<[Table]>) -> [[String]] {
  guard let table = read.value.first else { return [] }
  return [table.header]
    + (0..<table.rowCount).map { row in
      (0..<table.width(ofRow: row)).map { table.text(row, $0) }
    }
}

struct CSVCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let cells: [[String]]
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ cells: [[String]]) {
    self.name = name
    self.text = text
    self.cells = cells
  }
}

@Suite struct `CSV is split as RFC 4180 and Excel do` {
  static let cases = [
    CSVCase("plain", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    CSVCase("no line break at the end", "a,b\n1,2", [["a", "b"], ["1", "2"]]),
    CSVCase("CRLF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    CSVCase("CR alone", "a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    CSVCase(
      "mixed line ends", "a,b\r\n1,2\n3,4\r5,6",
      [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
    CSVCase("quotes", "a,b\n\"1\",\"2\"\n", [["a", "b"], ["1", "2"]]),
    CSVCase(
      "doubled quotes", "a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n", [["a", "b"], ["say \"hi\"", "\""]]),
    CSVCase("separator in quotes", "a,b\n\"1,5\",2\n", [["a", "b"], ["1,5", "2"]]),
    CSVCase("line break in quotes", "a,b\n\"x\ny\",2\n", [["a", "b"], ["x\ny", "2"]]),
    CSVCase("CRLF in quotes", "a,b\n\"x\r\ny\",2\n", [["a", "b"], ["x\r\ny", "2"]]),
    CSVCase(
      "empty cells", "a,b,c\n,,\n1,,3\n", [["a", "b", "c"], ["", "", ""], ["1", "", "3"]]),
    CSVCase("empty quoted cell at the end of the file", "a,b\n1,\"\"", [["a", "b"], ["1", ""]]),
    CSVCase("empty cell at the end of the file", "a,b\n1,", [["a", "b"], ["1", ""]]),
    CSVCase(
      "quote inside an unquoted cell", "a,b\n5\" pipe,2\n", [["a", "b"], ["5\" pipe", "2"]]),
    CSVCase("text behind a closing quote", "a,b\n\"x\"y,2\n", [["a", "b"], ["xy", "2"]]),
    CSVCase("blanks belong to the cell", "a,b\n 1 ,　2\n", [["a", "b"], [" 1 ", "　2"]]),
    CSVCase("blank before a quote", "a,b\n \"1\",2\n", [["a", "b"], [" \"1\"", "2"]]),
    CSVCase("short rows", "a,b,c\n1\n1,2\n", [["a", "b", "c"], ["1"], ["1", "2"]]),
    CSVCase("long rows", "a,b\n1,2,3\n", [["a", "b"], ["1", "2", "3"]]),
    CSVCase("empty lines are no rows", "a,b\n\n1,2\n\n\n", [["a", "b"], ["1", "2"]]),
    CSVCase("empty trailing columns", "a,b,,\n1,2,,\n", [["a", "b"], ["1", "2", "", ""]]),
    CSVCase("semicolons", "a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    CSVCase("tabs", "a\tb\n1,5\t2\n", [["a", "b"], ["1,5", "2"]]),
    CSVCase("sep line", "sep=;\na;b,c\n1;2\n", [["a", "b,c"], ["1", "2"]]),
    CSVCase("sep line with CRLF", "sep=|\r\na|b\r\n1|2\r\n", [["a", "b"], ["1", "2"]]),
    CSVCase("separator in a quoted header", "\"a;b;c\",d\n1,2\n", [["a;b;c", "d"], ["1", "2"]]),
    CSVCase("byte order mark", "\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    CSVCase("byte order mark and quotes", "\u{FEFF}\"a\",b\n1,2\n", [["a", "b"], ["1", "2"]]),
    CSVCase("one column", "a\n1\n2\n", [["a"], ["1"], ["2"]]),
    CSVCase(
      "combining mark behind a separator", "a,b\nx,\u{301}y\n", [["a", "b"], ["x", "\u{301}y"]]),
    CSVCase(
      "a title above the table", "2026 年客户表,,\n\na,b,c\n1,2,3\n",
      [["a", "b", "c"], ["1", "2", "3"]]),
    CSVCase("a header alone", "a,b\n", [["a", "b"]]),
    CSVCase("Chinese", "名称,金额\n华东机械,12万\n", [["名称", "金额"], ["华东机械", "12万"]]),
  ]

  @Test(arguments: cases) func `gives the cells`(_ example: CSVCase) {
    #expect(cells(example.text) == example.cells)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", 0, 1, "a.csv:2:3"),
    ("a,b\n\"x\ny\",2\n", 0, 1, "a.csv:3:4"),
    ("名称,金额\n甲乙,丙\n", 0, 1, "a.csv:2:4"),
    ("\u{FEFF}a,b\n1,2\n", 0, 0, "a.csv:2:1"),
    ("a,b\r\n\"x\"\"y\",2\r\n", 0, 1, "a.csv:2:8"),
    ("sep=;\na;b\n1;2\n", 0, 1, "a.csv:3:3"),
    ("a,b\n\n\n1\n", 0, 1, "a.csv:4:1"),
  ])
  func `knows the place of a cell`(text: String, row: Int, column: Int, place: String) {
    let table = readTables(SourceFile(path: "a.csv", text: text)).value[0]
    #expect(table.place(row, column).description == place)
  }

  @Test func `names the place of the header behind a byte order mark`() {
    let table = readTables(SourceFile(path: "a.csv", text: "\u{FEFF}名称,b\n1,2\n")).value[0]
    #expect(table.placeOfHeader(1).description == "a.csv:1:4")
  }
}

@Suite struct `A broken text file is reported with its place` {
  @Test(arguments: [
    ("a,b\n1,\"x\n2,3\n", "table.open-quote", "a.csv:2:3"),
    ("a,b\n\"x\"y,\"z\"w\n", "table.text-after-quote", "a.csv:2:4"),
    ("", "table.no-header", "a.csv"),
    ("\n\n", "table.no-header", "a.csv"),
    ("a,b\n1,\0\n", "table.not-text", "a.csv:2:3"),
  ])
  func `text`(text: String, id: String, place: String) {
    let found = readTables(SourceFile(path: "a.csv", text: text)).diagnostics
    #expect(found.first?.id == id)
    #expect(found.first?.place.description == place)
  }

  @Test func `UTF-32, which has the mark of UTF-16`() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0, 0x0A, 0, 0, 0]
    let found = readTables(SourceFile(path: "a.csv", bytes: bytes)).diagnostics
    #expect(found.map(\.id) == ["table.not-text"])
  }

  @Test func `bytes that are no encoding`() {
    let bytes = Array("a,b\n甲,".utf8) + [0xFF, 0xFF]
    let found = readTables(SourceFile(path: "a.csv", bytes: bytes)).diagnostics
    #expect(found.map(\.id) == ["table.encoding"])
    #expect(found.first?.place.description == "a.csv:2:3")
  }

  @Test func `an unknown kind of file`() {
    let found = readTables(SourceFile(path: "a.docx", text: "x")).diagnostics
    #expect(found.map(\.id) == ["table.unknown-format"])
  }

  @Test func `counts columns on along a line of many troubles in linear time`() {
    let text = "a\n" + String(repeating: "\"x\"y,", count: 200_000)
    let found = readTables(SourceFile(path: "a.csv", text: text)).diagnostics
    #expect(found.count == 200_000)
    #expect(found.last?.place.column == 199_999 * 5 + 4)
  }
}

@Suite struct `The encoding is found` {
  @Test(
    arguments: [
      (
        [0xC3, 0xFB, 0x2C, 0x61, 0x0A, 0xBC, 0xD7, 0x2C, 0x31], "GB18030",
        [["名", "a"], ["甲", "1"]]
      ),
      // 㐀 is 81 39 EE 39 and 𠮷 95 34 B2 35, four bytes each.
      (
        [0x61, 0x2C, 0x62, 0x0A, 0x81, 0x39, 0xEE, 0x39, 0x2C, 0x95, 0x34, 0xB2, 0x35], "GB18030",
        [["a", "b"], ["㐀", "𠮷"]]
      ),
      (
        [0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0, 0x32, 0x75, 0x2C, 0, 0x31, 0], "UTF-16LE",
        [["a", "b"], ["甲", "1"]]
      ),
      (
        [0xFE, 0xFF, 0, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0x75, 0x32, 0, 0x2C, 0, 0x31], "UTF-16BE",
        [["a", "b"], ["甲", "1"]]
      ),
      (
        [0xEF, 0xBB, 0xBF, 0x61, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0x32], "UTF-8 with BOM",
        [["a", "b"], ["1", "2"]]
      ),
    ] as [([UInt8], String, [[String]])])
  func `from the bytes`(bytes: [UInt8], encoding: String, expected: [[String]]) {
    let read = readTables(SourceFile(path: "a.csv", bytes: bytes))
    #expect(read.value.first?.origin.encoding?.rawValue == encoding)
    #expect(cells(read) == expected)
  }

  @Test
  func `says in a note that a file is GB18030, and warns where a name is all there is to say so`() {
    // 公司,a and 甲
    let plain = readTables(
      SourceFile(path: "a.csv", bytes: [0xB9, 0xAB, 0xCB, 0xBE, 0x2C, 0x61, 0x0A]))
    #expect(plain.diagnostics.map(\.id) == ["table.read-as"])
    #expect(plain.diagnostics.first?.severity == .note)
    let short = readTables(SourceFile(path: "a.csv", bytes: [0xBC, 0xD7, 0x0A]))
    #expect(short.diagnostics.map(\.id) == ["table.read-as"])
    #expect(short.diagnostics.first?.severity == .warning)
  }
}
