import Diagnostics
import OrderedJSON
import Phrases
import Rulebook
import SalesData
import Testing
import YAML

/// The schema that editors get must know the keys that the program reads, no more and no fewer.
@Suite struct `The schema of the settings` {
  /// The keys that a reading of the settings would have known where a wrong one stands.
  private func known(_ settings: String) -> [String] {
    let read = Settings.read(parseYAML(SourceFile(path: "salesbook.yaml", text: settings)).value)
    let fix =
      read.diagnostics.first { $0.message.english.contains("qqqqqqqqqqqq") }?.fix?.english ?? ""
    return fix.replacing("known: ", with: "").split(separator: ", ").map(String.init).sorted()
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
    #expect(known("qqqqqqqqqqqq: 1") == keys())
  }

  @Test(arguments: ["man", "layout", "estimate", "calendar", "markdown"])
  func `and every key of a section`(section: String) {
    #expect(!keys(section).isEmpty)
    #expect(known("\(section): {qqqqqqqqqqqq: 1}") == keys(section))
  }

  @Test func `and every key of a query`() {
    #expect(known("sql: {deals: {qqqqqqqqqqqq: 1}}") == keys("sql", "deals"))
  }
}

extension JSON {
  fileprivate subscript(key: String) -> JSON? {
    guard case .members(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
