import Diagnostics
import Markdown
import Testing

/// What an author wrote, as a tree of blocks.
@Suite struct `The content of a page` {
  private func document(_ text: String) -> Document {
    Document.parse(SourceFile(path: "a.md", text: text)).value
  }

  /// A tree in short: kinds and texts, what is inside in brackets.
  private func outline(_ content: [Content]) -> String {
    content.map { block in
      let name =
        switch block.kind {
        case .paragraph: "p"
        case .heading(let level): "h\(level)"
        case .quote: "quote"
        case .list(let isOrdered): isOrdered ? "ol" : "ul"
        case .item(let isDone): isDone.map { $0 ? "done" : "open" } ?? "li"
        case .code(let info): "code-\(info)"
        case .html: "html"
        case .rule: "rule"
        case .table: "table"
        case .row(let isHead): isHead ? "head" : "row"
        case .cell: "cell"
        case .footnote: "footnote"
        case .directive(let directive): directive.name
        }
      let inside = block.children.isEmpty ? "" : "[" + outline(block.children) + "]"
      return name + (block.text.isEmpty ? "" : ":" + block.text) + inside
    }.joined(separator: " ")
  }

  @Test func `has the words of each block without markup, and the blocks inside it`() {
    let page = document("# 一 *二*\n\n> 引 [文](b.md)\n\n1. 甲\n2. `乙`\n\n---\n")
    #expect(
      outline(page.content) == "h1:一 二 quote[p:引 文] ol[li[p:甲] li[p:乙]] rule")
  }

  @Test func `has tasks, tables and code`() {
    let page = document(
      "- [x] 做了\n- [ ] 没做\n\n| 头 |\n|---|\n| 格 |\n\n```quiz one\n问？\n```\n")
    #expect(
      outline(page.content)
        == "ul[done[p:做了] open[p:没做]] table[head[cell:头] row[cell:格]] code-quiz one:问？\n")
  }

  @Test func `of a directive is what stands inside it, other directives with theirs`() throws {
    let page = document(
      ":::exercise[题]\n问\n\n:::solution\n- 答\n:::\n\n::lines{n=2}\n:::\n\n后\n")
    let exercise = try #require(page.directives.first)
    #expect(outline(page.content(of: exercise)) == "p:问 solution[ul[li[p:答]]] lines")
    #expect(
      outline(page.content) == "exercise[p:问 solution[ul[li[p:答]]] lines] p:后")
    let lines = try #require(page.directives.first { $0.name == "lines" })
    #expect(page.content(of: lines) == [])
  }

  @Test func `knows where each block stands`() throws {
    let page = document("甲\n\n- 乙\n")
    #expect(page.content.map(\.place.line) == [1, 3])
  }
}
