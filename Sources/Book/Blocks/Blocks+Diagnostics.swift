import Diagnostics
import Pages
import Phrases
import Vocabulary

extension Diagnostic {
  static func unknownObjective(_ id: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.unknown-objective", at: place,
      Phrase(zh: "这一页没有学习目标“\(id)”", en: "the page has no objective “\(id)”"),
      expected: Phrase(
        zh: "页首 objectives: 里的 id", en: "an id of objectives: at the head of the page"),
      fix: suggestion(for: id, among: known))
  }

  static func unknownBlock(_ name: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.unknown", at: place,
      Phrase(zh: "没有叫“\(name)”的块", en: "there is no block called “\(name)”"),
      fix: meant(by: name, known))
  }

  /// What was meant by the name of a block that there is not: an edition or an audience, a block by the name
  /// that another tool gives it, or one whose name is near.
  private static func meant(by name: String, _ known: [String]) -> Phrase {
    let reader =
      Edition(rawValue: name).map { "edition=\($0.rawValue)" }
      ?? Audience(rawValue: name).map { "audience=\($0.rawValue)" }
    if let reader {
      return Phrase(
        zh: "“\(name)”是给谁看，不是块；写 :::only{\(reader)}",
        en: "“\(name)” says for whom, and is no block; write :::only{\(reader)}")
    }
    let theirs = Vocabulary.Base.allCases.compactMap {
      Vocabulary(base: $0).meaning(of: name)?.block
    }
    if let block = theirs.first(where: known.contains) { return didYouMean(block) }
    return suggestion(for: name, among: known)
  }

  static func leafExpected(_ block: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.is-leaf", at: place,
      Phrase(zh: "“\(block)”里不放文字", en: "“\(block)” holds no text of its own"),
      fix: Phrase(
        zh: "用两个冒号写 ::\(block){…}，不写结束行",
        en: "write ::\(block){…} with two colons, and no closing line"))
  }

  static func containerExpected(_ block: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.is-container", at: place,
      Phrase(zh: "“\(block)”要有文字，这里没有", en: "“\(block)” holds text, which is missing here"),
      fix: Phrase(
        zh: "用三个冒号写 :::\(block)，再写文字，最后单独一行 :::",
        en: "write :::\(block) with three colons, then the text, then ::: on a line of its own"))
  }
}
