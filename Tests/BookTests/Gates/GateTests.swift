import Book
import Diagnostics
import Phrases
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
    Leak(
      name: "an edition on a heading", text: "## 题 {edition=facilitator}\n", id: "gate.looks-hidden"
    ),
    Leak(
      name: "an edition on words", text: "见 [七]{edition=facilitator}。\n", id: "gate.looks-hidden"),
    Leak(
      name: "an edition on an alert", text: "> [!NOTE]{edition=facilitator}\n> 七\n",
      id: "gate.looks-hidden"),
    Leak(
      name: "an edition on code", text: "```md {edition=facilitator}\n七\n```\n",
      id: "gate.looks-hidden"),
    Leak(name: "code in braces", text: "```{facilitator}\n七\n```\n", id: "gate.looks-hidden"),
    Leak(name: "a class", text: "{.facilitator}\n七\n", id: "gate.looks-hidden"),
    Leak(name: "a class with a colon", text: "{: .solution}\n七\n", id: "gate.looks-hidden"),
    Leak(name: "inside a line", text: "答：:answer[七]。\n", id: "gate.looks-hidden"),
    Leak(name: "ratio signs", text: "∶∶∶facilitator\n七\n∶∶∶\n", id: "gate.looks-hidden"),
    Leak(name: "small colons", text: "﹕﹕﹕facilitator\n七\n﹕﹕﹕\n", id: "gate.looks-hidden"),
    Leak(name: "colons apart", text: ": : : facilitator\n七\n", id: "gate.looks-hidden"),
    Leak(name: "an admonition", text: "!!! note \"Facilitator\"\n    七\n", id: "gate.looks-hidden"),
    Leak(name: "an open admonition", text: "???+ solution\n    七\n", id: "gate.looks-hidden"),
    Leak(name: "a declaration", text: "<!答案七>\n", id: "gate.broken-comment"),
    Leak(name: "an instruction", text: "<?答案七?>\n", id: "gate.broken-comment"),
    Leak(name: "character data", text: "<![CDATA[七]]>\n", id: "gate.broken-comment"),
    Leak(name: "a Mustache comment", text: "{{!-- 七 --}}\n", id: "gate.broken-comment"),
    Leak(name: "a Jinja comment", text: "{# 七 #}\n", id: "gate.broken-comment"),
    Leak(
      name: "a Liquid comment", text: "{% comment %}七{% endcomment %}\n", id: "gate.broken-comment"),
    Leak(name: "an Obsidian comment", text: "%% 七 %%\n", id: "gate.broken-comment"),
    Leak(name: "full-width colons", text: "：：：solution\n七\n：：：\n", id: "markdown.full-width"),
    Leak(name: "guillemet for a comment", text: "‹!-- 答案：七 -->\n", id: "gate.broken-comment"),
    Leak(name: "one dash in a comment", text: "<!- 答案：七 ->\n", id: "gate.broken-comment"),
    Leak(name: "full-width comment", text: "＜！-- 答案：七 -->\n", id: "gate.broken-comment"),
    Leak(
      name: "a quiz under another name", text: "```yaml quiz\n- {ask: 几, open: 七}\n```",
      id: "gate.looks-hidden"),
    Leak(name: "a heading of answers", text: "## 参考答案\n\n七\n", id: "gate.looks-hidden"),
    Leak(
      name: "a division of a class", text: "<div class=\"solution\">\n七\n</div>\n",
      id: "gate.looks-hidden"),
    Leak(
      name: "a fold", text: "<details><summary>答案</summary>\n七\n</details>\n",
      id: "gate.looks-hidden"),
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
      name: "an indented block", text: "    :::solution\n    七\n    :::\n",
      id: "markdown.unread-directive"),
    Leak(
      name: "numbered characters", text: "&#20808;算缺口再除以每家带来的业绩向上取整得到要成交的家数\n",
      id: "gate.leak"),
    Leak(
      name: "in a picture's words", text: "![\(answer)](https://example.com/a.png)\n",
      id: "gate.leak"),
  ]

  @Test(arguments: leaks) func `finds a leak`(_ leak: Leak) async throws {
    let made = try await Self.site(head: leak.head, leak.text).generate()
    #expect(made.problems.contains(leak.id), "\(made.problems)")
    #expect(made.report.diagnostics.hasErrors)
  }

  /// What is meant to be read, though it looks alike.
  @Test(arguments: [
    "写 `{edition=facilitator}` 的块。\n", "用 `:::facilitator` 写。\n", "折扣 5%%，见 a < b!\n",
    "## 题 {#q1}\n", "比例 3∶2。\n", "花括号 {甲，乙}。\n", "真的？？？ 对！！！\n",
    "```yaml\nedition: [facilitator]\n```\n", ":::note\n解：七\n:::\n", "<!-- 七 -->\n",
  ])
  func `passes over what keeps nothing from anybody`(text: String) async throws {
    let made = try await Self.site(text).generate()
    #expect(!made.problems.contains { $0.hasPrefix("gate.") }, "\(made.problems)")
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

  @Test func `finds an answer on a page that no book binds`() async throws {
    var site = Self.site()
    site.files["Content/x/b.md"] = "---\ntitle: 乙\n---\n\(Self.answer)。\n"
    let made = try await site.generate()
    #expect(made.problems == ["gate.leak"])
    #expect(made.report.diagnostics.first?.place.path == "Content/x/b.md")
  }

  /// A file beside the pages that holds an answer, and the page's words that show it.
  struct LooseFile: CustomTestStringConvertible, Sendable {
    let path: String
    let text: String
    var link = ""
    var testDescription: String { path }
  }

  /// The answer as JSON may write it: every character by its number.
  private static var numbered: String {
    answer.unicodeScalars.map { (scalar: Unicode.Scalar) -> String in
      "\\u" + String(scalar.value, radix: 16)
    }.joined()
  }

  /// The answer as a stylesheet may write it.
  private static var styled: String {
    answer.unicodeScalars.map { "\\" + String($0.value, radix: 16) + " " }.joined()
  }

  private static let files = [
    LooseFile(path: "assets/page.js", text: "const a = 1 < 2 ? \"\(answer)\" : b;\n"),
    LooseFile(path: "assets/site.css", text: "a::before { content: \"\(answer)\"; }\n"),
    LooseFile(
      path: "assets/print.css",
      text: "a::before { content: \"\(styled)\"; }\n"),
    LooseFile(path: "assets/record.js", text: "const a = \"\(numbered)\";\n"),
    LooseFile(path: "Content/notes.txt", text: answer, link: "[说明](notes.txt)"),
    LooseFile(
      path: "Content/a.svg", text: "<svg><title>\(answer)</title></svg>", link: "![图](a.svg)"),
    LooseFile(
      path: "Content/先算缺口再除以每家带来的业绩.txt", text: "空",
      link: "[说明](先算缺口再除以每家带来的业绩.txt)"),
  ]

  @Test(arguments: files) func `finds an answer in a file beside the pages`(_ file: LooseFile)
    async throws
  {
    var site = Self.site(file.link)
    if file.path.hasPrefix("Content/") {
      site.files[file.path] = file.text
    } else {
      site.templates[file.path] = file.text
    }
    let made = try await site.generate()
    #expect(made.problems.contains("gate.leak"), "\(made.problems)")
    #expect(made.report.diagnostics.hasErrors)
  }

  /// A ZIP file of one part that is not compressed.
  private static func packed(_ name: String, _ text: String) -> [UInt8] {
    let (name, text) = (Array(name.utf8), Array(text.utf8))
    func number(_ value: Int, _ bytes: Int) -> [UInt8] {
      (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var checksum: UInt32 = 0xFFFF_FFFF
    for byte in text {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    let sizes =
      number(Int(~checksum), 4) + number(text.count, 4) + number(text.count, 4)
      + number(name.count, 2) + number(0, 2)
    let part = number(0x0403_4B50, 4) + number(20, 2) + number(0, 8) + sizes + name + text
    let list =
      number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 8) + sizes
      + number(0, 14) + name
    return part + list + number(0x0605_4B50, 4) + number(0, 4) + number(1, 2) + number(1, 2)
      + number(list.count, 4) + number(part.count, 4) + number(0, 2)
  }

  @Test func `finds an answer in a document that is packed`() async throws {
    // A sentence of Word is often divided among runs.
    let runs =
      Self.answer.prefix(9) + "</w:t></w:r><w:r><w:rPr><w:lang w:val=\"zh\"/></w:rPr><w:t>"
      + Self.answer.dropFirst(9)
    let document = Self.packed("word/document.xml", "<w:p><w:r><w:t>\(runs)</w:t></w:r></w:p>")
    var site = Self.site("[讲义](a.docx)")
    site.packed = ["Content/a.docx": document]
    #expect(try await site.generate().problems == ["gate.leak"])
    site.packed = [
      "Content/a.docx": Self.packed("word/document.xml", "<w:p><w:t>每周一早上例会</w:t></w:p>")
    ]
    #expect(try await site.generate().problems == [])
  }

  @Test func `finds an answer in a PDF`() async throws {
    let words = Self.answer.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    var site = Self.site("[讲义](a.pdf)")
    func pdf(_ title: String) -> String {
      "%PDF-1.4\n1 0 obj <</Title <FEFF\(title)>>> endobj\n%%EOF\n"
    }
    site.files["Content/a.pdf"] = pdf(words.joined())
    #expect(try await site.generate().problems == ["gate.leak"])
    site.files["Content/a.pdf"] = pdf(words.prefix(8).joined())
    #expect(try await site.generate().problems == [])
  }

  @Test func `finds an answer in a table in GB 18030`() async throws {
    var site = Self.site("[表](a.csv)")
    // The answer in GB 18030, as Excel writes it.
    site.packed = [
      "Content/a.csv": [
        0xCF, 0xC8, 0xCB, 0xE3, 0xC8, 0xB1, 0xBF, 0xDA, 0xD4, 0xD9, 0xB3, 0xFD, 0xD2, 0xD4, 0xC3,
        0xBF, 0xBC, 0xD2, 0xB4, 0xF8, 0xC0, 0xB4, 0xB5, 0xC4, 0xD2, 0xB5, 0xBC, 0xA8, 0xCF, 0xF2,
        0xC9, 0xCF, 0xC8, 0xA1, 0xD5, 0xFB, 0xB5, 0xC3, 0xB5, 0xBD, 0xD2, 0xAA, 0xB3, 0xC9, 0xBD,
        0xBB, 0xB5, 0xC4, 0xBC, 0xD2, 0xCA, 0xFD, 0xD7, 0xEE, 0xBA, 0xF3, 0xD2, 0xBB, 0xBC, 0xB6,
        0xD2, 0xBB, 0xBC, 0xB6, 0xCD, 0xF9, 0xBB, 0xD8, 0xCD, 0xC6,
      ]
    ]
    #expect(try await site.generate().problems == ["gate.leak"])
  }

  @Test func `lets the heads of a table stand in its answer`() async throws {
    let made = try await MemorySite.page(
      """
      :::exercise[做]{#ex}
      ::table{rows=1 cols="先写这一列要看到什么和数量,乙"}

      :::answer

      | 先写这一列要看到什么和数量 | 乙 |
      |:--|:--|
      | 一 | 二 |

      :::
      :::

      """
    ).generate()
    #expect(made.problems == [])
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

  @Test func `leaves no minute out of a day that is added up`() async throws {
    func site(_ head: String, _ text: String) -> MemorySite {
      MemorySite(files: [
        "Content/index.md": "---\ntitle: 一天\n---\n\n::agenda{start=9:00}\n",
        "Content/a.md": "---\ntitle: 甲\ntime: 40\n---\n\n甲。\n",
        "Content/b.md": "---\ntitle: 乙\n\(head)---\n\n\(text)\n",
      ])
    }
    let long = ":::exercise[长]{#long time=150 open}\n做\n:::\n"
    let left = try await site("", long).generate()
    #expect(left.problems == ["gate.time"])
    #expect(left.report.diagnostics.first?.place.path == "Content/b.md")
    #expect(left.report.diagnostics.first?.message.text(in: .english).contains("150") ?? false)
    #expect(try await site("time: 150\n", long).generate().problems == [])
    // Minutes in the head, and none in any block.
    let untimed = ":::discussion[几分钟]\n谈\n:::\n"
    let none = try await site("time: 40\n", untimed).generate()
    #expect(none.problems == ["gate.time"])
    #expect(none.report.diagnostics.first?.place.line == 6)
    // Where no page says how long it takes, nothing is added up.
    #expect(try await MemorySite.page("---\ntitle: 页\n---\n" + untimed).generate().problems == [])
  }

  @Test func `asks of every objective a task, of every task an objective and an answer`()
    async throws
  {
    let head = "---\ntitle: 页\nobjectives: {o1: 甲, o2: 乙}\n---\n"
    let made = try await MemorySite.page(
      head
        + ":::exercise[一]{objective=o1}\n做＿＿\n:::\n\n:::exercise[二]{open}\n做\n\n::lines\n:::\n"
    ).generate()
    #expect(made.problems == ["gate.objective", "gate.answer", "gate.objective"])
    let right = try await MemorySite.page(
      head + ":::exercise[一]{objective=\"o1,o2\"}\n做＿＿\n\n:::solution\n七\n:::\n:::\n"
    ).generate()
    #expect(right.problems == [])
    // An answer in which nothing stands is none.
    let empty = try await MemorySite.page(
      head + ":::exercise[一]{objective=\"o1,o2\"}\n做＿＿\n\n:::solution\n:::\n:::\n"
    ).generate()
    #expect(empty.problems.contains("gate.answer"))
  }

  @Test(arguments: [
    ("做", ["gate.evidence"]), ("做\n\n::lines", []), ("做：＿＿", []), ("- [ ] 做", []),
    ("做\n\n::table{rows=2 cols=\"甲,乙\"}", []),
  ])
  func `asks of every exercise room in which it shows`(
    text: String, problems: [String]
  ) async throws {
    let head = "---\ntitle: 页\nobjectives: {o1: 甲}\n---\n"
    let made = try await MemorySite.page(
      head + ":::exercise[一]{objective=o1 open}\n\(text)\n:::\n"
    ).generate()
    #expect(made.problems == problems)
  }

  @Test func `asks every task of a day for its minutes`() async throws {
    func page(_ second: String) -> MemorySite {
      .page(
        "---\ntitle: 页\ntime: 30\n---\n:::discussion[一]{time=30}\n甲\n:::\n\n" + second + "\n")
    }
    for task in [
      ":::discussion[二]\n乙\n:::", ":::exercise[二]{open}\n乙\n:::", ":::case[二]\n乙\n:::",
      ":::quiz[二]\n```quiz\n- {ask: 几, open: 七}\n```\n:::",
    ] {
      let made = try await page(task).generate()
      #expect(made.problems == ["gate.time"], "\(task)")
      #expect(made.report.diagnostics.first?.place.line == 9, "\(task)")
    }
    // One inside another takes none of its own.
    let inside =
      "---\ntitle: 页\ntime: 30\n---\n"
      + ":::case[一]{time=30}\n甲\n\n:::discussion[二]\n乙\n:::\n:::\n"
    #expect(try await MemorySite.page(inside).generate().problems == [])
  }

  @Test func `asks a table for as many rows as its answer has`() async throws {
    func page(_ rows: Int) -> MemorySite {
      .page(
        """
        :::exercise[一]
        ::table{rows=\(rows) cols="客户,下一步"}

        :::answer
        | 客户 | 下一步 |
        | --- | --- |
        | 甲 | 问 |
        | 乙 | 谈 |
        :::
        :::

        """)
    }
    #expect(try await page(1).generate().problems == ["gate.space"])
    #expect(try await page(2).generate().problems == [])
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

  @Test func `asks for room for the answer to a question, which else makes its own`() async throws {
    // 45 characters × 7.5 mm × 1.2 = 405 mm: three lines of 165 mm.
    let answer = String(repeating: "写", count: 45)
    func page(_ lines: String) -> MemorySite {
      .page(":::quiz[问]\n```quiz\n- ask: 几\n  open: \(answer)\n\(lines)```\n:::\n")
    }
    let made = try await page("  lines: 2\n").generate()
    #expect(made.problems == ["gate.space"])
    #expect(made.report.diagnostics.first?.place.line == 3)
    #expect(try await page("  lines: 3\n").generate().problems == [])
    let own = try await page("").generate()
    #expect(own.problems == [])
    #expect(
      own["participant/index.html"].contains(
        "<div class=\"lines\">" + String(repeating: "<i class=\"mm-8\"></i>", count: 3) + "</div>"))
  }

  @Test func `compares a page with its translation`() async throws {
    let own =
      "---\ntitle: 甲\nobjectives: {o1: 甲}\n---\n"
      + ":::exercise[一]{#a time=5 objective=o1}\n做＿＿\n\n:::solution\n七\n:::\n:::\n"
    func site(_ other: String) -> MemorySite {
      MemorySite(files: ["Content/a.md": own, "Content/a.en.md": other])
    }
    let missing = try await site("---\ntitle: A\n---\nNothing.\n").generate()
    #expect(missing.problems == ["gate.translation", "gate.translation"])
    let other = own.replacing("time=5", with: "time=6")
    #expect(try await site(other).generate().problems == ["gate.translation"])
    #expect(try await site(own).generate().problems == [])
  }

  @Test(arguments: [
    ("## 乙\n", ""), (":::facilitator\n看\n:::\n", ""),
    (
      ":::quiz[问]\n```quiz\n- {ask: 哪, choice: [甲, 乙], answer: 甲}\n```\n:::\n",
      ":::quiz[Ask]\n```quiz\n- {ask: Which, choice: [A, B], answer: B}\n```\n:::\n"
    ),
    (
      ":::quiz[问]\n```quiz\n- {ask: 哪, open: 甲}\n- {ask: 几, open: 乙}\n```\n:::\n",
      ":::quiz[Ask]\n```quiz\n- {ask: Which, open: A}\n```\n:::\n"
    ),
  ])
  func `compares the sections, the notes and the questions of a translation`(
    own: String, other: String
  ) async throws {
    func problems(_ own: String, _ other: String) async throws -> [String] {
      let site = MemorySite(files: [
        "Content/a.md": "---\ntitle: 甲\n---\n\(own)",
        "Content/a.en.md": "---\ntitle: A\n---\n\(other)",
      ])
      return try await site.generate().problems
    }
    #expect(try await problems(own, other) == ["gate.translation"])
    #expect(try await problems(own, own) == [])
  }

  @Test func `misses a page that is not translated where others of its folder are`() async throws {
    var site = MemorySite(files: [
      "Content/index.md": "---\ntitle: 首页\n---\n首页。\n",
      "Content/x/a.md": "---\ntitle: 甲\n---\n甲。\n",
      "Content/x/a.en.md": "---\ntitle: A\n---\nA.\n",
      "Content/x/b.md": "---\ntitle: 乙\n---\n乙。\n",
    ])
    let made = try await site.generate()
    #expect(made.problems == ["gate.translation"])
    #expect(made.report.diagnostics.map(\.place.path) == ["Content/x/b.md"])
    site.settings = "gates: {translation: off}\n"
    #expect(try await site.generate().problems == [])
  }

  @Test func `compares the room to write in that a page and its translation leave`() async throws {
    func site(_ own: String, _ other: String) -> MemorySite {
      MemorySite(files: [
        "Content/a.md": "---\ntitle: 甲\n---\n\(own)\n",
        "Content/a.en.md": "---\ntitle: A\n---\n\(other)\n",
      ])
    }
    let own = """
      :::exercise[一]{open}
      做
      :::

      ::lines{n=3}

      ::table{rows=2 cols="甲,乙"}

      ::lines{n=1 audience=self}
      """
    let right = own.replacing("甲,乙", with: "A,B").replacing(
      "\n::lines{n=1 audience=self}", with: "")
    #expect(try await site(own, right).generate().problems == [])
    for (sign, other, line) in [
      ("n=3", "n=5", 8), ("rows=2", "rows=3", 10), ("A,B", "A,B,C", 10), ("::lines{n=3}", "", 1),
      (":::exercise[一]{open}", ":::note", 1),
    ] {
      let made = try await site(own, right.replacing(sign, with: other)).generate()
      #expect(made.problems == ["gate.translation"], "\(other)")
      #expect(made.report.diagnostics.first?.place.path == "Content/a.en.md")
      #expect(made.report.diagnostics.first?.place.line == line, "\(other)")
    }
  }

  @Test func `compares the numbers that a page and its translation say`() async throws {
    func site(_ own: String, _ other: String) -> MemorySite {
      MemorySite(files: [
        "Content/a.md": "---\ntitle: 甲\n---\n\(own)\n",
        "Content/a.en.md": "---\ntitle: A\n---\n\(other)\n",
      ])
    }
    let own = "还差三十天，要12万元，18家，四万六和0.25小时，2026年12月。"
    let right = "30 days to go, 120,000 yuan, 18 customers, 46,000 and 0.25 hours in December 2026."
    #expect(try await site(own, right).generate().problems == [])
    let missing = try await site(own, right.replacing("18", with: "many")).generate()
    #expect(missing.problems == ["gate.translation"])
    #expect(missing.report.diagnostics.first?.place.path == "Content/a.en.md")
    #expect(missing.report.diagnostics.first?.message.text(in: .chinese).contains("18") ?? false)
    let other = try await site(own, right + " In 45 days.").generate()
    #expect(other.report.diagnostics.map(\.place.path) == ["Content/a.md"])
    // Cells are numbers of their own, and small numbers may be words.
    let table = "| 一 | 二 |\n|--|--|\n| 40 | 60 |\n"
    #expect(try await site(table, table.replacing("一", with: "a")).generate().problems == [])
    #expect(try await site("3家", "three customers").generate().problems == [])
  }

  @Test func `compares the terms of a page and its translation`() async throws {
    func site(_ terms: String, _ text: String) -> MemorySite {
      MemorySite(files: [
        "Content/a.md": "---\ntitle: 甲\nterms: {缺口: 差多少}\n---\n先减出缺口。\n",
        "Content/a.en.md": "---\ntitle: A\nterms: \(terms)\n---\n\(text)\n",
      ])
    }
    #expect(try await site("{gap: what is missing}", "Find the Gap.").generate().problems == [])
    let other = try await site("{gap: what is missing}", "Find the hole.").generate()
    #expect(other.problems == ["gate.translation"])
    #expect(other.report.diagnostics.first?.message.text(in: .english).contains("gap") ?? false)
    let none = try await site("{}", "Find the gap.").generate()
    #expect(none.problems == ["gate.translation"])
  }
}
