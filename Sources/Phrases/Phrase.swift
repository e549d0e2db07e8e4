/// A sentence, or a word of one, in both languages.
///
/// The languages are labelled, and the type of each text is its language's own, so that one can
/// not be given for the other. What stands in a hole is written as the language writes it:
///
///     let phrase = Phrase(
///       zh: "\(count: 1) 个客户", en: "\(count: 1, "customer", "customers")")
///     phrase.text(in: .chinese)  // "1 个客户"
///     phrase.text(in: .english)  // "1 customer"
package struct Phrase: Hashable, Sendable, Codable, Worded {
  /// What a reader of Chinese reads.
  package let chinese: String
  /// What a reader of English reads.
  package let english: String

  /// Pairs a sentence with its translation.
  ///
  ///     Phrase(zh: "空行", en: "a blank row").english  // "a blank row"
  package init(zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>) {
    self.chinese = chinese.text
    self.english = english.text
  }

  /// The same in both languages: a number, a name.
  ///
  ///     Phrase(same: "A-1").chinese  // "A-1"
  package init(same text: String) {
    chinese = text
    english = text
  }

  /// What a value says in each language.
  ///
  ///     Phrase(Phrase(same: "A-1")).english  // "A-1"
  package init(_ worded: some Worded) {
    chinese = worded.text(in: .chinese)
    english = worded.text(in: .english)
  }

  /// The text in one of the languages.
  ///
  ///     Phrase(zh: "空行", en: "a blank row").text(in: .chinese)  // "空行"
  package func text(in language: Language) -> String { language == .chinese ? chinese : english }
}

extension Phrase: Comparable {
  /// The order of the English texts, then of the Chinese.
  ///
  ///     Phrase(same: "a") < Phrase(same: "b")  // true
  package static func < (left: Self, right: Self) -> Bool {
    (left.english, left.chinese) < (right.english, right.chinese)
  }
}
