import Diagnostics
import Foundation
import Testing

@testable import Tables

/// Files changed at random.
///
/// Nothing is expected of them but that reading ends, soon and without a crash, and that every cell
/// has a place. `SALESBOOK_FUZZ_SECONDS` makes each reader run for that long; `Scripts/test --slow`
/// sets it to a minute.
@Suite struct `No file can break a reader` {
  private static let seconds = ProcessInfo.processInfo.environment["SALESBOOK_FUZZ_SECONDS"]
    .flatMap { Int($0) }

  /// A file to begin with, and words that mean something in its format.
  struct Seed: CustomTestStringConvertible {
    let name: String
    let file: SourceFile
    var words: [[UInt8]] = []

    var testDescription: String { name }
  }

  static let seeds: [Seed] = [
    Seed(
      name: "CSV",
      file: SourceFile(path: "a.csv", text: "名称,金额,\"x\"\"y\"\r\n甲,\"1\n2\",3\n,,\n\"a\"b,c\n"),
      words: words("\"\"", "\"\n", ",\"", "\r\n", "sep=;", "\u{FEFF}")),
    Seed(
      name: "CSV in UTF-16",
      file: SourceFile(
        path: "a.csv", bytes: [0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x32, 0x75, 0x0A, 0, 0x31, 0])),
    Seed(
      name: "CSV in GB18030",
      file: SourceFile(
        path: "a.csv", bytes: [0xBC, 0xD7, 0x2C, 0x81, 0x39, 0xEE, 0x39, 0x0A, 0x31, 0x2C])),
    Seed(
      name: "JSON",
      file: SourceFile(
        path: "a.json",
        text: "[{\"a\": [1, {\"b\": \"\\ud83d\\ude00\"}], \"c\": -1.5e3}, {\"a\": null}]"),
      words: words("\\ud83d", "\\u0000", "[[[[", "{\"a\":", "1e999", "-0", "null", "}]")),
    Seed(
      name: "YAML",
      file: SourceFile(
        path: "a.yaml", text: "- a: 1\n  b: [x, y]\n  c:\n  - {d: 1}\n- {a: ~, \"e\": '𠮷'}\n"),
      words: words("&a ", "*a", "<<: ", "? ", "|\n ", "!!map ", "---\n", "- - - ", "%YAML 1.1\n")),
    Seed(name: "XLSX", file: book.file(), words: zipWords),
    Seed(name: "XLSX, packed", file: book.file(isPacked: true), words: zipWords),
  ]

  private static let rows = (1...20).map { row in
    "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"s\"><v>0</v></c><c r=\"B\(row)\" s=\"1\"><v>46148</v></c></row>"
  }.joined()
  private static let book = TestWorkbook(
    rows: rows, strings: "<si><t>甲</t></si>",
    formats: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>", merged: "A1:B1")
  private static let zipWords = words("PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "../", "xl/")
  private static let xmlWords = words(
    "<c r=\"A1\" t=\"inlineStr\"><is><t>", "</row>", "<row r=\"", "<!DOCTYPE a [", "&#0;", "&amp;",
    "<![CDATA[", "t=\"s\"", "t=\"e\"", "<v>-1</v>", "<v>1e400</v>", "<f/>", "<rPh>", "s=\"9999\"")

  private static func words(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

  @Test(arguments: seeds) func `whatever is in it`(seed: Seed) {
    repeatedly { random in
      random.changed(seed.file.bytes, words: seed.words)
    } read: { bytes in
      readTables(SourceFile(path: seed.file.path, bytes: bytes)).value
    }
  }

  /// The parts are changed before they are packed, so that their checksums are right and the XML is
  /// what is tried.
  @Test func `whatever is in the parts of a workbook`() {
    repeatedly { random in
      var book = Self.book
      let part = random.next(below: book.parts.count)
      book.parts[part].text = String(
        decoding: random.changed(Array(book.parts[part].text.utf8), words: Self.xmlWords),
        as: UTF8.self)
      return book.file().bytes
    } read: { bytes in
      readTables(SourceFile(path: "a.xlsx", bytes: bytes)).value
    }
  }

  @Test(.enabled(if: Tool("sqlite3") != nil, "there is no sqlite3"))
  func `whatever is in a database`() throws {
    try withTemporaryFolder { folder in
      let script = """
        PRAGMA page_size = 512; CREATE TABLE d(a TEXT, b REAL, c); CREATE INDEX i ON d(b);
        WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 40)
        INSERT INTO d SELECT '甲' || x, x * 1.5, zeroblob(x) FROM n;
        """
      _ = try #require(Tool("sqlite3")?.run(["\(folder)/seed.db", script]))
      let seed = contents("\(folder)/seed.db")
      let source = SQLSource(
        table: "deals", url: "\(folder)/a.db", query: "SELECT * FROM d ORDER BY b", seconds: 2,
        place: Place(path: "salesbook.yaml", line: 1, column: 1))
      repeatedly { random in
        random.changed(seed)
      } read: { bytes in
        #expect(FileManager.default.createFile(atPath: source.url, contents: Data(bytes)))
        // What is no database is the machine's failure, not the reader's.
        guard let answer = try? readTable(source).value else { return [] }
        return [answer]
      }
    }
  }

  /// Makes and reads files for as long as the run is to take, at least 300.
  private func repeatedly(
    make: (inout Random) -> [UInt8], read: ([UInt8]) -> [Table]
  ) {
    var random = Random(state: 1)
    let end = ContinuousClock.now + .seconds(Self.seconds ?? 0)
    var rounds = 0
    while rounds < 300 || (Self.seconds != nil && ContinuousClock.now < end) {
      let bytes = make(&random)
      let start = ContinuousClock.now
      for table in read(bytes) { lookAtEveryCell(of: table) }
      let time = ContinuousClock.now - start
      #expect(time < .seconds(10), "round \(rounds) took \(time): \(bytes)")
      rounds += 1
    }
  }

  private func lookAtEveryCell(of table: Table) {
    for row in 0..<min(table.rowCount, 50) {
      for column in 0..<min(table.width(ofRow: row) + 1, 20) {
        _ = table.text(row, column)
        _ = table.list(row, column)
        #expect(table.place(row, column).line > 0)
      }
    }
    for column in table.header.indices.prefix(20) {
      let cells = table.distinctCells(ofColumn: column, inRows: Array(0..<table.rowCount))
      #expect(cells.numbers.allSatisfy { $0 >= 0 })
    }
  }
}
