import CCMarkGFM

/// Copies the library's tree into a document: flat, in source order, without marks, with bare
/// links found.
///
/// This is the one reader of the library's nodes. It walks without recursion.
struct TreeBuilder {
  private(set) var nodes: [Node] = []
  private(set) var text: [UInt8] = []
  /// Where each directive, and each line that only looks like one, stands among the nodes.
  private(set) var directives: [Int32] = []
  /// Containers that nothing closes, as indices into `directives`.
  private(set) var unclosed: [Int] = []
  /// The line that closes each container, by its index into `directives`.
  private(set) var closings: [Int: Int32] = [:]
  private(set) var headings: [Int32] = []
  private(set) var footnotes: [Int32] = []
  /// The node at which the page had grown past all measure, if it did.
  private(set) var overflow: Int?

  private let source: SourceMap
  private let options: ParsingOptions
  private let hasMarks: Bool
  private let types = NodeTypes()
  private let sizeLimit: Int

  private var open: [Int32] = []
  /// How many links and images are open: no bare link is looked for in them.
  private var linkDepth = 0
  private var places: InlinePlaces
  /// Which cell of its row comes next.
  private var nextColumn = 0
  /// Whether the last node is text that may still grow.
  private var isTextOpen = false
  private var addresses: AddressFinder

  init(source: SourceMap, options: ParsingOptions, hasMarks: Bool, sizeLimit: Int) {
    self.source = source
    self.options = options
    self.hasMarks = hasMarks
    self.sizeLimit = sizeLimit
    addresses = AddressFinder(source: source)
    places = InlinePlaces(source: source)
    nodes.reserveCapacity(source.bytes.count / 8)
    text.reserveCapacity(source.bytes.count)
  }

  /// Copies everything below the root.
  mutating func read(_ root: CMark.NodePointer) {
    guard var node = root.pointee.first_child else { return }
    while true {
      enter(node)
      if text.count > sizeLimit || nodes.count > sizeLimit {
        overflow = overflow ?? nodes.count - 1
      }
      if overflow == nil, let child = node.pointee.first_child {
        node = child
        continue
      }
      leave(node)
      while node.pointee.next == nil || overflow != nil {
        guard let parent = node.pointee.parent, parent != root else { return finishText() }
        node = parent
        leave(node)
      }
      guard let next = node.pointee.next else { return }
      node = next
    }
  }

  private mutating func enter(_ pointer: CMark.NodePointer) {
    let type = pointer.pointee.type
    if type == types.text { return addText(pointer) }
    finishText()
    guard !DirectiveSyntax.isGap(pointer), let kind = types.kind(of: type) else {
      noteClosing(pointer)
      return open.append(-1)
    }
    var node = Node(kind: kind)
    node.line = pointer.pointee.start_line
    node.column = pointer.pointee.start_column
    switch kind {
    case .paragraph, .heading, .cell, .headerCell, .title: startBlock(pointer, &node)
    case .softBreak, .hardBreak: places.lineBreak(isHard: kind == .hardBreak)
    case .text, .emphasis, .strong, .strikethrough: break
    case .code, .html, .link, .image, .footnoteReference: readInline(pointer, &node)
    default: readBlock(pointer, &node)
    }
    open.append(Int32(nodes.count))
    nodes.append(node)
  }

  private mutating func leave(_ pointer: CMark.NodePointer) {
    if pointer.pointee.type == types.text { return }
    finishText()
    guard let index = open.popLast(), index >= 0 else { return }
    nodes[Int(index)].end = Int32(nodes.count)
    if nodes[Int(index)].kind == .link || nodes[Int(index)].kind == .image { linkDepth -= 1 }
  }

  // MARK: Blocks

  /// Keeps where the innermost container is closed, where a node is the sign that does it.
  private mutating func noteClosing(_ pointer: CMark.NodePointer) {
    guard pointer.pointee.type == types.close else { return }
    let innermost = open.last { $0 >= 0 && nodes[Int($0)].kind == .container }
    guard let innermost else { return }
    closings[Int(nodes[Int(innermost)].number)] = pointer.pointee.start_line
  }

  private mutating func startBlock(_ pointer: CMark.NodePointer, _ node: inout Node) {
    places.startBlock(
      line: node.line, offset: node.column - 1 + pointer.pointee.internal_offset)
    switch node.kind {
    case .paragraph: node.detail = isTight(pointer) ? 1 : 0
    case .heading:
      node.detail = UInt8(clamping: pointer.pointee.as.heading.level)
      node.number = Int32(headings.count)
      headings.append(Int32(nodes.count))
    case .cell: readCell(pointer, &node)
    default: break
    }
  }

  private func isTight(_ paragraph: CMark.NodePointer) -> Bool {
    guard let list = paragraph.pointee.parent?.pointee.parent else { return false }
    return list.pointee.type == types.list && list.pointee.as.list.tight
  }

  private mutating func readCell(_ pointer: CMark.NodePointer, _ node: inout Node) {
    guard let row = pointer.pointee.parent else { return }
    if cmark_gfm_extensions_get_table_row_is_header(row) != 0 { node.kind = .headerCell }
    let column = nextColumn
    nextColumn += 1
    let table = row.pointee.parent
    guard let alignments = cmark_gfm_extensions_get_table_alignments(table),
      column < Int(cmark_gfm_extensions_get_table_columns(table))
    else { return }
    node.detail = alignments[column]
  }

  private mutating func readBlock(_ pointer: CMark.NodePointer, _ node: inout Node) {
    switch node.kind {
    case .bulletList where pointer.pointee.as.list.list_type == CMARK_ORDERED_LIST:
      node.kind = .orderedList
      node.number = pointer.pointee.as.list.start
    case .item where types.isTask(pointer):
      node.detail = cmark_gfm_extensions_get_tasklist_item_checked(pointer) ? 2 : 1
    case .codeBlock:
      node.detail = pointer.pointee.as.code.fenced != 0 ? 0 : 1
      node.text = append(cmark_shim_code_literal(pointer))
      node.more = append(cmark_shim_code_info(pointer))
    case .htmlBlock: node.text = append(cmark_shim_literal(pointer))
    case .tableRow:
      nextColumn = 0
      if cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 { node.kind = .tableHead }
    case .footnoteDefinition:
      node.number = Int32(footnotes.count)
      node.text = append(cmark_shim_literal(pointer))
      footnotes.append(Int32(nodes.count))
    case .container, .leaf:
      node.number = Int32(directives.count)
      if node.kind == .container, cmark_node_get_user_data(pointer) == nil {
        unclosed.append(directives.count)
      }
      directives.append(Int32(nodes.count))
    default: break
    }
  }

  // MARK: Text

  private mutating func readInline(_ pointer: CMark.NodePointer, _ node: inout Node) {
    (node.line, node.column) = places.place(line: node.line, column: node.column)
    switch node.kind {
    case .code, .html: node.text = append(cmark_shim_literal(pointer))
    case .footnoteReference:
      let number = cmark_shim_literal(pointer)
      let digits = UnsafeBufferPointer(start: number.start, count: Int(number.count))
      node.number = (Int32(String(decoding: digits, as: UTF8.self)) ?? 1) - 1
    default:
      node.text = append(cmark_shim_url(pointer))
      node.more = append(cmark_shim_title(pointer))
      linkDepth += 1
      findAutolink(pointer, &node)
    }
    if node.kind == .code, !options.plain, string(node.text, startsWith: [UInt8(ascii: "="), 32]) {
      node.detail = 1
    }
  }

  private func string(_ slice: Node.Slice, startsWith start: [UInt8]) -> Bool {
    text[Int(slice.start)..<Int(slice.end)].starts(with: start)
  }

  /// Puts an address in `<…>` where it is; a link that begins with a bracket is there already.
  private mutating func findAutolink(_ pointer: CMark.NodePointer, _ node: inout Node) {
    let line = source.bytes(ofLine: Int(node.line))
    let position = line.startIndex + Int(node.column) - 1
    let isFound =
      line.indices.contains(position)
      && (line[position] == UInt8(ascii: "[") || line[position] == UInt8(ascii: "!"))
    guard !isFound, let child = pointer.pointee.first_child else { return }
    let start = Node.Slice(start: UInt32(text.count), end: UInt32(text.count))
    let words = append(cmark_shim_literal(child))
    let column = Int32(source.contentColumn(line: Int(node.line)))
    node.column = addresses.column(
      of: text[Int(words.start)..<Int(words.end)], line: node.line, from: column, inBrackets: true)
    text.removeSubrange(Int(start.start)...)
  }

  private mutating func addText(_ pointer: CMark.NodePointer) {
    let slice = append(cmark_shim_literal(pointer))
    if slice.isEmpty { return }
    if isTextOpen {
      nodes[nodes.count - 1].text.end = slice.end
    } else {
      var node = Node(kind: .text)
      node.text = slice
      (node.line, node.column) = places.place(
        line: pointer.pointee.start_line, column: pointer.pointee.start_column)
      nodes.append(node)
      isTextOpen = true
    }
  }

  /// Ends the growing text node: bare links in it become nodes of their own.
  private mutating func finishText() {
    guard isTextOpen else { return }
    isTextOpen = false
    let last = nodes.count - 1
    nodes[last].end = Int32(nodes.count)
    guard linkDepth == 0 else { return }
    let whole = nodes[last].text
    let range = Int(whole.start)..<Int(whole.end)
    let links = text.withUnsafeBufferPointer { text -> [BareLink] in
      let part = UnsafeBufferPointer(rebasing: text[range])
      guard part.contains(where: { $0 == UInt8(ascii: ":") || $0 == 0x40 || $0 == 0x77 }) else {
        return []
      }
      let finder = BareLinkFinder(text: part, plain: options.plain)
      var links: [BareLink] = []
      while let link = finder.next(from: links.last?.range.upperBound ?? 0) { links.append(link) }
      return links
    }
    if !links.isEmpty { split(nodes.removeLast(), at: links) }
  }

  private mutating func split(_ whole: Node, at links: [BareLink]) {
    var next = whole.text.start
    for link in links {
      let start = whole.text.start + UInt32(link.range.lowerBound)
      let end = whole.text.start + UInt32(link.range.upperBound)
      addText(next..<start, like: whole)
      var node = Node(kind: .link)
      node.detail = 1
      node.line = whole.line
      node.column = addresses.column(
        of: text[Int(start)..<Int(end)], line: whole.line,
        from: whole.column + Int32(link.range.lowerBound))
      node.text.start = UInt32(text.count)
      text.append(
        contentsOf: UnsafeBufferPointer(
          start: link.prefix.utf8Start, count: link.prefix.utf8CodeUnitCount))
      text.append(contentsOf: text[Int(start)..<Int(end)])
      node.text.end = UInt32(text.count)
      node.end = Int32(nodes.count + 2)
      nodes.append(node)
      addText(start..<end, like: node)
      next = end
    }
    addText(next..<whole.text.end, like: whole)
  }

  private mutating func addText(_ range: Range<UInt32>, like model: Node) {
    guard !range.isEmpty else { return }
    var node = Node(kind: .text)
    node.text = Node.Slice(start: range.lowerBound, end: range.upperBound)
    (node.line, node.column) = (model.line, model.column)
    node.end = Int32(nodes.count + 1)
    nodes.append(node)
  }

  /// Copies bytes behind the text, without marks.
  private mutating func append(_ bytes: cmark_shim_bytes) -> Node.Slice {
    let start = UInt32(text.count)
    let bytes = UnsafeBufferPointer(start: bytes.start, count: Int(bytes.count))
    if hasMarks, Mark.stands(in: bytes) {
      text.append(contentsOf: Mark.removed(from: bytes))
    } else {
      text.append(contentsOf: bytes)
    }
    return Node.Slice(start: start, end: UInt32(text.count))
  }
}
