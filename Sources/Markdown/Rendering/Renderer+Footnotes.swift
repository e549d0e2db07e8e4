/// The footnotes of a page in the order in which they are first referred to.
struct FootnoteOrder {
  /// The footnotes that are referred to, in order.
  private(set) var shown: [Int] = []
  /// The number of each footnote, 0 where it has none yet, and how often it is referred to.
  private var numbers: [(number: Int, references: Int)]

  init(count: Int) { numbers = Array(repeating: (0, 0), count: count) }

  /// Counts a reference: the footnote's number, and how many references there are now.
  mutating func refer(to footnote: Int) -> (number: Int, reference: Int) {
    if numbers[footnote].number == 0 {
      shown.append(footnote)
      numbers[footnote].number = shown.count
    }
    numbers[footnote].references += 1
    return (numbers[footnote].number, numbers[footnote].references)
  }

  /// How often a footnote is referred to.
  func references(to footnote: Int) -> Int { numbers[footnote].references }
}

extension Renderer {
  /// A footnote's number as a link to it.
  mutating func writeReference(_ node: Node) {
    let footnote = Int(node.number)
    guard mode != .inline(links: false), document.footnotes.indices.contains(footnote) else {
      return
    }
    let (number, reference) = footnotes.refer(to: footnote)
    let id = referenceID(number, reference)
    note(id)
    html.markup("<sup class=\"footnote-ref\"><a href=\"#fn:")
    html.number(number)
    html.markup("\" id=\"")
    html.text(id)
    html.markup("\">")
    html.number(number)
    html.markup("</a></sup>")
  }

  private func referenceID(_ number: Int, _ reference: Int) -> String {
    reference == 1 ? "fnref:\(number)" : "fnref:\(number)-\(reference)"
  }

  /// Writes the footnotes that the page refers to.
  ///
  /// One may refer to another, which then follows.
  mutating func writeFootnotes() {
    guard !footnotes.shown.isEmpty else { return }
    let page = takePieces()
    var notes: [[Piece]] = []
    while notes.count < footnotes.shown.count {
      let index = Int(document.footnotes[footnotes.shown[notes.count]])
      walk(index + 1..<Int(document.nodes[index].end))
      notes.append(takePieces())
    }
    put(page)
    html.markup("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n")
    for (position, body) in notes.enumerated() { write(body, number: position + 1) }
    html.markup("</ol>\n</section>\n")
  }

  private mutating func write(_ note: [Piece], number: Int) {
    let id = "fn:\(number)"
    self.note(id)
    html.markup("<li id=\"")
    html.text(id)
    html.markup("\">\n")
    let end = Array("</p>\n".utf8)
    if case .html(let last)? = note.last, last.suffix(end.count) == end[...] {
      put(Array(note.dropLast()))
      html.html(last.dropLast(end.count))
      writeBackLinks(number)
      html.html(end)
    } else {
      put(note)
      writeBackLinks(number)
      html.markup("\n")
    }
    html.markup("</li>\n")
  }

  private mutating func writeBackLinks(_ number: Int) {
    for reference in 1...max(1, footnotes.references(to: footnotes.shown[number - 1])) {
      html.markup(" <a href=\"#")
      html.text(referenceID(number, reference))
      html.markup("\" class=\"footnote-back\" aria-label=\"↩ ")
      html.number(number)
      if reference > 1 {
        html.markup("-")
        html.number(reference)
      }
      html.markup("\">↩</a>")
    }
  }
}
