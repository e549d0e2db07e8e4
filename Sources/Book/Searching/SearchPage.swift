import Markdown

/// What a search in a folder of readers knows of one of its pages: nothing that stands not on it.
struct SearchPage: Hashable, Sendable, Codable {
  /// A heading and the id that a link names it by.
  struct Heading: Hashable, Sendable, Codable {
    let text: String
    let id: String
  }

  /// The path below the folder.
  let path: String
  let title: String
  let headings: [Heading]
  /// The pairs of signs that stand on it.
  let pairs: PackedPairs
  /// The stems of its words, sorted, a space between two.
  let words: String

  /// Takes apart a finished page.
  init(
    path: String, title: String, description: String?, headings: [Markdown.Heading],
    content: [UInt8]
  ) {
    var terms = SearchTerms()
    for text in [Array(title.utf8), Array((description ?? "").utf8), visibleText(of: content)] {
      terms.add(text)
    }
    self.path = path
    self.title = title
    self.headings = headings.map { Heading(text: $0.text, id: $0.id) }
    pairs = PackedPairs(terms.pairs)
    words = terms.words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .joined(separator: " ")
  }
}
