/// What a page's reader decides about it: where links lead, which code is data.
package struct Rendering: Sendable {
  /// The address that a link of the page leads to; nil leaves it as it is.
  package var address: (@Sendable (Link) -> String)?
  /// Whether a fenced block of this kind (the first word of its info string) is data, not code.
  package var isData: @Sendable (String) -> Bool

  /// Rewrites nothing, unless told otherwise.
  package init(
    address: (@Sendable (Link) -> String)? = nil,
    isData: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.address = address
    self.isData = isData
  }
}

extension Document {
  /// The page as HTML, with its headings, links, ids and footnotes.
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
