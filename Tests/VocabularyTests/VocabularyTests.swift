import Diagnostics
import Phrases
import Testing
import YAML

@testable import Vocabulary

@Suite struct `The vocabulary of the settings` {
  private func read(_ text: String) -> Parsed<Vocabulary> {
    Vocabulary.read(parseYAML(SourceFile(path: "s.yaml", text: text)).value)
  }

  @Test func `is that of a tool`() {
    #expect(read("quarto").value == Vocabulary(base: .quarto))
    #expect(read("carpentries").value.meaning(of: "challenge")?.block == "exercise")
  }

  @Test func `is a map of one's own, with a tool behind it where it says so`() {
    let own = read("{challenge: exercise, callout: note kind=tip}").value
    #expect(own.base == nil)
    #expect(own.meaning(of: "callout") == BlockMeaning("note", "kind=tip"))
    #expect(own.meaning(of: "solution") == nil)
    let both = read("{base: carpentries, callout: key}").value
    #expect(both.meaning(of: "callout")?.block == "key")
    #expect(both.meaning(of: "spoiler")?.block == "hint")
  }

  @Test func `renames blocks of its own map and leaves everything else of the page as it is`() {
    let vocabulary = read("{challenge: exercise}").value
    let page = SourceFile(
      path: "a.md",
      text:
        "---\nteaching: 5\n---\n# A\n:::challenge[B]{#b time=5 .wide open}\n![](x){alt='y'}\n:::::\n:::oops\n:::\n"
    )
    let translation = vocabulary.translation(of: page, blocks: [], in: .english)
    #expect(
      String(decoding: translation.bytes, as: UTF8.self)
        == "---\nteaching: 5\n---\n# A\n:::exercise[B]{#b .wide time=5 open}\n![](x){alt='y'}\n:::::\n:::oops\n:::\n"
    )
    #expect(translation.diagnostics == [] && translation.title == nil)
  }

  @Test(arguments: [
    ("carpentry", "vocabulary.unknown", 1, "did you mean “carpentries”?"),
    ("{base: x}", "vocabulary.unknown", 8, nil), ("{challenge: }", "vocabulary.entry", 13, nil),
    ("{a b: note}", "vocabulary.entry", 7, nil), ("{a: [note]}", "vocabulary.entry", 5, nil),
  ]) func `says what is wrong with it`(text: String, id: String, column: Int, fix: String?) {
    let found = read(text).diagnostics
    #expect(found.map(\.id) == [id])
    #expect(found.first?.place == Place(path: "s.yaml", line: 1, column: column))
    #expect(found.first?.fix?.english == fix)
  }
}

@Suite struct `The folder of a course of another tool` {
  private func layout(
    _ base: Vocabulary.Base, _ files: [String], _ settings: String = ""
  ) -> Parsed<CourseLayout> {
    let node = parseYAML(SourceFile(path: base.courseFile, text: settings)).value
    return CourseLayout.read(base, files: files, node, in: nil)
  }

  private let lesson = [
    "CONTRIBUTING.md", "LICENSE.md", "config.yaml", "episodes/a.md", "episodes/b.Rmd",
    "episodes/fig/x.png", "episodes/files/notes.md", "index.md", "instructors/notes.md",
    "learners/a.md", "learners/reference.md", "links.md", "profiles/p.md",
  ]

  @Test func `of the Workbench has its pages in order, each at the top of a tree`() {
    let read = layout(.carpentries, lesson, "title: Count\nlang: zh-CN\nepisodes: [b.Rmd, a.md]\n")
    #expect(read.diagnostics == [])
    #expect(
      read.value.pages.map(\.output) == [
        "index.html", "b.html", "a.html", "learners/a.html", "reference.html", "p.html",
        "notes.html", "LICENSE.html",
      ])
    #expect(read.value["episodes/b.Rmd"]?.source == "episodes/b.md")
    #expect(read.value.pages.filter(\.isForFacilitators).map(\.path) == ["instructors/notes.md"])
    #expect(
      read.value.pages.filter(\.isChapter).map(\.path) == [
        "index.md", "episodes/b.Rmd", "episodes/a.md", "learners/reference.md",
      ])
    #expect(read.value.title == "Count" && read.value.language == .chinese)
    #expect(read.value.links == "links.md")
    #expect(read.value.closing.hasPrefix("## 时间安排"))
  }

  @Test func `says which page its order names in vain`() {
    let read = layout(.carpentries, lesson, "episodes:\n- a.md\n- c.md\n")
    #expect(read.diagnostics.map(\.id) == ["vocabulary.page"])
    #expect(read.diagnostics.first?.place == Place(path: "config.yaml", line: 3, column: 3))
  }

  @Test func `of Quarto has the chapters of its book, and without one all pages`() {
    let files = [
      "README.md", "_draft.qmd", "index.qmd", "one.qmd", "part/three.qmd", "part/two.qmd",
    ]
    let book = layout(
      .quarto, files,
      "book:\n  title: Count\n  chapters: [index.qmd, {part: A, chapters: [part/two.qmd]}]\n")
    #expect(book.value.pages.map(\.output) == ["index.html", "two.html"])
    #expect(book.value.title == "Count")
    let site = layout(
      .quarto, files, "website: {sidebar: {contents: [{section: A, contents: part/*.qmd}]}}\n")
    #expect(
      site.value.pages.map(\.output) == ["index.html", "three.html", "two.html", "one.html"])
    let twice = layout(.quarto, ["a/index.qmd", "b/index.qmd", "index.qmd"])
    #expect(twice.value.pages.map(\.output) == ["index.html", "a/index.html", "b/index.html"])
    #expect(book.diagnostics + site.diagnostics + twice.diagnostics == [])
  }
}
