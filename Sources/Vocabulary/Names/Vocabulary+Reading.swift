package import Diagnostics
import Phrases
package import YAML

extension Vocabulary {
  /// Reads `vocabulary:`, a tool's name or a mapping from names to blocks of ours.
  ///
  ///     vocabulary: carpentries
  ///
  ///     vocabulary:
  ///       base: quarto
  ///       challenge: exercise
  ///       callout: note kind=tip
  package static func read(_ node: YAMLNode?) -> Parsed<Vocabulary> {
    var found: [Diagnostic] = []
    guard let node else { return Parsed(Vocabulary()) }
    guard let entries = node.entries else {
      let base = base(node, &found)
      return Parsed(Vocabulary(base: base), found)
    }
    var vocabulary = Vocabulary()
    for entry in entries {
      if entry.key == "base" {
        vocabulary.base = base(entry.value, &found)
        continue
      }
      let words = (entry.value.text ?? "").split(separator: " ", maxSplits: 1)
      guard let block = words.first, isName(entry.key[...]), isName(block) else {
        found.append(.vocabularyEntry(entry.key, at: entry.value.place))
        continue
      }
      let options = words.count == 2 ? String(words[1]) : ""
      vocabulary.own.append(
        OwnName(
          name: entry.key, meaning: BlockMeaning(String(block), options), place: entry.value.place))
    }
    return Parsed(vocabulary, found)
  }

  private static func base(_ node: YAMLNode, _ found: inout [Diagnostic]) -> Base? {
    if let base = node.text.flatMap(Base.init(rawValue:)) { return base }
    found.append(.unknownVocabulary(node.text ?? "", at: node.place))
    return nil
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.mayStandInName }
  }
}
