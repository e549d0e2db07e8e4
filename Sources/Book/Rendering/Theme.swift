import Diagnostics
import Mustache
import SalesMethod
import YAML

/// The templates, the words they say and the files that go with them.
struct Theme: Sendable {
  /// The compiled templates of `pages`, `blocks` and `parts`, by their paths without the ending.
  let templates: TemplateSet
  /// The words of `locales`, by language.
  let words: [Language: Value]
  /// The files of `assets`.
  let assets: [SourceFile]

  /// Reads a theme from its files, whose paths start at the templates folder; nil where a template
  /// is wrong.
  static func read(_ files: [SourceFile]) -> Parsed<Theme?> {
    var found: [Diagnostic] = []
    var words: [Language: Value] = [:]
    for language in Language.allCases {
      let name = "locales/\(language.rawValue).yaml"
      guard let file = files.first(where: { $0.path == name }) else { continue }
      let read = readWords(file)
      words[language] = read.value
      found += read.diagnostics
    }
    let folders = ["pages/", "blocks/", "parts/"]
    let sources = files.filter { file in
      file.path.hasSuffix(".mustache") && folders.contains { file.path.hasPrefix($0) }
    }
    let compiled = TemplateSet.compile(sources)
    found += compiled.diagnostics
    guard !found.hasErrors else { return Parsed(nil, found) }
    let assets = files.filter { $0.path.hasPrefix("assets/") }
    return Parsed(Theme(templates: compiled.value, words: words, assets: assets), found)
  }

  private static func readWords(_ file: SourceFile) -> Parsed<Value> {
    let node = parseYAML(file)
    var found = node.diagnostics
    var members: [(String, Value)] = []
    for entry in node.value?.entries ?? [] {
      if let text = entry.value.text {
        members.append((entry.key, .text(text)))
      } else {
        found.append(.wordIsNotText(entry.key, at: entry.value.place))
      }
    }
    return Parsed(.record(Record(members)), found)
  }
}
