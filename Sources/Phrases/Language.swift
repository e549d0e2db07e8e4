/// A language the program speaks.
package enum Language: String, Hashable, Sendable, Codable, CaseIterable {
  case chinese = "zh-Hans"
  case english = "en"
}

/// Something people read: a reason, a next step, a note.
///
/// It is a value first and becomes a sentence only where a reader needs one.
package protocol Worded {
  /// The value as a sentence of the language.
  ///
  ///     Phrase(zh: "空行", en: "a blank row").text(in: .english)  // "a blank row"
  func text(in language: Language) -> String
}

extension Language {
  /// Joins a list as the language does.
  ///
  ///     Language.chinese.list(["M", "N"])  // "M、N"
  ///     Language.english.list(["M", "N"])  // "M, N"
  package func list(_ items: [String]) -> String {
    items.joined(separator: self == .chinese ? "、" : ", ")
  }

  /// Sets words apart as a remark.
  ///
  ///     Language.chinese.remark("推定")     // "（推定）"
  ///     Language.english.remark("presumed")  // " (presumed)"
  package func remark(_ words: String) -> String {
    self == .chinese ? "（\(words)）" : " (\(words))"
  }
}
