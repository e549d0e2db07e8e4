/// A sentence in both languages.
package struct Phrase: Hashable, Sendable, Worded {
  package let chinese: String
  package let english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The same in both languages: a number, a name.
  package init(same text: String) { self.init(text, text) }

  /// What a value says in each language.
  package init(_ worded: some Worded) {
    self.init(worded.text(in: .chinese), worded.text(in: .english))
  }

  package func text(in language: Language) -> String { language == .chinese ? chinese : english }
}
