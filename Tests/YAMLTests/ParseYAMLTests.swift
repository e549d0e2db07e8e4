import Diagnostics
import Phrases
import Testing
import YAML

private func parse(_ text: String) -> Parsed<YAMLNode?> {
  parseYAML(SourceFile(path: "a.yaml", text: text))
}

@Suite struct `A YAML document` {
  @Test func `keeps every scalar as the text that was written`() {
    let node = parse("time: 12:30\nanswer: no\ncode: 012\nday: 2026-05-13\nquoted: \"~\"").value
    #expect(node?["time"]?.text == "12:30")
    #expect(node?["answer"]?.text == "no")
    #expect(node?["code"]?.text == "012")
    #expect(node?["day"]?.text == "2026-05-13")
    #expect(node?["quoted"]?.isNull == false)
  }

  @Test func `knows the place of every value in characters`() {
    let node = parse("标题: 计划\n列表: [甲, 乙]\n").value
    #expect(node?["标题"]?.place == Place(path: "a.yaml", line: 1, column: 5))
    #expect(node?["列表"]?.items?[1].place == Place(path: "a.yaml", line: 2, column: 9))
  }

  @Test func `counts lines from where it stands in its file`() {
    let node = parseYAML(SourceFile(path: "a.md", text: "title: x"), lineOffset: 1).value
    #expect(node?["title"]?.place.line == 2)
  }

  @Test func `is nothing where nothing is written`() {
    #expect(parse("").value == nil)
    #expect(parse("# only a comment\n").value == nil)
  }

  @Test(arguments: [
    ("a: 1\na: 2", "yaml.duplicate-key", 2, 1),
    ("a: &x 1\nb: *x", "yaml.anchor", 1, 4),
    ("a: !tag 1", "yaml.tag", 1, 4),
    ("a: 1\n---\nb: 2", "yaml.second-document", 2, 1),
    ("a: [1, 2", "yaml.syntax", 2, 1),
    ("{[a]: 1}", "yaml.key", 1, 2),
    (String(repeating: "[", count: 70), "yaml.too-deep", 1, 65),
  ])
  func `says what is wrong and where`(text: String, id: String, line: Int, column: Int) {
    let found = parse(text).diagnostics.first
    #expect(found?.id == id)
    #expect(found?.place == Place(path: "a.yaml", line: line, column: column))
  }
}

@Suite struct `Reading a mapping by a schema` {
  private enum Colour: String, CaseIterable { case red, green }

  @Test func `gives each key by its type`() {
    var reader = MappingReader(
      parse("title: 计划\norder: 3\nshare: 0.625\ndraft: false\ncolour: green\nlist: [a, b]").value,
      of: Phrase(zh: "页首", en: "front matter"))
    #expect(reader.text("title") == "计划")
    #expect(reader.integer("order") == 3)
    #expect(reader.thousandths("share") == 625)
    #expect(reader.bool("draft") == false)
    #expect(reader.choice("colour", of: Colour.self) == .green)
    #expect(reader.texts("list") == ["a", "b"])
    #expect(reader.finish().isEmpty)
  }

  @Test func `names the key that nobody knows and the nearest one`() {
    var reader = MappingReader(parse("titel: x").value, of: Phrase(zh: "页首", en: "front matter"))
    _ = reader.text("title")
    let found = reader.finish()
    #expect(found.map(\.id) == ["front-matter.unknown-key"])
    #expect(found.first?.fix?.english == "did you mean “title”?")
  }

  @Test func `reports a value of the wrong kind at the value`() {
    var reader = MappingReader(
      parse("order: many\ncolour: blue").value, of: Phrase(zh: "页首", en: "front matter"))
    #expect(reader.integer("order", in: 1...9) == nil)
    #expect(reader.choice("colour", of: Colour.self) == nil)
    let found = reader.finish()
    #expect(found.map(\.id) == ["front-matter.wrong-value", "front-matter.wrong-value"])
    #expect(found.map(\.place.column) == [8, 9])
    #expect(found.last?.expected?.english == "one of red, green")
  }

  @Test(arguments: [("1.25", 1250), ("-0.5", -500), ("3", 3000), ("1.2345", nil), ("x", nil)])
  func `reads decimals exactly`(text: String, value: Int?) {
    #expect(thousandths(of: text) == value)
  }
}
