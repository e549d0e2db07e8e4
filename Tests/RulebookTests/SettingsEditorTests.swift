import Diagnostics
import Phrases
import SalesData
import Testing

@testable import Rulebook

@Suite struct `An editor of the settings` {
  private func text(_ before: String, _ keys: [String], _ value: String) -> String? {
    var editor = SettingsEditor(before)
    return editor.set(keys, to: value) ? editor.text : nil
  }

  @Test(arguments: [
    // A new key goes to the end.
    ("title: A\n", ["person"], "\"张伟\"", "title: A\nperson: \"张伟\"\n"),
    ("", ["person"], "Lin", "person: Lin\n"),
    ("# only words\n", ["person"], "Lin", "# only words\nperson: Lin\n"),
    // Without a line break at the end.
    ("title: A", ["person"], "Lin", "title: A\nperson: Lin\n"),
    // A value that stands there is replaced, with nothing else.
    ("person: Qian   # you\nlanguage: en\n", ["person"], "Lin", "person: Lin\nlanguage: en\n"),
    // Below a key that is there: behind its last line, before the comments of the next.
    (
      "stages:\n  \"a\": { status: won }\n  # more\n\n# next\ntitle: A\n", ["stages", "b"],
      "{ status: open }",
      "stages:\n  \"a\": { status: won }\n  b: { status: open }\n  # more\n\n# next\ntitle: A\n"
    ),
    (
      "stages:\n    意向: { status: won }\n", ["stages", "b 1"], "{ status: lost }",
      "stages:\n    意向: { status: won }\n    \"b 1\": { status: lost }\n"
    ),
    // Below a key with nothing, or with braces.
    (
      "stages:\ntitle: A\n", ["stages", "b"], "{ status: open }",
      "stages:\n  b: { status: open }\ntitle: A\n"
    ),
    ("stages: {}\n", ["stages", "b"], "{ status: open }", "stages:\n  b: { status: open }\n"),
    (
      "tables: {\"a, b.csv\": deals, c.csv: ~}\n", ["tables", "d.csv"], "orders",
      "tables:\n  \"a, b.csv\": deals\n  c.csv: ~\n  d.csv: orders\n"
    ),
    // Three deep.
    (
      "mapping:\n  deals:\n    \"x\": amount\n", ["mapping", "deals", "y"], "stage",
      "mapping:\n  deals:\n    \"x\": amount\n    y: stage\n"
    ),
    (
      "mapping:\n  deals:\n    \"x\": amount\n", ["mapping", "orders", "y"], "date",
      "mapping:\n  deals:\n    \"x\": amount\n  orders:\n    y: date\n"
    ),
    (
      "title: A\n", ["mapping", "orders", "y"], "date",
      "title: A\nmapping:\n  orders:\n    y: date\n"
    ),
  ])
  func `writes one line and leaves all else as it is`(
    before: String, keys: [String], value: String, after: String
  ) {
    #expect(text(before, keys, value) == after)
  }

  @Test(arguments: [
    // A text that is no mapping, or none that can be read.
    ("- a\n", ["person"], "Lin"), ("a: [\n", ["person"], "Lin"),
    // A value that would be something else.
    ("title: A\n", ["person"], "Lin\nlanguage: en"), ("title: A\n", ["person"], "[a"),
    // A value over several lines.
    ("person: >\n  Lin\n  Qian\n", ["person"], "Lin"),
    // Something else stands where a mapping is needed.
    ("mapping: yes\n", ["mapping", "deals", "x"], "amount"),
  ])
  func `changes nothing where it cannot be sure`(before: String, keys: [String], value: String) {
    var editor = SettingsEditor(before)
    let isSet = editor.set(keys, to: value)
    #expect(!isSet)
    #expect(editor.text == before)
  }

  @Test func `writes all lines of an offer or none`() {
    var editor = SettingsEditor("mapping: yes\n")
    let lines = [Offer.Line(["person"], "Lin"), Offer.Line(["mapping", "deals", "x"], "amount")]
    let isWritten = editor.write(Offer(lines, Phrase(same: "")))
    #expect(!isWritten)
    #expect(editor.text == "mapping: yes\n")
  }

  @Test func `no key can break out of its quotes`() {
    var editor = SettingsEditor("title: A\n")
    let name = "a\": {}\nperson: x #\u{2028}"
    let isWritten = editor.set(["stages", name], to: "{ status: open }")
    let read = readSettings(SourceFile(path: "salesbook.yaml", text: editor.text))
    #expect(isWritten && read.diagnostics.isEmpty, "\(read.diagnostics)")
    #expect(read.value.dataSettings.stages.map(\.name) == [name])
    #expect(read.value.dataSettings.person == nil)
  }

  @Test func `leaves comments with the section that they are about`() {
    var editor = SettingsEditor("mapping:\n  deals:\n    \"金额\": amount\n    # 没有用到：备注\n")
    let isSet = editor.set(["currency"], to: "USD")
    #expect(isSet)
    #expect(
      editor.text
        == "mapping:\n  deals:\n    \"金额\": amount\n    # 没有用到：备注\ncurrency: USD\n")
  }
}
