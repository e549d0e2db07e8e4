import Diagnostics
import OrderedJSON
import Phrases
import Rulebook
import SalesData
import Testing
import YAML

/// The schema that editors get must know the keys that the program reads, no more and no fewer.
@Suite struct `The schema of the settings` {
  private func diagnostics(_ settings: String) -> [Diagnostic] {
    Settings.read(parseYAML(SourceFile(path: "salesbook.yaml", text: settings)).value).diagnostics
  }

  /// How many keys a reading of the settings knows where a wrong one stands: three are named, the
  /// rest are counted.
  private func known(_ settings: String) -> Int {
    let wrong = diagnostics(settings).first { $0.message.english.contains("qqqqqqqqqqqq") }
    let fix = (wrong?.fix?.english ?? "").replacing("known: ", with: "")
    let named = fix.split(separator: ", ").count
    return named + (fix.firstMatch(of: /and ([0-9]+) more/).flatMap { Int($0.1) } ?? 0)
  }

  /// The keys that a reading does not know where `#` stands in the settings.
  private func unknown(_ keys: [String], in settings: String) -> [String] {
    keys.filter { key in
      diagnostics(settings.replacing("#", with: key)).contains {
        $0.id.hasSuffix("unknown-key") && $0.message.english.contains("“\(key)”")
      }
    }
  }

  private func keys(_ path: String...) -> [String] {
    var schema: JSON? = settingsSchema()
    for step in path {
      schema = schema?["properties"]?[step]
      // A preset's name, or the values themselves.
      if case .array(let choices)? = schema?["anyOf"] { schema = choices.last }
    }
    guard case .members(let members)? = schema?["properties"] else { return [] }
    return members.map(\.key).sorted()
  }

  @Test func `knows every key of the settings`() {
    #expect(known("qqqqqqqqqqqq: 1") == keys().count)
    #expect(unknown(keys(), in: "#: 1") == [])
  }

  @Test(arguments: settingsSchema()["properties"]?.keys ?? [])
  fileprivate func `says of every key what it decides, in both languages`(key: String) {
    guard case .string(let said)? = settingsSchema()["properties"]?[key]?["description"] else {
      Issue.record("nothing is said of \(key)")
      return
    }
    let lines = said.split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: [
    (["language"], "language: #"), (["paper"], "paper: #"),
    (["trees", "edition"], "trees: {a: {edition: #}}"),
    (["trees", "audience"], "trees: {a: {audience: #}}"),
  ])
  func `and every word of a key that takes one of a few`(path: [String], settings: String) {
    var schema: JSON? = settingsSchema()
    for step in path {
      schema = (schema?["properties"] ?? schema?["additionalProperties"]?["properties"])?[step]
    }
    guard case .array(let words)? = schema?["enum"] else {
      Issue.record("no words for \(path)")
      return
    }
    let names = words.compactMap { if case .string(let word) = $0 { word } else { nil } }
    let wrong = diagnostics(settings.replacing("#", with: "qqqqqqqqqqqq"))
    #expect(
      wrong.map(\.expected) == [Phrase(zh: "\(list: names) 之一", en: "one of \(list: names)")])
  }

  @Test(arguments: [
    "man", "layout", "estimate", "goals", "calendar", "markdown", "sheets", "fields",
  ])
  func `and every key of a section`(section: String) {
    #expect(!keys(section).isEmpty)
    #expect(known("\(section): {qqqqqqqqqqqq: 1}") == keys(section).count)
    #expect(unknown(keys(section), in: "\(section): {#: 1}") == [])
  }

  @Test func `and every key of a query`() {
    #expect(known("sql: {deals: {qqqqqqqqqqqq: 1}}") == keys("sql", "deals").count)
    #expect(unknown(keys("sql", "deals"), in: "sql: {deals: {#: 1}}") == [])
  }
}

extension JSON {
  fileprivate subscript(key: String) -> JSON? {
    guard case .members(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The keys of an object.
  fileprivate var keys: [String] {
    guard case .members(let members) = self else { return [] }
    return members.map(\.key)
  }
}
