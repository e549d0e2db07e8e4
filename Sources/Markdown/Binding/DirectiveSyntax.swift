import CCMarkGFM

/// Directives as a syntax extension of the library, so that they nest in lists and quotes, and
/// code shields them, by the library's own rules.
///
/// The library asks the extension about every line that starts no other block. The node keeps no
/// text but its title: the reader of the tree finds the line by the node's position.
struct DirectiveSyntax: Sendable {
  /// The extension.
  static let shared = DirectiveSyntax()

  /// How deep containers may stand in one another.
  static let deepest = 32

  /// Where the extension stands in memory: it is made once, and neither moved nor taken away again.
  private let address: UInt
  /// `:::name`.
  let container: cmark_node_type
  /// `::name`.
  let leaf: cmark_node_type
  /// `:::` that closes a container.
  let close: cmark_node_type
  /// A line that looks like a directive and is none; the reader says why.
  let mistake: cmark_node_type
  /// What stands in brackets.
  let title: cmark_node_type

  /// The extension as the library knows it.
  var pointer: OpaquePointer? { OpaquePointer(bitPattern: address) }

  private init() {
    CMark.registerExtensions()
    let pointer = cmark_syntax_extension_new("directive")
    address = UInt(bitPattern: pointer)
    container = cmark_syntax_extension_add_node(0)
    leaf = cmark_syntax_extension_add_node(0)
    close = cmark_syntax_extension_add_node(0)
    mistake = cmark_syntax_extension_add_node(0)
    title = cmark_syntax_extension_add_node(0)
    cmark_syntax_extension_set_open_block_func(pointer) {
      _, indented, parser, parent, start, count in
      guard indented == 0, let parser, let parent, let start else { return nil }
      let line = UnsafeBufferPointer(start: start, count: Int(count))
      return DirectiveSyntax.shared.open(line, in: parent, parser)
    }
    cmark_syntax_extension_set_match_block_func(pointer) { _, _, _, _, node in
      let isOpen = node.map { DirectiveSyntax.shared.isOpenContainer($0) } ?? false
      return isOpen ? 1 : 0
    }
    cmark_syntax_extension_set_can_contain_func(pointer) { _, node, child in
      let mayContain = node.map { DirectiveSyntax.shared.may($0, contain: child) } ?? false
      return mayContain ? 1 : 0
    }
    cmark_syntax_extension_set_contains_inlines_func(pointer) { _, node in
      let isTitle = node.map { $0.pointee.type == DirectiveSyntax.shared.title.short } ?? false
      return isTitle ? 1 : 0
    }
  }

  /// What a line becomes where a block was left out: the one block of one line that the library does
  /// not take for a blank line, for which it would set the items of a list apart.
  static let gap = CMARK_NODE_THEMATIC_BREAK

  /// Whether a node stands where a block was left out.
  static func isGap(_ node: CMark.NodePointer) -> Bool {
    node.pointee.type == gap.short && node.pointee.extension == shared.pointer
  }

  private func isOpenContainer(_ node: CMark.NodePointer) -> Bool {
    node.pointee.type == container.short && cmark_node_get_user_data(node) == nil
  }

  /// A container holds blocks, a title holds text, and both sorts of directive hold a title.
  private func may(_ node: CMark.NodePointer, contain child: cmark_node_type) -> Bool {
    let type = node.pointee.type
    if type == title.short { return child.short & 0xC000 == 0xC000 }
    if child == title { return type == container.short || type == leaf.short }
    let isBlock = child.short & 0xC000 == 0x8000
    return type == container.short && isBlock && child != CMARK_NODE_ITEM
  }

  /// Opens or closes a block if a line says so.
  private func open(
    _ line: UnsafeBufferPointer<UInt8>, in parent: CMark.NodePointer, _ parser: OpaquePointer
  ) -> CMark.NodePointer? {
    let start = Int(cmark_parser_get_first_nonspace(parser))
    guard start < line.count, line[start] == UInt8(ascii: ":") || line[start] == 0xEF else {
      return nil
    }
    guard let found = DirectiveLine(ArraySlice(line[start...])) else { return nil }
    let type = type(of: found, in: parent)
    guard let node = cmark_parser_add_child(parser, parent, type, Int32(start + 1)) else {
      return nil
    }
    cmark_node_set_syntax_extension(node, pointer)
    if type == container || type == leaf { addTitle(of: found, to: node, parser) }
    let text = UnsafeRawPointer(line.baseAddress)?.assumingMemoryBound(to: CChar.self)
    let end = Int32(line.firstIndex { $0 == 10 || $0 == 13 } ?? line.count)
    cmark_parser_advance_offset(parser, text, end - cmark_parser_get_offset(parser), 0)
    return node
  }

  /// What a line becomes.
  ///
  /// One that closes a container marks it as closed.
  private func type(of line: DirectiveLine, in parent: CMark.NodePointer) -> cmark_node_type {
    if line.bytes.elementsEqual(CutText.gap.utf8) { return Self.gap }
    if line.form == .leaf { return leaf }
    let containers = openContainers(above: parent)
    if line.opens { return containers.count < Self.deepest ? container : mistake }
    guard line.closes, let innermost = containers.first else { return mistake }
    // Any pointer will do: it only says that the container is closed.
    cmark_node_set_user_data(innermost, pointer.map(UnsafeMutableRawPointer.init))
    return line.form == .close ? close : mistake
  }

  private func openContainers(above node: CMark.NodePointer) -> [CMark.NodePointer] {
    var found: [CMark.NodePointer] = []
    var next: CMark.NodePointer? = node
    while let node = next, found.count <= Self.deepest {
      if isOpenContainer(node) { found.append(node) }
      next = node.pointee.parent
    }
    return found
  }

  private func addTitle(
    of line: DirectiveLine, to node: CMark.NodePointer, _ parser: OpaquePointer
  ) {
    guard let range = line.title else { return }
    let offset = Int32(range.lowerBound - line.bytes.startIndex)
    let column = node.pointee.start_column + offset
    guard let child = cmark_parser_add_child(parser, node, title, column) else { return }
    cmark_node_set_syntax_extension(child, pointer)
    let text = String(decoding: line.bytes[range], as: UTF8.self)
    cmark_node_set_string_content(child, text)
  }
}

extension cmark_node_type {
  /// The type as a node holds it.
  var short: UInt16 { UInt16(truncatingIfNeeded: rawValue) }
}
