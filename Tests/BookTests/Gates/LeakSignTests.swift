import Testing

@testable import Book

/// Pages without a directive are looked at closer only where their bytes could hold a sign.
@Suite struct `Signs of what looks hidden` {
  @Test(arguments: [
    "```solution\n答\n```\n", "~~~ Answer\n答\n~~~\n", "> [!Answer]\n> 答\n", "> [! 答案]\n> 答\n",
    ":solution\n", "- ：答案\n", ":**solution**\n", "‹!-- 答案 -->\n", "<!- 答案 -->\n", "＜！－－ 答案\n",
  ])
  func `are looked for closer`(text: String) {
    #expect(LeakGate.maySign(in: Array(text.utf8)))
  }

  @Test(arguments: [
    "一份答案，一个讲师：都是话。\n", "The answer is in the text; ask the trainer!\n", "![图](a.svg)\n",
    "```calc\n单量 = 1\n```\n", "",
  ])
  func `are not in plain words, pictures and code`(text: String) {
    #expect(!LeakGate.maySign(in: Array(text.utf8)))
  }

  @Test func `are told on a page that has no directive`() async throws {
    let site = MemorySite(files: ["Content/a.md": "# 甲\n\n> [!answer]\n> 答\n"])
    #expect(try await site.generate().problems.contains("gate.looks-hidden"))
  }
}
