import Diagnostics
import Phrases

extension Diagnostic {
  static func agendaPage(_ page: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "agenda.unknown-page", at: place,
      Phrase(
        zh: "“\(page)”不是这个文件夹里写了“time”的页",
        en: "“\(page)” is no page of this folder with “time” in its head"),
      fix: suggestion(for: page, among: known))
  }

  static func agendaPastMidnight(_ minutes: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "agenda.past-midnight", at: place,
      Phrase(
        zh: "这一天连同休息有 \(count: minutes) 分钟，过了半夜才结束",
        en:
          "with its breaks this day has \(count: minutes, "minute", "minutes") and ends after midnight"
      ),
      fix: Phrase(
        zh: "把一部分页面放进另一个文件夹，作为第二天；或改页首的 time",
        en: "put some pages into another folder, as a second day, or change time in their heads"))
  }

  static func agendaBreak(_ page: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "agenda.break-too-late", at: place,
      Phrase(
        zh: "“\(page)”没有那么多分钟，休息落在它后面",
        en: "“\(page)” has fewer minutes than the break in it begins after"),
      fix: Phrase(zh: "写 \(page)，不写“+分钟”", en: "write \(page) without “+minutes”"))
  }

  static func noItems(_ block: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.no-items", at: place,
      Phrase(zh: "“\(block)”里没有列表", en: "“\(block)” holds no list"),
      expected: Phrase(zh: "每项以“- ”开头", en: "items that begin with “- ”"))
  }

  static func unknownTerm(_ word: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.unknown-term", at: place,
      Phrase(
        zh: "页首的 terms: 里没有“\(word)”", en: "terms: at the head of the page has no “\(word)”"),
      fix: known.isEmpty
        ? Phrase(zh: "在页首写 terms: {\(word): 意思}", en: "write terms: {\(word): meaning} in the head")
        : suggestion(for: word, among: known))
  }

  static func materialsCount(_ count: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "materials.unknown-count", at: place,
      Phrase(
        zh: "“\(count)”算不出一共要多少", en: "how many “\(count)” makes in all cannot be counted"),
      expected: Phrase(
        zh: "一个数，或 1/人、1/组", en: "a number, or 1/head, 1/group"))
  }
}
