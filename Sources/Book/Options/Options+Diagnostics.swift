import Diagnostics

extension Diagnostic {
  static func unknownOption(_ option: BlockAttribute, of block: String, known: [String])
    -> Diagnostic
  {
    Diagnostic(
      id: "block.unknown-option", at: option.place, "“\(block)” has no option “\(option.key)”",
      fix: suggestion(for: option.key, among: known))
  }

  static func wrongOption(_ option: BlockAttribute, of block: String, expected: String)
    -> Diagnostic
  {
    Diagnostic(
      id: "block.wrong-option", at: option.place,
      "“\(option.key)” of “\(block)” cannot be “\(option.value.prefix(60))”", expected: expected)
  }

  static func missingOption(_ key: String, of block: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.missing-option", at: place, "“\(block)” needs the option “\(key)”",
      fix: "write \(key)=… between the braces")
  }
}
