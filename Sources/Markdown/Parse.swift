package import Diagnostics

extension Document {
  /// Reads a page.
  ///
  /// - Parameters:
  ///   - source: the file; front matter is left out by saying where the page's own text begins.
  ///   - start: the byte of the file at which the page begins.
  ///   - firstLine: the number of the line that begins there.
  ///   - options: how the page is read.
  /// - Returns: the page and what is wrong with it. A page that would cost too much to read is
  ///   empty and has a diagnostic that names the place.
  ///
  /// For example, a page of one heading and one paragraph:
  ///
  ///     let page = Document.parse(SourceFile(path: "a.md", text: "# 目标\n\n**重点。**后面"))
  ///     page.value.render().headings[0].id  // "目标"
  package static func parse(
    _ source: SourceFile, from start: Int = 0, firstLine: Int = 1,
    options: ParsingOptions = ParsingOptions()
  ) -> Parsed<Document> {
    let page = source.bytes[min(start, source.bytes.count)...]
    if page.count > SizeLimit.source {
      let empty = SourceMap(path: source.path, bytes: [], lineStarts: [0], firstLine: firstLine)
      let place = Place(path: source.path, line: firstLine)
      return Parsed(Document(source: empty, options: options), [.tooBig(at: place)])
    }
    let preparation = page.withUnsafeBufferPointer { PageScanner.scan($0, plain: options.plain) }
    var map = SourceMap(
      path: source.path, bytes: Array(page), lineStarts: preparation.lineStarts,
      firstLine: firstLine)
    var diagnostics: [Diagnostic] = []
    if let invalid = preparation.invalid {
      diagnostics.append(.notUTF8(at: map.place(ofByte: invalid)))
    }
    if let excess = preparation.excess {
      diagnostics.append(.tooMuch(excess.cause, at: map.place(ofByte: excess.position)))
      return Parsed(Document(source: map, options: options), diagnostics)
    }
    if preparation.isChanged {
      let marked = page.withUnsafeBufferPointer { preparation.marked($0) }
      map = SourceMap(
        path: source.path, bytes: marked, lineStarts: SourceMap.lineStarts(in: marked),
        firstLine: firstLine)
    }
    let tree = readTree(map, preparation, options)
    var document = Document(source: map, options: options)
    document.take(tree, &diagnostics)
    return Parsed(document, diagnostics.sorted())
  }

  private static func readTree(
    _ map: SourceMap, _ preparation: Preparation, _ options: ParsingOptions
  ) -> TreeBuilder {
    var builder = TreeBuilder(
      source: map, options: options, hasMarks: preparation.isChanged,
      sizeLimit: SizeLimit.bytes(for: map.bytes.count))
    let extensions = CMark.Extensions(
      tables: preparation.mayHoldTable, directives: !options.plain)
    map.bytes.withUnsafeBufferPointer { page in
      CMark.parse(page, extensions) { builder.read($0) }
    }
    return builder
  }

  private mutating func take(_ tree: TreeBuilder, _ diagnostics: inout [Diagnostic]) {
    nodes = tree.nodes
    text = tree.text
    headings = tree.headings
    footnotes = tree.footnotes
    if let overflow = tree.overflow {
      return giveUp(at: overflow, &diagnostics)
    }
    if !options.plain {
      readDirectives(tree, &diagnostics)
      joinLines()
      nameHeadings(&diagnostics)
      if !options.rawHTML { reportUnsafeLinks(&diagnostics) }
    }
    if let place = SizeLimit.excess(in: self) { giveUp(at: place, &diagnostics) }
  }

  /// Empties a page that would become too large.
  private mutating func giveUp(at node: Int, _ diagnostics: inout [Diagnostic]) {
    diagnostics.append(.tooLarge(at: place(of: nodes[node])))
    self = Document(source: source, options: options)
  }

  private func reportUnsafeLinks(_ diagnostics: inout [Diagnostic]) {
    for node in nodes where node.kind == .link || node.kind == .image {
      guard !Address.isSafe(bytes(node.text)) else { continue }
      diagnostics.append(.unsafeLink(string(node.text), at: place(of: node)))
    }
  }
}
