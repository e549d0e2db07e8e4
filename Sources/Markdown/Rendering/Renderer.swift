import Diagnostics

/// Walks over a document's nodes and writes HTML: opening markup where a node begins, closing
/// markup where it ends.
///
/// It never recurses into blocks, so that no nesting is too deep.
struct Renderer {
  /// Where the HTML goes.
  enum Mode: Hashable {
    /// Into pieces.
    case page
    /// Into one run without pieces, for titles and for headings in navigation.
    case inline(links: Bool)
  }

  let document: Document
  let rendering: Rendering
  let isPlain: Bool

  var mode = Mode.page
  var html: HTMLWriter
  var footnotes: FootnoteOrder
  /// The nodes whose markup is open.
  var open: [Int32] = []

  private var result = Body()
  private var pieces: [Piece] = []
  /// The directives and elements that are open, each with the pieces before it.
  private var outer: [(part: Part, enclosing: [Piece])] = []
  /// How many lists are open, one in the other.
  private var openLists = 0

  /// What has pieces inside it.
  private enum Part {
    case directive(Directive)
    case element(BlockElement)
  }

  init(_ document: Document, _ rendering: Rendering) {
    self.document = document
    self.rendering = rendering
    isPlain = document.options.plain
    html = HTMLWriter(capacity: document.text.count * 3 / 2 + 256)
    footnotes = FootnoteOrder(count: document.footnotes.count)
  }

  /// The whole page.
  mutating func body() -> Body {
    walk(document.nodes.indices)
    writeFootnotes()
    flush()
    result.pieces = pieces
    return result
  }

  /// Writes a range of nodes.
  mutating func walk(_ range: Range<Int>) {
    let outside = open.count
    var index = range.lowerBound
    while index < range.upperBound {
      closeEnded(at: index, downTo: outside)
      index = enter(index)
    }
    closeEnded(at: range.upperBound, downTo: outside)
  }

  private mutating func closeEnded(at index: Int, downTo outside: Int) {
    while open.count > outside, let last = open.last, document.nodes[Int(last)].end <= index {
      open.removeLast()
      close(Int(last))
    }
  }

  /// Writes the start of a node and gives the index to go on with.
  private mutating func enter(_ index: Int) -> Int {
    let node = document.nodes[index]
    switch node.kind {
    case .text: writeText(document.bytes(node.text))
    case .softBreak: writeSoftBreak(node)
    case .hardBreak: html.markup("<br />\n")
    case .code: writeCode(node)
    case .html: writeInlineHTML(node)
    case .thematicBreak:
      html.freshLine()
      html.markup("<hr />\n")
    case .codeBlock: writeCodeBlock(node)
    case .htmlBlock: writeHTMLBlock(node)
    case .image: return writeImage(node, at: index)
    case .footnoteReference: writeReference(node)
    case .footnoteDefinition where mode == .page: return Int(node.end)
    case .container, .leaf: return enterDirective(node, at: index)
    case .link where mode == .inline(links: false): break
    default:
      openMarkup(node, at: index)
      open.append(Int32(index))
    }
    return index + 1
  }

  /// Writes text; a blank to write in, `＿＿` or longer, is marked, so that no line ends within it.
  ///
  /// Blanks with a stroke or a colon between them are one: `＿＿／＿＿`.
  private mutating func writeText(_ text: ArraySlice<UInt8>) {
    var rest = text
    while !isPlain, let found = rest.firstRange(ofText: "＿＿") {
      html.text(rest[..<found.lowerBound])
      var end = found.upperBound
      end = rest[end...].endOfBlank
      while let next = rest[end...].startOfBlankBehindMark {
        end = rest[(next + "＿＿".utf8.count)...].endOfBlank
      }
      html.markup("<span class=\"gap\">")
      html.text(rest[found.lowerBound..<end])
      html.markup("</span>")
      rest = rest[end...]
    }
    html.text(rest)
  }

  // MARK: Pieces

  /// Ends the run of HTML and puts a piece behind it.
  mutating func put(_ piece: Piece) {
    flush()
    pieces.append(piece)
  }

  private mutating func flush() {
    if !html.bytes.isEmpty { pieces.append(.html(html.take())) }
  }

  /// Ends the run of HTML and takes all pieces since the last call.
  mutating func takePieces() -> [Piece] {
    flush()
    defer { pieces = [] }
    return pieces
  }

  /// Puts pieces that were taken back.
  mutating func put(_ more: [Piece]) {
    flush()
    pieces += more
  }

  // MARK: Directives

  private mutating func enterDirective(_ node: Node, at index: Int) -> Int {
    guard node.number >= 0 else { return Int(node.end) }
    var directive = document.directives[Int(node.number)]
    guard mode == .page else { return index + 1 }
    if let id = directive.id { result.ids.append(id) }
    var next = index + 1
    if next < node.end, document.nodes[next].kind == .title {
      let end = Int(document.nodes[next].end)
      directive.title?.html = inline(next + 1..<end, links: true)
      next = end
    }
    html.freshLine()
    begin(.directive(directive))
    open.append(Int32(index))
    return next
  }

  private mutating func begin(_ part: Part) {
    flush()
    outer.append((part, pieces))
    pieces = []
  }

  /// Closes a directive or an element: what was written since it began is its body.
  mutating func closePart() {
    guard var frame = outer.popLast() else { return }
    flush()
    switch frame.part {
    case .directive(let directive): frame.enclosing.append(.directive(directive, body: pieces))
    case .element(let element): frame.enclosing.append(.element(element, body: pieces))
    }
    pieces = frame.enclosing
  }

  // MARK: Lists

  /// Opens a list: one that stands in no other is a part of the page's tree.
  mutating func openList(_ list: BlockElement) {
    openLists += 1
    if openLists == 1 { begin(.element(list)) } else { html.html(list.opening) }
  }

  mutating func closeList(_ list: BlockElement) {
    openLists -= 1
    if openLists == 0 { closePart() } else { html.html(list.closing) }
  }

  /// Writes nodes of a line into a run of their own.
  private mutating func inline(_ range: Range<Int>, links: Bool) -> [UInt8] {
    let saved = (html, mode)
    html = HTMLWriter()
    mode = .inline(links: links)
    walk(range)
    let inline = html.take()
    (html, mode) = saved
    return inline
  }

  // MARK: Headings, links, ids

  mutating func openHeading(_ node: Node, at index: Int) {
    let level = Int(node.detail)
    guard !isPlain else { return begin(.element(.heading(level: level, id: nil))) }
    let id = document.string(node.more)
    begin(.element(.heading(level: level, id: id)))
    result.ids.append(id)
    result.headings.append(
      Heading(
        level: level, id: id, text: document.plainText(of: index),
        html: inline(index + 1..<Int(node.end), links: false), place: document.place(of: node)))
  }

  mutating func note(_ id: String) { result.ids.append(id) }

  /// Writes the address of a link or an image, as the reader of the page wants it, if it is safe.
  mutating func writeAddress(of node: Node) {
    let address = document.bytes(node.text)
    guard !isPlain else { return writeSafe(address) }
    let kind: Link.Kind = node.kind == .image ? .image : node.detail == 1 ? .bare : .link
    let link = Link(
      kind: kind, destination: String(decoding: address, as: UTF8.self),
      place: document.place(of: node))
    if mode == .page || mode == .inline(links: true) { result.links.append(link) }
    guard let rewrite = rendering.address else { return writeSafe(address) }
    writeSafe(Array(rewrite(link).utf8)[...])
  }

  private mutating func writeSafe(_ address: ArraySlice<UInt8>) {
    let isSafe =
      document.options.rawHTML
      || (isPlain ? Address.isSafeForLibrary(address) : Address.isSafe(address))
    if isSafe { html.address(address) }
  }
}

extension ArraySlice<UInt8> {
  /// Where a run of `＿` at the beginning ends.
  fileprivate var endOfBlank: Int {
    var end = startIndex
    while self[end...].starts(with: "＿".utf8) { end += "＿".utf8.count }
    return end
  }

  /// Where a blank begins that a single stroke, bar or colon parts from the beginning; nil where none does.
  fileprivate var startOfBlankBehindMark: Int? {
    for mark in ["／", "/", "｜", "|", "：", ":", "—"] where starts(with: mark.utf8) {
      let next = startIndex + mark.utf8.count
      return self[next...].starts(with: "＿＿".utf8) ? next : nil
    }
    return nil
  }
}
