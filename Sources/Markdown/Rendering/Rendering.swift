/// What a page's reader decides about it: what is shown, where links lead, which code is data.
package struct Rendering: Sendable {
  /// Whether a directive is shown; what is not leaves no trace in the body.
  package var shows: @Sendable (Directive) -> Bool
  /// The address that a link of the page leads to; nil leaves it as it is.
  package var address: (@Sendable (Link) -> String)?
  /// Whether a fenced block of this kind (the first word of its info string) is data, not code.
  package var isData: @Sendable (String) -> Bool

  /// Shows everything and rewrites nothing, unless told otherwise.
  package init(
    shows: @escaping @Sendable (Directive) -> Bool = { _ in true },
    address: (@Sendable (Link) -> String)? = nil,
    isData: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.shows = shows
    self.address = address
    self.isData = isData
  }
}

extension Document {
  /// The page as HTML, with what is not shown left out: its headings, links, ids and footnotes too.
  ///
  /// Footnotes are numbered as they appear.
  ///
  ///     Document.parse(SourceFile(path: "a.md", text: "**重点。**后面")).value.render().pieces
  ///     // [.html("<p><strong>重点。</strong>后面</p>\n")]
  package func render(_ rendering: Rendering = Rendering()) -> Body {
    var renderer = Renderer(self, rendering)
    return renderer.body()
  }

  /// How many bytes a range of nodes becomes.
  func renderedSize(of range: Range<Int>) -> Int {
    var renderer = Renderer(self, Rendering())
    renderer.mode = .inline(links: true)
    renderer.walk(range)
    // Each reference to a footnote is answered by a link back from it.
    let references = nodes[range].count { $0.kind == .footnoteReference }
    return renderer.html.bytes.count + 100 * references
  }
}
