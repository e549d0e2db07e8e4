import Diagnostics
import Phrases

extension Diagnostic {
  static func unknownOption(_ option: BlockAttribute, of block: String, known: [String])
    -> Diagnostic
  {
    Diagnostic(
      id: "block.unknown-option", at: option.place,
      Phrase(zh: "“\(block)”没有选项“\(option.key)”", en: "“\(block)” has no option “\(option.key)”"),
      fix: suggestion(for: option.key, among: known))
  }

  static func wrongOption(_ option: BlockAttribute, of block: String, expected: Phrase)
    -> Diagnostic
  {
    Diagnostic(
      id: "block.wrong-option", at: option.place,
      Phrase(
        zh: "“\(block)”的“\(option.key)”不能是“\(option.value.prefix(60))”",
        en: "“\(option.key)” of “\(block)” cannot be “\(option.value.prefix(60))”"),
      expected: expected)
  }

  static func missingOption(_ key: String, of block: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.missing-option", at: place,
      Phrase(zh: "“\(block)”需要选项“\(key)”", en: "“\(block)” needs the option “\(key)”"),
      fix: Phrase(zh: "在花括号里写 \(key)=…", en: "write \(key)=… between the braces"))
  }
}
