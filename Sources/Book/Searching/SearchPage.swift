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
  /// The pairs of signs that stand on it, two scalars each, sorted; a sign alone is followed by a space.
  let pairs: String
  /// How often each pair stands on it, up to 255 times.
  let times: [UInt8]
  /// The stems of its words, sorted.
  let words: [String]

  /// Takes apart a finished page.
  init(
    path: String, title: String, description: String?, headings: [Markdown.Heading],
    content: [UInt8]
  ) {
    var terms = SearchTerms()
    for text in [title, description ?? "", visibleText(of: content)] {
      terms.add(text.unicodeScalars)
    }
    self.path = path
    self.title = title
    self.headings = headings.map { Heading(text: $0.text, id: $0.id) }
    var pairs = String.UnicodeScalarView()
    let sorted = terms.pairs
    for (pair, _) in sorted {
      for sign in [pair.first, pair.second == 0 ? 32 : pair.second] {
        Unicode.Scalar(sign).map { pairs.append($0) }
      }
    }
    self.pairs = String(pairs)
    times = sorted.map { UInt8(clamping: $0.count) }
    words = terms.words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
