/// How large a page may become: twenty times its source, which no page written by a person comes
/// near.
///
/// A few bytes can name a long address or an empty table many times.
enum SizeLimit {
  /// The bytes that a page of so many bytes may become.
  static func bytes(for source: Int) -> Int { max(20 * source, 16_384) }

  /// The node at which a page passes its limit, if it does.
  static func excess(in document: Document) -> Int? {
    let limit = bytes(for: document.source.bytes.count)
    // Cheap first: no node's markup and no character's escape is longer than this.
    if document.nodes.count * 100 + document.text.count * 6 <= limit { return nil }
    var size = 0
    var index = 0
    while index < document.nodes.count {
      let end = Int(document.nodes[index].end)
      let piece = document.renderedSize(of: index..<end)
      size += piece
      if size > limit { return index }
      index = end
    }
    return nil
  }
}
