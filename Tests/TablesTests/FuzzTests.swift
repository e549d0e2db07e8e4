import Diagnostics
import Foundation
import Testing

@testable import Tables

/// Files changed at random.
///
/// Nothing is expected of them but that reading ends, without a crash, and that every cell has a
/// place. `SALESBOOK_FUZZ_SECONDS` makes each reader run for that long.
@Suite struct `No file can break a reader` {
  private static let seconds = ProcessInfo.processInfo.environment["SALESBOOK_FUZZ_SECONDS"]
    .flatMap { Int($0) }

  private static let rows = (1...20).map { row in
    "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"s\"><v>0</v></c><c r=\"B\(row)\" s=\"1\"><v>46148</v></c></row>"
  }.joined()

  static let seeds: [SourceFile] = [
    SourceFile(path: "a.csv", text: "名称,金额,\"x\"\"y\"\r\n甲,\"1\n2\",3\n,,\n\"a\"b,c\n"),
    SourceFile(path: "a.csv", bytes: [0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x32, 0x75, 0x0A, 0, 0x31, 0]),
    SourceFile(path: "a.csv", bytes: [0xBC, 0xD7, 0x2C, 0x81, 0x39, 0xEE, 0x39, 0x0A, 0x31, 0x2C]),
    SourceFile(
      path: "a.json",
      text: "[{\"a\": [1, {\"b\": \"\\ud83d\\ude00\"}], \"c\": -1.5e3}, {\"a\": null}]"),
    SourceFile(
      path: "a.yaml", text: "- a: 1\n  b: [x, y]\n  c:\n  - {d: 1}\n- {a: ~, \"e\": '𠮷'}\n"),
    TestWorkbook(
      rows: rows, strings: "<si><t>甲</t></si>",
      formats: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>", merged: "A1:B1"
    ).file(),
  ]

  /// A workbook whose sheet was changed before it was packed, so that its checksums are right.
  private func workbook(changedBy random: inout Random) -> SourceFile {
    var book = TestWorkbook(rows: Self.rows, strings: "<si><t>甲</t></si>", merged: "A1:B1")
    let part = 1 + random.next(below: book.parts.count - 1)
    book.parts[part].text = String(
      decoding: random.changed(Array(book.parts[part].text.utf8)), as: UTF8.self)
    return book.file()
  }

  @Test(arguments: seeds.indices) func `whatever is in it`(index: Int) {
    let seed = Self.seeds[index]
    var random = Random(state: UInt64(index) + 1)
    let end = ContinuousClock.now + .seconds(Self.seconds ?? 0)
    var rounds = 0
    while rounds < 300 || (Self.seconds != nil && ContinuousClock.now < end) {
      let file =
        seed.path == "a.xlsx" && rounds % 2 == 0
        ? workbook(changedBy: &random)
        : SourceFile(path: seed.path, bytes: random.changed(seed.bytes))
      for table in readTables(file).value {
        for row in 0..<min(table.rowCount, 50) {
          for column in 0..<min(table.width(ofRow: row) + 1, 20) {
            _ = table.text(row, column)
            _ = table.list(row, column)
            #expect(table.place(row, column).line > 0)
          }
        }
      }
      rounds += 1
    }
  }
}

/// A generator whose numbers are the same in every run.
private struct Random {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, limit)
  }

  /// The bytes with some changed, cut out, doubled or put in.
  mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let telling = Array("\",;\n\r\t{}[]<>&:-'0.\\".utf8) + [0, 0x80, 0xFF]
    for _ in 0...next(below: 8) {
      let place = next(below: bytes.count)
      switch next(below: 5) {
      case 0 where !bytes.isEmpty: bytes[place] = UInt8(next(below: 256))
      case 1 where !bytes.isEmpty: bytes[place] = telling[next(below: telling.count)]
      case 2: bytes.insert(telling[next(below: telling.count)], at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + next(below: 10)))
      default:
        bytes.insert(
          contentsOf: bytes[place..<min(bytes.count, place + next(below: 30))], at: place)
      }
    }
    return bytes
  }
}
