import Markdown
import Mustache
import Pages

/// HTML whose links without words, `[](#fig-1)`, say what they lead to.
///
///     labelled(Array("<a href=\"#f\"></a>".utf8)) { $0 == "#f" ? "图 1" : nil }
///     // <a href="#f" class="xref">图 1</a>
func labelled(_ html: [UInt8], _ label: (String) -> String?) -> [UInt8] {
  let (start, empty) = (Array("<a href=\"".utf8), Array("></a>".utf8))
  guard html.holds("\"></a>") else { return html }
  var output: [UInt8] = []
  output.reserveCapacity(html.count + 256)
  var rest = html[...]
  while let begin = rest.firstRange(of: start) {
    let address = rest[begin.upperBound...].prefix { $0 != 34 }
    guard let close = rest[address.endIndex...].firstIndex(of: 62),
      html[close...].starts(with: empty)
    else {
      output += rest[..<address.endIndex]
      rest = rest[address.endIndex...]
      continue
    }
    output += rest[..<close]
    output += Array(" class=\"xref\">".utf8)
    var words = HTMLWriter()
    let href = String(decoding: address, as: UTF8.self)
    words.text(label(href) ?? href)
    output += words.bytes
    rest = rest[(close + 1)...]
  }
  return output + rest
}

extension PageParts {
  /// What links without words say that lead to a place on the page, by the address of the place: what it is
  /// and its number, or a heading's words.
  func labels(prefix: String = "#") -> [String: String] {
    var labels: [String: String] = [:]
    for heading in body.headings { labels[prefix + percentEncoded(heading.id)] = heading.text }
    for directive in page.document.directives {
      guard let id = directive.id, let block = page.blocks[directive.place],
        let kind = Self.numbered[directive.name], let word = look.word(kind)
      else { continue }
      labels[prefix + percentEncoded(id)] = "\(word) \(block.number)"
    }
    return labels
  }

  /// The blocks with a number, and the word before it.
  private static let numbered = [
    "figure": "figure", "exercise": "exercise", "discussion": "discussion", "quiz": "quiz",
    "case": "case", "worked": "worked",
  ]

  /// The text of the page with words in all its links.
  func labelled(_ content: [UInt8]) -> [UInt8] {
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
