import Diagnostics

extension Diagnostic {
  static func notYAML(_ problem: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.syntax", at: place, "this is not YAML: \(problem)",
      fix: "check indentation, quotes and the colon with a space behind each key")
  }

  static func duplicateKey(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.duplicate-key", at: place, "“\(key)” stands here a second time",
      fix: "keep one of the two")
  }

  static func keyIsNotText(at place: Place) -> Diagnostic {
    Diagnostic(id: "yaml.key", at: place, "a key must be a word", expected: "key: value")
  }

  static func anchor(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.anchor", at: place, "anchors (&) and aliases (*) are not read",
      fix: "write the value again, or put quotes around text that begins with & or *")
  }

  static func tag(_ tag: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.tag", at: place, "the tag “\(tag)” is not read",
      fix: "remove it, or put quotes around text that begins with !")
  }

  static func secondDocument(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "yaml.second-document", at: place, "a second document starts here",
      fix: "remove the line “---” or put the rest into a file of its own")
  }

  static func tooDeep(at place: Place) -> Diagnostic {
    Diagnostic(id: "yaml.too-deep", at: place, "this nests more than 64 levels deep")
  }

  static func unknownKey(_ key: String, of thing: String, known: [String], at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "\(thing.replacingSpaces).unknown-key", at: place, "unknown \(thing) key “\(key)”",
      fix: suggestion(for: key, among: known))
  }

  static func wrongType(_ key: String, of thing: String, expected: String, found: YAMLNode)
    -> Diagnostic
  {
    let shown = found.text.map { "“\($0.prefix(60))”" } ?? found.kindName
    return Diagnostic(
      id: "\(thing.replacingSpaces).wrong-value", at: found.place,
      "“\(key)” cannot be \(shown)", expected: expected)
  }
}

extension String {
  fileprivate var replacingSpaces: String {
    String(map { $0 == " " ? "-" : $0 })
  }
}
