/// One node of a page: a paragraph, a piece of text, a link.
///
/// The nodes of a document stand in one array in the order in which they begin; a node's children
/// follow it and end before `end`. So a subtree is a range, its first child is the next element,
/// and a walk needs neither pointers nor recursion.
struct Node: Hashable, Sendable {
  /// What a node is.
  enum Kind: UInt8, Hashable, Sendable {
    case paragraph, heading, blockQuote, bulletList, orderedList, item, codeBlock, htmlBlock
    case thematicBreak, table, tableHead, tableRow, headerCell, cell, footnoteDefinition
    case container, leaf, title
    case text, softBreak, hardBreak, code, html, emphasis, strong, strikethrough, link, image
    case footnoteReference

    /// Whether the node stands inside a line of text and holds other such nodes.
    var isInlineContainer: Bool {
      switch self {
      case .emphasis, .strong, .strikethrough, .link, .image: true
      default: false
      }
    }
  }

  /// A part of the document's text: the node's literal, address, title or info string.
  struct Slice: Hashable, Sendable {
    var start: UInt32 = 0
    var end: UInt32 = 0

    var isEmpty: Bool { start == end }
  }

  /// What the node is.
  var kind: Kind
  /// By kind: a heading's level; 1 for a tight paragraph, a formula, a block of code without a fence,
  /// or a line break that Chinese text does not want; a list item's task (1 open, 2 done); a cell's alignment (`l`, `c`, `r`).
  var detail: UInt8 = 0
  /// By kind: where a numbered list starts; which heading, directive or footnote this is.
  var number: Int32 = 0
  /// The index after the node's last descendant.
  var end: Int32 = 0
  /// The literal of a text, code or HTML node; the address of a link or image.
  var text = Slice()
  /// The info string of a code block; the title of a link or image; the id of a heading.
  var more = Slice()
  /// The line in the source, from 1.
  var line: Int32 = 0
  /// The byte in the line, from 1; 0 where it is not known.
  var column: Int32 = 0
}
