import Diagnostics
package import SalesMethod

/// A sentence of an import report, in both languages.
///
///     Phrase("a blank row", "空行").text(in: .chinese)  // "空行"
package struct Phrase: Worded, Hashable, Sendable {
  private let english: String
  private let chinese: String

  /// Pairs a sentence with its translation.
  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// What a diagnostic says.
  init(_ diagnostic: Diagnostic) {
    self.init(diagnostic.message, diagnostic.chinese ?? diagnostic.message)
  }

  package func text(in language: Language) -> String {
    language == .chinese ? chinese : english
  }
}
