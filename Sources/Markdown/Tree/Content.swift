package import Diagnostics

/// A block of a page as a tree: what it is, what it says, and what stands inside it.
///
/// It is for those who look at what an author wrote, not at its HTML: a quiz looks for its answers, a
/// slide for its headings.
package struct Content: Hashable, Sendable {
  /// What a block is.
  package enum Kind: Hashable, Sendable {
    case paragraph
    /// A heading of level 1 to 6.
    case heading(level: Int)
    case quote
    case list(isOrdered: Bool)
    /// An item of a list; a task is done or not, any other item neither.
    case item(isDone: Bool?)
    /// Code with the info string of its fence.
    case code(info: String)
    case html
    case rule
    case table
    case row(isHead: Bool)
    case cell
    case footnote
    /// A directive that was read.
    case directive(Directive)
  }

  /// What it is.
  package let kind: Kind
  /// Its own words without markup; those of the blocks inside it are theirs.
  package fileprivate(set) var text: String
  /// The same without what stands in code; nil where it has none.
  fileprivate var plain: String?
  /// Its own words but those in code.
  package var textBesideCode: String { plain ?? text }
  /// Where it stands.
  package let place: Place
  /// The blocks inside it, in order.
  package fileprivate(set) var children: [Content] = []

  fileprivate mutating func add(_ words: String, isCode: Bool) {
    if isCode {
      plain = plain ?? text
    } else if plain != nil {
      plain?.append(words)
    }
    text += words
  }
}

extension Document {
  /// The page as a tree of blocks.
  ///
  ///     Document.parse(SourceFile(path: "a.md", text: "- [x] **甲**\n")).value.content
  ///       .first?.children.first?.kind  // .item(isDone: true)
  package var content: [Content] { content(of: 0..<nodes.count) }

  /// The blocks inside a directive of the page; none where it is not one of the page's, or a leaf.
  package func content(of directive: Directive) -> [Content] {
    guard let number = directives.firstIndex(where: { $0.place == directive.place }),
      let index = nodes.firstIndex(where: {
        ($0.kind == .container || $0.kind == .leaf) && Int($0.number) == number
      })
    else { return [] }
    return content(of: index + 1..<Int(nodes[index].end))
  }

  /// The blocks among some nodes; a stack, since blocks may stand deep inside one another.
  private func content(of range: Range<Int>) -> [Content] {
    var done: [Content] = []
    var open: [(end: Int, content: Content)] = []
    func close(before index: Int) {
      while let last = open.last, last.end <= index {
        open.removeLast()
        if open.isEmpty {
          done.append(last.content)
        } else {
          open[open.count - 1].content.children.append(last.content)
        }
      }
    }
    var index = range.lowerBound
    while index < range.upperBound {
      close(before: index)
      let node = nodes[index]
      if let kind = contentKind(of: node) {
        let content = Content(kind: kind, text: literal(of: node), place: place(of: node))
        open.append((Int(node.end), content))
      } else if node.kind == .title {
        index = Int(node.end)
        continue
      } else if let words = words(of: node), !open.isEmpty {
        open[open.count - 1].content.add(words, isCode: node.kind == .code)
      }
      index += 1
    }
    close(before: range.upperBound)
    return done
  }

  private func contentKind(of node: Node) -> Content.Kind? {
    switch node.kind {
    case .paragraph: .paragraph
    case .heading: .heading(level: Int(node.detail))
    case .blockQuote: .quote
    case .bulletList: .list(isOrdered: false)
    case .orderedList: .list(isOrdered: true)
    case .item: .item(isDone: node.detail == 0 ? nil : node.detail == 2)
    case .codeBlock: .code(info: string(node.more))
    case .htmlBlock: .html
    case .thematicBreak: .rule
    case .table: .table
    case .tableHead: .row(isHead: true)
    case .tableRow: .row(isHead: false)
    case .headerCell, .cell: .cell
    case .footnoteDefinition: .footnote
    case .container, .leaf:
      directives.indices.contains(Int(node.number))
        ? .directive(directives[Int(node.number)]) : .paragraph
    case .title, .text, .softBreak, .hardBreak, .code, .html, .emphasis, .strong, .strikethrough,
      .link, .image, .footnoteReference:
      nil
    }
  }

  /// The text of a block that holds no other nodes.
  private func literal(of node: Node) -> String {
    node.kind == .codeBlock || node.kind == .htmlBlock ? string(node.text) : ""
  }

  /// What a node inside a line says; nil where the nodes inside it say it.
  private func words(of node: Node) -> String? {
    switch node.kind {
    case .text, .code: string(node.text)
    case .softBreak: node.detail == 1 ? "" : " "
    case .hardBreak: "\n"
    case .paragraph, .heading, .blockQuote, .bulletList, .orderedList, .item, .codeBlock,
      .htmlBlock, .thematicBreak, .table, .tableHead, .tableRow, .headerCell, .cell,
      .footnoteDefinition, .container, .leaf, .title, .html, .emphasis, .strong, .strikethrough,
      .link, .image, .footnoteReference:
      nil
    }
  }
}
