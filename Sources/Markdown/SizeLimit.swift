/// How large a page may become: twenty times its source.
///
/// No page written by a person comes near. A few bytes can name a long address, or stand for an
/// empty table cell, many times.
enum SizeLimit {
  /// The bytes that a page may have; the library counts in 32 bits.
  static let source = 16 * 1024 * 1024

  /// The bytes that a page of so many bytes may become.
  static func bytes(for source: Int) -> Int { max(20 * source, 16_384) }

  /// The node at which a page passes its limit, if it does.
  static func excess(in document: Document) -> Int? {
    let limit = bytes(for: document.source.bytes.count)
    // Cheap first, which is enough for every real page; no character's escape has more bytes.
    let most = document.nodes.reduce(6 * document.text.count) { $0 + mostMarkup(of: $1.kind) }
    if most <= limit { return nil }
    var size = 0
    var index = 0
    while index < document.nodes.count {
      let end = Int(document.nodes[index].end)
      size += document.renderedSize(of: index..<end)
      if size > limit { return index }
      index = end
    }
    return nil
  }

  /// No node of a kind becomes more bytes of markup, its own text apart.
  private static func mostMarkup(of kind: Node.Kind) -> Int {
    switch kind {
    case .text: 0
    case .softBreak, .hardBreak: 8
    case .emphasis, .strong, .strikethrough, .code, .paragraph: 24
    case .item, .link, .image, .cell, .headerCell, .heading: 72
    default: 250
    }
  }
}
