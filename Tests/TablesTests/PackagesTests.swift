import Diagnostics
import Testing

@testable import Tables

private let rows =
  "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row>"
  + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Oak</t></is></c></row>"

/// The parts of a small workbook, to be packed in other ways.
private var parts: [(name: String, bytes: [UInt8])] {
  TestWorkbook(rows: rows).parts.map { ($0.name, Array($0.text.utf8)) }
}

private func read(_ bytes: [UInt8]) -> [[String]] {
  cells(readTables(SourceFile(path: "a.xlsx", bytes: bytes)))
}

private func little(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// An archive whose list has every length and place in the fields of ZIP64, as large ones have.
private func zip64(_ parts: [(name: String, bytes: [UInt8])], endsShort: Bool) -> [UInt8] {
  let plain = zip(parts)
  // The list of parts is rewritten from the plain one.
  let listStart = plain.count - 22 - parts.reduce(0) { $0 + 46 + $1.name.utf8.count }
  var list: [UInt8] = []
  var position = listStart
  for part in parts {
    let header = Array(plain[position..<position + 46])
    func number(_ offset: Int) -> Int {
      (0..<4).reduce(0) { $0 | Int(header[offset + $1]) << (8 * $1) }
    }
    let extra =
      little(1, 2) + little(24, 2) + little(number(24), 8) + little(number(20), 8)
      + little(number(42), 8)
    list += header[..<20] + little(-1, 8) + header[28..<30] + little(extra.count, 2)
    list += header[32..<42] + little(-1, 4) + Array(part.name.utf8) + extra
    position += 46 + part.name.utf8.count
  }
  let record =
    little(0x0606_4B50, 4) + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8)
    + little(parts.count, 8) + little(parts.count, 8) + little(list.count, 8) + little(listStart, 8)
  let locator =
    little(0x0706_4B50, 4) + little(0, 4) + little(listStart + list.count, 8) + little(1, 4)
  let end =
    little(0x0605_4B50, 4) + little(0, 4) + little(endsShort ? parts.count : -1, 2)
    + little(endsShort ? parts.count : -1, 2) + little(list.count, 4)
    + little(endsShort ? listStart : -1, 4) + little(0, 2)
  return plain[..<listStart] + list + (endsShort ? [] : record + locator) + end
}

@Suite struct `A workbook is read however it was packed` {
  @Test(arguments: [true, false])
  func `with lengths of ZIP64`(endsShort: Bool) {
    #expect(read(zip64(parts, endsShort: endsShort)) == [["name"], ["Oak"]])
  }

  @Test func `and one whose ZIP64 is cut off is damaged, not too large`() {
    let whole = zip64(parts, endsShort: false)
    for end in [whole.count - 22, whole.count - 42, whole.count - 60] {
      let found = readTables(SourceFile(path: "a.xlsx", bytes: Array(whole[..<end]))).diagnostics
      #expect(found.map(\.id) == ["table.damaged-workbook"])
    }
  }

  @Test(arguments: ["\\", "/x/"])
  func `with names as old programs write them`(sign: String) {
    let renamed = parts.map { part in
      (sign == "\\" ? part.name.replacing("/", with: "\\") : "/" + part.name, part.bytes)
    }
    #expect(read(zip(renamed)) == [["name"], ["Oak"]])
  }

  @Test func `with an entry for each folder`() {
    #expect(read(zip([("xl/", []), ("xl/worksheets/", [])] + parts)) == [["name"], ["Oak"]])
  }
}

@Suite struct `The texts and numbers of a workbook` {
  private func cell(_ inner: String) -> String {
    let book = TestWorkbook(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>h</t></is></c></row>"
        + "<row r=\"2\">\(inner)</row>",
      strings: "<si><t>A_x005F_x0041_</t></si><si><t>b_x000D_</t></si>")
    return cells(readTables(book.file())).last?.first ?? ""
  }

  @Test(arguments: [
    ("Oak_x000D_", "Oak\r"), ("A_x005F_x0041_", "A_x0041_"), ("_x0041_B", "AB"),
    ("_x004_", "_x004_"),
    ("_xZZZZ_", "_xZZZZ_"), ("a_x0009_b", "a\tb"), ("_xD83D__xDE00_", "😀"), ("_xD83D_", "\u{FFFD}"),
    ("_x005F_x000D_", "_x000D_"), ("snake_case_name", "snake_case_name"),
  ])
  func `lose their escapes`(text: String, expected: String) {
    #expect(cell("<c r=\"A2\" t=\"inlineStr\"><is><t>\(text)</t></is></c>") == expected)
    #expect(cell("<c r=\"A2\" t=\"str\"><v>\(text)</v></c>") == expected)
  }

  @Test func `lose their escapes where cells share them`() {
    #expect(cell("<c r=\"A2\" t=\"s\"><v>0</v></c>") == "A_x0041_")
    #expect(cell("<c r=\"A2\" t=\"s\"><v>1</v></c>") == "b\r")
  }

  @Test(arguments: [
    ("1001.0", "1001"), ("1.38001234E8", "138001234"),
    ("3.2010619880101e+17", "320106198801010000"),
    ("1.50", "1.5"), ("-0.0", "0"), ("1E-3", "0.001"), ("-1.25E1", "-12.5"),
    ("0.10000000000000001", "0.1"),
    ("12", "12"), ("007", "007"), ("1E99", "1E99"), ("100", "100"), ("1.5E3", "1500"),
    (".5", "0.5"),
  ])
  func `are numbers in plain notation`(written: String, expected: String) {
    #expect(cell("<c r=\"A2\"><v>\(written)</v></c>") == expected)
  }

  /// A whole number in any notation of other programs is read back the same.
  @Test func `read any whole number back`() {
    var random = Random(state: 5)
    for _ in 0..<300 {
      let number = random.next(below: 1_000_000_000_000)
      let digits = String(number)
      let mantissa = digits.prefix(1) + "." + (digits.count > 1 ? digits.dropFirst() : "0")
      for text in [
        "\(digits).0", "\(mantissa)E\(digits.count - 1)", "\(mantissa)e+\(digits.count - 1)",
      ] {
        let plain = plainDecimal(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
        #expect(plain == digits, "\(text)")
      }
    }
  }

  @Test func `stand in every row that a merged cell covers`() {
    let text = { (cell: String, text: String) in
      "<c r=\"\(cell)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let book = TestWorkbook(
      rows: "<row r=\"1\">\(text("A1", "name"))\(text("B1", "amount"))\(text("C1", "item"))</row>"
        + "<row r=\"2\">\(text("A2", "Oak"))<c r=\"B2\"><v>30</v></c>\(text("C2", "a"))</row>"
        + "<row r=\"3\">\(text("C3", "b"))</row><row r=\"4\">\(text("A4", "Elm"))</row>",
      merged: "A2:A3 B2:B3")
    let table = readTables(book.file()).value[0]
    #expect((0..<3).map { table.text($0, 0) } == ["Oak", "Oak", "Elm"])
    #expect(table.text(1, 1) == "30" && table.text(1, 2) == "b")
    #expect(table.isCarried(1, 0) && table.isCarried(1, 1) && !table.isCarried(0, 0))
    #expect(table.place(1, 0).description == "a.xlsx[Sheet1]!A3")
  }

  @Test(arguments: [
    ("SUM(A2:A3)", true), ("sum($A$2:$A$3)", true), ("SUBTOTAL(9,A2:A3)", true),
    ("SUM(B2:B3)", false),
    ("A2+A3", false), ("SUM(A2:A2)", false), ("SUM(A2:A4)", false),
  ])
  func `know which row adds up those above`(formula: String, sums: Bool) {
    let number = { (row: Int) in "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c></row>" }
    let book = TestWorkbook(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>h</t></is></c></row>" + number(2)
        + number(3) + "<row r=\"4\"><c r=\"A4\"><f>\(formula)</f><v>5</v></c></row>")
    let table = readTables(book.file()).value[0]
    #expect((0..<3).map { table.sums(row: $0) } == [false, false, sums])
  }
}

@Suite struct `Texts that other programs wrap` {
  @Test(arguments: [
    ("=\"00124\"", "00124"), ("\"=\"\"00124\"\"\"", "00124"), ("=\"a b\"", "a b"),
    ("=\"\"", ""),
    ("=A1", "=A1"), ("=\"a\"&\"b\"", "=\"a\"&\"b\""), ("\"=\"", "="),
    ("\"'=\"\"x\"\"\"", "'=\"x\""),
  ])
  func `are the texts themselves`(written: String, expected: String) {
    let table = readTables(SourceFile(path: "a.csv", text: "h,i\n\(written),1\n")).value[0]
    #expect(table.text(0, 0) == expected && table.text(0, 1) == "1")
  }

  @Test(arguments: [
    ("'00125", "00125"), ("'2026-05-06", "2026-05-06"), ("'1,234.50", "1,234.50"),
    ("'t Hof", "'t Hof"),
    ("'乙", "'乙"), ("''00125", "'00125"), ("'98 was good", "'98 was good"), ("'=a", "=a"),
  ])
  func `lose the mark before digits`(text: String, expected: String) {
    #expect(withoutGuard(text) == expected)
    #expect(withoutGuard(harmless(text)) == text)
  }

  @Test(arguments: [
    "\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{202F}", "\u{2003}", "\u{200E}", " \t", "\r\n",
  ])
  func `lose the spaces around them, whatever kind they are`(space: String) {
    let text = "h,i\n\"\(space)甲—“乙”\(space)\",1\n"
    let table = readTables(SourceFile(path: "a.csv", text: text)).value[0]
    let trimmed = table.withCell(0, 0) { bytes, _ in String(copying: bytes) }
    #expect(trimmed == "甲—“乙”")
    var distinct = ""
    table.forEachCell(ofColumn: 0, inRows: [0]) { _, bytes, _ in distinct = String(copying: bytes) }
    #expect(distinct == "甲—“乙”")
  }
}
