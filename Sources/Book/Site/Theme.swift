import Diagnostics
import Mustache
import Pages
import Phrases
import SalesMethod
import YAML

/// The templates, the words they say and the files that go with them.
struct Theme: Sendable {
  /// The compiled templates of `pages`, `blocks` and `parts`, by language.
  let templates: [Language: TemplateSet]
  /// The words of `locales`, by language.
  let words: [Language: Value]
  /// The files of `assets`.
  let assets: [SourceFile]
  /// The files of `locales`: words that pages say anyway.
  let wordTexts: [[UInt8]]

  /// Reads a theme from its files, whose paths start at the templates folder; nil where a template
  /// is wrong.
  ///
  /// Diagnostics name the folder that the workspace's own templates are in. Templates are made ready
  /// for the languages that the site's pages are written in, and no other.
  static func read(
    _ files: [SourceFile], in folder: String, for languages: [Language]
  ) -> Parsed<Theme?> {
    var found: [Diagnostic] = []
    var words: [Language: Value] = [:]
    for language in Language.allCases {
      let name = "locales/\(language.rawValue).yaml"
      guard let file = files.first(where: { $0.path == name }) else { continue }
      let read = readWords(SourceFile(path: folder + "/" + file.path, bytes: file.bytes))
      words[language] = read.value
      found += read.diagnostics
    }
    let sources = files.compactMap { templateSource($0, in: folder) }
    var templates: [Language: TemplateSet] = [:]
    for language in languages {
      let compiled = TemplateSet.compile(sources, formatters: Formatters(language.formatting))
      templates[language] = compiled.value
      found += compiled.diagnostics
    }
    guard !found.hasErrors else { return Parsed(nil, found) }
    let assets = files.filter { $0.path.hasPrefix("assets/") }
    let wordTexts = files.filter { $0.path.hasPrefix("locales/") }.map(\.bytes)
    return Parsed(
      Theme(templates: templates, words: words, assets: assets, wordTexts: wordTexts), found)
  }

  /// A template by its path without the ending; nil for any other file.
  private static func templateSource(_ file: SourceFile, in folder: String) -> TemplateSource? {
    let folders = ["pages/", "blocks/", "parts/"]
    guard file.path.hasSuffix(".mustache"), folders.contains(where: file.path.hasPrefix) else {
      return nil
    }
    let shown = SourceFile(path: folder + "/" + file.path, bytes: file.bytes)
    return TemplateSource(name: String(file.path.dropLast(".mustache".count)), file: shown)
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

extension Language {
  /// The language that formatters write numbers and dates in.
  var formatting: Formatters.Language {
    switch self {
    case .chinese: .simplifiedChinese
    case .english: .english
    }
  }
}

extension Diagnostic {
  static func wordIsNotText(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "template.word", at: place,
      Phrase(zh: "词“\(key)”必须是文字", en: "the word “\(key)” must be text"),
      expected: Phrase(same: "\(key): \"…\""))
  }
}
