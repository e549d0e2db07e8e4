import Diagnostics
import Phrases

extension Diagnostic {
  static func bookNotIndex(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "book.not-index", at: place,
      Phrase(
        zh: "“book”只能写在文件夹首页的页首",
        en: "“book” belongs to the head of a folder’s own page"),
      expected: Phrase(zh: "名为 index.md 的页", en: "a page named index.md"),
      fix: Phrase(zh: "把 book: 移到同一文件夹的 index.md", en: "move book: to the index.md beside it"))
  }

  static func bookPage(_ path: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "book.unknown-page", at: place,
      Phrase(
        zh: "手册里的“\(path.prefix(80))”不是一页",
        en: "the book names “\(path.prefix(80))”, which is no page"),
      expected: Phrase(
        zh: "从这一页算起的路径，例如 part-1.md", en: "a path from this page, such as part-1.md"),
      fix: suggestion(for: path, among: known))
  }

  static func bookPart(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "book.part-not-bound", at: place,
      Phrase(
        zh: "“parts”里的“\(path.prefix(80))”不在“pages”里",
        en: "“\(path.prefix(80))” of “parts” is not among “pages”"),
      fix: Phrase(zh: "把它也写进 pages", en: "name it in pages too"))
  }
}
