import Diagnostics
import Testing

@testable import Tables

@Suite struct `A list in YAML or JSON is a table` {
  @Test(arguments: [
    ("a.yaml", "- a: 1\n  b: x\n- b: y\n"),
    ("a.json", "[{\"a\": 1, \"b\": \"x\"}, {\"b\": \"y\"}]"),
    ("a.yml", "rows:\n- {a: 1, b: x}\n- {b: y, a: ~}\n"),
    ("a.json", "\u{FEFF}{\"rows\": [{\"a\": 1, \"b\": \"x\"},\n\t{\"b\": \"y\", \"a\": null}]}"),
  ])
  func `with the keys as columns`(path: String, text: String) {
    #expect(cells(text, path: path) == [["a", "b"], ["1", "x"], ["", "y"]])
  }

  @Test func `joins a list inside a cell and keeps rows inside a cell`() {
    let text =
      "- id: g\n  days: [2026-05-01, 2026-05-02]\n  parts:\n  - {date: 2026-05-10, target: 5}\n"
    let table = readTables(SourceFile(path: "a.yaml", text: text)).value[0]
    #expect(table.text(0, 1) == "2026-05-01;2026-05-02")
    #expect(table.kind(0, 2) == .list)
    #expect(table.list(0, 2).first?.entries.map(\.value) == ["2026-05-10", "5"])
    #expect(table.place(0, 1).description == "a.yaml:2:9")
  }

  @Test func `reads escapes and surrogate pairs of JSON`() {
    #expect(
      cells(#"[{"a": "\u5f20\ud83d\ude00\n\"\/"}]"#, path: "a.json") == [["a"], ["张😀\n\"/"]])
  }

  @Test(arguments: [
    ("a.yaml", "a: 1\n", "table.not-a-list", "a.yaml:1:1"),
    ("a.yaml", "- a: 1\n- 5\n", "table.not-a-row", "a.yaml:2:3"),
    ("a.yaml", "", "table.no-header", "a.yaml"),
    ("a.json", "[{\"a\": 1,}]", "table.json", "a.json:1:10"),
    ("a.json", "[{\"a\": 1, \"a\": 2}]", "table.duplicate-key", "a.json:1:11"),
    ("a.json", "[{\"a\": \"\\ud800\"}]", "table.json", "a.json:1:15"),
    ("a.json", "[\n\t{\"a\": 01x}]", "table.json", "a.json:2:8"),
    ("a.json", String(repeating: "[", count: 100), "table.json", "a.json:1:65"),
  ])
  func `reports what is wrong`(path: String, text: String, id: String, place: String) {
    let found = readTables(SourceFile(path: path, text: text)).diagnostics
    #expect(found.first?.id == id)
    #expect(found.first?.place.description == place)
  }

  @Test func `refuses rows with ever new keys before they grow with their square`() {
    let text = (0..<2000).map { "- k\($0): 1\n" }.joined()
    let found = readTables(SourceFile(path: "a.yaml", text: text)).diagnostics
    #expect(found.map(\.id) == ["table.too-large"])
  }
}
