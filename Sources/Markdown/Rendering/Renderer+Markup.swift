import Diagnostics

// What each kind of node becomes.
extension Renderer {
  mutating func openMarkup(_ node: Node, at index: Int) {
    switch node.kind {
    case .emphasis: html.markup("<em>")
    case .strong: html.markup("<strong>")
    case .strikethrough: html.markup("<del>")
    case .link: openLink(node)
    case .paragraph where node.detail == 1: openTask(index)
    case .title: break
    default:
      html.freshLine()
      openBlock(node, at: index)
    }
  }

  private mutating func openBlock(_ node: Node, at index: Int) {
    switch node.kind {
    case .paragraph:
      html.markup("<p>")
      openTask(index)
    case .heading: openHeading(node, at: index)
    case .blockQuote: html.markup("<blockquote>\n")
    case .bulletList: openList(.bulletList)
    case .orderedList: openList(.orderedList(first: Int(node.number)))
    case .item: openItem(node, at: index)
    case .table:
      html.markup(isPlain ? "<table>\n" : "<div class=\"table-scroll\" tabindex=\"0\">\n<table>\n")
    case .tableHead: html.markup("<thead>\n<tr>\n")
    case .tableRow:
      if document.nodes[index - 1].kind != .tableRow, isFirstRow(index) { html.markup("<tbody>\n") }
      html.markup("<tr>\n")
    case .headerCell, .cell: openCell(node)
    default: break
    }
  }

  mutating func close(_ index: Int) {
    let node = document.nodes[index]
    switch node.kind {
    case .emphasis: html.markup("</em>")
    case .strong: html.markup("</strong>")
    case .strikethrough: html.markup("</del>")
    case .link: html.markup("</a>")
    case .container, .leaf, .heading: closePart()
    case .paragraph:
      closeTask(index)
      if node.detail == 0 { html.markup("</p>\n") }
    case .blockQuote:
      html.freshLine()
      html.markup("</blockquote>\n")
    case .bulletList: closeList(.bulletList)
    case .orderedList: closeList(.orderedList(first: Int(node.number)))
    case .item: html.markup("</li>\n")
    case .headerCell: html.markup("</th>\n")
    case .cell: html.markup("</td>\n")
    case .tableHead: html.markup("</tr>\n</thead>\n")
    case .tableRow: html.markup("</tr>\n")
    case .table: closeTable(index)
    default: break
    }
  }

  // MARK: Links and images

  private mutating func openLink(_ node: Node) {
    html.markup("<a href=\"")
    writeAddress(of: node)
    writeTitle(of: node)
    html.markup("\">")
  }

  private mutating func writeTitle(of node: Node) {
    guard !node.more.isEmpty else { return }
    html.markup("\" title=\"")
    html.text(document.bytes(node.more))
  }

  /// An image's content is its alternative text, without markup.
  mutating func writeImage(_ node: Node, at index: Int) -> Int {
    html.markup("<img src=\"")
    writeAddress(of: node)
    html.markup("\" alt=\"")
    for inner in document.nodes[(index + 1)..<Int(node.end)] {
      switch inner.kind {
      case .text, .code: html.text(document.bytes(inner.text))
      case .html: html.text(HTMLComments.removed(from: document.bytes(inner.text)))
      case .softBreak, .hardBreak: if inner.detail == 0 { html.markup(" ") }
      default: break
      }
    }
    writeTitle(of: node)
    html.markup("\" />")
    return Int(node.end)
  }

  // MARK: Lists

  private mutating func openItem(_ node: Node, at index: Int) {
    guard node.detail > 0 else { return html.markup("<li>") }
    if isPlain {
      html.markup("<li>")
      html.markup(
        node.detail == 2
          ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
          : "<input type=\"checkbox\" disabled=\"\" /> ")
    } else {
      html.markup("<li class=\"task\">")
    }
  }

  /// The box of a task stands in a label with its text, so that it has a name when it is read out.
  private mutating func openTask(_ paragraph: Int) {
    guard let item = taskItem(of: paragraph) else { return }
    html.markup("<label><input type=\"checkbox\" disabled")
    if item.detail == 2 { html.markup(" checked") }
    html.markup(" /> ")
  }

  private mutating func closeTask(_ paragraph: Int) {
    if taskItem(of: paragraph) != nil { html.markup("</label>") }
  }

  private func taskItem(of paragraph: Int) -> Node? {
    guard !isPlain, paragraph > 0 else { return nil }
    let before = document.nodes[paragraph - 1]
    return before.kind == .item && before.detail > 0 ? before : nil
  }

  // MARK: Tables

  private func isFirstRow(_ index: Int) -> Bool {
    guard let table = open.last(where: { document.nodes[Int($0)].kind == .table }) else {
      return false
    }
    return document.nodes[Int(table) + 1].end == index
  }

  private mutating func openCell(_ node: Node) {
    html.markup(node.kind == .headerCell ? "<th" : "<td")
    switch node.detail {
    case UInt8(ascii: "l"): html.markup(isPlain ? " align=\"left\"" : " class=\"align-left\"")
    case UInt8(ascii: "c"): html.markup(isPlain ? " align=\"center\"" : " class=\"align-center\"")
    case UInt8(ascii: "r"): html.markup(isPlain ? " align=\"right\"" : " class=\"align-right\"")
    default: break
    }
    html.markup(">")
  }

  private mutating func closeTable(_ index: Int) {
    let hasRows = document.nodes[index + 1].end < document.nodes[index].end
    if hasRows { html.markup("</tbody>\n") }
    html.markup(isPlain ? "</table>\n" : "</table>\n</div>\n")
  }

  // MARK: Text and code

  mutating func writeSoftBreak(_ node: Node) {
    if node.detail == 0 { html.markup("\n") }
  }

  mutating func writeCode(_ node: Node) {
    let code = document.bytes(node.text)
    if node.detail == 1, mode == .page {
      let formula = code.dropFirst(2)
      return put(
        .formula(String(decoding: formula, as: UTF8.self), place: formulaPlace(node)))
    }
    html.markup("<code>")
    html.text(code)
    html.markup("</code>")
  }

  /// Where the formula in a code span starts: behind `= `, and behind the blank that Markdown
  /// takes off `` ` = a ` ``.
  private func formulaPlace(_ node: Node) -> Place {
    let line = document.source.bytes(ofLine: Int(node.line))
    let start = line.startIndex + Int(node.column) - 1
    let blank = line.indices.contains(start) && line[start] == 32 ? 1 : 0
    return document.source.place(line: Int(node.line), column: Int(node.column) + 2 + blank)
  }

  mutating func writeCodeBlock(_ node: Node) {
    let info = document.bytes(node.more)
    let word = info.prefix { ![9, 10, 11, 12, 13, 32].contains($0) }
    let code = document.bytes(node.text)
    if mode == .page, !isPlain, !word.isEmpty {
      let kind = String(decoding: word, as: UTF8.self)
      if rendering.isData(kind) {
        let rest = info[word.endIndex...].drop { $0 == 32 || $0 == 9 }
        html.freshLine()
        return put(
          .data(
            kind: kind, info: String(decoding: rest, as: UTF8.self),
            text: String(decoding: code, as: UTF8.self), place: document.place(of: node)))
      }
    }
    html.freshLine()
    html.markup("<pre><code")
    if !word.isEmpty {
      html.markup(" class=\"language-")
      html.text(word)
      html.markup("\"")
    }
    html.markup(">")
    html.text(code)
    html.markup("</code></pre>\n")
  }

  // MARK: Raw HTML

  mutating func writeInlineHTML(_ node: Node) {
    var markup = document.bytes(node.text)
    if !isPlain { markup = HTMLComments.removed(from: markup) }
    guard document.options.rawHTML else { return html.text(markup) }
    html.html(markup)
    noteIDs(in: markup)
  }

  mutating func writeHTMLBlock(_ node: Node) {
    html.freshLine()
    var markup = document.bytes(node.text)
    if !isPlain {
      markup = HTMLComments.removed(from: markup)
      if HTMLComments.are(markup) { return }
    }
    if document.options.rawHTML {
      html.html(markup)
      noteIDs(in: markup)
      return html.freshLine()
    }
    while markup.last == 10 || markup.last == 13 { markup.removeLast() }
    html.markup("<p>")
    html.text(markup)
    html.markup("</p>\n")
  }
}
