import Markdown
import Pages

extension PageParts {
  /// What links without words say that lead to a place on the page, by the address of the place: what it is
  /// and its number, or a heading's words.
  func labels(prefix: String = "#") -> [String: String] {
    var labels: [String: String] = [:]
    for heading in body.headings { labels[prefix + percentEncoded(heading.id)] = heading.text }
    for directive in page.document.directives {
      guard let id = directive.id, let block = page.blocks[directive.place],
        let kind = PreparedPage.numbered[directive.name], let word = look.word(kind)
      else { continue }
      labels[prefix + percentEncoded(id)] = "\(word) \(block.number)"
    }
    return labels
  }

  /// The text of the page with words in all its links.
  func labelled(_ content: [UInt8]) -> [UInt8] {
    guard content.holds("\"></a>") else { return content }
    let own = labels()
    let titles = links.titles
    return Book.labelled(content) { own[$0] ?? titles[$0] }
  }
}

extension LinkTargets {
  /// The titles of the pages that links lead to, by their addresses.
  fileprivate var titles: [String: String] {
    Dictionary(
      targets.values.compactMap { target in target.title.map { (target.address, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension PreparedPage {
  /// The blocks with a number, and the word before it.
  fileprivate static let numbered = [
    "figure": "figure", "exercise": "exercise", "discussion": "discussion", "quiz": "quiz",
    "case": "case", "worked": "worked",
  ]

  /// The words of the theme that the labels of its blocks begin with, each once and sorted.
  var labelWords: [String] {
    Set(document.directives.filter { $0.id != nil }.compactMap { Self.numbered[$0.name] }).sorted()
  }
}
