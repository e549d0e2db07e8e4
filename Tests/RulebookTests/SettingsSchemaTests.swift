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

  @Test(arguments: ["man", "layout", "estimate", "goals", "calendar", "markdown", "sheets"])
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
}
