import Phrases
import YAML

extension YAMLNode {
  /// A text for every language, or one for each that is named; nil where it is neither.
  ///
  ///     // { zh-Hans: 手册, en: Handbook }
  ///     node.textByLanguage?[.english]  // "Handbook"
  var textByLanguage: [Language: String]? {
    if let text, !isNull {
      return Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text) })
    }
    guard let entries, !entries.isEmpty else { return nil }
    var texts: [Language: String] = [:]
    for entry in entries {
      guard let language = Language(rawValue: entry.key), let text = entry.value.text,
        !entry.value.isNull
      else { return nil }
      texts[language] = text
    }
    return texts
  }
}
