import Diagnostics
import Mustache

/// What prints a page: the templates that it names, and what every template of its tree and language sees.
///
/// Two looks are the same where whatever the page's templates can reach is the same: the files of these
/// templates, and the words that they ask for. A template or a word that the page does not use makes no
/// difference.
struct PageLook: Sendable {
  /// The templates that the page names, sorted.
  let names: [String]
  /// The words that the page says beside its templates, sorted.
  private let words: [String]
  /// The templates of its language; nil where the theme has none.
  private let templates: TemplateSet?
  /// What every template sees: the words as `label`, the language, the edition, the mark of the currency.
  private let common: Value

  /// The look of a page that names these templates and says these words of the theme itself.
  init(
    _ names: [String], saying words: [String] = [], of templates: TemplateSet?, common: Value
  ) {
    self.names = names
    self.words = words
    self.templates = templates
    self.common = common
  }

  /// Prints one of the templates behind what all of them see; what is wrong is the result.
  func print(_ template: String, _ values: [Value], into bytes: inout [UInt8]) -> [Diagnostic] {
    templates?.render(template, stack: [common] + values, into: &bytes) ?? []
  }

  /// A word of the theme in the page's language.
  func word(_ key: String) -> String? {
    guard case .record(let common) = common, case .record(let words)? = common["label"],
      case .text(let word)? = words[key]
    else { return nil }
    return word
  }

  /// What the page's templates can reach.
  var used: UsedTemplates? { templates?.used(by: names) }

  /// Of what every template sees, what those that the page uses ask for; of the words, each by itself.
  ///
  ///     look.values(for: used)  // ["currency": "¥", "label.period": "期间"]
  func values(for used: UsedTemplates) -> [String: Value] {
    guard case .record(let common) = common else { return [:] }
    var values: [String: Value] = [:]
    for name in used.names {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      guard let value = common[parts[0]] else { continue }
      if parts.count == 2, case .record(let words) = value {
        values[name] = words[parts[1]] ?? .nothing
      } else {
        values[parts[0]] = value
      }
    }
    return values
  }
}

extension PageLook: Hashable {
  static func == (left: Self, right: Self) -> Bool {
    guard left.names == right.names, left.used == right.used,
      left.words.map(left.word) == right.words.map(right.word)
    else { return false }
    return left.used.map { left.values(for: $0) == right.values(for: $0) } ?? true
  }

  func hash(into hasher: inout Hasher) { hasher.combine(used) }
}
