import Book
import Diagnostics
import Phrases
import Testing

/// Blocks of a course, in the editions that get them.
@Suite struct `A block of a course` {
  private static let quiz = """
    :::quiz[合上手册]{#q time=3}
    ```quiz
    - ask: 没有日期，是哪一类？
      choice: [A, B, C]
      answer: B
      why: 说不出日期就说不上最近
    - ask: 还差多少？
      number: 27
      unit: 万元
      tolerance: 0.5
    - ask: 排一排
      order: [接触, 拜访, 方案]
    - ask: 连一连
      match: {引流: 见面, 破冰: 头五分钟}
    - ask: 业绩＝开发量×＿＿×单量×＿＿
      fill: [转化效率, 续购量]
    - ask: 我能讲给同事听
      rate: 5
    - ask: 为什么？
      open: 量不够
      lines: 2
    ```
    :::

    """

  @Test func `asks on paper, and answers only those who may see it`() async throws {
    let made = try await MemorySite.page(Self.quiz).generate()
    #expect(made.problems == [])
    let paper = made["participant/index.html"]
    for shown in ["没有日期，是哪一类？", "</span>B</li>", "万元", "头五分钟", "<span>5</span>"] {
      #expect(paper.contains(shown), "\(shown)")
    }
    for kept in ["说不出日期", "27", "转化效率", "量不够", "接触 → 拜访", "tolerance"] {
      #expect(!paper.contains(kept), "\(kept)")
    }
    let order = try #require(paper.firstRange(of: "sorted"))
    let items = ["接触", "拜访", "方案"].compactMap {
      paper[order.lowerBound...].firstRange(of: $0)?.lowerBound
    }
    #expect(items != items.sorted())
    let guide = made["facilitator/index.html"]
    for told in ["B</p>", "27万元 (±0.5)", "接触 → 拜访 → 方案", "引流 — 见面；破冰 — 头五分钟", "转化效率；续购量", "量不够"] {
      #expect(guide.contains(told), "\(told)")
    }
  }

  /// Something wrong in a block, and what it is told by.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let source: String
    let id: String
    let line: Int
    var testDescription: String { source }
  }

  private static func quiz(_ item: String) -> String { ":::quiz\n```quiz\n\(item)\n```\n:::\n" }

  private static let mistakes = [
    Mistake(source: ":::quiz\n七\n:::\n", id: "block.no-data", line: 1),
    Mistake(source: quiz("ask: 几"), id: "block.data-no-list", line: 3),
    Mistake(source: quiz("- ask: 几"), id: "quiz.kind", line: 3),
    Mistake(source: quiz("- {ask: 几, open: 七, rate: 5}"), id: "quiz.kind", line: 3),
    Mistake(source: quiz("- {open: 七}"), id: "quiz.no-question", line: 3),
    Mistake(source: quiz("- {ask: 几, choice: [A, B]}"), id: "quiz.no-answer", line: 3),
    Mistake(
      source: quiz("- {ask: 几, choice: [A, B], answer: C}"), id: "quiz.answer-no-option", line: 3),
    Mistake(source: quiz("- {ask: 几, choice: [A], answer: A}"), id: "quiz.too-few", line: 3),
    Mistake(source: quiz("- {ask: 几, choice: [A, A], answer: A}"), id: "quiz.too-few", line: 3),
    Mistake(
      source: quiz("- {ask: 几, number: 3, tolerance: -1}"), id: "question.wrong-value", line: 3),
    Mistake(source: quiz("- {ask: 几, order: [A]}"), id: "quiz.too-few", line: 3),
    Mistake(source: quiz("- {ask: 几, match: {A: 一, B: 一}}"), id: "quiz.too-few", line: 3),
    Mistake(source: quiz("- {ask: 几＿＿, fill: [A, B]}"), id: "quiz.blanks", line: 3),
    Mistake(source: "::agenda{start=25:00}\n", id: "block.wrong-option", line: 1),
    Mistake(source: "::agenda{breaks=\"b 15\"}\n", id: "agenda.unknown-page", line: 1),
    Mistake(source: ":::feedback\n没有列表。\n:::\n", id: "block.no-items", line: 1),
    Mistake(source: ":::materials\n没有列表。\n:::\n", id: "block.no-items", line: 1),
    Mistake(source: ":::materials\n- 卡片：1/桌\n:::\n", id: "materials.unknown-count", line: 1),
    Mistake(source: "::term{word=量}\n", id: "block.unknown-term", line: 1),
    Mistake(source: "::term\n", id: "block.missing-option", line: 1),
    Mistake(source: "::time\n", id: "block.missing-option", line: 1),
    Mistake(source: "::ifthen{rows=99}\n", id: "block.wrong-option", line: 1),
    Mistake(source: "::notes{n=99}\n", id: "block.wrong-option", line: 1),
    Mistake(source: "::attendance{rows=0}\n", id: "block.wrong-option", line: 1),
    Mistake(source: "::certificate{hours=x}\n", id: "block.wrong-option", line: 1),
    Mistake(source: ":::case{objective=x}\n甲\n:::\n", id: "block.unknown-objective", line: 1),
    Mistake(
      source: ":::cards\n```cards\n- {title: 甲, front: 乙}\n```\n:::\n", id: "cards.sides", line: 3),
    Mistake(source: ":::answer\n甲\n:::\n\n::answer\n", id: "block.is-container", line: 5),
    Mistake(source: ":::glossary\n甲\n:::\n", id: "block.is-leaf", line: 1),
    Mistake(source: "::figure\n", id: "block.is-container", line: 1),
    Mistake(source: ":::figure[四类客户]{#f}\n\n:::\n", id: "block.is-empty", line: 1),
    Mistake(source: "甲\n\n:::figure{#f}\n乙\n:::\n", id: "figure.no-caption", line: 3),
    Mistake(source: ":::facilitator{see=ex-1}\n甲\n:::\n", id: "link.broken-fragment", line: 1),
    Mistake(source: ":::contents\n甲\n:::\n", id: "block.is-leaf", line: 1),
  ]

  @Test(arguments: mistakes) func `says what is wrong with it`(_ mistake: Mistake) async throws {
    let made = try await MemorySite.page(mistake.source).generate()
    let found = made.report.diagnostics.filter { $0.id == mistake.id }
    #expect(found.map(\.place.line) == [mistake.line], "\(made.problems)")
  }

  @Test func `says one cause once, and what can be followed`() async throws {
    func problems(_ item: String) async throws -> [Diagnostic] {
      try await MemorySite.page(Self.quiz(item)).generate().report.diagnostics
    }
    #expect(try await problems("- {ask: 几, match: [甲]}").map(\.id) == ["question.wrong-value"])
    #expect(try await problems("- {ask: 几, opne: 甲}").map(\.id) == ["question.unknown-key"])
    let letters = try await problems("- {ask: 几, choice: [A, B], answer: C}")
    #expect(letters.first?.fix == nil)
    #expect(letters.first?.expected?.text(in: .english) == "as an option is written: A, B")
    let term = try await MemorySite.page("::term{word=量}\n").generate().report.diagnostics
    #expect(term.first?.fix?.text(in: .english) == "write terms: {量: meaning} in the head")
  }

  @Test func `tells the day by the clock, from the minutes of the pages`() async throws {
    let site = MemorySite(files: [
      "Content/index.md":
        "---\ntitle: 课\ntime: 15\nbook: {pages: [index.md, b.md, a.md]}\n---\n"
        + "::agenda{start=9:00 opening=开场 breaks=\"b 10, a+30 60 午餐\"}\n",
      "Content/a.md": "---\ntitle: 甲\ntime: 90\n---\n一\n",
      "Content/b.md": "---\ntitle: 乙\ntime: 45\n---\n二\n",
    ])
    let made = try await site.generate()
    #expect(made.problems == [])
    let page = made["participant/index.html"]
    // 9:00 opening 15; 9:15 b 45; 10:00 break 10; 10:10 a 30; 10:40 lunch 60; 11:40 a 60; 12:40 end.
    let clocks = page.split(separator: "<td class=\"short\">").dropFirst().map {
      String($0.prefix { $0 != "<" })
    }
    #expect(clocks == ["9:00", "9:15", "10:00", "10:10", "10:40", "11:40"])
    #expect(
      page.contains("<th scope=\"row\">12:40</th>") && page.contains("<td class=\"n\">150</td>"))
    #expect(page.contains("<a href=\"b.html\">乙</a>"))
    #expect(made["participant/book.html"].contains("<a href=\"#b\">乙</a>"))
  }

  /// 85 × 114 mm less 6 mm on every side and the title: 13 lines of 17 characters in 12 points, 17 lines of 20 in
  /// ten.
  @Test(arguments: [
    (221, false, []), (222, true, []), (340, true, []), (341, true, ["cards.too-long"]),
  ])
  func `sets the side of a card smaller, and refuses what even so does not go in`(
    count: Int, isSmaller: Bool, problems: [String]
  ) async throws {
    let text = String(repeating: "写", count: count)
    let made = try await MemorySite.page(
      ":::cards\n```cards\n- {title: 一, front: \(text), back: 后}\n```\n:::\n"
    ).generate()
    #expect(made.problems == problems)
    guard problems.isEmpty else { return }
    #expect(made["facilitator/index.html"].contains("<div class=\"card long\">") == isSmaller)
  }

  @Test func `puts the back of each card behind its front`() async throws {
    let cards = """
      :::cards{people=26 group=3}
      ```cards
      - {title: 一, front: 前一, back: 后一}
      - {title: 二, front: 前二, back: [后二, "- 项"]}
      - {title: 三, front: 前三, back: 后三}
      ```
      :::
      """
    let made = try await MemorySite.page(cards).generate()
    #expect(made.problems == [])
    #expect(!made["participant/index.html"].contains("前一"))
    let page = made["facilitator/index.html"]
    func order(_ words: [String]) -> [String.Index] {
      words.compactMap { page.firstRange(of: $0)?.lowerBound }
    }
    // Fronts 1 2 / 3 –, backs mirrored: 2 1 / – 3.
    #expect(order(["前一", "前二", "前三", "后二", "后一", "后三"]).count == 6)
    let found = order(["前一", "前二", "前三", "后二", "后一", "后三"])
    #expect(found == found.sorted())
    // 26 ÷ 3 → 9 sets, a sheet each.
    #expect(page.contains("26 人 ÷ 3 → 9 套"))
  }

  @Test func `explains the words of all pages`() async throws {
    let site = MemorySite(files: [
      "Content/index.md": "---\ntitle: 课\n---\n::glossary\n\n::contents\n",
      "Content/a.md": "---\ntitle: 甲\nterms: {续购量: 每家几单}\n---\n::term{word=续购量}\n",
    ])
    let made = try await site.generate()
    #expect(made.problems == [])
    #expect(
      made["participant/index.html"].contains(
        "<dt>续购量</dt><dd>每家几单 <a href=\"a.html\">甲</a></dd>"))
    #expect(made["participant/a.html"].contains("<dfn>续购量</dfn> 每家几单"))
  }

  @Test func `counts what to bring, and asks to agree`() async throws {
    let made = try await MemorySite.page(
      """
      :::materials{people=26 group=3}
      - 手册：1/人
      - 角色卡：1/组
      - 白板：2
      :::

      :::feedback{scale=3}
      - 有用
      :::
      """
    ).generate()
    #expect(made.problems == [])
    let page = made["facilitator/index.html"]
    for row in [
      "<th scope=\"row\">手册</th><td>1/人</td><td class=\"n\">26</td>",
      "<th scope=\"row\">角色卡</th><td>1/组</td><td class=\"n\">9</td>",
      "<th scope=\"row\">白板</th><td>2</td><td class=\"n\">2</td>",
    ] {
      #expect(page.contains(row), "\(row)")
    }
    #expect(made["participant/index.html"].contains("<th scope=\"row\">有用</th>"))
    #expect(!made["participant/index.html"].contains("角色卡"))
  }

  @Test func `is an answer key, and ends a book where the settings say so`() async throws {
    var site = MemorySite(files: [
      "Content/index.md":
        "---\ntitle: 课\nbook: true\n---\n正文。\n\n:::exercise[做]{#x}\n题。\n\n:::solution\n答在此。\n:::\n"
        + ":::facilitator\n只给讲师。\n:::\n:::\n"
    ])
    site.settings = "trees: {participant: {edition: participant}, key: {edition: key}}\n"
    let made = try await site.generate()
    #expect(made.problems == [])
    let key = made["key/book.html"]
    #expect(key.contains("答在此。") && key.contains("做"))
    #expect(!key.contains("正文。") && !key.contains("只给讲师"))
    #expect(!made["participant/book.html"].contains("答在此。"))
    site.settings += "answers: end\n"
    let ended = try await site.generate()
    #expect(ended.problems == [])
    let book = ended["participant/book.html"]
    #expect(book.contains("答在此。") && !book.contains("只给讲师"))
    #expect(book.contains("id=\"answers-index.x\""))
    #expect(!ended["participant/index.html"].contains("答在此。"))
  }
}
