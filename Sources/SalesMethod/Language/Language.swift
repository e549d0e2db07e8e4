/// A language the method can speak.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case chinese = "zh-Hans"
  case english = "en"
}

/// Something people read: a reason, a next step, a note.
///
/// It is a value first and becomes a sentence only where a page needs one.
package protocol Worded {
  /// The value as a sentence of the language.
  func text(in language: Language) -> String
}

extension Language {
  /// Joins a list as the language does: `M、N`, `M, N`.
  package func list(_ items: [String]) -> String {
    items.joined(separator: self == .chinese ? "、" : ", ")
  }

  /// Sets words apart as a remark: `（推定）`, ` (presumed)`.
  func remark(_ words: String) -> String { self == .chinese ? "（\(words)）" : " (\(words))" }
}
