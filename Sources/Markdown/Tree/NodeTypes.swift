import CCMarkGFM

/// The library's node types, some of which are only known when it runs, and what they are here.
struct NodeTypes {
  let text = CMARK_NODE_TEXT.short
  let list = CMARK_NODE_LIST.short
  let close = DirectiveSyntax.shared.close.short
  private let kinds: [Node.Kind?]

  init() { kinds = Self.shared }

  /// What a node is, or nil where nothing of it is kept (the sign that closes a directive).
  func kind(of type: UInt16) -> Node.Kind? {
    let index = Self.index(type)
    return index < kinds.count ? kinds[index] : nil
  }

  /// Whether a list item is a task.
  func isTask(_ item: CMark.NodePointer) -> Bool { item.pointee.extension != nil }

  /// Blocks first, then inlines: the type's low bits, and half the table on.
  private static func index(_ type: UInt16) -> Int {
    Int(type & 0x3F) + (type & 0xC000 == 0xC000 ? 64 : 0)
  }

  private static let shared: [Node.Kind?] = {
    // The extensions have no types before they are registered.
    CMark.registerExtensions()
    var kinds = [Node.Kind?](repeating: nil, count: 128)
    let directive = DirectiveSyntax.shared
    let known: [(cmark_node_type, Node.Kind)] = [
      (CMARK_NODE_BLOCK_QUOTE, .blockQuote), (CMARK_NODE_LIST, .bulletList),
      (CMARK_NODE_ITEM, .item), (CMARK_NODE_CODE_BLOCK, .codeBlock),
      (CMARK_NODE_HTML_BLOCK, .htmlBlock), (CMARK_NODE_PARAGRAPH, .paragraph),
      (CMARK_NODE_HEADING, .heading), (CMARK_NODE_THEMATIC_BREAK, .thematicBreak),
      (CMARK_NODE_FOOTNOTE_DEFINITION, .footnoteDefinition), (CMARK_NODE_TEXT, .text),
      (CMARK_NODE_SOFTBREAK, .softBreak), (CMARK_NODE_LINEBREAK, .hardBreak),
      (CMARK_NODE_CODE, .code), (CMARK_NODE_HTML_INLINE, .html), (CMARK_NODE_EMPH, .emphasis),
      (CMARK_NODE_STRONG, .strong), (CMARK_NODE_LINK, .link), (CMARK_NODE_IMAGE, .image),
      (CMARK_NODE_FOOTNOTE_REFERENCE, .footnoteReference),
      (directive.container, .container), (directive.leaf, .leaf), (directive.mistake, .leaf),
      (directive.title, .title),
    ]
    for (type, kind) in known { kinds[index(type.short)] = kind }
    kinds[index(cmark_shim_type_table())] = .table
    kinds[index(cmark_shim_type_table_row())] = .tableRow
    kinds[index(cmark_shim_type_table_cell())] = .cell
    kinds[index(cmark_shim_type_strikethrough())] = .strikethrough
    return kinds
  }()
}
