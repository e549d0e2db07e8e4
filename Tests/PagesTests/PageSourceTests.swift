import Diagnostics
import Pages
import Phrases
import SalesMethod
import Testing

private func read(_ text: String) -> Parsed<PageSource> {
  PageSource.read(SourceFile(path: "Content/a.md", text: text))
}

@Suite struct `The head of a page` {
  @Test func `is split from the text, whose first line it knows`() {
    let page = read("---\ntitle: 计划\norder: 2\n---\n正文").value
    #expect(page.head.title == "计划")
    #expect(page.head.order == 2)
    #expect(page.start.line == 4)
    #expect(page.start.offset == "---\ntitle: 计划\norder: 2\n---\n".utf8.count)
  }

  @Test func `with colons of full width is one mistake a line, and is read as it was meant`() {
    let page = read("---\ntitle：计划\norder：2\nobjectives:\n  o1：甲\n---\n正文")
    #expect(page.diagnostics.map(\.id) == Array(repeating: "yaml.full-width-colon", count: 3))
    #expect(page.diagnostics.map(\.place.line) == [2, 3, 5])
    #expect(page.value.head.title == "计划" && page.value.head.order == 2)
    #expect(page.value.head.objectives.map(\.id) == ["o1"])
  }

  @Test(arguments: ["正文", "", "----\n正文", "正文\n---\n"])
  func `may be missing`(text: String) {
    let page = read(text)
    #expect(page.value.start.offset == 0)
    #expect(page.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("\n---\nedition: facilitator\n---\n正文", 2), (" ---\ntitle: a\n---\n正文", 1),
    ("<!-- 记 -->\n---\ntitle: a\n---\n", 2), ("<!--\n记\n-->\n\n---\ntitle: a\n---\n", 5),
    ("\u{FEFF}\n---\ntitle: a\n---\n", 2), ("----\ntitle: a\n---\n", 1),
    ("———\ntitle：a\n———\n", 1), ("\t---\n\n# 注\ntitle: a\n---\n", 1), ("+++\ntitle: a\n+++\n", 1),
    ("title: a\naudience: self\n---\n正文", 1), ("\u{FEFF}\u{FEFF}---\ntitle: a\n---\n", 1),
    ("# 题\n\n---\nedition: facilitator\n---\n", 3), ("--- # 讲师\ntitle: a\n---\n", 1),
    ("---yaml\ntitle: a\n---\n", 1),
    ("\r\n---\r\ntitle: a\r\n---\r\n", 2),
    // What says for whom the page is, however it is set off.
    ("title: a\nedition: facilitator\n\n正文\n", 1), ("===\ntitle: a\naudience: self\n===\n", 1),
    ("+++\ntitle = \"a\"\nedition = \"facilitator\"\n+++\n", 1),
    ("___\nedition: facilitator\n___\n", 1),
    ("> ---\n> title: a\n> Audience：self\n> ---\n", 1),
    ("{\"title\":\"a\",\"edition\":[\"facilitator\"]}\n\n正文\n", 1),
    (";;;\ntitle: a\nedition: [facilitator]\n;;;\n", 1),
    ("~~~\ntitle: a\nedition: [facilitator]\n~~~\n", 1),
    ("```yaml\n---\ntitle: a\nedition: [facilitator]\n---\n```\n", 1),
    ("<!--\ntitle: a\nedition: facilitator\n-->\n\n正文\n", 1),
    ("{\n  \"title\": \"a\",\n  \"edition\": \"facilitator\"\n}\n", 1),
    // What programs that know better make of three dashes.
    ("—\ntitle: a\n—\n", 1), ("–\nedition: facilitator\n–\n", 1), ("-- -\ntitle: a\n-- -\n", 1),
    ("\\---\ntitle: a\n\\---\n", 1),
    // A second head behind the first.
    ("---\ntitle: a\n---\n\n---\nedition: [facilitator]\n---\n正文", 5),
    ("---\ntitle: a\n---\n正文\n\n---\naudience: self\n---\n", 6),
    // A title or other keys before it.
    ("# 题\n\nedition: [facilitator]\n\n正文\n", 3), ("- title: a\n- edition: [facilitator]\n", 2),
    ("**edition:** facilitator\n\n正文\n", 1),
    ("| key | value |\n|---|---|\n| edition | facilitator |\n", 3),
  ])
  func `is an error where it is not read as one`(text: String, line: Int) {
    let page = read(text)
    #expect(page.diagnostics.map(\.id) == ["page.misplaced-head"])
    #expect(page.diagnostics.map(\.place.line) == [line])
  }

  @Test(arguments: [
    "\n***\ntitle: a\n", "---\n---\n正文", "注意：一\n---\n", "Note: one\n---\n", "# title: a\n\n---\n",
    "--- a\nb: c\n",
    "```\n---\ntitle: a\n---\n```\n", "正文\n\n---\nNote: a\n---\n",
    "```yaml\n---\nedition: a\n---\n```\n", "title: a\n\n正文\n\n---\n",
    "Note: a\n\n正文\nedition: b\n", "一句话。\nedition: facilitator\n",
    "| edition: a | b |\n|---|---|\n", "<!-- edition: 2026 -->\n正文\n", "<!-- 记：题 -->\n正文\n",
    "~~~\ntitle: a\n~~~\n", "{\"a\": 1}\n", "—\n正文\n", "---\ntitle: a\n---\n---\nNote: b\n---\n",
    "# 题\n\nEdition: third\n", "---\ntitle: a\n---\n\n```\n---\nedition: key\n---\n```\n",
  ])
  func `is not looked for where text begins`(text: String) {
    #expect(read(text).diagnostics.isEmpty)
  }

  /// Left blank they would show the page to everybody.
  @Test(arguments: ["edition:", "edition: ~", "audience:", "audience: null"])
  func `says for whom the page is where it has the key`(line: String) {
    let page = read("---\ntitle: a\n\(line)\n---\n正文\n")
    #expect(page.diagnostics.map(\.id) == ["front-matter.wrong-value"])
    #expect(page.diagnostics.map(\.place.line) == [3])
  }

  @Test func `may stand behind a byte order mark and end its lines as Windows does`() {
    let page = read("\u{FEFF}---\r\ntitle: a\r\n---\r\n正文").value
    #expect(page.head.title == "a")
    #expect(page.start.line == 3)
  }

  @Test func `reads every key of the workspace page`() {
    let head = read(
      """
      ---
      title: t
      description: d
      date: 2026-05-06
      draft: true
      lang: en
      order: 3
      slug: s
      template: plan
      each: member
      where: {team: east}
      path: "{member}/{month}"
      period: 2026-05-01..2026-06-15
      edition: [participant, facilitator]
      audience: self
      objectives: {O1: 说出}
      time: 90
      toc: false
      ---
      """
    ).value.head
    #expect(head.date == Day("2026-05-06"))
    #expect(head.isDraft)
    #expect(head.language == .english)
    #expect(head.each == .member)
    #expect(head.conditions.map(\.column) == ["team"])
    #expect(head.conditions.map(\.value) == ["east"])
    #expect(
      head.period
        == DayRange(from: Day("2026-05-01")!, through: Day("2026-06-15")!).map {
          .range($0)
        })
    #expect(head.editions == [.participant, .facilitator])
    #expect(head.audiences == [.own])
    #expect(head.objectives.map(\.id) == ["O1"])
    #expect(head.minutes == 90)
    #expect(head.showsContents == false)
  }

  /// However its dashes are typed, and whatever stands around them.
  @Test(arguments: [
    "---", "--", "- - -", "——", "—", "－－", "──", "- —", "\\---", "  ---", "\u{3000}---",
    "\u{200B}---",
    "\u{A0}---", "+++",
  ])
  func `finds a second head behind the first`(fence: String) {
    for (before, line) in [("正文：一\n- 列\n", 6), ("- 列\r\n", 5), ("“引”－\n\n", 6)] {
      let page = read("---\ntitle: a\n---\n\(before)\(fence)\nedition: [key]\n\(fence)\n")
      #expect(page.diagnostics.map(\.id) == ["page.misplaced-head"], "\(before)")
      #expect(page.diagnostics.first?.place.line == line)
    }
    #expect(read("---\ntitle: a\n---\n\(fence)\n正文\n- 列：甲\n").diagnostics == [])
  }

  @Test(arguments: [
    ("---\ntitle: a\n正文", "page.unclosed-front-matter", 1, 1),
    ("---\ntitel: a\n---\n", "front-matter.unknown-key", 2, 1),
    ("---\nslug: a/b\n---\n", "front-matter.wrong-value", 2, 7),
    ("---\npath: ../x\n---\n", "front-matter.wrong-value", 2, 7),
    ("---\nperiod: soon\n---\n", "front-matter.wrong-value", 2, 9),
    ("---\nedition: [all]\n---\n", "front-matter.wrong-value", 2, 10),
    ("---\ndate: 2026-02-30\n---\n", "front-matter.wrong-value", 2, 7),
  ])
  func `names what is wrong and its place`(text: String, id: String, line: Int, column: Int) {
    let found = read(text).diagnostics
    #expect(found.map(\.id) == [id])
    #expect(found.first?.place == Place(path: "Content/a.md", line: line, column: column))
  }
}
