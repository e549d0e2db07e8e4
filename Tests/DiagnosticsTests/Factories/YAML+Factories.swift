import Diagnostics
import Phrases

@testable import YAML

extension Factories {
  /// Every diagnostic of `YAML`.
  static let yaml: [Diagnostic] = list1

  private static let list1: [Diagnostic] = [
    .fullWidthColon("q1", at: place),
    .notYAML("q1", at: place),
    .duplicateKey("q1", at: place),
    .keyIsNotText(at: place),
    .anchor(at: place),
    .tag("q1", at: place),
    .secondDocument(at: place),
    .tooDeep(at: place),
    .unknownKey("q1", of: word, known: ["q1", "q2"], at: place),
    .wrongType("q1", of: word, expected: word, found: YAMLNode(.sequence([]), at: place)),
    .wrongType(word, expected: word, found: YAMLNode(.sequence([]), at: place)),
  ]
}
