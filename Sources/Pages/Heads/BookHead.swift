package import Diagnostics
import Phrases
import YAML

/// What the head of an index page says of the book that its pages become, `book:`.
///
///     book:
///       subtitle: 一天六课时
///       name: [姓名, 部门, 日期]
///       pages: [index.md, part-1.md, part-2.md, close.md]
///       parts: [part-1.md, part-2.md]
package struct BookHead: Hashable, Sendable {
  /// A page that the book names, and where.
  package struct Page: Hashable, Sendable {
    /// The path beside the index page, as written.
    package var path: String
    package var place: Place

    /// Names a page.
    package init(path: String, place: Place) {
      self.path = path
      self.place = place
    }
  }

  /// What the cover says below the title.
  package var subtitle: String?
  /// What the folder's own page is called as a chapter; nil for its title.
  package var opening: String?
  /// The lines of the cover to write one's name and the like on, each by its word; nil for the
  /// theme's.
  package var nameLines: [String]?
  /// The pages in their order; nil for all of the folder in reading order.
  package var pages: [Page]?
  /// Those that begin on a right-hand sheet; nil for all.
  package var parts: [Page]?
  /// The pages that stand in the facilitator's guide only, behind the others: what participants get as
  /// sheets of their own.
  package var guide: [Page]?

  /// A book of all pages of its folder.
  package init() {}
}

extension BookHead {
  /// Reads `book:`, `true` or a mapping; nil where the head has none.
  static func read(_ head: inout MappingReader) -> Parsed<BookHead?> {
    guard let node = head.node("book") else { return Parsed(nil) }
    if node.text == "true" { return Parsed(BookHead()) }
    if node.text == "false" { return Parsed(nil) }
    var reader = MappingReader(node, of: Phrase(zh: "手册设置", en: "book"))
    var book = BookHead()
    book.subtitle = reader.text("subtitle")
    book.opening = reader.text("opening")
    book.nameLines = reader.texts("name")
    book.pages = pages("pages", &reader)
    book.parts = pages("parts", &reader)
    book.guide = pages("guide", &reader)
    return Parsed(book, reader.finish())
  }

  private static func pages(_ key: String, _ reader: inout MappingReader) -> [Page]? {
    reader.read(key, expected: Phrase(zh: "由文件名组成的列表", en: "a list of file names")) { node in
      let items = node.items ?? [node]
      let pages = items.compactMap { item in
        item.text.map { Page(path: $0, place: item.place) }
      }
      return pages.count == items.count ? pages : nil
    }
  }
}
