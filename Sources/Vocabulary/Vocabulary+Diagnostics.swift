import Diagnostics
import Phrases

extension Diagnostic {
  static func unknownVocabulary(_ name: String, at place: Place) -> Diagnostic {
    let known = Vocabulary.Base.allCases.map(\.rawValue)
    return Diagnostic(
      id: "vocabulary.unknown", at: place,
      Phrase(zh: "没有叫“\(name)”的课程写法", en: "there is no vocabulary called “\(name)”"),
      expected: Phrase(
        zh: "\(list: known) 之一，或一张对照表，例如 {challenge: exercise}",
        en: "one of \(list: known), or a map such as {challenge: exercise}"),
      fix: nearestName(to: name, in: known).map(didYouMean))
  }

  static func vocabularyEntry(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "vocabulary.entry", at: place,
      Phrase(zh: "“\(name)”后面不是块的名称", en: "“\(name)” is not given the name of a block"),
      expected: Phrase(
        zh: "一个块的名称，需要时加上选项，例如 note kind=tip",
        en: "the name of a block, with options where needed, such as note kind=tip"))
  }

  /// A name of a course in other words that is nearly one of those known.
  static func unknownForeignBlock(_ name: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "vocabulary.unknown-block", at: place,
      Phrase(zh: "没有叫“\(name)”的块", en: "there is no block called “\(name)”"),
      expected: Phrase(
        zh: "这份课程写法中的名称，或设置里 vocabulary: 给出的名称",
        en: "a name of the course's vocabulary, or one that vocabulary: in the settings gives"),
      fix: suggestion(for: name, among: known))
  }

  /// A page that the order of a course names and that is not there.
  static func coursePage(_ path: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "vocabulary.page", severity: .warning, at: place,
      Phrase(
        zh: "课程的次序里写了“\(path)”，却没有这个文件",
        en: "the order of the course names “\(path)”, but there is no such file"),
      fix: suggestion(for: path, among: known))
  }
}
