import Diagnostics
import Phrases

@testable import Vocabulary

extension Factories {
  /// Every diagnostic of `Vocabulary`.
  static let vocabulary: [Diagnostic] = [
    .unknownVocabulary("q1", at: place),
    .vocabularyEntry("q1", at: place),
    .unknownForeignBlock("q1", known: ["q1", "q2"], at: place),
    .coursePage("q1", known: ["q1", "q2"], at: place),
  ]
}
