import Diagnostics
import Pages
import Phrases

extension Diagnostic {
  static func unknownPage(_ source: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "export.unknown-page", at: Place(path: "--page"),
      Phrase(zh: "没有“\(source)”这一页", en: "there is no page “\(source)”"),
      expected: Phrase(
        zh: "内容文件夹里某一页的路径，例如 course/part-3.md",
        en: "the path of a page below the content folder, such as course/part-3.md"),
      fix: suggestion(for: source, among: known))
  }

  static func pageNotForReader(_ entry: Outline.Entry, _ choice: PageChoice) -> Diagnostic {
    if let each = entry.head.each, each != .member || choice.person == nil {
      return Diagnostic(
        id: "export.page-for-each", at: Place(path: entry.path),
        Phrase(
          zh: "这一页为每个 \(each.rawValue) 各写一份",
          en: "this page is written once for each \(each.rawValue)"),
        expected: Phrase(
          zh: "只写一份的页，或用 --person 时为每位成员写一份的页",
          en: "a page written once, or with --person one that is written for each member"))
    }
    return Diagnostic(
      id: "export.page-edition", at: Place(path: entry.path),
      Phrase(
        zh: "这一页不在版本“\(choice.edition.rawValue)”的任何树里",
        en: "this page stands in no tree of the edition “\(choice.edition.rawValue)”"),
      fix: Phrase(zh: "用 --edition 换一个版本", en: "name another edition with --edition"))
  }

  static func noCalculation(_ path: String, edition: Edition) -> Diagnostic {
    Diagnostic(
      id: "export.no-calculation", at: Place(path: path),
      Phrase(
        zh: "这一页在版本“\(edition.rawValue)”中没有计算",
        en: "this page computes nothing in the edition “\(edition.rawValue)”"),
      expected: Phrase(zh: "```calc 块", en: "a block ```calc"),
      fix: Phrase(
        zh: "略去这一页，或用 --edition 换一个版本",
        en: "leave the page out, or name another edition with --edition")
    )
  }

  static func noCalculations(edition: Edition, in folder: String) -> Diagnostic {
    Diagnostic(
      id: "export.no-calculation", at: Place(path: folder),
      Phrase(
        zh: "版本“\(edition.rawValue)”中没有任何一页有计算",
        en: "no page computes anything in the edition “\(edition.rawValue)”"),
      expected: Phrase(zh: "有 ```calc 块的页", en: "a page with a block ```calc"))
  }
}
