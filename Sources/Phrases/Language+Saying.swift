extension Language {
  /// The text of this language; the other one is not made.
  ///
  ///     Language.english.say(zh: "空行", en: "a blank row")  // "a blank row"
  package func say(
    zh chinese: @autoclosure () -> Sentence<InChinese>,
    en english: @autoclosure () -> Sentence<InEnglish>
  ) -> String {
    switch self {
    case .chinese: chinese().text
    case .english: english().text
    }
  }
}
