import Diagnostics
import Testing

@testable import Markdown

/// Pages set out so that their sources read well, and what must not change by it.
@Suite struct `A formatted page` {
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    let before: String
    let after: String
    var testDescription: String { name }
  }

  private static func format(_ text: String) -> String {
    let page = FormattedPage(SourceFile(path: "a.md", text: text))
    return String(decoding: page.bytes, as: UTF8.self)
  }

  private static let layout = [
    Example(
      name: "blank lines around the lines of blocks",
      before: "甲\n:::exercise[一]\n做\n:::hint\n想\n:::\n::lines{n=2}\n:::\n乙\n",
      after: "甲\n\n:::exercise[一]\n\n做\n\n:::hint\n\n想\n\n:::\n\n::lines{n=2}\n\n:::\n\n乙\n"),
    Example(
      name: "a quotation goes on", before: "> :::note\n> 甲\n> :::\n",
      after: "> :::note\n>\n> 甲\n>\n> :::\n"),
    Example(
      name: "the items of a list stay close together",
      before: "- 甲\n- 乙\n::lines{n=1}\n", after: "- 甲\n- 乙\n\n::lines{n=1}\n"),
    Example(
      name: "a table, Chinese characters as two",
      before: "|客户|amount|类|\n|:-|--:|:-:|\n|白桦|3|B|\n|a\\|b||很长的一格|\n",
      after: """
        | 客户 | amount |     类     |
        | :--- | -----: | :--------: |
        | 白桦 |      3 |     B      |
        | a\\|b |        | 很长的一格 |

        """),
    Example(
      name: "a table in a quotation, with cells too many and too few",
      before: "> a|b\n> -|-\n> 1|2|3\n> 1\n",
      after: "> | a   | b   |\n> | --- | --- |\n> | 1   | 2   | 3 |\n> | 1   |\n"),
    Example(
      name: "lines that end as Windows writes them", before: ":::note\r\n甲\r\n:::\r\n",
      after: ":::note\r\n\r\n甲\r\n\r\n:::\r\n"),
    Example(
      name: "code stays", before: "```\n:::note\n甲\n:::\n|a|\n|-|\n```\n",
      after: "```\n:::note\n甲\n:::\n|a|\n|-|\n```\n"),
    Example(name: "a last line without an end", before: "::lines\n甲", after: "::lines\n\n甲"),
  ]

  private static let signs = [
    Example(name: "colons", before: "：：：note\n\n甲\n\n：：：\n", after: ":::note\n\n甲\n\n:::\n"),
    Example(
      name: "brackets and braces", before: ":::note［甲（一）］｛#a　kind＝tip｝\n\n乙\n\n:::\n",
      after: ":::note[甲（一）]{#a kind=tip}\n\n乙\n\n:::\n"),
    Example(
      name: "quotes around options", before: "::table{rows=“3” cols=“客户,“大”单”}\n",
      after: "::table{rows=\"3\" cols=\"客户,“大”单\"}\n"),
    Example(
      name: "quotes inside quotes stay", before: "::table{rows=3 cols=\"“大”单\"}\n",
      after: "::table{rows=3 cols=\"“大”单\"}\n"),
    Example(name: "an id of a heading", before: "## 标题 ｛#a｝\n", after: "## 标题 {#a}\n"),
    Example(name: "of text stay", before: "甲：：：乙［一］｛二｝\n", after: "甲：：：乙［一］｛二｝\n"),
    Example(name: "in code stay", before: "```\n：：：note\n```\n", after: "```\n：：：note\n```\n"),
  ]

  @Test(arguments: layout + signs) func `is set out`(example: Example) {
    #expect(Self.format(example.before) == example.after)
  }

  @Test(arguments: layout + signs) func `is not changed again`(example: Example) {
    #expect(Self.format(example.after) == example.after)
    #expect(!FormattedPage(SourceFile(path: "a.md", text: example.after)).isChanged)
  }

  @Test func `says what was done`() {
    let page = FormattedPage(
      SourceFile(path: "a.md", text: "：：：note\n甲\n：：：\n|a|\n|-|\n|b|\n"))
    #expect(page.mendedLines == 2)
    #expect(page.blankLines == 3)
    #expect(page.tables == 1)
  }

  @Test func `keeps its head byte for byte`() {
    let head = "---\ntitle：  \"甲\"\n|a|\n---\n"
    let page = FormattedPage(
      SourceFile(path: "a.md", text: head + "::lines\n乙\n"), from: head.utf8.count)
    #expect(String(decoding: page.bytes, as: UTF8.self) == head + "::lines\n\n乙\n")
  }

  @Test func `stays as it is where it is no text`() {
    let bytes: [UInt8] = Array("：：：note\n".utf8) + [0xFF, 10]
    #expect(FormattedPage(SourceFile(path: "a.md", bytes: bytes)).bytes == bytes)
  }

  /// Pages of every construct: the tree stays, and a second time changes nothing.
  @Test(arguments: 0..<8) func `says the same as before`(seed: UInt64) {
    var maker = PageMaker(seed: seed)
    for _ in 0..<150 {
      let text = maker.page(blocks: 1 + maker.number(below: 8))
      let once = FormattedPage(SourceFile(path: "a.md", text: text))
      let twice = FormattedPage(SourceFile(path: "a.md", bytes: once.bytes))
      #expect(twice.bytes == once.bytes, "\(text.debugDescription)")
      // What was mended is read as it was meant; everything else as before.
      guard once.mendedLines == 0 else { continue }
      let before = Document.parse(SourceFile(path: "a.md", text: text)).value
      let after = Document.parse(SourceFile(path: "a.md", bytes: once.bytes)).value
      #expect(before.hasTree(of: after), "\(text.debugDescription)")
    }
  }
}
