import Diagnostics

/// A page that was read: its blocks, its text and what is known about them.
///
/// A document is a value that shares nothing with the parser. What an edition or an audience may
/// not see is left out before it is made; see ``Manuscript``.
package struct Document: Sendable {
  /// All nodes in the order in which they begin.
  var nodes: [Node] = []
  /// The text that the nodes point into, as UTF-8.
  var text: [UInt8] = []
  /// Where lines and columns are.
  var source: SourceMap
  /// How the page was read.
  package let options: ParsingOptions
  /// Every directive of the page in source order.
  package internal(set) var directives: [Directive] = []
  /// Which lines of the text each directive takes, from the one that opens it to the one that closes
  /// it, and before which byte of the first it begins.
  var extents: [Extent] = []
  /// Where each footnote's definition stands among the nodes.
  var footnotes: [Int32] = []
  /// The nodes that are headings, in order.
  var headings: [Int32] = []

  /// The bytes that a node points to.
  func bytes(_ slice: Node.Slice) -> ArraySlice<UInt8> { text[Int(slice.start)..<Int(slice.end)] }

  /// The text that a node points to.
  func string(_ slice: Node.Slice) -> String { String(decoding: bytes(slice), as: UTF8.self) }

  /// Where a node stands in the source.
  func place(of node: Node) -> Place {
    source.place(line: Int(node.line), column: Int(node.column))
  }
}

extension Document: Hashable {
  /// Two documents of one text, read alike, are the same: everything else is read from these.
  package static func == (left: Self, right: Self) -> Bool {
    left.source == right.source && left.options == right.options
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(source.bytes)
    hasher.combine(options)
  }
}

/// How a page is read.
package struct ParsingOptions: Hashable, Sendable {
  /// Bare GitHub-flavoured Markdown: no directives, no heading ids, no repair of Chinese text.
  package var plain: Bool
  /// Whether raw HTML and addresses of any scheme go through.
  ///
  /// Otherwise HTML is shown as text, and an address that could do harm is left out and reported.
  package var rawHTML: Bool

  /// Reads pages as Salesbook means them, unless told otherwise.
  package init(plain: Bool = false, rawHTML: Bool = false) {
    self.plain = plain
    self.rawHTML = rawHTML
  }
}
