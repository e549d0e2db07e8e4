import Book
import Diagnostics
import Testing

/// What a build sees to in a course, each fault planted and found.
@Suite struct `A gate` {
  /// An answer of more than eighteen words, and the beginning of it.
  private static let answer = "先算缺口再除以每家带来的业绩向上取整得到要成交的家数最后一级一级往回推"

  /// A page with an exercise, its answer, and something planted.
  private static func site(
    head: String = "", _ planted: String = "", settings: String = ""
  ) -> MemorySite {
    var site = MemorySite(
      files: [
        "Content/index.md": """
        ---
        title: 页
        \(head)book: true
        ---
        题目在前。

        :::exercise[做]{#ex}
        算一算。

        ::lines{n=3}

        :::solution
        \(answer)。
        :::
        :::

        \(planted)
        """
      ])
    site.settings = settings
    return site
  }

  @Test func `lets a page through whose answers stay where they are`() async throws {
    let made = try await Self.site().generate()
    #expect(made.problems == [])
    #expect(!made["participant/index.html"].contains("先算缺口"))
    #expect(made["facilitator/index.html"].contains("先算缺口"))
  }

  /// A leak, and the id it is told by.
  struct Leak: CustomTestStringConvertible, Sendable {
    let name: String
    var head = ""
    var text = ""
    let id: String
    var testDescription: String { name }
  }

  private static let leaks = [
    Leak(
      name: "code called solution", text: "```solution\n\(answer)\n```", id: "gate.looks-hidden"),
    Leak(name: "code called 答案", text: "```答案\n七\n```", id: "gate.looks-hidden"),
    Leak(name: "an alert", text: "> [!solution]\n> 七\n", id: "gate.looks-hidden"),
    Leak(name: "one colon", text: ":solution\n\n七\n", id: "gate.looks-hidden"),
    Leak(name: "two colons and a space", text: ":: answer\n\n七\n", id: "gate.looks-hidden"),
    Leak(name: "full-width colons", text: "：：：solution\n七\n：：：\n", id: "markdown.full-width"),
    Leak(name: "guillemet for a comment", text: "‹!-- 答案：七 -->\n", id: "gate.broken-comment"),
    Leak(name: "one dash in a comment", text: "<!- 答案：七 ->\n", id: "gate.broken-comment"),
    Leak(name: "full-width comment", text: "＜！-- 答案：七 -->\n", id: "gate.broken-comment"),
    Leak(
      name: "a quiz outside of its block", text: "```quiz\n- {ask: 几, open: 七}\n```",
      id: "gate.loose-data"),
    Leak(
      name: "an exercise in an answer",
      text: ":::solution\n甲\n\n:::exercise[乙]\n丙\n:::\n:::\n", id: "gate.task-inside"),
    Leak(name: "pasted into the text", text: "也就是说：\(answer)。\n", id: "gate.leak"),
    Leak(name: "pasted into the head", head: "description: \(answer)\n", id: "gate.leak"),
    Leak(
      name: "part of it in the head",
      head: "description: 除以每家带来的业绩向上取整\n", id: "gate.leak"),
    Leak(
      name: "in a picture's words", text: "![\(answer)](https://example.com/a.png)\n",
      id: "gate.leak"),
  ]

  @Test(arguments: leaks) func `finds a leak`(_ leak: Leak) async throws {
    let made = try await Self.site(head: leak.head, leak.text).generate()
    #expect(made.problems.contains(leak.id), "\(made.problems)")
    #expect(made.report.diagnostics.hasErrors)
  }

  @Test func `finds an answer that a template says`() async throws {
    var site = Self.site()
    site.templates["blocks/exercise.mustache"] =
      "<section{{#id}} id=\"{{id}}\"{{/id}} title=\"\(Self.answer)\">{{{body}}}</section>\n"
    #expect(try await site.generate().problems.contains("gate.leak"))
  }

  @Test func `finds an answer on another page of the book`() async throws {
    var site = Self.site()
    site.files["Content/b.md"] = "---\ntitle: 乙\n---\n\(Self.answer)。\n"
    #expect(try await site.generate().problems == ["gate.leak"])
  }

  @Test func `is off by its name in the settings`() async throws {
    let made = try await Self.site(
      "```solution\n七\n```\n", settings: "gates: {leak: off}\n"
    ).generate()
    #expect(made.problems == [])
    #expect(
      try await Self.site("", settings: "gates: {leek: off}\n").generate().problems
        == ["gates.unknown-key"])
  }

  @Test func `adds up the minutes of a page`() async throws {
    let page = "\n:::discussion[一]{time=50}\n甲\n:::\n\n:::discussion[二]{time=100}\n乙\n:::\n"
    let made = try await MemorySite.page("---\ntitle: 页\ntime: 30\n---\n" + page).generate()
    #expect(made.problems == ["gate.time"])
    #expect(made.report.diagnostics.hasErrors)
    let right = try await MemorySite.page("---\ntitle: 页\ntime: 150\n---\n" + page).generate()
    #expect(right.problems == [])
  }

  @Test func `asks of every objective a task, of every task an objective and an answer`()
    async throws
  {
    let head = "---\ntitle: 页\nobjectives: {o1: 甲, o2: 乙}\n---\n"
    let made = try await MemorySite.page(
      head + ":::exercise[一]{objective=o1}\n做\n:::\n\n:::exercise[二]{open}\n做\n:::\n"
    ).generate()
    #expect(made.problems == ["gate.objective", "gate.answer", "gate.objective"])
    let right = try await MemorySite.page(
      head + ":::exercise[一]{objective=\"o1,o2\"}\n做\n\n:::solution\n七\n:::\n:::\n"
    ).generate()
    #expect(right.problems == [])
  }

  @Test func `asks for room for the answer`() async throws {
    // 45 characters × 7.5 mm × 1.2 = 405 mm: three lines of 165 mm.
    let answer = String(repeating: "写", count: 45)
    func page(_ lines: Int) -> MemorySite {
      .page(":::exercise[一]\n做\n\n::lines{n=\(lines)}\n\n:::answer\n\(answer)\n:::\n:::\n")
    }
    let made = try await page(2).generate()
    #expect(made.problems == ["gate.space"])
    #expect(made.report.diagnostics.first?.place.line == 1)
    #expect(try await page(3).generate().problems == [])
  }

  @Test func `compares a page with its translation`() async throws {
    let own =
      "---\ntitle: 甲\nobjectives: {o1: 甲}\n---\n"
      + ":::exercise[一]{#a time=5 objective=o1}\n做\n\n:::solution\n七\n:::\n:::\n"
    func site(_ other: String) -> MemorySite {
      MemorySite(files: ["Content/a.md": own, "Content/a.en.md": other])
    }
    let missing = try await site("---\ntitle: A\n---\nNothing.\n").generate()
    #expect(missing.problems == ["gate.translation", "gate.translation"])
    let other = own.replacing("time=5", with: "time=6")
    #expect(try await site(other).generate().problems == ["gate.translation"])
    #expect(try await site(own).generate().problems == [])
  }
}
