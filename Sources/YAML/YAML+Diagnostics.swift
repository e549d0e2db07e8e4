import Diagnostics
import Phrases

extension Diagnostic {
  static func fullWidthColon(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.full-width-colon", at: place,
      Phrase(zh: "“\(key)”后面是全角“：”", en: "“\(key)” is followed by a full-width “：”"),
      fix: Phrase(
        zh: "写成“\(key): ”，半角冒号，后面空一格",
        en: "write “\(key): ”, a colon of half width and a space behind it"))
  }

  static func notYAML(_ problem: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.syntax", at: place, Phrase(zh: "这不是正确的 YAML", en: "this is not YAML: \(problem)"),
      fix: Phrase(
        zh: "检查缩进、引号，以及每个键后面的冒号和空格",
        en: "check the indentation, the quotes, and the colon and space after each key"))
  }

  static func duplicateKey(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.duplicate-key", at: place,
      Phrase(zh: "“\(key)”在这里出现了第二次", en: "“\(key)” appears here a second time"),
      fix: Phrase(zh: "两个中只留一个", en: "keep one of the two"))
  }

  static func keyIsNotText(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.key", at: place, Phrase(zh: "键必须是一个词", en: "a key must be a word"),
      expected: Phrase(zh: "键: 值", en: "key: value"))
  }

  static func anchor(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.anchor", at: place,
      Phrase(zh: "不支持锚点（&）和别名（*）", en: "anchors (&) and aliases (*) are not supported"),
      fix: Phrase(
        zh: "把值再写一遍；以 & 或 * 开头的文字请加引号",
        en: "write the value out again, or quote text that begins with & or *"))
  }

  static func tag(_ tag: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.tag", at: place,
      Phrase(zh: "不支持标记“\(tag)”", en: "the tag “\(tag)” is not supported"),
      fix: Phrase(zh: "删除它；以 ! 开头的文字请加引号", en: "remove it, or quote text that begins with !"))
  }

  static func secondDocument(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.second-document", at: place,
      Phrase(zh: "从这里开始了第二份文档", en: "a second document starts here"),
      fix: Phrase(
        zh: "删除“---”这一行，或把其余部分放进另一个文件",
        en: "remove the line “---” or put the rest into a file of its own"))
  }

  static func tooDeep(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.too-deep", at: place,
      Phrase(zh: "这里嵌套超过 64 层", en: "this is nested more than 64 levels deep"))
  }

  static func unknownKey(_ key: String, of thing: Phrase, known: [String], at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "\(thing.english.replacingSpaces).unknown-key", at: place,
      Phrase(zh: "\(thing)里没有“\(key)”这个键", en: "unknown \(thing) key “\(key)”"),
      fix: suggestion(for: key, among: known))
  }

  /// The value of a key is of another kind.
  static func wrongType(_ key: String, of thing: Phrase, expected: Phrase, found: YAMLNode)
    -> Diagnostic
  {
    wrongType(Phrase(same: key), of: thing, expected: expected, found: found)
  }

  /// The thing itself is of another kind.
  static func wrongType(_ thing: Phrase, expected: Phrase, found: YAMLNode) -> Diagnostic {
    wrongType(thing, of: thing, expected: expected, found: found)
  }

  private static func wrongType(
    _ name: Phrase, of thing: Phrase, expected: Phrase, found: YAMLNode
  ) -> Diagnostic {
    let shown = found.text.map { Phrase(same: "“\($0.prefix(60))”") } ?? found.kindName
    return Diagnostic(
      id: "\(thing.english.replacingSpaces).wrong-value", at: found.place,
      Phrase(zh: "“\(name)”不能是\(shown)", en: "“\(name)” cannot be \(shown)"), expected: expected)
  }
}

extension String {
  fileprivate var replacingSpaces: String {
    String(map { $0 == " " ? "-" : $0 })
  }
}
