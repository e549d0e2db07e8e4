import Diagnostics
import Phrases

extension Diagnostic {
  static func noData(_ kind: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.no-data", at: place,
      Phrase(zh: "“\(kind)”里没有 ```\(kind)", en: "“\(kind)” holds no ```\(kind)"),
      expected: Phrase(
        zh: "一段以 ```\(kind) 开头的数据", en: "fenced data that begins with ```\(kind)"))
  }

  static func secondData(_ kind: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.second-data", at: place,
      Phrase(zh: "“\(kind)”里有第二段 ```\(kind)", en: "“\(kind)” holds a second ```\(kind)"),
      fix: Phrase(zh: "并成一段，或另写一个“\(kind)”", en: "put them together, or write a second “\(kind)”"))
  }

  static func dataIsNoList(_ kind: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.data-no-list", at: place,
      Phrase(zh: "```\(kind) 里不是列表", en: "what ```\(kind) holds is no list"),
      expected: Phrase(zh: "每项以“- ”开头", en: "items that begin with “- ”"))
  }

  static func looseData(_ kind: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "gate.loose-data", at: place,
      Phrase(
        zh: "```\(kind) 不在“:::\(kind)”里，其中的答案谁都能看到",
        en: "```\(kind) stands outside of “:::\(kind)”, where everybody would see its answers"),
      fix: Phrase(
        zh: "前一行写 :::\(kind)，后一行写 :::", en: "write :::\(kind) before it and ::: behind it"))
  }

  static func quizWithoutQuestion(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "quiz.no-question", at: place,
      Phrase(zh: "这一题没有“ask”", en: "this question has no “ask”"),
      fix: Phrase(zh: "写上 ask: 要问的话", en: "write ask: and what is asked"))
  }

  static func quizKinds(_ kinds: [String], at place: Place) -> Diagnostic {
    let known = QuizQuestion.kinds.joined(separator: ", ")
    let message =
      kinds.isEmpty
      ? Phrase(zh: "这一题没有说怎样回答", en: "this question does not say how it is answered")
      : Phrase(
        zh: "这一题有 \(count: kinds.count) 种回答方式：\(list: kinds)",
        en: "this question is answered in \(count: kinds.count) ways: \(list: kinds)")
    return Diagnostic(
      id: "quiz.kind", at: place, message,
      expected: Phrase(zh: "\(known) 中的一个", en: "one of \(known)"))
  }

  static func quizWithoutAnswer(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "quiz.no-answer", at: place,
      Phrase(zh: "这道选择题没有“answer”", en: "this choice has no “answer”"),
      fix: Phrase(
        zh: "写上 answer: 正确的选项；几个都对时写成列表",
        en: "write answer: and the right option, a list where several are right"))
  }

  static func quizAnswerNoOption(
    _ answer: String, known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "quiz.answer-no-option", at: place,
      Phrase(
        zh: "答案“\(answer.prefix(60))”不在选项里", en: "the answer “\(answer.prefix(60))” is no option"),
      expected: Phrase(
        zh: "照抄选项中的：\(list: Array(known.prefix(9)))",
        en: "as an option is written: \(list: Array(known.prefix(9)))"),
      // One letter is as near to another as to any.
      fix: known.areLetters ? nil : suggestion(for: answer, among: known))
  }

  static func quizTooFew(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "quiz.too-few", at: place,
      Phrase(
        zh: "这里不到两项，或者有两项一样", en: "there are fewer than two items here, or two that are the same"),
      expected: Phrase(zh: "两项以上，各不相同", en: "two items at least, no two the same"))
  }

  static func quizBlanks(_ blanks: Int, words: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "quiz.blanks", at: place,
      Phrase(
        zh: "题目里有 \(count: blanks) 处空白，“fill”给了 \(count: words) 个答案",
        en:
          "the question has \(count: blanks, "blank", "blanks") and “fill” \(count: words, "answer", "answers")"
      ),
      expected: Phrase(zh: "每处“＿＿”一个答案", en: "an answer for each “____”"))
  }
}
