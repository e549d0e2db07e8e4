/// What of a page's own markup is known as a part of its tree, not as HTML only: documents that keep
/// some of a page are cut along it.
package enum BlockElement: Hashable, Sendable {
  /// A heading of level 1 to 6; its id in the page, none in bare Markdown.
  case heading(level: Int, id: String?)
  /// A list with marks before its items.
  case bulletList
  /// A list with numbers before its items, from the first on.
  case orderedList(first: Int)

  /// The markup that it begins with, as UTF-8.
  ///
  ///     BlockElement.heading(level: 2, id: "a").opening  // <h2 id="a">
  package var opening: [UInt8] {
    var html = HTMLWriter()
    switch self {
    case .heading(let level, let id):
      html.markup("<h")
      html.number(level)
      if let id {
        html.markup(" id=\"")
        html.text(id)
        html.markup("\"")
      }
      html.markup(">")
    case .bulletList: html.markup("<ul>\n")
    case .orderedList(1): html.markup("<ol>\n")
    case .orderedList(let first):
      html.markup("<ol start=\"")
      html.number(first)
      html.markup("\">\n")
    }
    return html.bytes
  }

  /// The markup that it ends with, as UTF-8.
  package var closing: [UInt8] {
    switch self {
    case .heading(let level, _): Array("</h\(level)>\n".utf8)
    case .bulletList: Array("</ul>\n".utf8)
    case .orderedList: Array("</ol>\n".utf8)
    }
  }
}
