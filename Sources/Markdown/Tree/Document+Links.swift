extension Document {
  /// The destinations of all links and images of the page, each once and
  /// sorted: what must be known of other pages and files before this one is rendered.
  ///
  ///     Document.parse(SourceFile(path: "a.md", text: "[计划](plan.md)")).value.destinations
  ///     // ["plan.md"]
  package var destinations: [String] {
    Set(nodes.filter { $0.kind == .link || $0.kind == .image }.map { string($0.text) }).sorted()
  }
}
